import { apiProblem } from './api-problem.js';

/** What openapi-fetch gives. */
interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer. Throws ApiProblem. */
export async function answered<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw apiProblem(response, error);
  return data as Data;
}
