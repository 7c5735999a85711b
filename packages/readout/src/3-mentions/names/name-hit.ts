import type { NameLabel } from '../../model/index.ts';
import type { Reading } from '../lists/gazetteer.ts';

/** A name found in a sentence: its tokens (half-open), what the lists say that it may mean, and the network's label. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  readonly label: NameLabel | undefined;
  readonly probability: number;
}
