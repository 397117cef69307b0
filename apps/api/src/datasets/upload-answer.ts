import type { Response } from 'express';
import type { DryRunView } from './dry-run-view.js';
import type { StoredUpload } from './uploads.service.js';

/** What PUT answers: 201 for a new version, 200 for one that was stored before and for what was only looked at. */
export function uploadAnswer(taken: StoredUpload | DryRunView | undefined, response: Response): object | undefined {
  if (!taken || !('view' in taken)) return taken;
  const { created, view } = taken;
  const { symbol, timeframe, data_hash } = view;
  response.status(created ? 201 : 200).location(`/datasets/${encodeURIComponent(symbol)}?timeframe=${timeframe}`);
  response.setHeader('ETag', `"${data_hash}"`);
  return { ...view, created };
}
