import { stageWords } from '../progress/stages.js';
import type { ProofState } from './proof-state.js';

/** How far the browser is. */
export function ProofProgress({ stage }: Pick<ProofState, 'stage'>) {
  const { done = 0, total = 1 } = stage ?? {};
  return (
    <div class="stack">
      <progress value={done} max={total} aria-label="Share of this stage that is done" />
      <p role="status" class="soft">
        {wordsOf(stage?.stage)} …
      </p>
    </div>
  );
}

function wordsOf(stage: string | undefined): string {
  if (stage === undefined) return 'Loading the engine';
  if (stage === 'candles') return 'Loading the candles';
  return stage.startsWith('compare ') ? `Comparing ${stage.slice('compare '.length)}` : stageWords(stage);
}
