import { ERROR_CODES, type ErrorCode, ProjectaError, type Problem } from '@projecta/errors';
import { types } from 'node:util';
import { EXIT, exitCodeOf, type ExitCode } from './exit-code.js';
import type { Colors } from './terminal.js';
import { wrap } from './print/wrap.js';

/** What went wrong, as it is shown and as the program ends. */
export interface Failure {
  readonly exitCode: ExitCode;
  readonly code: ErrorCode;
  readonly message: string;
  readonly errors: readonly Problem[];
}

/** Any thrown value as a failure; what the house did not throw on purpose is INTERNAL. */
export function failureOf(thrown: unknown): Failure {
  if (isCoded(thrown)) return { exitCode: exitCodeOf(thrown.code), code: thrown.code, message: thrown.message, errors: thrown.errors };
  const system = systemProblem(thrown);
  if (system !== undefined) return { exitCode: EXIT.failed, code: 'STORAGE_UNAVAILABLE', message: system, errors: [] };
  const text = types.isNativeError(thrown) ? thrown.message : String(thrown);
  const message = `Something went wrong inside: ${text.replace(/[.\s]*$/, '.')} Set PROJECTA_LOG_LEVEL=debug to see where.`;
  return { exitCode: EXIT.failed, code: 'INTERNAL', message, errors: [] };
}

/** A failure as a person reads it: what, then where and what to do, one problem a paragraph. */
export function formatFailure({ message, errors }: Failure, color: Colors): string {
  const lines = [`${color.bold(color.red('error:'))} ${message}`];
  const [only] = errors;
  if (errors.length === 1 && only !== undefined && message.includes(only.message)) return lines[0]!;
  for (const { path, message: what } of errors) {
    if (path !== '') lines.push(`  ${color.cyan(path)}`);
    lines.push(...wrap(what, 96).map((line) => `    ${line}`));
  }
  return lines.join('\n');
}

/** A failure as one line of RFC 9457 problem JSON, for programs. */
export function failureJson({ code, message, errors }: Failure): string {
  const title = code.charAt(0) + code.slice(1).toLowerCase().replaceAll('_', ' ');
  return JSON.stringify({ type: `/problems/${code}`, title, code, detail: message, retryable: code === 'STORAGE_UNAVAILABLE', errors });
}

/** By shape as well: an error of another copy of the library is as good. */
function isCoded(thrown: unknown): thrown is ProjectaError {
  if (thrown instanceof ProjectaError) return true;
  if (!types.isNativeError(thrown) || !('code' in thrown) || !('errors' in thrown)) return false;
  return (ERROR_CODES as readonly unknown[]).includes(thrown.code) && Array.isArray(thrown.errors);
}

/** Words for what the operating system refused, without a stack. */
function systemProblem(thrown: unknown): string | undefined {
  if (!types.isNativeError(thrown) || !('syscall' in thrown) || !('code' in thrown)) return undefined;
  const path = 'path' in thrown ? ` ${JSON.stringify(thrown.path)}` : '';
  return `The system refused to ${String(thrown.syscall)}${path} (${String(thrown.code)}). Check that the folder exists, is writable, and that the disk has room.`;
}
