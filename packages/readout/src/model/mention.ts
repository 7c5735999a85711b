import type { Span } from './span.ts';

export type MentionKind = 'name' | 'demonym' | 'metonym' | 'nominal' | 'pronoun';

/** Words that refer to one entity, or to several ("the two leaders"). */
export interface Mention {
  readonly id: string;
  readonly span: Span;
  readonly entities: readonly string[];
  readonly kind: MentionKind;
  /** The sieve or rule that linked it. */
  readonly via?: string;
  /** State and sector as this phrase gives them ("South Korean troops": KOR, MIL), where they differ from the entity's. */
  readonly state?: string;
  readonly sector?: string;
  /** Where it stands: sentence index, head token, first and last token (half-open). */
  readonly sentence: number;
  readonly head: number;
  readonly tokens: readonly [number, number];
}
