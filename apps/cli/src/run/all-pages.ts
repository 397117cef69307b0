import type { Page, PageRequest } from '@projecta/persistence';

const LIMIT = 500;

/** Every item of a list, page after page. */
export async function allPages<Item>(list: (request: PageRequest) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ limit: LIMIT, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return items;
}
