import { civilDate, DAY_MS } from './civil-date.js';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `2020-04-17` of epoch ms, UTC. */
export function formatDate(ms: number): string {
  const { year, month, day } = civilDate(ms);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** `14:30` of epoch ms, UTC, with seconds when there are any. */
export function formatClock(ms: number): string {
  const inDay = ms - Math.floor(ms / DAY_MS) * DAY_MS;
  const seconds = Math.floor(inDay / 1000) % 60;
  const clock = `${two(Math.floor(inDay / 3_600_000))}:${two(Math.floor(inDay / 60_000) % 60)}`;
  return seconds === 0 ? clock : `${clock}:${two(seconds)}`;
}

/** A bar's opening time: the date alone for bars of a day or longer that open at midnight, else date and clock. */
export function formatBarTime(ms: number, daily: boolean): string {
  return daily ? formatDate(ms) : `${formatDate(ms)} ${formatClock(ms)}`;
}

/** Whether every one of the bars opens at midnight UTC, so that a date names it. The ends and the middle are looked at. */
export function isDaily(ts: Float64Array): boolean {
  const n = ts.length;
  for (const t of [0, 1, 2, n >> 1, n - 2, n - 1]) {
    if (t >= 0 && t < n && ts[t]! % DAY_MS !== 0) return false;
  }
  return true;
}

/** A length of time in the two largest units that fit: `3 y 45 d`, `12 d 4 h`, `5 h 30 min`. A year is 365 days here. */
export function formatDuration(ms: number): string {
  const units = [
    ['y', 365 * DAY_MS],
    ['d', DAY_MS],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1000],
  ] as const;
  const first = units.findIndex(([, size]) => ms >= size);
  if (first < 0) return '0 s';
  const [name, size] = units[first]!;
  const whole = Math.floor(ms / size);
  const next = units[first + 1];
  const rest = next === undefined ? 0 : Math.floor((ms - whole * size) / next[1]);
  return rest === 0 ? `${whole} ${name}` : `${whole} ${name} ${rest} ${next![0]}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
