/** A claim while it is being made. */
import type { Span, SpeechAct } from '../model/index.ts';

export interface ClaimDraft {
  readonly sentence: number;
  /** The cue's own token (the verb, noun or adjective), -1 where punctuation is the cue. */
  readonly cueToken: number;
  readonly cue: readonly Span[];
  content: Span[];
  /** Head token of the source in its sentence; undefined when nobody is named. */
  readonly source?: number;
  readonly sourceSpan?: Span;
  readonly act: SpeechAct;
  readonly attitude: boolean;
  readonly negative: boolean;
  readonly how: string;
  readonly addressee?: number;
  readonly rule: string;
}
