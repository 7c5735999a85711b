import type { Record } from '../model/record.ts';
import type { ArticleFilter, Store } from './store.ts';

/** Every current record that a filter chooses, latest published first, read page by page. */
export async function* allRecords(store: Store, filter: Omit<ArticleFilter, 'limit' | 'cursor'> = {}): AsyncGenerator<Record> {
  let cursor: string | undefined;
  do {
    const page = await store.articles({ ...filter, limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id } of page.items) {
      const record = await store.article(id);
      if (record) yield record;
    }
    cursor = page.next;
  } while (cursor !== undefined);
}
