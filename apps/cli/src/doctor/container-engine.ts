import { decodeOutput, jsonObject } from './decode-output.js';
import { failed, type Finding, passed, unknown } from './finding.js';
import type { ProgramEnd, Question } from './run-program.js';

const TIMEOUT_MS = 15_000;

export const DOCKER_QUESTION: Question = { program: 'docker', words: ['info', '--format', '{{json .}}'], timeoutMs: TIMEOUT_MS };
export const PODMAN_QUESTION: Question = { program: 'podman', words: ['info', '--format', 'json'], timeoutMs: TIMEOUT_MS };

/** A container engine as its client shows it. */
export interface Engine {
  readonly name: 'Docker' | 'Podman';
  readonly state: 'answers' | 'absent' | 'denied' | 'stopped' | 'silent';
  /** Of the engine, where it answers. */
  readonly version: string;
  /** The containers it runs: linux or windows. */
  readonly os: string;
}

/** Reads `docker info` or `podman info` in JSON; Podman's stand-in for docker answers in its own form. */
export function readEngine(client: Engine['name'], { how, output, errors }: ProgramEnd): Engine {
  const info = jsonObject(decodeOutput(output).trim()) ?? {};
  const host = part(info['host']);
  if (host['os'] !== undefined) {
    return { name: 'Podman', state: 'answers', version: String(part(info['version'])['Version'] ?? ''), os: String(host['os']) };
  }
  const version = info['ServerVersion'];
  if (typeof version === 'string' && version !== '') return { name: client, state: 'answers', version, os: String(info['OSType']) };
  const nothing = { name: client, version: '', os: '' };
  if (how === 'absent') return { ...nothing, state: 'absent' };
  if (how === 'timed_out') return { ...nothing, state: 'silent' };
  const said = `${decodeOutput(errors)}\n${String(info['ServerErrors'] ?? '')}`;
  return { ...nothing, state: how === 'refused' || /permission denied|access is denied/i.test(said) ? 'denied' : 'stopped' };
}

/** Whether one of the engines runs Linux containers for this user. */
export function containerEngine(engines: readonly Engine[], platform: NodeJS.Platform): Finding {
  const answering = engines.find(({ state, os }) => state === 'answers' && os === 'linux');
  if (answering !== undefined) return passed(`${answering.name} ${answering.version} answers`);
  const isDesktop = platform === 'win32' || platform === 'darwin';
  const there = engines.find(({ state }) => state !== 'absent');
  const install = `Install ${isDesktop ? 'Docker Desktop' : 'Docker Engine'} or Podman.`;
  if (there === undefined) return failed('neither docker nor podman is there', install);
  const { name, state, os } = there;
  const start = STARTS[name][isDesktop ? 'desktop' : 'server'];
  const open = name === 'Docker' && !isDesktop ? 'sudo usermod -aG docker $USER, then log in again.' : start;
  if (state === 'answers') return failed(`${name} runs ${os} containers`, 'Switch Docker Desktop to Linux containers.');
  if (state === 'silent') return unknown(`${name} does not answer within ${TIMEOUT_MS / 1000} s`, start);
  if (state === 'denied') return failed(`${name} is not open to this user`, open);
  return failed(`${name} is installed and its engine does not run`, start);
}

/** How an engine is started, or started again. */
const STARTS = {
  Docker: { desktop: 'Start Docker Desktop, or restart it.', server: 'sudo systemctl restart docker.' },
  Podman: { desktop: 'podman machine start.', server: 'See what podman info says.' },
} as const;

function part(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
