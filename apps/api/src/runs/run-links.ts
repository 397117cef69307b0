/** Where everything of a run is. */
export function runLinks(run_hash: string): Readonly<Record<string, string>> {
  const self = `/runs/${run_hash}`;
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
