import type { Tree } from '../../2-sentences/syntax.ts';
import type { Draft } from '../draft.ts';
import type { NameHit } from '../names/name-hit.ts';
import type { Around } from './readings.ts';

/** A name of a text where it stands. */
export interface NameAt {
  readonly tree: Tree;
  readonly hit: NameHit;
  /** Its words as the text has them. */
  readonly words: string;
  readonly at: Omit<Draft, 'entities' | 'kind' | 'via'>;
  readonly around: Around;
}
