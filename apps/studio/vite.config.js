import { THEMES } from '@projecta/report';
import { defineConfig } from 'vite';

/** The colours of the reports, in the page itself: the first paint has them. */
const themes = {
  name: 'projecta-themes',
  // before the build minifies the page's own style, comments and all
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('/* themes */', THEMES) },
};

const service = process.env.PROJECTA_URL ?? 'http://127.0.0.1:8000';

export default defineConfig({
  base: '/studio/',
  plugins: [themes],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: true },
  worker: { format: 'es' },
  // `npx vite` beside a running service: every call that is not a part of the page goes there
  server: { proxy: { '^/(?!studio/)': service } },
});
