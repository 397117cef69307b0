import { createRequire } from 'node:module';

/** The version of the engine's package, which manifests name. */
export function engineVersion(): string {
  const about = createRequire(import.meta.url)('@projecta/engine/package.json') as { readonly version: string };
  return about.version;
}
