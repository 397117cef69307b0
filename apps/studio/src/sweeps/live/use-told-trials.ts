import type { SweepEvent } from '@projecta/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { afterTold, nothingTold, type ToldTrials } from './told-trials.js';

/** A map is drawn anew four times a second at most, however often trials are told; a large one, which can take 100 ms, once a second. */
const EVERY_MS = 250;
const EVERY_MS_IF_LARGE = 1_000;
const LARGE = 2_500;

/** What a sweep of so many combinations has told of its trials, now and then, and where its events are heard. */
export function useToldTrials(trials: number): { readonly told: ToldTrials; readonly hear: (event: SweepEvent) => void } {
  const [told, setTold] = useState(() => nothingTold(trials));
  const heard = useRef(told);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hear = (event: SweepEvent): void => {
    const now = afterTold(heard.current, event);
    if (now === heard.current) return;
    heard.current = now;
    timer.current ??= window.setTimeout(
      () => {
        timer.current = undefined;
        setTold(heard.current);
      },
      trials > LARGE ? EVERY_MS_IF_LARGE : EVERY_MS,
    );
  };
  return { told, hear };
}
