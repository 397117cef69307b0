import type { Manifest, Verification } from '@projecta/artifacts';
import type { Replay } from '@projecta/home';
import type { Terminal } from '../terminal.js';
import { facts } from './data-set-facts.js';
import { formatNumber } from './format-number.js';

export interface Verified {
  readonly folder: string;
  readonly verification: Verification;
  /** Null where it cannot be read. */
  readonly manifest: Manifest | null;
  /** Null where it was asked for and could not be made, undefined where it was not asked for. */
  readonly replay: Replay | null | undefined;
}

/** What verifying a run showed, artifact by artifact. */
export function verificationPage({ folder, verification, manifest, replay }: Verified, { color }: Pick<Terminal, 'color'>): string {
  const { ok, files, differences } = verification;
  const listed = [...(manifest?.artifacts ?? []).map(({ name }) => name), ...(manifest ? ['manifest.json'] : [])];
  const names = [...new Set([...listed, ...differences.map(({ artifact }) => artifact)])];
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const lines = names.flatMap((name) => {
    const wrong = differences.filter(({ artifact }) => artifact === name);
    if (wrong.length === 0) return [`${color.green('✓')} ${name}`];
    return wrong.map(
      ({ message }) =>
        `${color.red('✗')} ${name.padEnd(width)}${message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message}`,
    );
  });
  const verdict = ok
    ? color.green(`Intact: ${formatNumber(files, 0)} files are what their hashes say.`)
    : color.red(`Damaged: ${formatNumber(differences.length, 0)} difference${differences.length === 1 ? '' : 's'}.`);
  const rows = [
    ['run_hash', verification.run_hash ?? 'unknown'],
    ['folder', folder],
  ] as const;
  return [...lines, '', verdict, ...replayLines(replay, color), facts(rows, { color })].join('\n');
}

function replayLines(replay: Replay | null | undefined, color: Terminal['color']): string[] {
  if (replay === undefined) return [];
  if (replay === null) return [color.red('Replay: not made, since what it is made from is damaged.')];
  const paint = replay.status === 'same' ? color.green : replay.status === 'mismatch' ? color.red : color.yellow;
  return [
    paint(`Replay: ${replay.status}. ${replay.message}`),
    ...replay.differences.map(({ artifact, message }) => `${color.red('✗')} ${artifact}: ${message}`),
  ];
}
