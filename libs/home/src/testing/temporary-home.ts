import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Home, openHome } from '../open-home.js';
import { type Settings, settingsOf } from '../settings.js';

export interface TemporaryHome {
  readonly settings: Settings;
  readonly home: Home;
  /** Writes a file beside the home and answers its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Closes and removes it. */
  drop(): Promise<void>;
}

/** An empty home in a folder of its own. */
export async function temporaryHome(): Promise<TemporaryHome> {
  const folder = mkdtempSync(join(tmpdir(), 'projecta-home-'));
  const settings = settingsOf({ PROJECTA_HOME: join(folder, 'home') });
  const home = await openHome(settings);
  return {
    ...{ settings, home },
    write(name, content) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    async drop() {
      await home.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
