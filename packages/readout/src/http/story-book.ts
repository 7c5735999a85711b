/**
 * The stories of a store, grouped anew only when the store has changed. A large store is grouped cell by cell (story-cells.ts): its records would not fit
 * into memory. Kept in memory: stories, threads, heads, the last answers on omissions; no record.
 */
import { setImmediate } from 'node:timers/promises';
import { type ArticleHead, recordsOf, type Store } from '../7-store/index.ts';
import {
  AROUND_DAYS,
  compareAccounts,
  groupStories,
  idFrom,
  mostHeldFirst,
  type OmissionView,
  type Overrides,
  omissionsBy,
  textAccounts,
  threadsOf,
  voicesOf,
  withThreads,
} from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Comparison, Record, Story, Thread } from '../model/index.ts';
import { headOf } from './article-head.ts';
import type { Known } from './known.ts';
import { type Cell, type CellStories, cellsOf, StoryCells, shifted } from './story-cells.ts';

export interface Book {
  readonly stories: readonly Story[];
  readonly threads: readonly Thread[];
  readonly heads: ReadonlyMap<string, ArticleHead>;
  /** Where these are not all stories of the store: how many reports there are, and the first day of those that are told of. */
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
/** Answers on omissions that are kept: whoever turns pages asks for one again and again, and each takes seconds over thousands of reports. */
const MOST_ASKED = 4;
/** Reports of a cell from which it is halved, and half of them: cells are told of until they have so many together. */
const MOST_REPORTS = 1_000;

export class StoryBook {
  readonly #store: Store;
  readonly #known: Pick<Known, 'words'>;
  readonly #overrides: Overrides | undefined;
  readonly #whole: number;
  readonly #most: number;
  #key = '';
  #all: Promise<Book> | undefined;
  #cells: StoryCells;
  #firsts: Promise<ReadonlyMap<string, string>> | undefined;
  readonly #asked = new Map<string, Promise<readonly OmissionView[]>>();

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
    this.#cells = new StoryCells(store, options.overrides);
  }

