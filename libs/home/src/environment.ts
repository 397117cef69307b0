import { ProjectaError, type Problem, quote, suggestion } from '@projecta/errors';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The service's bounds: the variable that sets each, what holds without it, and what it bounds. */
export const LIMITS = {
  body_bytes: { variable: 'PROJECTA_MAX_BODY_BYTES', standard: 1_048_576, what: 'bytes of a JSON body' },
  upload_bytes: { variable: 'PROJECTA_MAX_UPLOAD_BYTES', standard: 536_870_912, what: 'bytes of an uploaded data set, unpacked ones too' },
  upload_stall_seconds: {
    variable: 'PROJECTA_MAX_UPLOAD_STALL_SECONDS',
    standard: 30,
    what: 'seconds in which an upload may bring nothing',
  },
  nesting: { variable: 'PROJECTA_MAX_NESTING', standard: 64, what: 'levels of nesting in a JSON body' },
  bars: { variable: 'PROJECTA_MAX_BARS', standard: 5_000_000, what: 'bars of a run' },
  trials: { variable: 'PROJECTA_MAX_TRIALS', standard: 100_000, what: 'trials, samples or paths of a validation method' },
  queue: { variable: 'PROJECTA_MAX_QUEUE', standard: 1_000, what: 'runs that wait' },
  subscribers: { variable: 'PROJECTA_MAX_SUBSCRIBERS', standard: 2_000, what: 'open event streams' },
  requests_a_minute: {
    variable: 'PROJECTA_MAX_REQUESTS_A_MINUTE',
    standard: 0,
    what: 'requests a client and minute; 0: no limit on loopback, 1,200 elsewhere',
  },
} as const;

export type LimitName = keyof typeof LIMITS;

/** Digests that a manifest may carry beside SHA-256. */
const EXTRA_DIGESTS = ['sha512', 'sha3-256', 'blake3'] as const;

export type ExtraDigest = (typeof EXTRA_DIGESTS)[number];

type Rule = (value: string) => string | undefined;

const anything: Rule = () => undefined;
const whole = (min: number, max: number): Rule => {
  return (value) => (/^\d{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max ? undefined : `a whole number ${min}–${max}`);
};
const oneOf = (allowed: readonly string[]): Rule => {
  return (value) => (allowed.includes(value) ? undefined : `one of ${allowed.join(', ')}`);
};
const each = (allowed: readonly string[]): Rule => {
  return (value) => (words(value).every((word) => allowed.includes(word)) ? undefined : `a list by commas of ${allowed.join(', ')}`);
};
const origins: Rule = (value) => (words(value).every(isOrigin) ? undefined : 'a list by commas of origins such as https://app.example.com');
const database: Rule = (value) => {
  if (/^postgres(ql)?:\/\//.test(value)) return 'sqlite://FILE: PostgreSQL is not implemented yet';
  return value.startsWith('sqlite://') && value.length > 9 ? undefined : 'an address sqlite://FILE';
};
const folder: Rule = (value) => {
  if (value.startsWith('s3://')) return 'a folder: s3:// is not implemented yet';
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(value) ? 'a folder' : undefined;
};
const queue: Rule = () => 'unset: a queue beside the database is not implemented yet';

/** Every name there is, with what its value must be. */
const RULES: Readonly<Record<string, Rule>> = {
  PROJECTA_HOME: anything,
  PROJECTA_HOST: anything,
  PROJECTA_PORT: whole(0, 65_535),
  PROJECTA_API_TOKEN: (value) =>
    value.length >= 16 && /^[\x21-\x7e]+$/.test(value) ? undefined : '16 visible ASCII characters or more, without spaces',
  PROJECTA_ANONYMOUS: oneOf(['allow']),
  PROJECTA_CORS_ORIGINS: origins,
  PROJECTA_DATABASE_URL: database,
  PROJECTA_DATA_DIR: anything,
  PROJECTA_ARTIFACTS_URL: folder,
  PROJECTA_QUEUE_URL: queue,
  PROJECTA_RETENTION: whole(1, 999_999_999),
  PROJECTA_WORKERS: whole(1, 1024),
  PROJECTA_PLUGINS: anything,
  PROJECTA_EXTRA_DIGESTS: each(EXTRA_DIGESTS),
  PROJECTA_LOG_LEVEL: oneOf(['error', 'warn', 'info', 'debug']),
  PROJECTA_LOG_FORMAT: oneOf(['pretty', 'json']),
  ...Object.fromEntries(
    Object.entries(LIMITS).map(([name, { variable }]) => [variable, whole(name === 'requests_a_minute' ? 0 : 1, 9_999_999_999)]),
  ),
};

/** Values that may hold a password: never shown. */
const SECRET = new Set(['PROJECTA_API_TOKEN', 'PROJECTA_DATABASE_URL', 'PROJECTA_QUEUE_URL', 'PROJECTA_ARTIFACTS_URL']);

/** Throws VALIDATION_FAILED with every unknown `PROJECTA_*` name and every bad value; an empty one counts as absent. */
export function checkEnvironment(environment: Environment): void {
  const problems = Object.keys(environment)
    .filter((name) => name.startsWith('PROJECTA_'))
    .sort()
    .flatMap((name) => problemsOf(name, environment[name] ?? ''));
  if (problems.length === 0) return;
  throw new ProjectaError(
    'VALIDATION_FAILED',
    `The environment has ${problems.length} problem${problems.length === 1 ? '' : 's'}.`,
    problems,
  );
}

/** The words of a list by commas. */
export function words(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
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

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
