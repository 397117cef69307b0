import { realpath, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from './report.js';

/** Writes a report: whole or not at all where a file is or will be, straight into what is none (a pipe, /dev/null). */
export async function writeReport(path: string, report: Report): Promise<void> {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const target = await realpath(path).catch(() => resolve(path));
  const isFile = await stat(target).then(
    (found) => found.isFile(),
    () => true,
  );
  if (!isFile) return writeFile(target, text);
  const { writeWhole } = await import('../write-whole.js'); // not before: it loads the database's driver, which may be what is wrong
  await writeWhole(target, [text]);
}
