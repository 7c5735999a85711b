import type { Record } from '../model/record.ts';
import type { ArticleFilter, Store } from './store.ts';

/** The ids of the current records that a filter chooses, latest published first, read page by page. */
export async function* idsOf(store: Store, filter: Omit<ArticleFilter, 'limit' | 'cursor'> = {}): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await store.articles({ ...filter, limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** Every current record that a filter chooses, latest published first, read page by page. */
export async function* allRecords(store: Store, filter: Omit<ArticleFilter, 'limit' | 'cursor'> = {}): AsyncGenerator<Record> {
  for await (const id of idsOf(store, filter)) {
    const record = await store.article(id);
    if (record) yield record;
  }
}

/** The latest records that were published on or between two days; at most so many. */
export async function recordsOf(store: Store, { since, until }: Pick<ArticleFilter, 'since' | 'until'>, most: number): Promise<Record[]> {
  const records: Record[] = [];
  for await (const record of allRecords(store, { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) })) {
    records.push(record);
    if (records.length >= most) break;
  }
  return records;
}

/**
 * Every current record by rising day of publication, one day's at a time, then those without a day: what streams need. `reportDays` of the store says
 * which days there are.
 */
export async function* recordsByDay(
  store: Store,
  { since = '', until }: Pick<ArticleFilter, 'since' | 'until'> = {},
): AsyncGenerator<Record> {
  let isUndated = false;
  for (const { day } of await store.reportDays()) {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) isUndated = true;
    else if (day >= since && (until === undefined || day <= until))
      for await (const record of allRecords(store, { since: day, until: day }))
        if (record.article.published?.precision === 'day' && record.article.published.value === day) yield record;
  }
  // Bounds leave out what has no day.
  if (!isUndated || since !== '' || until !== undefined) return;
  for await (const record of allRecords(store)) if (record.article.published?.precision !== 'day') yield record;
}
