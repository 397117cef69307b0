import { Inject, Injectable } from '@nestjs/common';
import type { Timeframe } from '@projecta/candles';
import type { CandlesProfile, DataSetPlace } from '@projecta/home';
import { BACKEND, type Backend } from '../backend.js';
import { BUILT_IN, chosenDataSet, type DataSetKey } from './data-set-key.js';
import { BUILT_IN_VIEW, type DataSetView, folderView, storedView } from './data-set-view.js';
import { folderFiles } from './folder-files.js';
import { LargeFiles } from './large-files.service.js';
import { StoredVersions } from './stored-versions.service.js';

/** What is only seen by looking through the bars. */
export type ProfileView = Pick<
  CandlesProfile,
  'longest_gaps' | 'zero_volume_bars' | 'lowest_low' | 'highest_high' | 'largest_move' | 'flat_bars'
>;

export type ProfiledView = DataSetView & { readonly profile: ProfileView | null };

type Candidate = DataSetView & { readonly timeframe: Timeframe; readonly place: DataSetPlace };

/** One data set with its profile. */
@Injectable()
export class DataSetProfiles {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly stored: StoredVersions,
    private readonly largeFiles: LargeFiles,
  ) {}

  /** Throws DATA_NOT_FOUND, VALIDATION_FAILED where it has to be said which is meant, DATA_INVALID for a file that cannot be read. */
  async one(key: DataSetKey): Promise<ProfiledView> {
    if (key.symbol === BUILT_IN) return { ...BUILT_IN_VIEW, profile: null };
    return this.stored.use(key.symbol, async () => {
      const { place, ...view } = chosenDataSet(key, await this.candidates(key.symbol));
      const { profile } = await this.largeFiles.crew.perform('profile', place);
      const { longest_gaps, zero_volume_bars, lowest_low, highest_high, largest_move, flat_bars } = profile;
      return { ...view, profile: { longest_gaps, zero_volume_bars, lowest_low, highest_high, largest_move, flat_bars } };
    });
  }

  /** All of a symbol, a stored one before a file of the same timeframe. */
  private async candidates(symbol: string): Promise<Candidate[]> {
    const { dataSets } = this.backend.home;
    const [listed, versions] = [await dataSets.ofSymbol(symbol), await dataSets.versions(symbol)];
    const stored = listed.flatMap((one) => {
      const version = versions.find(({ timeframe, data_hash }) => timeframe === one.timeframe && data_hash === one.data_hash);
      return version ? [{ ...storedView(one), timeframe: one.timeframe, place: { version } }] : [];
    });
    const files = await this.files(symbol);
    return [...stored, ...files.filter((file) => stored.every(({ timeframe }) => timeframe !== file.timeframe))];
  }

  private async files(symbol: string): Promise<Candidate[]> {
    const own = (await folderFiles(this.backend.settings.dataDir)).filter((file) => file.symbol === symbol);
    const facts = await this.largeFiles.crew.perform('folderFacts', own);
    return facts.flatMap((one, i) => {
      const view = folderView(one);
      return view.timeframe === null ? [] : [{ ...view, timeframe: view.timeframe, place: { file: own[i]! } }];
    });
  }
}
