import { buildArtifacts } from '@projecta/artifacts';
import { runBacktest, type RunConfig } from '@projecta/engine';
import { sha256Stream } from '@projecta/hashing/node';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LoadPlan } from '../testing/load-driver.js';
import { lastSpin, misbehaving, misbehavingPlugins } from '../testing/plugins.js';
import { type RunningServer, startServer } from '../testing/running-server.js';
import { SAMPLE } from '../testing/sample-config.js';
import { until } from '../testing/until.js';

// Prints how the service compares with a bare Nest controller that returns a constant, both driven from a third process, in turn.

const ROUNDS = 7;
const REQUESTS = 3_000;
const WARM_UP = 10_000;
const CONNECTIONS = 16;
const RUNS = 30;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'projecta-bench-'));
const plugins = misbehavingPlugins(folder);
const bare = await startServer({ program: at('../testing/bare-server.js') });
const service = await startServer({ env: { PROJECTA_LOG_LEVEL: 'info', PROJECTA_PLUGINS: plugins } });
try {
  await answers();
  await delays();
  await runs();
  await cancels();
} finally {
  await Promise.all([bare.stop(), service.stop()]);
  rmSync(folder, { recursive: true, force: true });
}

async function answers(): Promise<void> {
  const body = JSON.stringify(SAMPLE);
  const { run_hash } = await completed(SAMPLE);
  const calls = {
    bare: { port: portOf(bare), method: 'GET', path: '/constant', body: '', status: 200 },
    'bare POST': { port: portOf(bare), method: 'POST', path: '/constant', body, status: 201 },
    'POST /runs, known': { port: portOf(service), method: 'POST', path: '/runs', body, status: 200 },
    'GET /runs/{run_hash}': { port: portOf(service), method: 'GET', path: `/runs/${run_hash}`, body: '', status: 200 },
  } as const;
  const seen = new Map<string, Driven[]>(Object.keys(calls).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, call] of Object.entries(calls)) {
      const plan = { ...call, connections: CONNECTIONS, requests: round < 0 ? WARM_UP : REQUESTS };
      const driven = await drive(plan, call.port === portOf(bare) ? bare : service);
      if (round >= 0) seen.get(name)!.push(driven);
    }
  }
  const figures = (name: string) => {
    const driven = seen.get(name)!;
    return { perSecond: median(driven.map(({ perSecond }) => perSecond)), cpu: median(driven.map(({ cpu_us }) => cpu_us)) };
  };
  const floor = figures('bare');
  for (const name of seen.keys()) {
    const { perSecond, cpu } = figures(name);
    const byTime = `${(perSecond / floor.perSecond).toFixed(2)} × bare`;
    print(
      name,
      `${perSecond.toFixed(0).padStart(6)} a second`,
      `${byTime}; CPU a request ${cpu.toFixed(0)} µs, ${(floor.cpu / cpu).toFixed(2)} × bare`,
    );
  }
}

interface Driven {
  readonly perSecond: number;
  /** CPU that the server's process took for a request, all threads. */
  readonly cpu_us: number;
}

async function drive(plan: LoadPlan, { pid }: RunningServer): Promise<Driven> {
  const before = cpuMs(pid);
  const { stdout } = await promisify(execFile)(process.execPath, [at('../testing/load-driver.js'), JSON.stringify(plan)]);
  const { per_second: perSecond } = JSON.parse(stdout) as { per_second: number };
  return { perSecond, cpu_us: ((cpuMs(pid) - before) * 1000) / plan.requests };
}

/** Linux: what a process has used so far, in steps of 10 ms. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** While every worker computes, and somebody asks for a run now and then. */
async function delays(): Promise<void> {
  const long = { ...SAMPLE, end: '2024-02-01', validation: { permutation: { trials: 300 } } };
  const hashes = [];
  for (let seed = 0; seed < 6; seed++)
    hashes.push(((await (await service.post('/runs', { ...long, seed })).json()) as { run_hash: string }).run_hash);
  await metric('nodejs_eventloop_lag_p99_seconds'); // each scrape begins anew
  for (let i = 0; i < 40; i++) {
    await service.fetch(`/runs/${hashes[i % hashes.length]!}`);
    await sleep(100);
  }
  print('event loop delay, all workers busy', `p99 ${(1000 * (await metric('nodejs_eventloop_lag_p99_seconds'))).toFixed(1)} ms`);
  for (const run_hash of hashes) await service.fetch(`/runs/${run_hash}/cancel`, { method: 'POST' });
}

async function metric(name: string): Promise<number> {
  const text = await (await service.fetch('/metrics')).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)![1]);
}

async function runs(): Promise<void> {
  const posted: number[] = [];
  const inProcess: number[] = [];
  const withoutArtifacts: number[] = [];
  for (let seed = 1_000; seed < 1_000 + RUNS; seed++) {
    const config = { ...SAMPLE, seed };
    posted.push(await timed(() => completed(config)));
    let result: Awaited<ReturnType<typeof runBacktest>>;
    const alone = await timed(async () => {
      result = await runBacktest({ config: config as RunConfig, hash: sha256Stream });
    });
    withoutArtifacts.push(alone);
    inProcess.push(alone + (await timed(async () => void buildArtifacts(result, { engineVersion: '0.0.0', hash: sha256Stream }))));
  }
  const [p, q] = [median(posted), median(inProcess)];
  print(
    'POST to completed, the sample',
    `p50 ${p.toFixed(0)} ms`,
    `${(p / q).toFixed(2)} × in process with artifacts (${q.toFixed(0)} ms)`,
  );
  print('', '', `of which the backtest ${median(withoutArtifacts).toFixed(0)} ms`);
}

/** How long an endless loop goes on after its cancel was sent. */
async function cancels(): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const { run_hash } = (await (await service.post('/runs', misbehaving('endless', n))).json()) as { run_hash: string };
    await until(() => existsSync(join(folder, `still-${n}`)));
    const sent = Date.now();
    await service.fetch(`/runs/${run_hash}/cancel`, { method: 'POST' });
    await sleep(1_500); // also for the thread that takes its place
    times.push(lastSpin(folder, n) - sent);
  }
  print('cancel of an endless loop', `p50 ${median(times).toFixed(0)} ms`, `longest ${Math.max(...times).toFixed(0)} ms`);
}

async function completed(config: object): Promise<{ readonly run_hash: string }> {
  const response = await service.post('/runs', config, { Prefer: 'wait=60' });
  const body = (await response.json()) as { run_hash: string; status: string };
  if (body.status !== 'completed') throw new Error(`The run is ${JSON.stringify(body)}`);
  return body;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await act();
  return performance.now() - since;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function portOf({ url }: RunningServer): number {
  return Number(new URL(url).port);
}

function print(...cells: readonly string[]): void {
  console.log(
    cells
      .map((cell, i) => cell.padEnd([36, 18][i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
