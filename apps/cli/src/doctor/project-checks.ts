import type { Settings } from '@projecta/home';
import { database } from './database.js';
import { disk } from './disk.js';
import type { Environment } from './environment.js';
import { type Check, type Finding, unknown } from './finding.js';
import type { Machine } from './machine.js';
import { nativeModules } from './native-modules.js';
import { nodeVersion } from './node-version.js';
import { port } from './port.js';

/** What Project A itself needs: these decide whether it is ready. */
export function projectChecks({ nodeVersion: version, run }: Machine, { settings, finding }: Environment): Check[] {
  const native = nativeModules(run);
  const withSettings = (look: (settings: Settings) => Promise<Finding>) => (): Finding | Promise<Finding> =>
    settings === null ? unknown('not looked at: the settings are wrong') : look(settings);
  const check = (name: string, title: string, { patienceMs = 10_000, look }: Pick<Check, 'look'> & Partial<Check>): Check => ({
    ...{ name, title, neededFor: 'projecta', patienceMs, look },
  });
  const afterNative = async (file: string): Promise<Finding> =>
    (await native).value === 'PASS' ? database(file, run) : unknown('not looked at: sqlite3 does not load');
  const artifacts = check('artifacts_disk', 'artifacts', { look: withSettings((given) => disk(given.artifacts)) });
  return [
    check('node', 'Node', { look: () => nodeVersion(version) }),
    check('settings', 'settings', { look: () => finding }),
    check('native_modules', 'native modules', { patienceMs: 25_000, look: () => native }),
    check('disk', 'disk', { look: withSettings(({ home }) => disk(home)) }),
    ...(settings !== null && settings.artifacts !== settings.home ? [artifacts] : []),
    check('port', 'port', { look: withSettings(port) }),
    check('database', 'database', { patienceMs: 90_000, look: withSettings(({ databaseFile }) => afterNative(databaseFile)) }),
  ];
}
