import type { Candles } from '@projecta/candles';
import { readCandlesFile } from '@projecta/candles/node';
import { ProjectaError, quote, suggestion } from '@projecta/errors';
import { type CandlesProfile, dataDirFiles, type Home, profileCandles, readDataDirFile, readVersion, type Settings } from '@projecta/home';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Context } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { facts } from '../print/data-set-facts.js';
import { formatNumber, formatPercent, signed } from '../print/format-number.js';
import { instant } from '../print/run-table.js';
import { allPages } from '../run/all-pages.js';
import { withHomeIfThere } from '../run/homes.js';
import type { Terminal } from '../terminal.js';

interface Source {
  readonly name: string;
  readonly candles: Candles;
  readonly notes: readonly string[];
}

/** `projecta data profile`: looks through a candle file, or through every data set of a symbol. Throws DATA_INVALID with every bad row. */
export async function dataProfile(what: string, options: { readonly json?: true }, { settings, terminal }: Context): Promise<ExitCode> {
  const sources = existsSync(what) ? [{ name: basename(what), ...(await readCandlesFile(what)) }] : await ofSymbol(what, settings);
  const profiles = sources.map(({ name, candles, notes }) => ({ ...profileCandles(name, candles), notes }));
  if (options.json) terminal.print(JSON.stringify({ items: profiles }));
  else terminal.print(profiles.map((profile) => page(profile, terminal)).join('\n\n'));
  return EXIT.done;
}

async function ofSymbol(symbol: string, settings: Settings): Promise<Source[]> {
  const { dataDir } = settings;
  const { stored, symbols } = await withHomeIfThere(settings, (home) => storedIn(home, symbol));
  const files = dataDir === null ? [] : await dataDirFiles(dataDir);
  const sources = [
    ...stored,
    ...(await Promise.all(
      files.filter((file) => file.symbol === symbol).map(async (file) => ({ name: symbol, ...(await readDataDirFile(file)) })),
    )),
  ];
  if (sources.length > 0) return sources;
  const known = [...symbols, ...files.map((one) => one.symbol)];
  throw new ProjectaError(
    'DATA_NOT_FOUND',
    `${quote(symbol)} is neither a file nor the symbol of a data set.${suggestion(symbol, known)} projecta data list shows what there is.`,
  );
}

/** The candles of a symbol's data sets, finest first, and every symbol there is. */
async function storedIn(home: Home | null, symbol: string): Promise<{ readonly stored: Source[]; readonly symbols: string[] }> {
  if (!home) return { stored: [], symbols: [] };
  const versions = (await home.dataSets.versions(symbol)).filter(({ current }) => current);
  const sets = await allPages((page) => home.dataSets.list(page));
  const stored = versions.map(async (one) => ({ name: symbol, candles: await readVersion(one), notes: one.notes }));
  return { stored: await Promise.all(stored), symbols: sets.map((one) => one.symbol) };
}

function page(profile: CandlesProfile & { readonly notes: readonly string[] }, { color }: Terminal): string {
  const { symbol, timeframe, bars, first, last, gaps, longest_gaps, zero_volume_bars, flat_bars, lowest_low, highest_high, largest_move } =
    profile;
  const share = (n: number): string => (n === 0 ? '0' : `${formatNumber(n, 0)} (${formatPercent(n / bars)})`);
  const rows: (readonly [string, string])[] = [
    ['bars', formatNumber(bars, 0)],
    ['first', instant(first)],
    ['last', instant(last)],
    ['gaps', formatNumber(gaps, 0)],
    ...longest_gaps.map(
      ({ after, before, missing_bars }) =>
        ['', `${instant(after)} → ${instant(before)}  ${formatNumber(missing_bars, 0)} bars missing`] as const,
    ),
    ['prices', `${lowest_low} … ${highest_high}`],
    ...(largest_move ? [['largest move', `${signed(formatPercent(largest_move.return))} at ${instant(largest_move.at)}`] as const] : []),
    ['flat bars', share(flat_bars)],
    ['without volume', zero_volume_bars === null ? 'there is no volume column' : share(zero_volume_bars)],
    ['columns', profile.columns.join(', ')],
    ['data_hash', profile.data_hash],
    ...profile.notes.map((note) => ['note', note] as const),
  ];
  return `${color.bold(symbol)}  bars of ${timeframe}\n${facts(rows, { color })}`;
}
