/** What an item says, in the words its readers know. */
export type Value =
  'PASS' | 'FAIL' | 'UNKNOWN' | 'YES' | 'NO' | 'Enabled' | 'Disabled' | 'Unknown' | 'AUTO' | 'NOT_AUTO' | 'NOT_APPLICABLE';

/** What that means: `note` is worth knowing and stops nothing; `unknown` could not be looked at. */
export type Verdict = 'ok' | 'note' | 'wrong' | 'unknown' | 'not_applicable';

/** What a check found. */
export interface Finding {
  readonly value: Value;
  readonly verdict: Verdict;
  /** A sentence or less. */
  readonly found: string;
  /** What to do about it; null where there is nothing to do. */
  readonly remedy: string | null;
}

/** One thing to look at. */
export interface Check {
  /** Its key in the report. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  readonly neededFor: 'projecta' | 'containers';
  /** How long it may take. */
  readonly patienceMs: number;
  /** May throw: that is a finding too. */
  look(): Finding | Promise<Finding>;
}

/** All is well. */
export function passed(found: string): Finding {
  return { value: 'PASS', verdict: 'ok', found, remedy: null };
}

/** It works, and this is worth knowing. */
export function noted(found: string, remedy: string): Finding {
  return { value: 'PASS', verdict: 'note', found, remedy };
}

/** It does not work. */
export function failed(found: string, remedy: string): Finding {
  return { value: 'FAIL', verdict: 'wrong', found, remedy };
}

/** It could not be looked at. */
export function unknown(found: string, remedy: string | null = null, value: Value = 'UNKNOWN'): Finding {
  return { value, verdict: 'unknown', found, remedy };
}

/** It means nothing on this platform. */
export function notApplicable(found: string): Finding {
  return { value: 'NOT_APPLICABLE', verdict: 'not_applicable', found, remedy: null };
}
