import { ApiProblem } from '@projecta/client';

/** Why something was not done, for a person. */
export interface Refusal {
  readonly code: string;
  readonly detail: string;
  /** What is wrong with the input, each with its JSON pointer. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  /** Whether the same may succeed later. */
  readonly retryable: boolean;
}

const OUT_OF_REACH: Refusal = {
  code: 'OUT_OF_REACH',
  detail: 'The service does not answer. Is it running? Start it with npm start, or projecta serve.',
  errors: [],
  retryable: true,
};

/** What was thrown, as a refusal: a problem of the service, or a service that is out of reach. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof ApiProblem) {
    const { code, detail, errors, retryable } = error;
    return { code, detail, errors, retryable };
  }
  if (error instanceof TypeError) return OUT_OF_REACH; // what fetch throws where no connection is made
  return { code: 'BROKEN', detail: error instanceof Error ? error.message : String(error), errors: [], retryable: false };
}
