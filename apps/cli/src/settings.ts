import { ProjectaError, type Problem, quote, suggestion } from '@projecta/errors';
import { resolve } from 'node:path';

const EXTRA_DIGESTS = ['sha512', 'sha3-256', 'blake3'] as const;
const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export type ExtraDigest = (typeof EXTRA_DIGESTS)[number];

/** What the environment says, read once. */
export interface Settings {
  /** Folder of runs and data sets, absolute. */
  readonly home: string;
  /** A further, read-only folder of candle files. */
  readonly dataDir: string | null;
  /** Plug-in modules that every command loads. */
  readonly plugins: readonly string[];
  /** Digests that a manifest carries beside SHA-256. */
  readonly extraDigests: readonly ExtraDigest[];
}

type Environment = Readonly<Record<string, string | undefined>>;
type Rule = (value: string) => string | undefined;

const anything: Rule = () => undefined;
const whole = (min: number, max: number): Rule => {
  return (value) => (/^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max ? undefined : `a whole number ${min}–${max}`);
};
const oneOf = (words: readonly string[]): Rule => {
  return (value) => (words.includes(value) ? undefined : `one of ${words.join(', ')}`);
};
const each = (words: readonly string[]): Rule => {
  return (value) => (list(value).every((word) => words.includes(word)) ? undefined : `a list by commas of ${words.join(', ')}`);
};
const address = (schemes: readonly string[]): Rule => {
  return (value) => (schemes.some((scheme) => value.startsWith(`${scheme}://`)) ? undefined : `an address ${schemes.join(':// or ')}://`);
};
/** A folder, or an address of another kind of store. */
const folderOr = (scheme: string): Rule => {
  return (value) => (value.startsWith(`${scheme}://`) || !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? undefined : `a folder or ${scheme}://…`);
};

/** Every name there is, with what its value must be; those of the service are checked here too, so that a slip shows at once. */
const RULES: Readonly<Record<string, Rule>> = {
  PROJECTA_HOME: anything,
  PROJECTA_HOST: anything,
  PROJECTA_PORT: whole(0, 65_535),
  PROJECTA_API_TOKEN: anything,
  PROJECTA_CORS_ORIGINS: anything,
  PROJECTA_DATABASE_URL: address(['postgres', 'postgresql', 'sqlite']),
  PROJECTA_DATA_DIR: anything,
  PROJECTA_ARTIFACTS_URL: folderOr('s3'),
  PROJECTA_QUEUE_URL: address(['redis', 'rediss']),
  PROJECTA_RETENTION: whole(0, 999_999_999),
  PROJECTA_WORKERS: whole(1, 1024),
  PROJECTA_PLUGINS: anything,
  PROJECTA_EXTRA_DIGESTS: each(EXTRA_DIGESTS),
  PROJECTA_LOG_LEVEL: oneOf(LOG_LEVELS),
  PROJECTA_LOG_FORMAT: oneOf(['pretty', 'json']),
};

/** Values that may hold a password: never shown. */
const SECRET = new Set(['PROJECTA_API_TOKEN', 'PROJECTA_DATABASE_URL', 'PROJECTA_QUEUE_URL', 'PROJECTA_ARTIFACTS_URL']);

/** The settings of this process. */
export function readSettings(): Settings {
  return settingsOf(process.env);
}

/** How to show things; read without a check, so that errors in the settings themselves can be shown. */
export function showing(): { readonly mayColor: boolean; readonly isDebug: boolean } {
  return { mayColor: !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb', isDebug: process.env['PROJECTA_LOG_LEVEL'] === 'debug' };
}

/**
 * Settings from an environment; an empty value counts as absent.
 * @throws ProjectaError VALIDATION_FAILED with every unknown `PROJECTA_*` name and every bad value
 */
export function settingsOf(environment: Environment): Settings {
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('PROJECTA_'))
    .sort()
    .flatMap((name) => problemsOf(name, environment[name] ?? ''));
  if (problems.length > 0) {
    throw new ProjectaError(
      'VALIDATION_FAILED',
      `The environment has ${problems.length} problem${problems.length === 1 ? '' : 's'}.`,
      problems,
    );
  }
  const value = (name: string): string | undefined => environment[name] || undefined;
  const dataDir = value('PROJECTA_DATA_DIR');
  return {
    home: resolve(value('PROJECTA_HOME') ?? '.projecta'),
    dataDir: dataDir === undefined ? null : resolve(dataDir),
    plugins: list(value('PROJECTA_PLUGINS') ?? ''),
    extraDigests: list(value('PROJECTA_EXTRA_DIGESTS') ?? '') as ExtraDigest[],
  };
}

function problemsOf(name: string, value: string): Problem[] {
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (rule === undefined) {
    const message = `there is no setting of this name.${suggestion(name, Object.keys(RULES))} Unset it.`;
    return [{ path: name, code: 'UNKNOWN_KEY', message, allowed: Object.keys(RULES) }];
  }
  const needed = value === '' ? undefined : rule(value);
  if (needed === undefined) return [];
  return [{ path: name, code: 'NOT_ALLOWED', message: `must be ${needed}${SECRET.has(name) ? '' : `, not ${quote(value)}`}.` }];
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
