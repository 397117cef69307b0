import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { chmod, chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDataSource } from './data-source.js';
import { openDatabase } from './database.js';
import { openStore, storeOn } from './open-store.js';
import { completeSample } from './testing/finished-run.js';
import { sampleRun } from './testing/sample-run.js';
import { temporaryFolder } from './testing/temporary-folder.js';

let folder: string;
let remove: () => void;
let file: string;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  file = join(folder, 'projecta.db');
});
afterEach(() => remove());

/** The message of a refusal, which must be for storage and give nothing away. */
async function refusal(act: () => Promise<unknown>): Promise<string> {
  const error = await act().then(
    () => undefined,
    (reason: unknown) => reason as { code: string; message: string },
  );
  expect(error).toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  expect(error!.message).not.toContain(folder);
  expect(error!.message).not.toMatch(/SQLITE|SELECT|INSERT|BEGIN|PRAGMA/);
  return error!.message;
}

describe('open', () => {
  test('makes the file, its folder and the tables; entities and migrations agree', async () => {
    file = join(folder, 'new', 'deep', 'projecta.db');
    const store = await openStore({ file });
    expect(existsSync(file)).toBe(true);
    expect(await store.integrity()).toEqual([]);
    await store.close();
    const source = await openDataSource(file, 'writer');
    expect((await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)).toEqual([]);
    await source.destroy();
  });

  test('what was stored is there again, and nothing is migrated twice', async () => {
    const first = await openStore({ file });
    await completeSample(first, 1);
    await first.close();
    expect(existsSync(`${file}-wal`)).toBe(false); // folded into the file
    const again = await openStore({ file });
    expect((await again.runs.get(sampleRun(1).run_hash)).status).toBe('completed');
    await again.close();
  });

  test('many at once make one set of tables', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => openStore({ file })));
    await Promise.all(stores.map((store, n) => store.runs.submit(sampleRun(n))));
    expect(await stores[0]!.runs.counts()).toMatchObject({ queued: 6 });
    await Promise.all(stores.map((store) => store.close()));
  });

  test('both connections flush every commit and mind foreign keys; the reader cannot write', async () => {
    await (await openStore({ file })).close();
    for (const role of ['writer', 'reader'] as const) {
      const source = await openDataSource(file, role);
      const pragma = async (name: string) => Object.values((await source.query<object[]>(`PRAGMA ${name}`))[0]!)[0] as unknown;
      expect([await pragma('journal_mode'), await pragma('synchronous'), await pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
      expect([await pragma('busy_timeout'), await pragma('query_only')]).toEqual([20, role === 'reader' ? 1 : 0]);
      await source.destroy();
    }
  });

  test('a file of before there were sweeps keeps its runs with their events', async () => {
    const before = await openStore({ file });
    await completeSample(before, 1);
    const [run, events] = [await before.runs.get(sampleRun(1).run_hash), await before.events.after({})];
    await before.close();
    const source = await openDataSource(file, 'writer');
    await source.undoLastMigration();
    await expect(source.query('SELECT kind FROM runs')).rejects.toThrow('no such column');
    await source.destroy();
    const after = await openStore({ file });
    expect([await after.runs.get(run.run_hash), await after.events.after({})]).toEqual([run, events]);
    expect((await after.sweeps.list()).items).toEqual([]);
    expect(await after.integrity()).toEqual([]);
    await after.close();
  });

  test('the migrations can be taken back', async () => {
    await (await openStore({ file })).close();
    const source = await openDataSource(file, 'writer');
    await source.undoLastMigration();
    await source.undoLastMigration();
    expect(await source.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")).toEqual([
      { name: 'migrations' },
    ]);
    await source.destroy();
  });
});

