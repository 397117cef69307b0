import { describe, expect, test } from '@jest/globals';
import { ProjectaError } from '@projecta/errors';
import fc from 'fast-check';
import { RunCancelled } from '../progress.js';
import type { FromHelper, ToHelper } from './pool-message.js';
import type { PostedSource } from './posted-source.js';
import { postedError } from './posted-error.js';
import type { TrialHelper, TrialPool } from './trial-pool.js';
import { trialTeam } from './trial-team.js';
import type { Trials } from './trials.js';

const SOURCE = {} as PostedSource;
const JOB = { kind: 'permutation' } as const;
const turn = (): Promise<void> => new Promise((resolve) => void Promise.resolve().then(resolve));
const pause = async (ms: number): Promise<void> => {
  for (let i = 0; i <= ms; i++) await turn();
};

/** Two numbers a trial; the trials in `bad` throw. */
function squares(count: number, bad: readonly number[] = []): Trials {
  return {
    ...{ count, width: 2, bars: 40_000 },
    values(trial, into, at) {
      if (bad.includes(trial)) throw new ProjectaError('STRATEGY_ERROR', `trial ${trial}`);
      into[at] = trial * trial;
      into[at + 1] = -trial;
    },
  };
}

/** How a helper behaves: after so many chunks it ends, or leaves, or it never answers the next. */
interface Habit {
  readonly chunks: number;
  readonly then: 'ends' | 'leaves' | 'goes on';
  /** Turns of the event loop that a chunk takes. */
  readonly slow: number;
}

/** A helper without a thread. */
function helperWith({ chunks, then, slow }: Habit, trials: Trials): TrialHelper {
  let listeners: Parameters<TrialHelper['listen']>[0];
  let done = 0;
  let isGone = false;
  let work: Promise<void> = Promise.resolve();
  const tell = (message: FromHelper): void => void (isGone || listeners.onMessage(message));
  const compute = async ({ id, from, to }: Extract<ToHelper, { kind: 'chunk' }>): Promise<void> => {
    await pause(slow);
    if (isGone) return;
    if (done++ === chunks && then !== 'goes on') {
      if (then === 'leaves') tell({ kind: 'left' });
      isGone = true;
      return listeners.onEnd();
    }
    const values = new Float64Array(2 * (to - from));
    for (let trial = from; trial < to; trial++) {
      try {
        trials.values(trial, values, 2 * (trial - from));
      } catch (error) {
        return tell({ kind: 'failed', id, trial, values: values.slice(0, 2 * (trial - from)), error: postedError(error) });
      }
    }
    tell({ kind: 'values', id, values, ms: slow });
  };
  return {
    listen(given) {
      listeners = given;
      tell({ kind: 'ready' });
    },
    post(message) {
      if (message.kind === 'chunk') work = work.then(() => compute(message));
    },
    close: () => void (isGone = true),
  };
}

function poolOf(habits: readonly Habit[], trials: Trials, hostWorks: boolean): TrialPool {
  return {
    ...{ hostWorks, pause },
    lend(take) {
      for (const habit of habits) take(helperWith(habit, trials));
      return () => undefined;
    },
  };
}

async function shared(trials: Trials, pool: TrialPool): Promise<{ readonly values: number[]; readonly told: number[] }> {
  const values: number[] = [];
  const told: number[] = [];
  const put = (trial: number, from: Float64Array, at: number): void => {
    if (values[trial] !== undefined || from[at + 1] !== -trial) throw new Error(`Trial ${trial} is another's or came twice.`);
    values[trial] = from[at]!;
  };
  const team = trialTeam(pool, SOURCE);
  await team.share(JOB, trials, { put, tell: async (done) => void told.push(done) });
  team.end('in peace');
  return { values, told };
}

const aHabit = fc.record<Habit>({
  chunks: fc.nat(6),
  then: fc.constantFrom('ends', 'leaves', 'goes on'),
  slow: fc.nat(20),
});
const steady: Habit = { chunks: 0, then: 'goes on', slow: 3 };

describe('a team', () => {
  test('computes every trial once, whoever ends or leaves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aHabit, { maxLength: 5 }),
        fc.integer({ min: 1, max: 200 }),
        fc.boolean(),
        async (habits, count, hostWorks) => {
          // where the host must not be risked, two deaths over one chunk are the end of the run
          const mild = hostWorks ? habits : habits.map((one) => (one.then === 'ends' ? { ...one, then: 'leaves' as const } : one));
          const trials = squares(count);
          const { values, told } = await shared(trials, poolOf(mild, trials, hostWorks));
          expect(values).toEqual(Array.from({ length: count }, (_, trial) => trial * trial));
          expect(told).toEqual([...told].sort((a, b) => a - b));
        },
      ),
      { numRuns: 40 },
    );
  });
  test('throws what the first of the failed trials threw, whoever computes it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aHabit, { maxLength: 4 }),
        fc.uniqueArray(fc.nat(199), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        async (habits, bad, hostWorks) => {
          const mild = habits.map((one) => (one.then === 'ends' ? { ...one, then: 'leaves' as const } : one));
          const trials = squares(200, bad);
          const error = new ProjectaError('STRATEGY_ERROR', `trial ${Math.min(...bad)}`);
          await expect(shared(trials, poolOf(mild, trials, hostWorks))).rejects.toThrow(error);
        },
      ),
      { numRuns: 40 },
    );
  });
  test('whose helper dies goes on with another; over two deaths on one chunk the run ends, and its host is not risked', async () => {
    const trials = squares(300);
    const dying: Habit = { chunks: 1, then: 'ends', slow: 2 };
    const { values } = await shared(trials, poolOf([dying, steady], trials, false));
    expect(values.length).toBe(300);
    await expect(shared(trials, poolOf([dying], trials, false))).rejects.toMatchObject({ code: 'INTERNAL' });
    await expect(shared(trials, poolOf([dying, dying, { ...dying, slow: 30 }], trials, false))).rejects.toMatchObject({ code: 'INTERNAL' });
    expect((await shared(trials, poolOf([dying, dying], trials, true))).values.length).toBe(300);
  });
  test('does one job after another with the same helpers', async () => {
    const trials = squares(50);
    const team = trialTeam(poolOf([steady, steady], trials, false), SOURCE);
    for (let job = 0; job < 3; job++) {
      const seen = new Set<number>();
      await team.share(JOB, trials, { put: (trial) => void seen.add(trial), tell: async () => undefined });
      expect(seen.size).toBe(50);
    }
    team.end('in peace');
  });
  test('ends as soon as `tell` throws', async () => {
    const trials = squares(100_000);
    const team = trialTeam(poolOf([{ ...steady, slow: 100_000 }], trials, false), SOURCE);
    let looks = 0;
    const tell = async (): Promise<void> => {
      if (looks++ === 2) throw new RunCancelled();
    };
    await expect(team.share(JOB, trials, { put: () => undefined, tell })).rejects.toBeInstanceOf(RunCancelled);
    expect(looks).toBe(3);
    team.end('in peace');
  });
});
