import { type Problem, quote } from '@projecta/errors';

const LONGEST = 128;

/** What is wrong with the name of a preset; undefined where nothing is. */
export function presetNameProblem(name: unknown): Problem | undefined {
  const isName = typeof name === 'string' && name.length <= LONGEST && name.trim() !== '' && !/\p{Cc}/u.test(name);
  if (isName) return undefined;
  const message = `the name of a preset has 1–${LONGEST} characters, not all of them blank and none a control character; this is ${quote(name)}.`;
  return { path: '/name', code: typeof name === 'string' ? 'OUT_OF_RANGE' : 'WRONG_TYPE', message };
}
