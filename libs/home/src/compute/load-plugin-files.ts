import type { PluginDefinition, UserPlugin } from '@projecta/engine';
import { ProjectaError, quote } from '@projecta/errors';
import { sha256Hex } from '@projecta/hashing/node';
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const KINDS: readonly string[] = ['strategy', 'indicator', 'risk_model', 'slippage_model'] satisfies PluginDefinition['kind'][];

/**
 * The plug-ins that module files export, each with the SHA-256 of its file. A file may import `@projecta/…` wherever it lies.
 * @throws ProjectaError NOT_ALLOWED for a file that cannot be read or imported, or exports no plug-in
 */
export async function loadPluginFiles(paths: readonly string[]): Promise<UserPlugin[]> {
  const files = await Promise.all([...new Set(paths.map((path) => resolve(path)))].map(readPluginFile));
  if (files.length > 0) register('./resolve-own-packages.js', import.meta.url);
  const plugins: UserPlugin[] = [];
  for (const { path, digest } of files) plugins.push(...(await definitionsIn(path)).map((definition) => ({ definition, digest })));
  return plugins;
}

async function readPluginFile(path: string): Promise<{ readonly path: string; readonly digest: string }> {
  if (/\.[cm]?ts$/.test(path)) throw refusal(`${quote(basename(path))} is TypeScript. Compile it to JavaScript (.js or .mjs) first.`);
  return { path, digest: sha256Hex(await bytesOf(path)) };
}

async function definitionsIn(path: string): Promise<PluginDefinition[]> {
  const definitions = Object.values(await imported(path)).filter(isDefinition);
  if (definitions.length > 0) return [...new Set(definitions)];
  throw refusal(
    `${quote(basename(path))} exports no plug-in. Export what defineStrategy, defineIndicator, defineRiskModel or defineSlippageModel returns.`,
  );
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw refusal(
      code === 'ENOENT' ? `There is no plug-in file ${quote(path)}.` : `The plug-in file ${quote(path)} cannot be read (${code}).`,
    );
  }
}

async function imported(path: string): Promise<object> {
  try {
    return (await import(pathToFileURL(path).href)) as object;
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]}` : String(error);
    throw new ProjectaError('NOT_ALLOWED', `The plug-in file ${quote(basename(path))} cannot be imported. ${why}`, [], { cause: error });
  }
}

function isDefinition(value: unknown): value is PluginDefinition {
  return typeof value === 'object' && value !== null && 'kind' in value && KINDS.includes(String(value.kind));
}

function refusal(message: string): ProjectaError {
  return new ProjectaError('NOT_ALLOWED', message);
}
