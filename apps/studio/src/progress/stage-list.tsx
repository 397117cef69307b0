import { formatNumber } from '@projecta/report';
import { type StageState, timeLeft } from './progress-state.js';
import { stageWords } from './stages.js';

/** The stages of a run: done, under way, to come. */
export function StageList({ stages, met }: { readonly stages: readonly string[]; readonly met: readonly StageState[] }) {
  return (
    <ol class="stages">
      {stages.map((name) => {
        const state = met.find(({ stage }) => stage === name);
        return (
          <li key={name} class={classOf(state)}>
            <span>{stageWords(name)}</span>
            <span class="soft">{said(state)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function classOf(state: StageState | undefined): string {
  if (!state) return 'to-come';
  return state.isOver ? 'over' : 'now';
}

function said(state: StageState | undefined): string {
  if (!state) return 'to come';
  if (state.isOver) return state.total > 1 ? `done, ${formatNumber(state.total, 0)}` : 'done';
  if (state.total <= 1) return 'under way';
  const left = timeLeft(state);
  const counted = `${formatNumber(state.done, 0)} of ${formatNumber(state.total, 0)}`;
  return left === undefined ? counted : `${counted}, about ${formatNumber(Math.ceil(left / 1_000), 0)} s left`;
}