describe('a database that does not serve', () => {
  test('a text file is none', async () => {
    writeFileSync(file, 'ts,open,high,low,close\n'.repeat(1_000));
    expect(await refusal(() => openStore({ file }))).toBe(
      'The database "projecta.db" is no database of this program. Move it away, or name another file.',
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^ts,open/); // and stays as it was
  });

  test('a file with damaged pages says so, at the latest when they are read', async () => {
    const store = await openStore({ file });
    for (let n = 0; n < 30; n++) await store.runs.submit(sampleRun(n, { config: { text: 'x'.repeat(3_000) } }));
    await store.close();
    const handle = openSync(file, 'r+');
    for (let page = 1; page < statSync(file).size / 4_096; page++) writeSync(handle, Buffer.alloc(2_048, 0xa5), 0, 2_048, page * 4_096);
    closeSync(handle);
    const use = async () => {
      const damaged = await openStore({ file });
      try {
        await damaged.runs.list();
      } finally {
        await damaged.close();
      }
    };
    expect(await refusal(use)).toContain('is damaged.');
  });

  test('a file cut short says so', async () => {
    const store = await openStore({ file });
    for (let n = 0; n < 30; n++) await store.runs.submit(sampleRun(n));
    await store.close();
    truncateSync(file, 20_480);
    expect(await refusal(async () => (await openStore({ file })).runs.list())).toContain('is damaged.');
  });

  test('a folder in its place, or a file in the place of its folder, cannot be opened', async () => {
    expect(await refusal(() => openStore({ file: folder }))).toContain('cannot be opened.');
    writeFileSync(file, '');
    expect(await refusal(() => openStore({ file: join(file, 'x.db') }))).toContain('cannot be opened.');
  });

  test('a folder or a file that may not be written says so', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed);
    await asNobody([folder, closed], async () => {
      await chmod(closed, 0o555);
      expect(await refusal(() => openStore({ file: join(closed, 'x.db') }))).toMatch(/cannot be (opened|written)\./);
    });
    await (await openStore({ file })).close();
    await chmod(file, 0o444);
    await asNobody([folder, closed], async () => {
      expect(await refusal(() => openStore({ file }))).toContain('cannot be written.');
    });
  });

  test('a full disk refuses what is written, keeps what was, and serves again when there is room', async () => {
    const database = await openDatabase(file, () => 1);
    const store = storeOn(database);
    await store.runs.submit(sampleRun(0));
    const pages = (most: number) => database.write(({ manager }) => manager.query(`PRAGMA max_page_count = ${most}`));
    await pages(1); // SQLite takes the present size where that is more
    const big = { text: 'x'.repeat(100_000) };
    expect(await refusal(() => store.runs.submit(sampleRun(1, { config: big })))).toContain('no room left');
    expect(await refusal(() => store.runs.submit(sampleRun(2, { config: big })))).toContain('no room left');
    expect(await store.runs.counts()).toMatchObject({ queued: 1 });
    await pages(1_000_000);
    await store.runs.submit(sampleRun(1, { config: big }));
    expect(await store.runs.counts()).toMatchObject({ queued: 2 });
    await store.close();
  });

  test('a file of a newer version is left alone', async () => {
    await (await openStore({ file })).close();
    const source = await openDataSource(file, 'writer');
    await source.query("INSERT INTO migrations (timestamp, name) VALUES (1, 'FromTheFuture')");
    await source.destroy();
    expect(await refusal(() => openStore({ file }))).toContain('newer version');
  });

  test('a closed store says so, and what had begun comes to its end', async () => {
    const store = await openStore({ file });
    const begun = Promise.all([store.presets.put({ name: 'a', config: {} }), store.runs.list()]);
    const closing = store.close();
    expect(await refusal(() => store.runs.list())).toContain('is closed.');
    expect((await begun)[0].created).toBe(true);
    await closing;
    await store.close();
    expect(await refusal(() => store.check())).toContain('is closed.');
  });
});

describe('check', () => {
  test('passes while a row can be written', async () => {
    const store = await openStore({ file });
    await store.check();
    await store.check();
    await store.close();
  });

  test('fails with a reason when the disk takes no more', async () => {
    const database = await openDatabase(file, () => 1);
    const store = storeOn(database);
    await database.write(({ manager }) => manager.query('PRAGMA query_only = ON'));
    expect(await refusal(() => store.check())).toContain('cannot be written.');
    await store.close();
  });
});

/** Acts without the rights of root, which no folder is closed to. */
async function asNobody(folders: readonly string[], act: () => Promise<void>): Promise<void> {
  if (process.geteuid!() !== 0) return act();
  for (const path of folders) await chown(path, 65_534, 65_534);
  process.seteuid!(65_534);
  try {
    await act();
  } finally {
    process.seteuid!(0);
  }
}
