/** The store's interface. SQLite implements it today; another engine passes the same contract suite. */
import type { Engine, EventType, Record } from '../model/index.ts';
import type { Telling } from './acts.ts';
import type {
  ArticleHead,
  ArticleView,
  ClaimView,
  Counts,
  DayCount,
  DyadCount,
  EntityView,
  EventView,
  Facets,
  Found,
  Happening,
  IngestHealth,
  Page,
  PlaceCount,
  PublisherCount,
  Refusal,
  RelationView,
  SilenceView,
  Tie,
  Told,
  Verification,
} from './answers.ts';
import type {
  ArticleFilter,
  ClaimFilter,
  EntityFilter,
  EventFilter,
  MeasureFilter,
  RelationFilter,
  SilenceFilter,
  TieFilter,
} from './questions.ts';

export type * from './answers.ts';
export type * from './questions.ts';

export interface OpenStoreOptions {
  /** Make the store when there is none; default false. */
  readonly create?: boolean;
  /** Refuse writing; default false. */
  readonly readonly?: boolean;
  /** How long to wait for another writer; default 10,000 ms. */
  readonly busyTimeoutMs?: number;
  /** Most pages (of 4 KB) that the file may have; then `store/full`. Default: as many as the disk holds. */
  readonly maxPages?: number;
}

/** What an upsert did, in articles. `replaced`: known before, read anew by another engine. `superseded`: marked as older versions. */
export interface Upserted {
  readonly added: number;
  readonly unchanged: number;
  readonly replaced: number;
  readonly superseded: number;
}

/** Articles and their records on disk. Every method may throw `store/busy`, `store/full` and `store/io`. */
export interface Store {
  readonly path: string;
  readonly schemaVersion: number;
  /** Writes all records or none, in one transaction. Throws `store/mismatch` when one has a span that does not slice. */
  upsert(records: readonly Record[]): Promise<Upserted>;
  /** Keeps what could not be read, and forgets what could be read since. */
  noteReadings(readings: { readonly refused: readonly Refusal[]; readonly read: readonly string[] }): Promise<void>;
  /** Which of these article ids are there, read by this engine (any, when none is given). */
  known(ids: readonly string[], engine?: Engine): Promise<ReadonlySet<string>>;
  /** Latest first. */
  articles(filter?: ArticleFilter): Promise<Page<ArticleView>>;
  /** The record of an article, byte for byte as it was stored. */
  article(id: string): Promise<Record | undefined>;
  /** All versions of an article, oldest first; itself among them. */
  versions(id: string): Promise<readonly ArticleHead[]>;
  events(filter?: EventFilter): Promise<Page<EventView>>;
  /** The same without words and names: for counting, not for reading. */
  happenings(filter?: EventFilter): Promise<Page<Happening>>;
  claims(filter?: ClaimFilter): Promise<Page<ClaimView>>;
  relations(filter?: RelationFilter): Promise<Page<RelationView>>;
  silences(filter?: SilenceFilter): Promise<Page<SilenceView>>;
  /** Most mentioned first. */
  entities(filter?: EntityFilter): Promise<Page<EntityView>>;
  /** Articles by words of title, text and entity names, best first; a phrase stands in quotation marks, `word*` is a beginning. */
  search(words: string, filter?: ArticleFilter): Promise<Page<ArticleView>>;
  /** Anything by its id or the unique beginning of one. Throws `store/ambiguous` when several begin so. */
  find(id: string): Promise<Found | undefined>;
  counts(): Promise<Counts>;
  /** All tellings of acts between two ids, by day. */
  tellings(a: string, b: string, filter?: MeasureFilter): Promise<readonly Telling[]>;
  /** The ids of all shown reports, in order. */
  reportIds(): Promise<readonly string[]>;
  /** How many shown reports each day has, first day first. */
  reportDays(): Promise<readonly DayCount[]>;
  /** Heaviest first. */
  ties(filter: TieFilter): Promise<readonly Tie[]>;
  /** What reports say of the relations whose parties all of these are, themselves; by kind and parties. */
  told(parties: readonly string[]): Promise<readonly Told[]>;
  /** Acts between states by month or year, in the order of states, then periods. */
  dyadCounts(by: 'month' | 'year', filter?: MeasureFilter): Promise<readonly DyadCount[]>;
  /** Most events first. */
  places(filter?: MeasureFilter & { readonly event?: EventType }): Promise<readonly PlaceCount[]>;
  /** Every publisher, most reports first; with entities, how many of its reports mention each. Days are of publication. */
  publishers(
    filter?: MeasureFilter & { readonly entities?: readonly string[]; readonly state?: string },
  ): Promise<readonly PublisherCount[]>;
  facets(words: string, filter?: ArticleFilter): Promise<Facets>;
  health(): Promise<IngestHealth>;
  /** Names and kinds of entities over all articles, by id; what is not there is left out. */
  named(ids: readonly string[]): Promise<ReadonlyMap<string, EntityView>>;
  /** Slices every span again and compares every row with the record it came from. */
  verify(onArticle?: (done: number, total: number) => void): Promise<Verification>;
  close(): Promise<void>;
}
