import type { Publisher } from './article.ts';
import type { Span } from './span.ts';

/** Who gives an account: a publisher, or somebody whose words a text relays. */
export interface Voice {
  /** A publisher's or an entity's id; an article's id where the publisher is unknown. */
  readonly id: string;
  readonly name: string;
  readonly state?: string;
  /** Whether it speaks for a state. */
  readonly official?: boolean;
  readonly publisher?: Publisher;
}

/** What one voice says of one story. */
export interface Account {
  readonly id: string;
  /** `text`: a publisher's whole text. `relayed`: a voice inside somebody else's text. */
  readonly kind: 'text' | 'relayed';
  readonly voice: Voice;
  readonly article: string;
  /** A relayed account is partial: from it no omission is computed. */
  readonly partial: boolean;
  /** Entities that are let speak in it, most first; for a relayed one those inside the chain. */
  readonly speakers: readonly string[];
  /** Ids within the article's record. */
  readonly events: readonly string[];
  readonly claims: readonly string[];
  readonly relations: readonly string[];
  readonly figures: readonly string[];
}

export type ItemKind = 'event' | 'claim' | 'relation' | 'figure';

/** What one account says of one row, in its own words. */
export interface Saying {
  readonly item: string;
  readonly quote: string;
  /** Whether the words are somebody's direct speech, or the account's wording. */
  readonly as: 'quote' | 'paraphrase';
  readonly span: Span;
  /** Position in the text, 0 first to 1 last. */
  readonly position: number;
}

/** One way in which accounts of a row differ. */
export interface Difference {
  readonly field: 'number' | 'code' | 'party' | 'date' | 'modality' | 'polarity' | 'act' | 'status' | 'strength';
  /** The value in each account that has one, by account id. */
  readonly values: { readonly [account: string]: string };
  /** Of `strength`: the account with the stronger words ("condemned" beside "expressed concern"). */
  readonly stronger?: string;
}
