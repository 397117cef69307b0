// Chromium with a pool of web workers, over memory that they share and over copies.
import { build } from 'esbuild';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { onChromium } from './browser-hosts.js';

const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export const sharingWorkers = poolHost('Chromium, 2 web workers, shared memory', { isShared: true });
export const copyingWorkers = poolHost('Chromium, 2 web workers, copies', { isShared: false });

function poolHost(name, { isShared }) {
  return {
    name,
    async digests(_script, folder) {
      const server = await serve(isShared ? ISOLATED : {});
      try {
        return await onChromium(folder, async (page, version) => {
          await page.goto(`http://127.0.0.1:${server.address().port}/`);
          const found = await page.evaluate('projectaPool()');
          if (found.isShared !== isShared) throw new Error(`crossOriginIsolated is ${found.isShared}`);
          if (found.answers === 0) throw new Error('no worker helped');
          return { version: `${version}, ${found.answers} chunks`, json: found.json };
        });
      } finally {
        server.close();
      }
    },
  };
}

/** A page with the golden runs, and the script of its workers. */
async function serve(headers) {
  const files = {
    '/': ['text/html', '<!doctype html><title>pool</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', await bundled('pool-entry.js')],
    '/worker.js': ['text/javascript', await bundled('../dist/browser/trial-worker.js')],
  };
  const server = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'Content-Type': type, ...headers }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function bundled(file) {
  const entryPoints = [fileURLToPath(new URL(file, import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'esm', platform: 'browser', logLevel: 'error' });
  return outputFiles[0].text;
}
