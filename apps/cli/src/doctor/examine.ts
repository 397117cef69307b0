import { type Check, failed, type Finding, unknown } from './finding.js';

/** A check and what it found. */
export interface Item extends Finding {
  readonly name: string;
  readonly title: string;
  readonly needed_for: Check['neededFor'];
}

export interface Examined {
  readonly items: readonly Item[];
  /** Whether a check still runs somewhere, so that the process may not end by itself. */
  readonly isHanging: boolean;
}

/** Makes all checks at once, none for longer than its patience; one that throws or hangs is a finding and keeps no other from being made. */
export async function examine(checks: readonly Check[]): Promise<Examined> {
  let isHanging = false;
  const items = checks.map(async (check): Promise<Item> => {
    const late = (): Finding => {
      isHanging = true;
      return unanswered(check, `no answer within ${check.patienceMs / 1000} s`);
    };
    const finding = await within(check.patienceMs, look(check), late);
    return { name: check.name, title: check.title, needed_for: check.neededFor, ...finding };
  });
  return { items: await Promise.all(items), isHanging };
}

async function look(check: Check): Promise<Finding> {
  try {
    return await check.look();
  } catch (error) {
    return unanswered(check, error instanceof Error ? error.message : String(error));
  }
}

/** What Project A needs must answer; of the rest it is just not known. */
function unanswered({ name, neededFor }: Check, found: string): Finding {
  if (neededFor === 'projecta') return failed(found, 'See what is wrong with it, then run projecta doctor again.');
  return unknown(found, 'Run projecta doctor again.', name.startsWith('feature_status.') ? 'Unknown' : 'UNKNOWN');
}

async function within<T>(patienceMs: number, work: Promise<T>, otherwise: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => (timer = setTimeout(() => resolve(otherwise()), patienceMs)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
