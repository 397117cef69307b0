import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Of the clock of /proc. */
const MS_A_TICK = 10;

/** CPU time that a process has taken with all its threads, ms; Linux only. */
export function cpuTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}

/** What it has taken by the time that it takes (next to) nothing any more. */
export async function cpuTimeAtRest(pid: number): Promise<number> {
  for (let last = cpuTime(pid); ;) {
    await sleep(1_000);
    const now = cpuTime(pid);
    if (now - last <= 2 * MS_A_TICK) return now;
    last = now;
  }
}
