import { expect } from '@jest/globals';
import type { ProblemDocument } from '../http/problem-document.js';

/** The problem that an answer is. */
export async function problemOf(answer: Response): Promise<ProblemDocument> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await answer.json()) as ProblemDocument;
  expect([problem.status, problem.type]).toEqual([answer.status, `/problems/${problem.code}`]);
  return problem;
}

/** Its status and code, and the path and code of each error. */
export async function problemIn(answer: Response): Promise<[number, string, ...(readonly [string, string])[]]> {
  const { status, code, errors = [] } = await problemOf(answer);
  return [status, code, ...errors.map((one) => [one.path, one.code] as const)];
}
