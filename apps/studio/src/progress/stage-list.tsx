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
  if (state.isOver) return state.total > 1 ? `done, ${state.total.toLocaleString('en')}` : 'done';
  if (state.total <= 1) return 'under way';
  const left = timeLeft(state);
  const counted = `${state.done.toLocaleString('en')} of ${state.total.toLocaleString('en')}`;
  return left === undefined ? counted : `${counted}, about ${Math.ceil(left / 1_000).toLocaleString('en')} s left`;
}
