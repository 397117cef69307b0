import { type Problem, quote } from '@projecta/errors';

const LONGEST = 100;

/** What is wrong with the name of a preset; undefined where nothing is. */
export function presetNameProblem(name: unknown): Problem | undefined {
  const isName = typeof name === 'string' && name.length <= LONGEST && name !== '' && name.trim() === name && !/\p{Cc}/u.test(name);
  if (isName) return undefined;
  const message = `the name of a preset has 1–${LONGEST} characters, no control characters and no spaces around it; this is ${quote(name)}.`;
  return { path: '/name', code: typeof name === 'string' ? 'OUT_OF_RANGE' : 'WRONG_TYPE', message };
}
