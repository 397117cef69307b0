import type { Run } from '@projecta/persistence';

/** What names a run, or a sweep. */
export type NamedRun = Pick<Run, 'run_hash' | 'kind'>;

/** The address of a run or a sweep: `/runs/{run_hash}`, `/sweeps/{sweep_hash}`. */
export function runAddress({ kind, run_hash }: NamedRun): string {
  return `/${kind}s/${run_hash}`;
}

/** Where everything of it is. */
export function runLinks(run: NamedRun): Readonly<Record<string, string>> {
  const self = runAddress(run);
  return {
    self,
    events: `${self}/events`,
    artifacts: `${self}/artifacts`,
    report: `${self}/artifacts/report.html`,
    verify: `${self}/verify`,
    cancel: `${self}/cancel`,
    pin: `${self}/pin`,
  };
}
