/** How a clause is said: done, asked for or supposed; said or denied; when. */
import type { Modality, Polarity } from '../model/index.ts';

/** The tense of a clause by its finite verb and auxiliaries. */
export type Tense = 'past' | 'present' | 'future' | 'perfect' | 'pluperfect';

/** How a clause is said. */
export interface Mood {
  readonly modality: Modality;
  readonly polarity: Polarity;
  readonly tense: Tense;
}
