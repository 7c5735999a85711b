/** What is asked of a store: filters of lists and of numbers. */
import type { Entity, EventType, Modality, Relation, RelationKind, Status } from '../model/index.ts';
import type { Tie } from './answers.ts';

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
  /** Also what the default view leaves out: not asserted, background, doubtful, superseded; default false. */
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
  /** The least confidence, 0 to 1; 0.65 when not said and not `all`. Asked for, it leaves out events of records written before there was one. */
  readonly confidence?: number;
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

/** What numbers are asked of: days (of events; of publication for reports and claims) and whether what the default view leaves out counts too. */
export interface MeasureFilter {
  readonly since?: string;
  readonly until?: string;
  readonly all?: boolean;
}

export interface TieFilter extends MeasureFilter {
  readonly kinds: readonly Tie['kind'][];
  /** Between states, through all who act for them; default false: between the parties themselves. */
  readonly states?: boolean;
  /** Only ties of this entity or state. */
  readonly who?: string;
}
