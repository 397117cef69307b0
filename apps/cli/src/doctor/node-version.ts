import { failed, type Finding, noted, passed } from './finding.js';

/** The oldest that runs, and those that every release is tested on. */
const OLDEST = 20;
const TESTED: readonly number[] = [20, 22, 24];

/** Whether this Node is one that Project A runs on; `version` as in process.version. */
export function nodeVersion(version: string): Finding {
  const major = Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
  const tested = `${TESTED.slice(0, -1).join(', ')} and ${TESTED.at(-1)}`;
  if (major < OLDEST) return failed(`${version}, which is too old`, `Install Node ${TESTED.at(-1)}: Project A needs ${OLDEST} or newer.`);
  if (!TESTED.includes(major))
    return noted(`${version}, which is not among the tested ${tested}`, `If something is odd, try Node ${TESTED.at(-1)}.`);
  return passed(`${version}; tested are ${tested}`);
}
