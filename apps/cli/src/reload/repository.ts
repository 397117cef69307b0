import { ProjectaError } from '@projecta/errors';
import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A checkout of the repository, as far as rebuilding and restarting need it. */
export interface Repository {
  readonly root: string;
  /** Folders whose sources make the server. */
  readonly sources: readonly string[];
  /** What the compiler is asked to build. */
  readonly projects: readonly string[];
}

const OWN_PLACE = join('apps', 'cli');

/** The checkout that a file of the command line lies in. Throws NOT_ALLOWED where it lies in none: an installed package has no sources. */
export function repositoryOf(file: string): Repository {
  const path = fileURLToPath(file);
  const at = path.lastIndexOf(`${sep}${OWN_PLACE}${sep}`);
  const root = path.slice(0, Math.max(0, at));
  const marks = ['nx.json', 'tsconfig.json', join('apps', 'api', 'src')];
  if (at < 0 || !marks.every((mark) => existsSync(join(root, mark)))) {
    const message =
      '--reload works in a checkout of the repository only, where there are sources to rebuild. Leave it out, or run it there.';
    throw new ProjectaError('NOT_ALLOWED', message);
  }
  const libraries = readdirSync(join(root, 'libs')).map((name) => join(root, 'libs', name));
  const doors = libraries.map((library) => join(library, 'node')).filter((door) => existsSync(join(door, 'tsconfig.json')));
  const sources = [...libraries.map((library) => join(library, 'src')), ...doors, join(root, 'apps', 'api', 'src')];
  return { root, sources: sources.filter((folder) => existsSync(folder)), projects: [...doors, join(root, OWN_PLACE)] };
}
