/** What reading names asks of the lists; `listedNames` fills it. */
import type { NameLabel } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';

/** What the lists say of a run of words: a label, `none` (a people or an adjective), or nothing. */
export interface ListedNames {
  readonly labels: ReadonlyMap<string, NameLabel | 'none'>;
  readonly titles: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Surnames of listed persons, small. */
  readonly surnames: ReadonlySet<string>;
  /** Words that are no names however they are written. */
  readonly neverNames: ReadonlySet<string>;
  readonly fileEndings: ReadonlySet<string>;
  /** Names of states and of their parts in small letters, and words that make one place with such a name behind them. */
  readonly lands: ReadonlySet<string>;
  readonly beforeLands: ReadonlySet<string>;
  /** Lower-case words that many names have, and that name nobody by themselves. */
  readonly kinds: ReadonlySet<string>;
  readonly words: WordSets;
  labelAt(forms: readonly string[], start: number, end: number): NameLabel | 'none' | undefined;
  /** Whether a word is a town's or land's name, though also a given one. */
  isTown(word: string): boolean;
  /** Words of the longest listed name. */
  readonly longest: number;
  /** For the first word of a listed name the words that follow it in one, each with the words of the longest that begins with the two. */
  readonly beginnings: ReadonlyMap<string, ReadonlyMap<string, number>>;
}
