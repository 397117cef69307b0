import type { Settings } from '@projecta/home';
import { createLogger, format, type Logger, transports } from 'winston';

/** The server's log, on stderr: pretty for a person at a terminal, a JSON object a line else. */
export function createLog({ logLevel, logFormat }: Pick<Settings, 'logLevel' | 'logFormat'>, isTerminal: boolean): Logger {
  const isPretty = (logFormat ?? (isTerminal ? 'pretty' : 'json')) === 'pretty';
  const described = format.combine(format.timestamp(), withErrors());
  const shown = isPretty ? format.combine(described, format.printf(line)) : format.combine(described, format.json());
  return createLogger({ level: logLevel, format: shown, transports: [new transports.Stream({ stream: process.stderr })] });
}

/** Errors as JSON can hold them. */
const withErrors = format((info) => {
  const { error } = info;
  if (error instanceof Error) info['error'] = { name: error.name, message: error.message, stack: error.stack };
  return info;
});

function line({ timestamp, level, message, ...rest }: Record<string, unknown>): string {
  const facts = Object.entries(rest).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [String(timestamp), String(level).padEnd(5), String(message), ...facts].join('  ');
}
