/** The store's interface. SQLite implements it today; another engine passes the same contract suite. */
import type {
  Claim,
  Engine,
  Entity,
  Event,
  EventType,
  Figure,
  Modality,
  Publisher,
  Record,
  Relation,
  RelationKind,
  Silence,
  Status,
} from '../model/index.ts';
import type { Telling, Way } from './acts.ts';

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

/** One page of an answer, and the cursor of the next one when there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

interface Paged {
  /** Most items on the page; default 100, at most 1,000. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** What every question about records can ask. Names may be given for ids ("North Korea" for PRK). */
export interface CommonFilter extends Paged {
  /** The publisher's id or name. */
  readonly publisher?: string;
  /** First and last day, ISO: the day of an event; for all else the day of publication. What has no day is left out. */
  readonly since?: string;
  readonly until?: string;
  /** An article's id or a unique beginning of it. */
  readonly article?: string;
  /** The state of the publisher: what its media say. */
  readonly media?: string;
  /** Also what the default view leaves out: not asserted, background, superseded; default false. */
  readonly all?: boolean;
}

export interface ArticleFilter extends CommonFilter {
  /** An entity that the article mentions. */
  readonly entity?: string;
  /** The state of the publisher. */
  readonly state?: string;
}

/** Parties are entities, or states for which an entity acts. */
export interface EventFilter extends CommonFilter {
  readonly actor?: string;
  /** In an act without recipient (a meeting), the other actor. */
  readonly recipient?: string;
  /** A party on either side. */
  readonly state?: string;
  /** Two parties, whoever acts on whom. */
  readonly between?: readonly [string, string];
  /** With two sides: the days that a series counts, as it counts them. An event of a known month is in `2024-11`, not in `2024-11-01`. */
  readonly period?: string;
  /** With two sides: only acts of these parties themselves, not of those who act for them; default false. */
  readonly own?: boolean;
  readonly event?: EventType;
  readonly quad?: 1 | 2 | 3 | 4;
  /** The id of the place. */
  readonly location?: string;
  readonly modality?: Modality;
  readonly status?: Status;
}

export interface ClaimFilter extends CommonFilter {
  /** Who is speaking: an entity, or the state it speaks for. */
  readonly source?: string;
  /** An entity that the content names. */
  readonly about?: string;
  /** Source or topic. */
  readonly state?: string;
  readonly act?: string;
  readonly status?: Status;
}

export interface RelationFilter extends CommonFilter {
  /** All of these are parties. */
  readonly parties?: readonly string[];
  /** Only these parties themselves, not those who belong to them; default false. */
  readonly own?: boolean;
  readonly state?: string;
  readonly kind?: RelationKind;
  readonly status?: Relation['status'];
}

export interface SilenceFilter extends CommonFilter {
  readonly by?: string;
  readonly about?: string;
  readonly state?: string;
}

export interface EntityFilter extends CommonFilter {
  readonly kind?: Entity['kind'];
  readonly state?: string;
  /** Words of the name, in any case. */
  readonly name?: string;
}

/** Which article something stands in. */
export interface ArticleHead {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: Publisher;
  /** Day of publication. */
  readonly published?: string;
  /** The id of the version that took its place. */
  readonly supersededBy?: string;
}

export interface ArticleView extends ArticleHead {
  readonly counts: { readonly claims: number; readonly events: number; readonly relations: number; readonly silences: number };
  /** In a search: words around the first hits, hits between U+0002 and U+0003. */
  readonly snippet?: string;
}

/** One record of an article with what is needed to show it. */
export interface View<K extends string, T> {
  readonly kind: K;
  /** Its id in any store: derived from article, kind, span and rule. */
  readonly id: string;
  readonly article: ArticleHead;
  /** The words it was made from, in their sentence. */
  readonly quote: string;
  /** Names of the entities it speaks of, by id. */
  readonly names: { readonly [entity: string]: string };
  readonly record: T;
}

/** An event without its words. */
export interface Happening {
  readonly article: string;
  readonly record: Event;
}

export type EventView = View<'event', Event>;
export type ClaimView = View<'claim', Claim>;
export type RelationView = View<'relation', Relation>;
export type SilenceView = View<'silence', Silence>;

/** An entity over all articles. */
export interface EntityView {
  readonly id: string;
  readonly kind: Entity['kind'];
  readonly name: string;
  readonly state?: string;
  readonly sector?: string;
  readonly articles: number;
  readonly mentions: number;
}

