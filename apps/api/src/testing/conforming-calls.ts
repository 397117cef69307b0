import { expect } from '@jest/globals';
import type { RouteDoc } from '../openapi/route.js';
import type { Call, CheckedAnswer, CheckedCalls } from './checked-calls.js';

/** Calls of a spec whose answers must be as the document says. */
export interface ConformingCalls {
  /** Calls, and expects the status and that the answer is as the document says. */
  call(one: Call, status: number): Promise<CheckedAnswer>;
  /** `method /template status` of the answers of these routes, problems apart, that no call has had. */
  unseen(routes: readonly RouteDoc[]): string[];
}

export function conformingCalls(checked: () => CheckedCalls): ConformingCalls {
  const seen = new Set<string>();
  return {
    async call(one, status) {
      const answer = await checked()(one);
      seen.add(`${one.method} ${one.template} ${answer.status}`);
      expect([one.method, one.template, answer.status, answer.problems]).toEqual([one.method, one.template, status, []]);
      return answer;
    },
    unseen(routes) {
      const described = routes.flatMap(({ method, path, answers }) => Object.keys(answers).map((status) => `${method} ${path} ${status}`));
      return described.filter((one) => !seen.has(one));
    },
  };
}

/** A field of a JSON answer, as text. */
export function fieldOf({ json }: CheckedAnswer, name: string): string {
  return String((json as Record<string, unknown>)[name]);
}
