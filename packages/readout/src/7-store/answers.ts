/** What a store answers with: pages, views of records, counts and ties. */
import type { Claim, Entity, Event, Figure, Publisher, Record, Relation, RelationKind, Silence } from '../model/index.ts';
import type { Way } from './acts.ts';

/** One page of an answer, and the cursor of the next one when there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
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
