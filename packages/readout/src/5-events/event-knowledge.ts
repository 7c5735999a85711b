/** What stage 5 needs besides the document; `eventKnowledge` in index.ts builds it. */
import type { Codes } from './codes.ts';
import type { Confidence } from './confidence.ts';
import type { ContextWords } from './contexts.ts';
import type { GovernorIndex } from './governors.ts';
import type { LightVerbs } from './light-verbs.ts';
import type { RuleIndex } from './rules.ts';
import type { WeakActs } from './weak-acts.ts';

/** Rules, governors, codes and words of stage 5. */
export interface EventKnowledge {
  readonly rules: RuleIndex;
  readonly governors: GovernorIndex;
  readonly codes: Codes;
  readonly lights: LightVerbs;
  readonly weak: WeakActs;
  readonly contexts: ContextWords;
  /** States that are no more, with the day each ended. */
  readonly ended: ReadonlyMap<string, string>;
  /** How sure the parser must be of what a clause hangs on for its parties to be taken from above it (sure.ts). */
  readonly sureClause: number;
  /** What the signs of an event say of how likely it is right (confidence.ts). */
  readonly confidence: Confidence;
}
