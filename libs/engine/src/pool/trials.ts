/** Trials of a method, each made from its number alone: by whom and in what order they are computed changes nothing. */
export interface Trials {
  readonly count: number;
  /** How many numbers a trial comes to. NaN stands for one that does not exist. */
  readonly width: number;
  /** About how many bars of work a trial is. */
  readonly bars: number;
  /** Writes a trial's numbers from `at` on. One that takes long is a generator, which pauses every few milliseconds. */
  values(trial: number, into: Float64Array, at: number): void | Generator<unknown, void, void>;
}

/** Told a trial's numbers, `into[at]` and on, which hold for the call. Trials come in any order, each once. */
export type PutTrial = (trial: number, from: Float64Array, at: number) => void;

/** What becomes of trials. */
export interface TrialsTo {
  readonly put: PutTrial;
  /** Told how many trials are done; may let the event loop turn, and throws to stop. */
  readonly tell: (done: number) => Promise<void>;
}
