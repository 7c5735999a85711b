/** A party where it was found. */
import type { Mention, Span } from '../model/index.ts';

/** A party at a token. */
export interface FoundParty {
  readonly mention: Mention;
  /** Whether the mention is the slot's own word, not only a modifier of it. */
  readonly direct: boolean;
  /** The slot's whole noun phrase. */
  readonly phrase: Span;
}
