import type { Application } from 'express';

interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods under which something is registered at a path; empty where there is nothing. */
export function methodsAt(app: Application, path: string): string[] {
  const layers = (app.router as unknown as { readonly stack: readonly Layer[] }).stack.filter(({ route }) => route);
  const found = layers.filter((layer) => matches(layer, path)).flatMap(({ route }) => Object.keys(route!.methods));
  const methods = new Set(found.map((method) => method.toUpperCase()).filter((method) => method !== '_ALL'));
  if (methods.has('GET')) methods.add('HEAD');
  return methods.size === 0 ? [] : [...methods.add('OPTIONS')].sort();
}

/** A path whose escapes cannot be decoded is nowhere. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
