import type { MetricId } from '@projecta/client';
import { contractOf } from '@projecta/report';
import { useState } from 'preact/hooks';
import { Choice } from '../../design/choice.js';
import { boundTyped, isInPercent, type TypedBound } from './bound-typed.js';
import type { Bound } from './ranked.js';

interface Props {
  readonly columns: readonly MetricId[];
  readonly onBound: (bound: Bound | undefined) => void;
}

const SIDES = [
  ['least', 'at least'],
  ['most', 'at most'],
] as const;

/** The least or the most that a metric may be: so many trades, so small a drawdown. */
export function BoundFilter({ columns, onBound }: Props) {
  const [typed, setTyped] = useState<TypedBound>({ metric: 'trades', side: 'least', text: '' });
  const change = (part: Partial<TypedBound>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    onBound(boundTyped(next));
  };
  const { metric, side, text } = typed;
  const unit = isInPercent(metric) ? ' in per cent' : '';
  return (
    <span class="row bound">
      <Choice
        isNamed
        label="Where"
        value={metric}
        options={columns.map((id) => [id, contractOf(id).title] as const)}
        onChange={(id) => change({ metric: id })}
      />
      <Choice label="Side of the bound" value={side} options={SIDES} onChange={(next) => change({ side: next })} />
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={`Bound of ${contractOf(metric).title}${unit}`}
        placeholder={unit === '' ? 'any' : 'any %'}
        value={text}
        onInput={({ currentTarget }) => change({ text: currentTarget.value })}
      />
    </span>
  );
}
