// The golden runs with two web workers, in a page: leaves one global, a function that gives a promise of the digests as JSON and of what helped.
import { openTrialPool } from '../dist/browser/index.js';
import { goldenDigests } from '../dist/testing/golden-digests.twin.js';

globalThis.projectaPool = async () => {
  const pool = openTrialPool({ workers: 2, least: 0, start: (name) => new Worker('/worker.js', { type: 'module', name }) });
  await pool.ready;
  let answers = 0;
  const counted = (helper) => ({
    ...helper,
    listen: ({ onMessage, onEnd }) =>
      helper.listen({ onEnd, onMessage: (message) => ((answers += message.kind === 'values' ? 1 : 0), onMessage(message)) }),
  });
  const digests = await goldenDigests({ ...pool, lend: (take) => pool.lend((helper) => take(counted(helper))) });
  await pool.end();
  return { json: JSON.stringify(digests), answers, isShared: globalThis.crossOriginIsolated };
};
