import type { RunEvent } from '@projecta/client';

/** A stage of a run. */
export interface StageState {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly isOver: boolean;
  /** When it began and when it was last heard of, epoch ms. */
  readonly began: number;
  readonly heard: number;
}

/** How far a run is. */
export interface ProgressState {
  readonly attempt: number;
  readonly status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled';
  readonly stages: readonly StageState[];
}

export const NOT_BEGUN: ProgressState = { attempt: 0, status: 'queued', stages: [] };

/** How far it is after an event; an attempt begins anew, and events of an older one change nothing. */
export function afterEvent(state: ProgressState, event: RunEvent): ProgressState {
  if (event.attempt < state.attempt) return state;
  const { stages } = event.attempt > state.attempt ? NOT_BEGUN : state;
  const attempt = event.attempt;
  switch (event.type) {
    case 'run.queued':
      return { attempt, status: 'queued', stages: [] };
    case 'stage.started':
    case 'stage.progress':
    case 'stage.completed':
      return { attempt, status: 'running', stages: withStage(stages, event) };
    case 'run.completed':
      return { attempt, status: 'completed', stages };
    case 'run.failed':
      return { attempt, status: 'failed', stages };
    case 'run.cancelled':
      return { attempt, status: 'cancelled', stages };
    default:
      return { attempt, status: 'running', stages };
  }
}

type StageEvent = Extract<RunEvent, { readonly type: 'stage.started' | 'stage.progress' | 'stage.completed' }>;

function withStage(stages: readonly StageState[], event: StageEvent): readonly StageState[] {
  const heard = Date.parse(event.at);
  const before = stages.find(({ stage }) => stage === event.stage) ?? { stage: event.stage, done: 0, total: 1, began: heard };
  const reached = event.type === 'stage.completed' ? { done: before.total, total: before.total } : { done: event.done, total: event.total };
  const now: StageState = { stage: event.stage, began: before.began, heard, ...reached, isOver: event.type === 'stage.completed' };
  return stages.some(({ stage }) => stage === event.stage)
    ? stages.map((each) => (each.stage === event.stage ? now : each))
    : [...stages, now];
}

/** Milliseconds that a stage will still take at its pace so far; undefined while that is anybody's guess. */
export function timeLeft({ done, total, began, heard, isOver }: StageState): number | undefined {
  const spent = heard - began;
  if (isOver || done === 0 || spent < 1_000) return undefined;
  return (spent / done) * (total - done);
}
