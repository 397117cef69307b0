import { MessageChannel } from 'node:worker_threads';
import type { CrewThread } from './crew-thread.js';

/** Threads that help others with their trials while no task needs them. */
export interface Lending {
  /** Notes whether the task in a thread could do with helpers; one that does no more gives back those it has, at once where they must not go on. */
  want(borrower: CrewThread, wants: 'helpers' | 'none' | 'none at once'): void;
  /** Lends free threads to whoever wants help, evenly. */
  spread(): void;
  /** Calls one thread back: it is released at the next trial, or when its patience is over. */
  recall(): void;
  /** How many are lent, those included that have not loaded yet. */
  readonly count: number;
  /** How many are at it. */
  readonly helping: number;
}

export interface LendingFrom {
  /** A thread that has nothing to do, or a new one. */
  take(): CrewThread | undefined;
  /** Told of a thread that has nothing to do again. */
  release(thread: CrewThread): void;
}

interface Loan {
  readonly thread: CrewThread;
  readonly borrower: CrewThread;
  /** Ends the thread where it does not end by itself. */
  readonly recall: AbortController;
  isAtIt: boolean;
  isAsked: boolean;
}

/** How long a helper that is called back may go on with a trial. To end a thread costs another one's start, so a busy machine is waited for. */
const PATIENCE_MS = 1000;

export function lending({ take, release }: LendingFrom): Lending {
  const borrowers = new Set<CrewThread>();
  const loans = new Set<Loan>();
  const helpersOf = (borrower: CrewThread): number => [...loans].filter((loan) => loan.borrower === borrower).length;

  async function lend(thread: CrewThread, borrower: CrewThread): Promise<void> {
    const loan: Loan = { thread, borrower, recall: new AbortController(), isAtIt: false, isAsked: false };
    loans.add(loan);
    try {
      await thread.ready;
      if (loan.isAsked) return;
      const { port1, port2 } = new MessageChannel();
      const helped = thread.perform({ kind: 'assist', port: port1 }, { signal: loan.recall.signal });
      borrower.help(port2);
      loan.isAtIt = true;
      await helped;
    } catch {
      // it was called back, or it broke: whom it helped goes on without it, and gets no other that might break the same way
      if (!loan.isAsked) borrowers.delete(borrower);
    } finally {
      loans.delete(loan);
      release(thread);
    }
  }

  const callBack = (loan: Loan): void => {
    if (loan.isAsked) return;
    loan.isAsked = true;
    if (loan.isAtIt) loan.thread.ask();
    setTimeout(() => loan.recall.abort(), PATIENCE_MS).unref();
  };

  return {
    want(borrower, wants) {
      if (wants === 'helpers') {
        borrowers.add(borrower);
        return this.spread();
      }
      borrowers.delete(borrower);
      for (const loan of [...loans].filter((one) => one.borrower === borrower)) {
        callBack(loan);
        if (wants === 'none at once') loan.recall.abort();
      }
    },
    spread() {
      while (borrowers.size > 0) {
        const thread = take();
        if (!thread) return;
        const [neediest] = [...borrowers].sort((a, b) => helpersOf(a) - helpersOf(b));
        void lend(thread, neediest!);
      }
    },
    recall() {
      const latest = [...loans].findLast(({ isAsked }) => !isAsked);
      if (latest) callBack(latest);
    },
    get count() {
      return loans.size;
    },
    get helping() {
      return [...loans].filter(({ isAtIt }) => isAtIt).length;
    },
  };
}
