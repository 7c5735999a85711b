/** The stories of a store, grouped anew only when the store has changed. Kept in memory: stories, threads, heads; no record. */

import { type ArticleHead, allRecords, type Store } from '../7-store/index.ts';
import { compareAccounts, groupStories, type Overrides, omissionsBy, textAccounts, threadsOf, voicesOf } from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Comparison, Record, Story, Thread } from '../model/index.ts';
import type { Known } from './known.ts';

export interface Book {
  readonly stories: readonly Story[];
  readonly threads: readonly Thread[];
  readonly heads: ReadonlyMap<string, ArticleHead>;
}

export class StoryBook {
  readonly #store: Store;
  readonly #known: Pick<Known, 'words'>;
  readonly #overrides: Overrides | undefined;
  #key = '';
  #book: Promise<Book> | undefined;

  constructor(store: Store, known: Pick<Known, 'words'>, overrides?: Overrides) {
    this.#store = store;
    this.#known = known;
    this.#overrides = overrides;
  }

  /** Stories over all current reports. Two calls at once share one grouping. */
  async book(): Promise<Book> {
    const key = JSON.stringify(await this.#store.counts());
    if (!this.#book || key !== this.#key) {
      this.#key = key;
      const made = makeBook(this.#store, this.#overrides);
      // A failure is told to who asked, and tried again by the next.
      made.catch(() => {
        if (this.#book === made) this.#book = undefined;
      });
      this.#book = made;
    }
    return this.#book;
  }

  /** A story by its id or a unique beginning. Throws `store/not-found` and `store/ambiguous`. */
  async story(id: string): Promise<Story> {
    const found = (await this.book()).stories.filter((s) => s.id.startsWith(id.startsWith('story:') ? id : `story:${id}`));
    const [story, second] = found;
    if (!story) throw new ReadoutError('store/not-found', `There is no story ${id}.`, { at: id });
    if (second && story.id !== id) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}.`, { at: id });
    return story;
  }

  /** The records of reports, by their ids or unique beginnings, in the order given. Throws `store/not-found`. */
  async records(ids: readonly string[]): Promise<readonly Record[]> {
    const records: Record[] = [];
    for (const id of ids) {
      const whole = id.startsWith('sha256:') ? id : `sha256:${id}`;
      const found = whole.length === 71 ? undefined : await this.#store.find(whole);
      const record = found === undefined ? await this.#store.article(whole) : 'record' in found ? found.record : undefined;
      if (!record) throw new ReadoutError('store/not-found', `No report has the id ${id}.`, { at: id });
      records.push(record);
    }
    return records;
  }

  /** Reports beside each other; of one alone, the voices that it relays. */
  compare(records: readonly Record[]): Comparison {
    const [only, ...more] = records;
    return compareAccounts(only && more.length === 0 ? voicesOf(only) : textAccounts(records), records, this.#known.words);
  }

  /** Omissions of one publisher's texts, or of all, over some stories; most widely held first. */
  async omissions(stories: readonly Story[], by: string | undefined): Promise<ReturnType<typeof omissionsBy>> {
    const found: ReturnType<typeof omissionsBy>[number][] = [];
    // One story's records at a time: memory does not grow with the store.
    for (const story of stories)
      if (story.articles.length > 1) found.push(...omissionsBy(await this.records(story.articles), [story], by, this.#known.words));
    return found.sort((a, b) => b.omission.heldBy - a.omission.heldBy || b.omission.salience - a.omission.salience);
  }
}

/** Names by entity over records: the first that has it. */
export function namesIn(records: readonly Record[]): { readonly [entity: string]: string } {
  const names: { [entity: string]: string } = {};
  for (const r of records) for (const e of r.entities) names[e.id] ??= e.name;
  return names;
}

export function headOf({ article }: Record): ArticleHead {
  const { id, title, url, publisher, published } = article;
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published: published.value } : {}),
  };
}

async function makeBook(store: Store, overrides: Overrides | undefined): Promise<Book> {
  const records: Record[] = [];
  for await (const record of allRecords(store)) records.push(record);
  const stories = groupStories(records, overrides ? { overrides } : {});
  return { stories, threads: threadsOf(stories), heads: new Map(records.map((r) => [r.article.id, headOf(r)])) };
}
