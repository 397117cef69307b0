import { ProjectaError } from '@projecta/errors';
import type { Settings } from '@projecta/home';
import { failed, type Finding, passed } from './finding.js';

/** The settings, null where the environment is wrong, and what is to be said of it. */
export interface Environment {
  readonly settings: Settings | null;
  readonly finding: Finding;
}

/** Reads the settings: a name that does not exist or a bad value is a finding, with all there are. */
export function environment(readSettings: () => Settings): Environment {
  try {
    const settings = readSettings();
    return { settings, finding: passed(`every PROJECTA_ variable is known and valid; home is ${settings.home}`) };
  } catch (error) {
    if (!(error instanceof ProjectaError)) throw error;
    const problems = error.errors.map(({ path, message }) => `${path} ${message}`);
    return { settings: null, finding: failed(error.message, problems.join('\n') || 'Look at the PROJECTA_ variables.') };
  }
}
