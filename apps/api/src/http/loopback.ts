/** The names under which a machine reaches itself. */
export const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '::1'];

/** Whether a server bound to this host is reached from its own machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
}
