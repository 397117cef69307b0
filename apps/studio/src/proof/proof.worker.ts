import { createClient } from '@projecta/client';
import { refusalOf } from '../api/refusal.js';
import { computeProof } from './compute-proof.js';
import type { ProofMessage, ProofRequest } from './proof-message.js';

/** The engine runs here, beside the page: whoever cancels ends the thread. What is on the disk now counts, so nothing comes from the browser's cache. */
addEventListener('message', ({ data }: MessageEvent<ProofRequest>) => {
  const tell = (message: ProofMessage): void => postMessage(message);
  const client = createClient({ baseUrl: data.baseUrl, fetch: (request) => fetch(request, { cache: 'no-store' }) });
  computeProof(data, client, tell).then(
    (outcome) => tell({ kind: 'end', outcome }),
    (error: unknown) => tell({ kind: 'end', outcome: { kind: 'refused', refusal: refusalOf(error) } }),
  );
});
