import type { Settings } from '@projecta/home';
import type { Context } from '../command.js';
import { containerChecks } from '../doctor/container-checks.js';
import { doctorPage } from '../doctor/doctor-page.js';
import { environment } from '../doctor/environment.js';
import { examine } from '../doctor/examine.js';
import { thisMachine } from '../doctor/machine.js';
import { projectChecks } from '../doctor/project-checks.js';
import { report } from '../doctor/report.js';
import { writeReport } from '../doctor/write-report.js';
import { EXIT, type ExitCode } from '../exit-code.js';

export interface DoctorOptions {
  /** File for the report; `-` is stdout, where nothing else is printed then. */
  readonly json?: string;
}

/** Here settings that are wrong are a finding among others, so they are read by the command. */
export type DoctorContext = Omit<Context, 'settings'> & { readonly settings: () => Settings };

const LINGER_MS = 1_000;

/**
 * `projecta doctor`: whether Project A can run here, and apart from it whether containers can. Exit code 0 where Project A can, 1 where
 * not; containers never count, since it does without them. Nothing is made; a database that is there is brought up to date and written to.
 */
export async function doctor({ json }: DoctorOptions, { settings, terminal, version }: DoctorContext): Promise<ExitCode> {
  const machine = thisMachine();
  const checks = [...projectChecks(machine, environment(settings)), ...containerChecks(machine)];
  const { items, isHanging } = await examine(checks);
  const made = report(items, { version, machine, createdAt: new Date() });
  if (json === '-') terminal.print(JSON.stringify(made, null, 2));
  else terminal.print(doctorPage(made, terminal));
  if (json !== undefined && json !== '-') {
    await writeReport(json, made);
    terminal.note(`The report is in ${json}.`);
  }
  if (isHanging) setTimeout(() => process.exit(), LINGER_MS).unref(); // what hangs would keep the process
  return made.evaluation.overall_ready ? EXIT.done : EXIT.failed;
}
