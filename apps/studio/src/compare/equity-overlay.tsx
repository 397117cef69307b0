import type { Comparison } from '@projecta/client';
import { formatBarTime, formatCash } from '@projecta/report';
import { useEffect, useRef, useState } from 'preact/hooks';
import { createLineChart } from '../charts/create-line-chart.js';
import { letterOf, RUN_COLOURS, RunLetter } from './run-letter.js';

/** The equity of all runs over one time axis. */
export function EquityOverlay({ comparison: { runs, equity } }: { readonly comparison: Comparison }) {
  const place = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number>();
  const t = hovered ?? equity.ts.length - 1;
  const isDaily = equity.ts.every((ts) => ts % 86_400_000 === 0);
  useEffect(() => {
    const lines = equity.values.map((values, i) => ({
      values: Float64Array.from(values, (value) => value ?? NaN),
      colour: RUN_COLOURS[i % RUN_COLOURS.length]!,
    }));
    return createLineChart(place.current!, {
      ts: Float64Array.from(equity.ts),
      lines,
      timeText: (ms) => formatBarTime(ms, isDaily),
      isDaily,
      onHover: setHovered,
    });
  }, [equity]);
  return (
    <section class="stack" aria-labelledby="equity-overlay">
      <h2 id="equity-overlay">Equity</h2>
      <p class="legend-line">
        <span class="soft when">{formatBarTime(equity.ts[t] ?? 0, isDaily)}</span>
        {runs.map(({ run_hash }, i) => (
          <span key={run_hash}>
            <RunLetter i={i} /> {cashAt(equity.values[i]?.[t])}
          </span>
        ))}
      </p>
      <div
        class="overlay-place"
        ref={place}
        role="img"
        aria-label={`Equity of runs ${runs.map((_, i) => letterOf(i)).join(', ')} over time; the metrics below have their final values`}
      />
    </section>
  );
}

function cashAt(value: number | null | undefined): string {
  return typeof value === 'number' ? formatCash(value) : '—';
}
