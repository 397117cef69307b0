import { readFileSync } from 'node:fs';

/**
 * A name for a process that others on this machine can ask after: its pid, and when it started as far as the system tells, since pids
 * come again (in a container the same one at every start).
 */
export function processOwner(pid = process.pid): string {
  return `${pid}.${startOf(pid) ?? 0}`;
}

/** Whether the process of an owner's name runs. Where the system does not tell when processes started, its pid alone decides. */
export function isOwnerAlive(owner: string): boolean {
  const [pid, start] = owner.split('.').map(Number);
  if (!pid || !Number.isSafeInteger(pid) || pid < 0 || !isRunning(pid)) return false;
  const now = startOf(pid);
  if (now === undefined) return pid !== process.pid || owner === processOwner();
  return now === start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * In clock ticks after boot (Linux: field 22 of /proc/PID/stat; the command before it may hold spaces and brackets).
 * A zombie, which has ended and waits for its parent to ask, started never: NaN, which equals no start.
 */
function startOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? NaN : Number(fields[19]);
  } catch {
    return undefined;
  }
}