  /** Stories over all current reports, or in a large store those of the cells that may have what is wanted. Two calls at once share one grouping. */
  async book(wanted: Wanted = {}): Promise<Book> {
    const counts = await this.#store.counts();
    const key = JSON.stringify(counts);
    if (key !== this.#key) {
      this.#key = key;
      this.#all = undefined;
      this.#firsts = undefined;
      this.#asked.clear();
      this.#cells = new StoryCells(this.#store, this.#overrides);
    }
    if (counts.articles > this.#whole) return this.#part(wanted, counts.articles);
    this.#all ??= this.#allStories();
    const made = this.#all;
    // A failure is told to who asked, and tried again by the next.
    made.catch(() => {
      if (this.#all === made) this.#all = undefined;
    });
    return made;
  }

  /** A story by its id or a unique beginning, and the book it is in. Throws `store/not-found` and `store/ambiguous`. */
  async story(id: string): Promise<{ readonly story: Story; readonly book: Book }> {
    const whole = id.startsWith('story:') ? id : `story:${id}`;
    const latest = await this.book();
    const [known, second] = latest.stories.filter((s) => s.id.startsWith(whole));
    if (second && known?.id !== whole) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}.`, { at: id });
    if (known) return { story: known, book: latest };
    // The id of a story is made of its first report's: that one is looked for, and the cells around it are grouped.
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

  async #allStories(): Promise<Book> {
    const records = await recordsOf(this.#store, {}, Number.POSITIVE_INFINITY);
    const stories = groupStories(records, this.#overrides ? { overrides: this.#overrides } : {});
    return { stories, threads: threadsOf(stories), heads: new Map(records.map((r) => [r.article.id, headOf(r)])) };
  }

  /** The stories of some cells of a large store: each as it is in every other part, but its thread only as far as these cells go. */
  async #part(wanted: Wanted, all: number): Promise<Book> {
    const cells = cellsOf(await this.#store.reportDays(), this.#most);
    const found: CellStories['stories'][number][] = [];
    const heads = new Map<string, ArticleHead>();
    const own =
      wanted.article === undefined ? undefined : (await this.#store.articles({ article: wanted.article, limit: 1, all: true })).items[0];
    const chosen = cells.length === 0 ? [] : chosenCells(cells, { ...wanted, day: own?.published }, this.#most);
    for (const i of chosen) {
      const { stories, heads: here } = await this.#cells.stories(cells[i] as Cell, cells[i - 1]);
      found.push(...stories);
      for (const id of stories.flatMap(({ story }) => story.articles)) heads.set(id, here.get(id) ?? { id });
    }
    if (own && !heads.has(own.id)) {
      found.push({ story: await this.#cells.storyOf([own.id]) });
      heads.set(own.id, own);
    }
    this.#cells.rest();
    const storyOf = new Map(found.flatMap(({ story }) => story.articles.map((id) => [id, story.id] as const)));
    const before = new Map(
      found.flatMap(({ story, follows = '' }) => (storyOf.has(follows) ? [[story.id, storyOf.get(follows) ?? '']] : [])),
    );
    const key = ({ start = '9', id }: Story): string => `${start} ${id}`;
    const stories = withThreads(
      found.map((f) => f.story).sort((a, b) => (key(a) < key(b) ? -1 : 1)),
      before,
    );
    const from = cells[chosen[0] ?? 0]?.from;
    return { stories, threads: threadsOf(stories), heads, part: { of: all, ...(from === undefined ? {} : { from }) } };
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

  /** Whether some report is by a publisher of this id or name, or a part of it. */
  async isBy(words: string): Promise<boolean> {
    const wanted = words.toLowerCase();
    const publishers = await this.#store.publishers({ all: true });
    return publishers.some(({ id, name }) => id.includes(wanted) || name.toLowerCase().includes(wanted));
  }

  /** Reports beside each other; of one alone, the voices that it relays. */
  compare(records: readonly Record[]): Comparison {
    const [only, ...more] = records;
    return compareAccounts(only && more.length === 0 ? voicesOf(only) : textAccounts(records), records, this.#known.words);
  }

  /** Omissions of one publisher's texts, or of all, over some stories of a book of now; most widely held first. Two calls at once share one answer. */
  async omissions(stories: readonly Story[], by: string | undefined): Promise<readonly OmissionView[]> {
    const shared = stories.filter((s) => s.articles.length > 1);
    const key = [by ?? '', ...shared.map((s) => `${s.id} ${s.articles.length}`)].join('\n');
    const made = this.#asked.get(key) ?? this.#findOmissions(shared, by);
    this.#asked.delete(key);
    this.#asked.set(key, made);
    if (this.#asked.size > MOST_ASKED) this.#asked.delete([...this.#asked.keys()][0] ?? '');
    // A failure is told to who asked, and tried again by the next.
    made.catch(() => this.#asked.delete(key));
    return made;
  }

  async #findOmissions(stories: readonly Story[], by: string | undefined): Promise<readonly OmissionView[]> {
    const found: OmissionView[] = [];
    // One story's records at a time: memory does not grow with the store.
    for (const story of stories) {
      found.push(...omissionsBy(await this.records(story.articles), [story], by, this.#known.words));
      // The store answers at once: without a pause nobody else would be answered until the last story.
      await setImmediate();
    }
    return mostHeldFirst(found);
  }
}

/** Names by entity over records: the first that has it. */
export function namesIn(records: readonly Record[]): { readonly [entity: string]: string } {
  const names: { [entity: string]: string } = {};
  for (const r of records) for (const e of r.entities) names[e.id] ??= e.name;
  return names;
}

/** Places of the cells that may have what is wanted, rising: the latest that have so many reports; those of days, or around one day, and the one before. */
function chosenCells(
  cells: readonly Cell[],
  { since, until, article, day }: Wanted & { readonly day?: string | undefined },
  most: number,
): readonly number[] {
  if (article !== undefined) {
    const at = cells.findIndex((c) => day !== undefined && c.from <= day && day <= c.to);
    return at < 0 ? [] : [at - 1, at, at + 1].filter((i) => cells[i]);
  }
  const within = cells.flatMap((c, i) =>
    (until === undefined || c.from <= until) && (since === undefined || c.to >= shifted(since, -AROUND_DAYS)) ? [i] : [],
  );
  let reports = 0;
  const chosen = within.reverse().filter((i) => {
    const isWanted = reports < most / 2;
    if (isWanted) reports += cells[i]?.reports ?? 0;
    return isWanted;
  });
  return chosen.reverse();
}
