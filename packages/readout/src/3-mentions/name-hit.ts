import type { NameLabel } from '../model/index.ts';
import type { Reading } from './gazetteer.ts';

export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  readonly label: NameLabel | undefined;
  readonly probability: number;
}