/** What an id stands for. `record` is the whole record of the article; `item` the thing itself. */
export type Found =
  | { readonly kind: 'article'; readonly id: string; readonly record: Record }
  | { readonly kind: 'entity'; readonly id: string; readonly entity: EntityView }
  | { readonly kind: 'event'; readonly id: string; readonly record: Record; readonly item: Event }
  | { readonly kind: 'claim'; readonly id: string; readonly record: Record; readonly item: Claim }
  | { readonly kind: 'relation'; readonly id: string; readonly record: Record; readonly item: Relation }
  | { readonly kind: 'silence'; readonly id: string; readonly record: Record; readonly item: Silence }
  | { readonly kind: 'figure'; readonly id: string; readonly record: Record; readonly item: Figure };

/** Whole numbers over all current articles; `superseded` are the older versions beside them. */
export interface Counts {
  readonly articles: number;
  readonly superseded: number;
  readonly publishers: number;
  readonly entities: number;
  readonly claims: number;
  readonly events: number;
  readonly relations: number;
  readonly silences: number;
}

/** Something in the store that is not as it was put in. */
export interface Mismatch {
  readonly article: string;
  /** Where: a table, a record's id, a span. */
  readonly at: string;
  readonly message: string;
}

export interface Verification {
  readonly articles: number;
  readonly spans: number;
  readonly mismatches: readonly Mismatch[];
}

/** Reports of one day of publication; `''` is the day of those whose day is unknown. */
export interface DayCount {
  readonly day: string;
  readonly reports: number;
}

/** What numbers are asked of: days (of events; of publication for reports and claims) and whether what the default view leaves out counts too. */
export interface MeasureFilter {
  readonly since?: string;
  readonly until?: string;
  readonly all?: boolean;
}

/** A tie between two parties over all reports, without its tellings. */
export interface Tie {
  readonly kind: 'meets' | 'accuses' | 'speaks-for';
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly reports: number;
  readonly first?: string;
  readonly last?: string;
}

export interface TieFilter extends MeasureFilter {
  readonly kinds: readonly Tie['kind'][];
  /** Between states, through all who act for them; default false: between the parties themselves. */
  readonly states?: boolean;
  /** Only ties of this entity or state. */
  readonly who?: string;
}

/** What shown reports say of one relation with one status, put together. */
export interface Told {
  readonly kind: RelationKind;
  readonly parties: readonly { readonly entity: string; readonly as?: string }[];
  readonly status: Relation['status'];
  /** Where a text says so. */
  readonly start?: string;
  readonly end?: string;
  /** First and last day of publication. */
  readonly first?: string;
  readonly last?: string;
  readonly reports: number;
}

/** Acts between two states in one period, by who acts on whom and quad class. */
export interface DyadCount {
  readonly a: string;
  readonly b: string;
  readonly way: Way;
  readonly period: string;
  readonly quad: 1 | 2 | 3 | 4;
  readonly events: number;
  readonly mentions: number;
  readonly goldstein: number;
}

/** How often a place was the place of events. */
export interface PlaceCount {
  readonly place: string;
  /** Degrees (WGS 84), where a report has a point for it. */
  readonly latitude?: number;
  readonly longitude?: number;
  readonly events: number;
  readonly byQuad: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number };
}

/** How many shown reports a publisher has, and of them how many mention an entity. */
export interface PublisherCount {
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  readonly reports: number;
  readonly mentioning: { readonly [entity: string]: number };
}

/** How a search's articles spread; each list most first, at most 20. */
export interface Facets {
  readonly articles: number;
  readonly publishers: readonly { readonly value: string; readonly name: string; readonly articles: number }[];
  readonly states: readonly { readonly value: string; readonly articles: number }[];
  readonly years: readonly { readonly value: string; readonly articles: number }[];
}

/** Something that could not be read: where it stood and why. */
export interface Refusal {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** What went wrong in reading, and who read. */
export interface IngestHealth {
  readonly problems: readonly { readonly code: string; readonly articles: number; readonly example: string }[];
  readonly engines: readonly { readonly version: string; readonly knowledge: string; readonly model: string; readonly articles: number }[];
  /** What could not be read at all and was not read since: at most 200, by place. */
  readonly refused: { readonly count: number; readonly items: readonly Refusal[] };
  readonly undated: number;
  readonly unattributed: number;
  readonly first?: string;
  readonly last?: string;
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
