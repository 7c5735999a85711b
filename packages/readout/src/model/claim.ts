import type { Span } from './span.ts';
import type { DateRange } from './time.ts';

export type SpeechAct =
  | 'state'
  | 'deny'
  | 'accuse'
  | 'request'
  | 'promise'
  | 'threaten'
  | 'praise'
  | 'hope'
  | 'believe'
  | 'ask'
  | 'announce';
export type Quotation = 'direct' | 'indirect' | 'mixed';
export type Status = 'current' | 'background';
export type Polarity = 'positive' | 'negative';

export interface ChainLink {
  /** Who carries it; the first of several. */
  readonly entity: string;
  /** All who carry it together, in text order; absent where one does. */
  readonly entities?: readonly string[];
  /** The words' way of carrying: `reported`, `quoted`, `said`, `written`, `announced` … */
  readonly how: string;
  readonly span?: Span;
}

/** Whose words they are: `entity` where one is known to speak, `entities` where several do together, neither where nobody known does. */
export interface ClaimSource {
  readonly entity?: string;
  /** Two or more, in text order: "Norway and Sweden said", "the two leaders said". */
  readonly entities?: readonly string[];
  /** The mention of the source's head, so of the first where a list names several. */
  readonly mention?: string;
  /** The source's words. */
  readonly span: Span;
}

/** Who says what: cue, content and source, perhaps inside another claim. */
export interface Claim {
  readonly id: string;
  /** Absent when nobody is named. */
  readonly source?: ClaimSource;
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly quotation: Quotation;
  readonly act: SpeechAct;
  /** The claim that encloses it. */
  readonly within?: string;
  /** Outermost first; the article's publisher is understood. */
  readonly chain: readonly ChainLink[];
  readonly addressee?: readonly { readonly entity: string; readonly mention?: string }[];
  readonly date?: DateRange;
  readonly status: Status;
  readonly polarity: Polarity;
  /** Entities that the content names. */
  readonly topics: readonly string[];
  readonly rule: string;
}
