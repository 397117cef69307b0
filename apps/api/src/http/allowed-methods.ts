import type { Application } from 'express';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods under which something is registered at a path, word by word before by a pattern; empty where there is nothing. */
export function methodsAt(app: Application, path: string): string[] {
  const fitting = layersOf(app).filter((layer) => matches(layer, path));
  const literal = fitting.filter(isLiteral);
  const found = (literal.length > 0 ? literal : fitting).flatMap(({ route }) => Object.keys(route!.methods));
  const methods = new Set(found.map((method) => method.toUpperCase()).filter((method) => method !== '_ALL'));
  if (methods.has('GET')) methods.add('HEAD');
  return methods.size === 0 ? [] : [...methods.add('OPTIONS')].sort();
}

/** The paths that are registered word by word. */
export function literalPaths(app: Application): Set<string> {
  return new Set(
    layersOf(app)
      .filter(isLiteral)
      .map(({ route }) => route!.path),
  );
}

function layersOf(app: Application): readonly Layer[] {
  return (app.router as unknown as { readonly stack: readonly Layer[] }).stack.filter(({ route }) => route);
}

function isLiteral({ route }: Layer): boolean {
  return typeof route?.path === 'string' && !/[:*{]/.test(route.path);
}

/** A path whose escapes cannot be decoded is nowhere. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
