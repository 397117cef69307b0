import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The built service with the built studio, on a home of its own, and a browser. */
export interface Stage {
  readonly url: string;
  /** Its PROJECTA_HOME. */
  readonly home: string;
  /** A page of a new visitor, at a fragment such as `#/runs`. What it reports as an error fails the test that asks for `errors`. */
  visit(fragment?: string, options?: VisitOptions): Promise<Page>;
  /** What pages have thrown or written to the console as an error since the last call. */
  errors(): string[];
  /** Posts a value as JSON and gives the answer's. */
  post<T>(path: string, body: unknown): Promise<T>;
  end(): Promise<void>;
}

interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before anything of the page does. */
  readonly script?: () => void;
}

const PROGRAM = fileURLToPath(new URL('../../cli/bin/projecta.js', import.meta.url));
const READY = /ready at (http:\S+)/;

/** Quiet, and without what a browser asks the network for by itself. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Starts both. The browser is Debian's Chromium, or what CHROMIUM names. */
export async function openStage(): Promise<Stage> {
  const home = mkdtempSync(join(tmpdir(), 'projecta-studio-'));
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PROJECTA_|NODE_OPTIONS$)/.test(name)));
  const settings = { PROJECTA_HOME: home, PROJECTA_PORT: '0', PROJECTA_LOG_LEVEL: 'warn', PROJECTA_WORKERS: '2' };
  const server = spawn(process.execPath, [PROGRAM, 'serve'], { env: { ...inherited, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => server.once('close', resolve));
  const url = await Promise.race([
    readyUrl(server),
    ended.then((code) => Promise.reject(new Error(`The server ended (${String(code)}).`))),
  ]);
  const browser: Browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
  let errors: string[] = [];
  return {
    ...{ url, home },
    async visit(fragment = '', { script, ...options } = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', ({ message }) => void errors.push(message));
      page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
      if (script) await page.addInitScript(script);
      await page.goto(`${url}/${fragment}`);
      return page;
    },
    errors() {
      const found = errors;
      errors = [];
      return found;
    },
    async post<T>(path: string, body: unknown) {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Prefer: 'wait=60' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    async end() {
      await browser.close();
      server.kill('SIGTERM');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function readyUrl({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stdout!.on('data', (piece: Buffer) => {
      text += piece.toString();
      const found = READY.exec(text);
      if (found) resolve(found[1]!);
    });
  });
}
