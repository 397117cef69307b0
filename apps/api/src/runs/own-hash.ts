import type { NamedRun } from './run-links.js';

/** The hash under the name that it has in answers: `{run_hash}` of a run, `{sweep_hash}` of a sweep. */
export function ownHash({ kind, run_hash }: NamedRun): { readonly run_hash: string } | { readonly sweep_hash: string } {
  return kind === 'run' ? { run_hash } : { sweep_hash: run_hash };
}
