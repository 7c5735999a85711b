import type { Span } from './span.ts';

/** One place where something was counted. */
export interface FramingExample {
  readonly span: Span;
  /** The words there, in one line. */
  readonly quote: string;
}

/** How often an account does something with one entity, and where; at most three examples, the first in the text. */
export interface FramingCount {
  readonly entity: string;
  readonly name: string;
  readonly count: number;
  readonly examples: readonly FramingExample[];
}

/** Facts of an account's wording: counts with places, no score and no judgement. */
export interface Framing {
  readonly account: string;
  /** Who acts in its current events, most first. */
  readonly acts: readonly FramingCount[];
  /** Who is acted on. */
  readonly actedOn: readonly FramingCount[];
  /** Who is quoted directly: number of quotations, and their length in words, longest first. */
  readonly quoted: readonly (FramingCount & { readonly words: number })[];
  /** Which words report whom: `said`, `claimed`, `according to`. */
  readonly reported: readonly (FramingCount & { readonly verb: string })[];
  /** By what names it calls an entity for which the accounts do not all use the same names. */
  readonly names: readonly (FramingCount & { readonly form: string })[];
}
