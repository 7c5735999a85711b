import type { PartKind } from './article.ts';
import type { Span } from './span.ts';

export type NameLabel = 'PER' | 'ORG' | 'GPE' | 'LOC' | 'NORP' | 'EVENT' | 'MISC';

/** One word with its place in `article.text` and its CoNLL-U fields. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly lemma: string;
  /** Universal and Penn part of speech. */
  readonly upos: string;
  readonly xpos: string;
  /** Index of the head in `tokens`; -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation, with subtype (`nsubj:pass`). */
  readonly deprel: string;
  /** Probability of this head, 0 to 1. */
  readonly headProbability: number;
  /** Whether a blank (or the sentence's end) follows. */
  readonly spaceAfter: boolean;
}

/** A name as the model sees it: tokens `start` to `end` (half-open) with the lowest label probability in the run. */
export interface Name {
  readonly start: number;
  readonly end: number;
  readonly label: NameLabel;
  readonly probability: number;
}

/** One sentence of an article, annotated. */
export interface Sentence {
  readonly index: number;
  readonly span: Span;
  /** The part of the article it stands in; `body`, `title` and `caption` are read, others are not. */
  readonly part: PartKind;
  /** Number of the paragraph, counted over the article. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  readonly names: readonly Name[];
}
