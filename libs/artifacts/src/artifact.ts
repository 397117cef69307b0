import { ProjectaError, quote } from '@projecta/errors';

/** A file of a run or of a sweep. */
export interface Artifact {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: Uint8Array;
}

/** Files every run has beside manifest.json; features.parquet is there when the config asks for it. */
export const RUN_ARTIFACTS = [
  'causality.json',
  'config.json',
  'equity.parquet',
  'equity.svg',
  'fills.parquet',
  'identity.json',
  'metrics.json',
  'report.html',
  'summary.json',
  'trades.parquet',
  'validation_detail.parquet',
  'validation_summary.json',
] as const;

/** Files every sweep has beside manifest.json. */
export const SWEEP_ARTIFACTS = [
  'config.json',
  'identity.json',
  'report.html',
  'summary.json',
  'sweep.parquet',
  'validation_detail.parquet',
  'validation_summary.json',
] as const;

export const MANIFEST = 'manifest.json';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The media type of an artifact by its name's ending. */
export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** A plain file name: no folder, no leading dot, nothing a file system or a shell reads as more than a name. */
export function isArtifactName(name: string): boolean {
  return /^[a-z0-9][a-z0-9_-]{0,63}(\.[a-z0-9]{1,16})+$/.test(name);
}

/** Throws NOT_ALLOWED for what is no artifact's name: a path, say. */
export function checkArtifactName(name: string): void {
  if (!isArtifactName(name))
    throw new ProjectaError(
      'NOT_ALLOWED',
      `${quote(name)} is no artifact's name; it is lower-case letters, digits, "_" and "-" with an ending, such as "equity.parquet".`,
    );
}
