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
  readonly entity: string;
  /** The words' way of carrying: `reported`, `quoted`, `said`, `written`, `announced` … */
  readonly how: string;
  readonly span?: Span;
}

/** Who says what: cue, content and source, perhaps inside another claim. */
export interface Claim {
  readonly id: string;
  /** Absent when nobody is named. `span` is the source's words. */
  readonly source?: { readonly entity?: string; readonly mention?: string; readonly span: Span };
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
