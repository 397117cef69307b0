import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { jsonSha256 } from '@projecta/hashing';
import { temporaryStore } from './testing/temporary-store.js';

let context: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  context = await temporaryStore();
});
afterEach(() => context.drop());

const config = { symbol: 'TEST', seed: 42 };

describe('presets', () => {
  test('the same preset is stored once, under the hash of name and config', async () => {
    const { presets } = context.store;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => presets.put({ name: 'mine', config: { seed: 42, symbol: 'TEST' } })),
    );
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    const preset = { preset_id: jsonSha256({ name: 'mine', config }), name: 'mine', config, created_at: 1_000 };
    for (const answer of answers) expect(answer.preset).toEqual(preset);
    expect((await presets.put({ name: 'other', config })).created).toBe(true);
    expect(await presets.get(preset.preset_id)).toEqual(preset);
    expect(await presets.get(preset.preset_id.slice(0, 8))).toEqual(preset);
  });

  test('are listed newest first, page by page', async () => {
    const { presets } = context.store;
    for (const name of ['a', 'b', 'c', 'd', 'e']) await presets.put({ name, config });
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await presets.list({ limit: 2, cursor });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next_cursor ?? undefined;
      await presets.put({ name: `new ${names.length}`, config });
    } while (cursor);
    expect(names).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  test('what is removed is gone, and can be put again', async () => {
    const { presets } = context.store;
    const { preset } = await presets.put({ name: 'mine', config });
    await presets.remove(preset.preset_id);
    await expect(presets.get(preset.preset_id)).rejects.toMatchObject({ code: 'PRESET_NOT_FOUND' });
    await expect(presets.remove(preset.preset_id)).rejects.toMatchObject({ code: 'PRESET_NOT_FOUND' });
    expect((await presets.put({ name: 'mine', config })).created).toBe(true);
  });
});
