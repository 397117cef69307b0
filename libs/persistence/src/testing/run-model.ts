import type { RunStatus } from '../runs/run.js';

/** A run as the plain model knows it. */
export interface ModelRun {
  readonly name: number;
  readonly status: RunStatus;
  readonly attempt: number;
  readonly pinned: boolean;
  readonly pruned: boolean;
  readonly owner: string | null;
}

/** One thing that can be asked of the life cycle. */
export type Command =
  | {
      readonly kind: 'submit' | 'complete' | 'stale' | 'fail' | 'cancel' | 'pin' | 'unpin' | 'remove';
      readonly name: number;
      readonly keep: number;
    }
  | { readonly kind: 'claim'; readonly owner: string }
  | { readonly kind: 'recover'; readonly alive: string };

/** The life cycle without a database: lists in the order of submission, of ending, and of the chain. */
export interface Model {
  readonly runs: readonly ModelRun[];
  /** Names by last submission. */
  readonly submitted: readonly number[];
  /** Names by last end. */
  readonly ended: readonly number[];
  /** Names in the chain. */
  readonly chain: readonly number[];
  /** `name attempt type`, of all that is stored. */
  readonly events: readonly string[];
}

export const EMPTY: Model = { runs: [], submitted: [], ended: [], chain: [], events: [] };

/** The model after a command, and how the command answers: a word or an error code. */
export function modelAfter(model: Model, command: Command): [Model, answer: string] {
  if (command.kind === 'claim') return claim(model, command.owner);
  if (command.kind === 'recover') return recover(model, command.alive);
  const { kind, name, keep } = command;
  const run = model.runs.find((each) => each.name === name);
  if (kind === 'submit') return submit(model, run, name);
  if (kind === 'stale') return [model, run ? 'false' : 'RUN_NOT_FOUND'];
  if (kind === 'complete') {
    if (!run) return [model, 'RUN_NOT_FOUND'];
    if (run.status !== 'running') return [model, 'false'];
    return [end({ ...model, chain: [...model.chain, name] }, run, 'completed', keep), 'true'];
  }
  if (kind === 'fail') {
    if (!run) return [model, 'none'];
    return run.status === 'running' ? [end(model, run, 'failed', keep), 'true'] : [model, 'false'];
  }
  if (!run) return [model, 'RUN_NOT_FOUND'];
  if (run.pruned) return [model, 'RUN_PRUNED'];
  if (kind === 'cancel') return isInFlight(run) ? [end(model, run, 'cancelled', keep), 'true'] : [model, 'false'];
  if (kind === 'pin' || kind === 'unpin') return [put(model, { ...run, pinned: kind === 'pin' }), 'ok'];
  if (run.pinned) return [model, 'RUN_PINNED'];
  return [forget(model, name), 'ok'];
}

function submit(model: Model, run: ModelRun | undefined, name: number): [Model, string] {
  if (run && !run.pruned && (isInFlight(run) || run.status === 'completed')) return [model, 'false'];
  const attempt = (run?.attempt ?? 0) + 1;
  const queued: ModelRun = { name, status: 'queued', attempt, pinned: run?.pinned ?? false, pruned: false, owner: null };
  const moved = { ...model, submitted: [...without(model.submitted, name), name], ended: without(model.ended, name) };
  return [told(put(moved, queued), queued, 'run.queued'), 'true'];
}

function claim(model: Model, owner: string): [Model, string] {
  const name = model.submitted.find((each) => model.runs.find((run) => run.name === each)?.status === 'queued');
  const run = model.runs.find((each) => each.name === name);
  if (!run) return [model, 'none'];
  const running: ModelRun = { ...run, status: 'running', owner };
  return [told(put(model, running), running, 'run.started'), String(name)];
}

function recover(model: Model, alive: string): [Model, string] {
  const lost = model.submitted.filter((name) =>
    model.runs.some((run) => run.name === name && run.status === 'running' && run.owner !== alive),
  );
  const recovered = lost.reduce((before, name) => {
    const run = before.runs.find((each) => each.name === name)!;
    const queued: ModelRun = { ...run, status: 'queued', attempt: run.attempt + 1, owner: null };
    return told(put(before, queued), queued, 'run.queued');
  }, model);
  return [recovered, lost.join()];
}

function end(model: Model, run: ModelRun, status: 'completed' | 'failed' | 'cancelled', keep: number): Model {
  const finished: ModelRun = { ...run, status, owner: null };
  const moved = { ...model, ended: [...without(model.ended, run.name), run.name] };
  const ended = told(put(moved, finished), finished, `run.${status}`);
  const isSameKind = (other: ModelRun): boolean => (status === 'completed') === (other.status === 'completed');
  const candidates = ended.ended
    .map((name) => ended.runs.find((each) => each.name === name)!)
    .filter((other) => isSameKind(other) && !other.pinned && !other.pruned);
  return candidates
    .slice(0, Math.max(0, candidates.length - keep))
    .reduce((before, other) => put(before, { ...other, pruned: true }), ended);
}

function isInFlight({ status }: ModelRun): boolean {
  return status === 'queued' || status === 'running';
}

function put(model: Model, run: ModelRun): Model {
  return { ...model, runs: [...model.runs.filter(({ name }) => name !== run.name), run] };
}

function told(model: Model, { name, attempt }: ModelRun, type: string): Model {
  return { ...model, events: [...model.events, `${name} ${attempt} ${type}`] };
}

function forget(model: Model, name: number): Model {
  return {
    ...model,
    runs: model.runs.filter((run) => run.name !== name),
    submitted: without(model.submitted, name),
    ended: without(model.ended, name),
    events: model.events.filter((event) => !event.startsWith(`${name} `)),
  };
}

function without(names: readonly number[], name: number): number[] {
  return names.filter((each) => each !== name);
}
