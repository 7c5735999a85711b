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

/** A mood of which something is otherwise, laid out as all are: an object made by spreading has a hidden class of its own, and reading it is several times as slow. */
export function changedMood(mood: Mood, { modality = mood.modality, polarity = mood.polarity, tense = mood.tense }: Partial<Mood>): Mood {
  return { modality, polarity, tense };
}
