import { Inject, Injectable } from '@nestjs/common';
import { cursorOf, keyOfCursor, type Page } from '@projecta/persistence';
import { BACKEND, type Backend } from '../backend.js';
import { folderFiles } from './folder-files.js';
import { LargeFiles } from './large-files.service.js';
import { BUILT_IN_VIEW, type DataSetView, folderView, storedView } from './data-set-view.js';

interface PageWanted {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** What can be backtested: stored data sets, files of the data folder, and the built-in one, by symbol, then timeframe. */
@Injectable()
export class DataSetList {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly files: LargeFiles,
  ) {}

  /** Files are only read for the page that shows them. Throws VALIDATION_FAILED for a cursor of another list, STORAGE_UNAVAILABLE for a folder that is gone. */
  async page({ limit, cursor }: PageWanted): Promise<Page<DataSetView>> {
    const stored = await this.backend.home.dataSets.list({ limit, cursor });
    const after = cursor === undefined ? '' : keyOfView(keyOfCursor(cursor) as readonly [string, string]);
    const own = stored.items.map(storedView);
    const builtIn = isAfter(BUILT_IN_VIEW, after) ? [BUILT_IN_VIEW] : [];
    const others = [...builtIn, ...(await this.folder(after, limit + 1))];
    const all = merged(own, others);
    const items = all.slice(0, limit);
    const isMore = all.length > limit || stored.next_cursor !== null;
    const last = items.at(-1);
    return { items, next_cursor: isMore && last ? cursorOf([last.symbol, last.timeframe ?? '']) : null };
  }

  /** The files after a key, `most` of them and the rest of the last symbol's. */
  private async folder(after: string, most: number): Promise<DataSetView[]> {
    const files = await folderFiles(this.backend.settings.dataDir);
    const [symbol = ''] = after.split(' ');
    const left = files.filter((file) => file.symbol >= symbol);
    const views: DataSetView[] = [];
    while (left.length > 0 && views.length < most) {
      const part = left.splice(0, most);
      while (left[0]?.symbol === part.at(-1)!.symbol) part.push(left.shift()!);
      const facts = await this.files.crew.perform('folderFacts', part);
      views.push(...facts.map(folderView).filter((view) => isAfter(view, after)));
    }
    return views;
  }
}

/** Both by key. A stored data set stands before a file of the same key, which no run takes; of two such files neither can be taken. */
function merged(stored: readonly DataSetView[], others: readonly DataSetView[]): DataSetView[] {
  const byKey = new Map<string, DataSetView>(stored.map((view) => [keyOf(view), view]));
  for (const view of others) {
    const key = keyOf(view);
    const present = byKey.get(key);
    if (!present) byKey.set(key, view);
    else if (present.source === 'built_in') byKey.set(key, { ...present, notes: [...present.notes, view.problem ?? ''] });
    else if (present.source === 'folder' && present.problem === null) byKey.set(key, { ...present, problem: twins(view) });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view);
}

function twins({ symbol, timeframe }: DataSetView): string {
  return `Two files of the data folder hold ${symbol} ${timeframe}. Remove one of them.`;
}

function keyOf({ symbol, timeframe }: DataSetView): string {
  return keyOfView([symbol, timeframe ?? '']);
}

/** No symbol has a blank, which comes before all that symbols have: these texts sort as their pairs do. */
function keyOfView([symbol, timeframe]: readonly [string, string]): string {
  return `${symbol} ${timeframe}`;
}

function isAfter(view: DataSetView, after: string): boolean {
  return keyOf(view) > after;
}
