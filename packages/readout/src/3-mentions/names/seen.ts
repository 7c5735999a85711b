/** One sentence while its names are looked for. */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import type { NameHit } from './name-hit.ts';

/** A sentence and what its words are looked up in. */
export interface Seen {
  readonly tree: Tree;
  /** Its words in plain letters; "the" for a first "The". */
  readonly forms: readonly string[];
  /** Whether all of it is in capitals. */
  readonly isShouting: boolean;
  /** Its words with one capital each. */
  readonly titled: () => readonly string[];
  readonly gazetteer: Gazetteer;
  readonly roles: RoleLexicon;
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
}

/** First and last token (half-open). */
export type Stretch = Pick<NameHit, 'start' | 'end'>;

/** Whether two stretches share a token. */
export const touches = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
