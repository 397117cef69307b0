import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { checkEnvironment, type Environment, type ExtraDigest, LIMITS, type LimitName, words } from './environment.js';

export type { ExtraDigest };
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Bounds of the service: beyond each a request is refused with what it may be. */
export type Limits = Readonly<Record<LimitName, number>>;

/** What the environment says, read once. */
export interface Settings {
  /** Folder of the database and the data sets, absolute. */
  readonly home: string;
  readonly databaseFile: string;
  /** Folder whose `runs` holds the artifacts. */
  readonly artifacts: string;
  /** A further, read-only folder of candle files. */
  readonly dataDir: string | null;
  /** Plug-in modules that every command loads. */
  readonly plugins: readonly string[];
  /** Digests that a manifest carries beside SHA-256. */
  readonly extraDigests: readonly ExtraDigest[];
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Null where none is set. */
  readonly apiToken: string | null;
  /** Whether a host beside loopback may be served without a token. */
  readonly anonymous: boolean;
  readonly corsOrigins: readonly string[];
  /** How many completed runs are kept, and how many failed or cancelled ones. */
  readonly retention: number;
  /** Threads that compute runs. */
  readonly workers: number;
  readonly logLevel: LogLevel;
  /** Null: pretty on a terminal, else JSON. */
  readonly logFormat: 'pretty' | 'json' | null;
  readonly limits: Limits;
}

/** The settings of this process. Throws VALIDATION_FAILED. */
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
  checkEnvironment(environment);
  const value = (name: string): string | undefined => environment[name] || undefined;
  const number = (name: string, otherwise: number): number => Number(value(name) ?? otherwise);
  const home = resolve(value('PROJECTA_HOME') ?? '.projecta');
  const dataDir = value('PROJECTA_DATA_DIR');
  const limits = Object.entries(LIMITS).map(([name, { variable, standard }]) => [name, number(variable, standard)]);
  return {
    home,
    databaseFile: databaseFile(value('PROJECTA_DATABASE_URL')) ?? join(home, 'projecta.db'),
    artifacts: resolve(value('PROJECTA_ARTIFACTS_URL') ?? home),
    dataDir: dataDir === undefined ? null : resolve(dataDir),
    plugins: words(value('PROJECTA_PLUGINS') ?? ''),
    extraDigests: words(value('PROJECTA_EXTRA_DIGESTS') ?? '') as ExtraDigest[],
    host: value('PROJECTA_HOST') ?? '127.0.0.1',
    port: number('PROJECTA_PORT', 8000),
    apiToken: value('PROJECTA_API_TOKEN') ?? null,
    anonymous: value('PROJECTA_ANONYMOUS') === 'allow',
    corsOrigins: words(value('PROJECTA_CORS_ORIGINS') ?? ''),
    retention: number('PROJECTA_RETENTION', 100),
    workers: number('PROJECTA_WORKERS', availableParallelism()),
    logLevel: (value('PROJECTA_LOG_LEVEL') ?? 'info') as LogLevel,
    logFormat: (value('PROJECTA_LOG_FORMAT') ?? null) as 'pretty' | 'json' | null,
    limits: Object.fromEntries(limits) as Limits,
  };
}

function databaseFile(url: string | undefined): string | undefined {
  return url === undefined ? undefined : resolve(url.replace(/^sqlite:\/\//, ''));
}
