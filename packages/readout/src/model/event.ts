import type { Polarity, Status } from './claim.ts';
import type { Place } from './entity.ts';
import type { Span } from './span.ts';
import type { DateRange } from './time.ts';

export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT';

export type Modality = 'asserted' | 'intended' | 'requested' | 'possible' | 'hypothetical';

export interface Party {
  /** Absent only when the words name nobody the record knows ("gunmen" is `people:gunmen`). */
  readonly entity: string;
  readonly state?: string;
  readonly sector?: string;
  readonly mention: string;
  /** The whole phrase in which the party stands, where it is longer than the mention ("the killing of civilians in X"). */
  readonly phrase?: Span;
}

export interface Evidence {
  readonly span: Span;
  readonly as: 'trigger' | 'actor' | 'recipient' | 'date' | 'location' | 'governor' | 'party' | 'about';
}

/** Who did what to whom, when and where, in PLOVER's types. */
export interface Event {
  readonly id: string;
  readonly event: EventType;
  readonly mode?: string;
  readonly contexts: readonly string[];
  /** CAMEO code, a string. */
  readonly cameo: string;
  readonly quad: 1 | 2 | 3 | 4;
  readonly goldstein: number;
  readonly actor: readonly Party[];
  /** Empty when the act has none, or when all take part alike. */
  readonly recipient: readonly Party[];
  readonly date?: DateRange;
  /** Where it happened, by the clause itself; the dateline, where the report was filed, is never it. */
  readonly location?: { readonly entity: string; readonly mention: string; readonly place?: Place };
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly status: Status;
  /** The claim that asserts it, when it is not the article's own voice. */
  readonly claim?: string;
  readonly evidence: readonly Evidence[];
  /** How likely type and parties are right, 0 to 1, by signs of how it is told (lexicon/event-signs.tsv). */
  readonly confidence?: number;
  /** The signs that it has of those that make its confidence, by name. */
  readonly signs?: readonly string[];
  readonly rule: string;
  /** The governor that changed the code, where one did. */
  readonly governor?: string;
}
