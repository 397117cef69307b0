import type { Settings } from '@projecta/home';
import { createLogger, format, type Logger, transports } from 'winston';

/** The server's log, on stderr: pretty for a person at a terminal, a JSON object a line else. The token is in no line. */
export function createLog(
  { logLevel, logFormat, apiToken }: Pick<Settings, 'logLevel' | 'logFormat' | 'apiToken'>,
  isTerminal: boolean,
): Logger {
  const isPretty = (logFormat ?? (isTerminal ? 'pretty' : 'json')) === 'pretty';
  const hidden = (text: string): string => (apiToken === null ? text : text.replaceAll(apiToken, '…'));
  const shown = format.printf((info) => hidden(isPretty ? line(info) : JSON.stringify(info)));
  return createLogger({
    level: logLevel,
    format: format.combine(format.timestamp(), withErrors(), shown),
    transports: [new transports.Stream({ stream: process.stderr })],
  });
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
