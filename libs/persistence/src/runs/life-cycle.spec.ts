import { expect, test } from '@jest/globals';
import type { ProjectaError } from '@projecta/errors';
import fc from 'fast-check';
import type { Store } from '../open-store.js';
import { completion, sampleRun } from '../testing/sample-run.js';
import { type Command, EMPTY, type Model, modelAfter } from '../testing/run-model.js';
import { temporaryStore } from '../testing/temporary-store.js';

const NAMES = [0, 1, 2, 3, 4];
const hashes = NAMES.map((name) => sampleRun(name).run_hash);
const nameOf = new Map(hashes.map((hash, name) => [hash, name]));

const name = fc.nat({ max: NAMES.length - 1 });
const keep = fc.nat({ max: 3 });
const owner = fc.constantFrom('one', 'two');
const onRun = (kind: Exclude<Command['kind'], 'claim' | 'recover'>) => fc.record({ kind: fc.constant(kind), name, keep });
const command: fc.Arbitrary<Command> = fc.oneof(
  { arbitrary: onRun('submit'), weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('claim' as const), owner }), weight: 4 },
  { arbitrary: onRun('complete'), weight: 6 },
  { arbitrary: fc.constantFrom('fail', 'cancel', 'pin', 'unpin', 'remove', 'stale').chain((kind) => onRun(kind as 'fail')), weight: 6 },
  { arbitrary: fc.record({ kind: fc.constant('recover' as const), alive: owner }), weight: 1 },
);

test.each(['runs', 'sweeps'] as const)(
  'whatever is asked of %s in whatever order, the store answers and remembers what the plain model does',
  async (door) => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 40 }), async (commands) => {
        const { store: whole, drop } = await temporaryStore();
        const store = { ...whole, runs: whole[door] };
        try {
          let model = EMPTY;
          for (const each of commands) {
            const [next, expected] = modelAfter(model, each);
            const answer = await answerOf(store, model, each);
            expect([each, answer]).toEqual([each, expected]);
            model = next;
            expect(await stateOf(store)).toEqual(stateOfModel(model));
          }
          expect(await store.integrity()).toEqual([]);
        } finally {
          await drop();
        }
      }),
      { numRuns: 25 },
    );
  },
);

async function answerOf(store: Store, model: Model, each: Command): Promise<string> {
  const { runs } = store;
  if (each.kind === 'claim') return String(nameOf.get((await runs.claimNext(each))?.run_hash ?? '') ?? 'none');
  if (each.kind === 'recover') return (await runs.recover((one) => one === each.alive)).map((hash) => nameOf.get(hash)).join();
  const run_hash = hashes[each.name]!;
  const attempt = model.runs.find((run) => run.name === each.name)?.attempt ?? 1;
  try {
    switch (each.kind) {
      case 'submit':
        return String((await runs.submit(sampleRun(each.name))).created);
      case 'complete':
        return String((await runs.complete(completion({ run_hash, attempt }, { keep: each.keep }))).completed);
      case 'stale':
        return String((await runs.complete(completion({ run_hash, attempt: attempt - 1 }))).completed);
      case 'fail':
        return String((await runs.fail({ run_hash, attempt, error: {}, keep: each.keep }))?.stopped ?? 'none');
      case 'cancel':
        return String((await runs.cancel(run_hash, each.keep)).stopped);
      default:
        await runs[each.kind](run_hash);
        return 'ok';
    }
  } catch (error) {
    return (error as ProjectaError).code.replace('SWEEP_NOT_FOUND', 'RUN_NOT_FOUND');
  }
}

async function stateOf({ runs, events, ledger }: Store) {
  const found = await Promise.all(hashes.map((hash) => runs.find(hash)));
  const { items: links } = await ledger.list();
  const stored = await events.after({});
  return {
    runs: found.flatMap((run, name) =>
      run ? [{ name, status: run.status, attempt: run.attempt, pinned: run.pinned, pruned: run.pruned_at !== null, owner: run.owner }] : [],
    ),
    listed: (await runs.list()).items.map(({ run_hash }) => nameOf.get(run_hash)),
    artifacts: (await runs.withArtifacts()).map(({ run_hash }) => nameOf.get(run_hash)).sort(),
    counts: await runs.counts(),
    chain: links.map(({ run_hash }) => nameOf.get(run_hash)),
    isLinked: links.every(({ chain_prev }, i) => chain_prev === (links[i - 1]?.manifest_hash ?? null)),
    events: stored.map(({ run_hash, attempt, type }) => `${nameOf.get(run_hash)} ${attempt} ${type}`),
    isRising: stored.every(({ id }, i) => id > (stored[i - 1]?.id ?? 0)),
  };
}

function stateOfModel({ runs, submitted, chain, events }: Model) {
  const kept = runs.filter(({ pruned }) => !pruned);
  const counts = { queued: 0, running: 0, completed: 0, failed: 0, cancelled: 0 };
  for (const { status } of kept) counts[status]++;
  return {
    runs: [...runs].sort((a, b) => a.name - b.name),
    listed: submitted.filter((name) => kept.some((run) => run.name === name)).reverse(),
    artifacts: kept
      .filter(({ status }) => status === 'completed')
      .map(({ name }) => name)
      .sort(),
    counts,
    chain,
    isLinked: true,
    events,
    isRising: true,
  };
}
