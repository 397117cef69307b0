import type { Preset } from '@projecta/persistence';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { plainTable } from '../print/plain-table.js';
import { presetJson } from '../print/preset-facts.js';
import { allPages } from '../run/all-pages.js';
import { withHomeIfThere } from '../run/homes.js';

/** `projecta preset list`: the presets there are, newest first. */
export async function presetList(options: { readonly json?: true }, { settings, terminal }: Context): Promise<ExitCode> {
  const presets = await withHomeIfThere(settings, async (home) => (home ? allPages((page) => home.store.presets.list(page)) : []));
  if (options.json) terminal.print(JSON.stringify({ items: presets.map(presetJson) }));
  else if (presets.length === 0) terminal.print('There are no presets. Add one by projecta preset add FILE --name NAME.');
  else terminal.print(table(presets, terminal.color.dim));
  return EXIT.done;
}

function table(presets: readonly Preset[], dim: (text: string) => string): string {
  const head = ['preset_id', 'name', 'symbol', 'bars of', 'strategy'].map(dim);
  const rows = presets.map(({ preset_id, name, config }) => {
    const { symbol, timeframe, strategy } = config as { symbol: string; timeframe: string; strategy: { name: string } };
    return [preset_id.slice(0, 12), name, symbol, timeframe, strategy.name];
  });
  return plainTable({ head, rows });
}
