import { formatInstant } from '@projecta/candles';
import type { Preset } from '@projecta/persistence';
import type { Terminal } from '../terminal.js';
import { facts } from './data-set-facts.js';
import { instant } from './run-table.js';

/** What a preset is called, one a line. */
export function presetFacts({ preset_id, created_at }: Preset, page: Pick<Terminal, 'color'>): string {
  return facts(
    [
      ['preset_id', preset_id],
      ['added', instant(formatInstant(created_at))],
    ],
    page,
  );
}

/** A preset as programs read it: the shape that the service gives, too. */
export function presetJson({ preset_id, name, config, created_at }: Preset): object {
  return { preset_id, name, config, created_at: formatInstant(created_at) };
}
