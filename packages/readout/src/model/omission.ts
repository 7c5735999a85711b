import type { Account, Difference, ItemKind, Saying } from './account.ts';
import type { Framing } from './framing.ts';
import type { Silence } from './silence.ts';
import type { Span } from './span.ts';

/** What was looked through before something was said not to be in a text. */
export interface Search {
  /** Sentences read: all that the account has. */
  readonly sentences: number;
  /** Names and other words looked for, besides words that refer back to them. */
  readonly names: readonly string[];
  /** Parties of the item that the text does not mention at all. */
  readonly absent: readonly string[];
  /** The sentence that comes nearest, where the parties are mentioned. */
  readonly nearest?: Span;
}

/** An item that other accounts have and a whole text does not. Not a word about why. */
export interface Omission {
  readonly row: string;
  readonly account: string;
  /** `party`: a party of it is nowhere in the text. `item`: the parties are there, this of them is not. */
  readonly basis: 'party' | 'item';
  readonly searched: Search;
  /** Accounts that have it, of all that are compared. */
  readonly heldBy: number;
  readonly of: number;
  /** How early those who have it tell it, 0 to 1; in a title or first sentence 1. */
  readonly salience: number;
}

/**
 * What an account has of a row. `unclear`: no item was found, but a sentence comes near, so nothing is said to be left out.
 * `not-said-here`: the account is relayed, hence partial.
 */
export type Cell =
  | { readonly is: 'said'; readonly sayings: readonly Saying[] }
  | { readonly is: 'not-in-this-text'; readonly omission: Omission }
  | { readonly is: 'unclear'; readonly nearest: Saying }
  | { readonly is: 'not-said-here' };

/** One thing that accounts say, aligned over them. */
export interface Row {
  readonly id: string;
  readonly kind: ItemKind;
  /** In one line: who does or says what. */
  readonly label: string;
  readonly parties: readonly string[];
  /** `same` in all accounts that have it, `differs` among them, or in one account `only-here`. */
  readonly alignment: 'same' | 'differs' | 'only-here';
  readonly differences: readonly Difference[];
  /** Accounts that have it. */
  readonly heldBy: number;
  /** How early those who have it tell it, as in {@link Omission}. */
  readonly salience: number;
  /** By account id. */
  readonly cells: { readonly [account: string]: Cell };
}

/** A text's own report of a silence, beside the account it is about where that account is among those compared. */
export interface ReportedSilence {
  readonly article: string;
  readonly silence: Silence;
  readonly quote: string;
  /** Accounts of the one who is said to be silent. */
  readonly accounts: readonly string[];
}

/** Accounts of one story, laid beside each other. */
export interface Comparison {
  readonly accounts: readonly Account[];
  readonly rows: readonly Row[];
  readonly omissions: readonly Omission[];
  readonly silences: readonly ReportedSilence[];
  /** One for each account, in their order. */
  readonly framing: readonly Framing[];
}
