import { ERROR_CODES, type ErrorCode, type Problem } from '@projecta/errors';
import { describeProblem } from '../../problems/describe-problem.js';
import { PRESET_ID, RUN_HASH } from './hashes.js';
import { INPUT_EXAMPLES } from './input-examples.js';

export interface Example {
  readonly summary: string;
  readonly value: unknown;
}

/** What problems of a request itself say, and where. */
const TOLD: Readonly<Partial<Record<ErrorCode, readonly [instance: string, detail: string]>>> = {
  NOT_FOUND: ['/nothing', 'There is nothing at /nothing. GET /docs lists what there is.'],
  RUN_NOT_FOUND: ['/runs/0123456789', 'There is no run "0123456789". Give its hash of 64 digits (0–9, a–f), or at least the first 8.'],
  RUN_PRUNED: [
    `/runs/${RUN_HASH}`,
    `The results of run ${RUN_HASH} were removed to keep the number of stored runs in its limit. Post its config again to compute it again.`,
  ],
  AMBIGUOUS_PREFIX: ['/runs/73889e39', `"73889e39" begins several runs; give more digits: ${RUN_HASH}, …`],
  RUN_PINNED: [`/runs/${RUN_HASH}`, `The run ${RUN_HASH} is pinned. Remove the pin first.`],
  PRESET_NOT_FOUND: [`/presets/${PRESET_ID}`, 'There is no preset of this id. GET /presets lists them.'],
  ARTIFACT_NOT_FOUND: [
    `/runs/${RUN_HASH}/artifacts/equity.csv`,
    'There is no artifact "equity.csv" here. Did you mean "equity.svg"? There are causality.json, …',
  ],
  ARTIFACT_DAMAGED: [
    `/runs/${RUN_HASH}/artifacts/equity.parquet`,
    'equity.parquet is not what its manifest says. The /verify beside its /artifacts tells more; to mend it, DELETE the run or sweep and post it again.',
  ],
  SWEEP_NOT_FOUND: [
    '/sweeps/0123456789',
    'There is no sweep "0123456789". Give its hash of 64 digits (0–9, a–f), or at least the first 8.',
  ],
  UNAUTHORIZED: ['/runs', 'This server wants a token: send Authorization: Bearer TOKEN, or POST it to /session once for a cookie.'],
  HOST_NOT_ALLOWED: ['/runs', 'This server answers to 127.0.0.1, localhost and [::1] only. Use one of them in the address.'],
  METHOD_NOT_ALLOWED: ['/runs', 'PATCH is not possible here; GET, HEAD, OPTIONS, POST are.'],
  NOT_ACCEPTABLE: ['/runs', 'The answer is application/json, which Accept: image/png does not take.'],
  UNSUPPORTED_MEDIA_TYPE: ['/runs', 'The body is text/plain; send JSON with Content-Type: application/json.'],
  PAYLOAD_TOO_LARGE: ['/runs', 'The body is larger than the 1048576 bytes that are taken.'],
  RATE_LIMITED: ['/runs', 'More than 1200 requests came from this client in a minute. Wait, then go on more slowly.'],
  QUEUE_FULL: ['/runs', '1000 runs are waiting, and 1000 may. Try again when some have ended.'],
  SHUTTING_DOWN: ['/runs', 'The server is stopping; try again when it is back.'],
  STORAGE_UNAVAILABLE: ['/runs', 'The database cannot be written to: the disk is full. Make room, then try again.'],
  INTERNAL: ['/runs', 'Something broke that should not. The log has more under the request_id; please report it.'],
};

/** An example of every code: as the problem itself, or for those that say what is wrong with an input, among its `errors`. */
export const PROBLEM_EXAMPLES: Readonly<Record<ErrorCode, Example>> = Object.fromEntries(
  ERROR_CODES.map((code) => [code, { summary: describeProblem(code).title, value: exampleOf(code) }]),
) as Record<ErrorCode, Example>;

function exampleOf(code: ErrorCode): object {
  const input = INPUT_EXAMPLES[code];
  if (!input) return problem(code, TOLD[code] ?? ['/runs', describeProblem(code).description]);
  const { as = code, detail = input.message, instance = '/runs', ...error } = input;
  return problem(
    as,
    [instance, detail],
    [{ path: error.path, code, message: error.message, ...(error.allowed && { allowed: error.allowed }) }],
  );
}

function problem(code: ErrorCode, [instance, detail]: readonly [string, string], errors: readonly Problem[] = []): object {
  const { type, title, retryable } = describeProblem(code);
  const status = code === 'DATA_NOT_FOUND' ? 422 : describeProblem(code).status;
  const request_id = '2f1c9a54-6f6e-4d0a-9c39-0c8f1f4a7a10';
  return { type, title, status, detail, instance, code, retryable, request_id, ...(errors.length > 0 && { errors }) };
}
