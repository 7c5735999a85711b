/**
 * The stories of a store, grouped anew only when the store has changed. A large store is grouped a window at a time (its latest reports, those around some
 * days, or around one report): its records would not fit into memory. Kept in memory: stories, threads, heads; no record.
 */

import { type ArticleHead, recordsOf, type Store } from '../7-store/index.ts';
import {
  compareAccounts,
  groupStories,
  idFrom,
  mostHeldFirst,
  type Overrides,
  omissionsBy,
  textAccounts,
  threadsOf,
  voicesOf,
} from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Comparison, Record, Story, Thread } from '../model/index.ts';
import type { Known } from './known.ts';

export interface Book {
  readonly stories: readonly Story[];
  readonly threads: readonly Thread[];
  readonly heads: ReadonlyMap<string, ArticleHead>;
  /** Where not all reports of the store were grouped: how many there are, and the first day of those that were. */
  readonly part?: { readonly of: number; readonly from?: string };
}

/** Which stories are wanted: of some days, or the one with a report (its id or the beginning of it). */
export interface Wanted {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly article?: string | undefined;
}

/** A store of so many reports is grouped as a whole. */
const MOST_WHOLE = 2_000;
/** Reports of a window: each is compared with each, a second or two the first time. */
const MOST_REPORTS = 1_000;
/** Days around a report, or before and behind the days that are asked for, in which others may tell of the same. */
const AROUND = [14, 7, 3, 1, 0] as const;
/** Windows that are kept. */
const MOST_BOOKS = 8;

export class StoryBook {
  readonly #store: Store;
  readonly #known: Pick<Known, 'words'>;
  readonly #overrides: Overrides | undefined;
  readonly #whole: number;
  readonly #most: number;
  #key = '';
  readonly #books = new Map<string, Promise<Book>>();
  #firsts: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    store: Store,
    known: Pick<Known, 'words'>,
    options: { readonly overrides?: Overrides | undefined; readonly most?: number } = {},
  ) {
    this.#store = store;
    this.#known = known;
    this.#overrides = options.overrides;
    this.#whole = options.most ?? MOST_WHOLE;
    this.#most = options.most ?? MOST_REPORTS;
  }

  /** Stories over all current reports, or in a large store over those that may have what is wanted. Two calls at once share one grouping. */
  async book(wanted: Wanted = {}): Promise<Book> {
    const counts = await this.#store.counts();
    const key = JSON.stringify(counts);
    if (key !== this.#key) {
      this.#key = key;
      this.#books.clear();
      this.#firsts = undefined;
    }
    const window = counts.articles <= this.#whole ? undefined : await this.#windowOf(wanted);
    const name = JSON.stringify(window ?? 'all');
    const known = this.#books.get(name);
    this.#books.delete(name);
    const made = known ?? this.#make(window, counts.articles);
    this.#books.set(name, made);
    if (this.#books.size > MOST_BOOKS) this.#books.delete(this.#books.keys().next().value ?? '');
    // A failure is told to who asked, and tried again by the next.
    made.catch(() => {
      if (this.#books.get(name) === made) this.#books.delete(name);
    });
    return made;
  }

  /** A story by its id or a unique beginning, and the book it is in. Throws `store/not-found` and `store/ambiguous`. */
  async story(id: string): Promise<{ readonly story: Story; readonly book: Book }> {
    const whole = id.startsWith('story:') ? id : `story:${id}`;
    const latest = await this.book();
    for (const book of [latest, ...(await Promise.all(this.#books.values()))]) {
      const [story, second] = book.stories.filter((s) => s.id.startsWith(whole));
      if (second && story?.id !== whole) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}.`, { at: id });
      if (story) return { story, book };
    }
    // The id of a story is made of its first report's: that one is looked for, and the reports around it are grouped.
    const article = latest.part && [...(await this.#firstReports())].find(([made]) => made.startsWith(whole))?.[1];
    const book = article === undefined ? undefined : await this.book({ article });
    const story = book?.stories.find((s) => s.id.startsWith(whole));
    if (!book || !story) throw new ReadoutError('store/not-found', `There is no story ${id}.`, { at: id });
    return { story, book };
  }

  /** What a story would be called that began with each report. */
  #firstReports(): Promise<ReadonlyMap<string, string>> {
    this.#firsts ??= this.#store.reportIds().then((ids) => new Map(ids.map((id) => [idFrom('story', id), id])));
    return this.#firsts;
  }

  async #make(window: Window | undefined, all: number): Promise<Book> {
    const records = await recordsOf(this.#store, window ?? {}, window ? this.#most : Number.POSITIVE_INFINITY);
    if (window?.article !== undefined && !records.some((r) => r.article.id === window.article)) {
      const own = await this.#store.article(window.article);
      if (own) records.push(own);
    }
    const stories = groupStories(records, this.#overrides ? { overrides: this.#overrides } : {});
    const heads = new Map(records.map((r) => [r.article.id, headOf(r)]));
    const [from] = [...heads.values()].flatMap((h) => h.published ?? []).sort();
    const part = records.length < all ? { part: { of: all, ...(from === undefined ? {} : { from }) } } : {};
    return { stories, threads: threadsOf(stories), heads, ...part };
  }

  async #windowOf({ since, until, article }: Wanted): Promise<Window> {
    if (article === undefined)
      return {
        ...(since === undefined ? {} : { since: shifted(since, -AROUND[0]) }),
        ...(until === undefined ? {} : { until: shifted(until, AROUND[0]) }),
      };
    const [head] = (await this.#store.articles({ article, limit: 1, all: true })).items;
    const day = head?.published;
    if (head === undefined || day === undefined) return head ? { article: head.id } : {};
    const days = await this.#store.reportDays();
    const has = (n: number): number =>
      days.reduce((sum, d) => sum + (d.day >= shifted(day, -n) && d.day <= shifted(day, n) ? d.reports : 0), 0);
    const near = AROUND.find((n) => has(n) <= this.#most) ?? 0;
    return { since: shifted(day, -near), until: shifted(day, near), ...(near === 0 ? { article: head.id } : {}) };
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
    return mostHeldFirst(found);
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

/** Days of publication, and a report that is among them whatever there is. */
interface Window {
  readonly since?: string;
  readonly until?: string;
  readonly article?: string;
}

/** A day some days later or, below 0, earlier. What is no whole day stays. */
function shifted(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || day.length !== 10 ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}
