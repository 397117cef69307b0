import { parseInstant, selectCandles, testCandles, type Timeframe } from '@projecta/candles';
import {
  catalogueOf,
  loadPlugins,
  type NormalizedRunConfig,
  normalizeConfig,
  runBacktest,
  RunCancelled,
  type RunConfig,
} from '@projecta/engine';
import { jsonSha256 } from '@projecta/hashing';
import { sha256Hex, sha256Stream } from '@projecta/hashing/node';
import type { Context } from '../command.js';
import { applySettings } from '../config/apply-settings.js';
import { namingSource } from '../config/naming-source.js';
import { readConfig } from '../config/read-config.js';
import { findCandles, type FoundCandles } from '../data/find-candles.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { formatNumber } from '../print/format-number.js';
import { loadPluginFiles } from '../run/load-plugin-files.js';

export interface ValidateOptions {
  readonly data?: string;
  readonly set?: readonly string[];
  readonly plugin?: readonly string[];
  readonly json?: true;
}

/** `projecta validate`: the normal form of a config, its hash and its bars; nothing is run. Throws what `run` would throw before it computes. */
export async function validate(path: string, options: ValidateOptions, { settings, terminal }: Context): Promise<ExitCode> {
  const { value, source } = await readConfig(path);
  const submitted = applySettings(value, options.set ?? []);
  const plugins = await loadPluginFiles([...settings.plugins, ...(options.plugin ?? [])]);
  const catalogue = catalogueOf(loadPlugins(plugins, catalogueOf()).map(({ definition }) => definition));
  return namingSource(source, async () => {
    const config = normalizeConfig(submitted, catalogue);
    const timeframe = config.timeframe as Timeframe;
    const found = await findCandles({ ...settings, symbol: config.symbol, timeframe, dataFile: options.data ?? null });
    for (const note of found.notes) terminal.note(`${terminal.noteColor.yellow('note')}  ${note}`);
    await checkByEngine(submitted as unknown as RunConfig, { plugins, found });
    const answer = { config, config_hash: jsonSha256(config, sha256Hex), bars: barsOf(config, found) };
    if (options.json) terminal.print(JSON.stringify(answer));
    else {
      const { color } = terminal;
      terminal.print(`${color.green('valid')}  ${formatNumber(answer.bars, 0)} bars from ${found.source}`);
      terminal.print(`${color.dim('config_hash')}  ${answer.config_hash}`);
      terminal.print(JSON.stringify(config, undefined, 2));
    }
    return EXIT.done;
  });
}

/** The engine's own checks of config and candles against each other: a run that is stopped before it computes anything. */
async function checkByEngine(
  config: RunConfig,
  { plugins, found }: { readonly plugins: Awaited<ReturnType<typeof loadPluginFiles>>; readonly found: FoundCandles },
): Promise<void> {
  const signal = { aborted: false };
  const onProgress = ({ stage }: { readonly stage: string }): void => void (signal.aborted = stage !== 'data');
  try {
    await runBacktest({ config, plugins, signal, onProgress, hash: sha256Stream, ...(found.candles && { candles: found.candles }) });
  } catch (error) {
    if (!(error instanceof RunCancelled)) throw error;
  }
}

function barsOf(config: NormalizedRunConfig, { candles }: FoundCandles): number {
  const timeframe = config.timeframe as Timeframe;
  const [start, end] = [parseInstant(config.start, '/start'), parseInstant(config.end, '/end')];
  const selected = candles ? selectCandles(candles, { timeframe, start, end }).candles : testCandles(timeframe, start, end);
  return selected.ts.length;
}
