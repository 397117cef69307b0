import type { Settings } from '@projecta/home';
import type { Terminal } from './terminal.js';

/** What every command is given beside its own arguments. */
export interface Context {
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** Version of the program. */
  readonly version: string;
}
