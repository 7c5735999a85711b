/** A claim while it is being made. */
import type { Span, SpeechAct } from '../model/index.ts';

/** What a cue yields, before sources are linked and chains made. Its fields stand in this order wherever one is made, so that V8 has one layout for all. */
export interface ClaimDraft {
  readonly sentence: number;
  /** The cue's own token (the verb, noun or adjective), -1 where punctuation is the cue. */
  readonly cueToken: number;
  readonly cue: readonly Span[];
  content: Span[];
  /** Head token of the source in its sentence; undefined when nobody is named. */
  readonly source: number | undefined;
  /** The source's sentence where it is not the cue's: the rest of a quote. */
  readonly sourceSentence: number | undefined;
  readonly sourceSpan: Span | undefined;
  readonly act: SpeechAct;
  readonly attitude: boolean;
  readonly negative: boolean;
  readonly how: string;
  readonly addressee: number | undefined;
  /** The words are the speaker's own although no quotation marks stand around them: a transcript. */
  readonly verbatim: boolean;
  /** The cue is a preposition, or acts as one: "according to". */
  readonly prefixed: boolean;
  readonly rule: string;
}

/** Characters of content. */
export const sizeOf = (d: { readonly content: readonly Span[] }): number => d.content.reduce((n, s) => n + s.end - s.start, 0);
