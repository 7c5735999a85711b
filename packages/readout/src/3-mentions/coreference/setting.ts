/** What is held against whoever a pronoun may mean. */
import type { Tree } from '../../2-sentences/syntax.ts';

/** What a pronoun's form says of whom it means. */
export interface PronounKind {
  readonly number: 'one' | 'many';
  readonly who: 'm' | 'f' | 'thing' | 'any';
  readonly reflexive: boolean;
}

/** What of a pronoun's surroundings every candidate is held against. */
export interface Setting {
  readonly tree: Tree;
  readonly i: number;
  readonly kind: PronounKind;
  readonly possessive: boolean;
  readonly relation: string;
  readonly quote: number;
  readonly speaker: string | undefined;
  /** The pronoun is somebody: it says something (a clause or a quote hangs on its verb), wants, fears, votes. */
  readonly speaks: boolean;
  /** It is the subject of a clause that somebody says, thinks or tells. */
  readonly told: boolean;
  /** The subjects of the word it hangs on. */
  readonly beside: readonly number[];
  /** The keys of those that it cannot mean. */
  readonly others: ReadonlySet<string>;
  /** Subjects of the clauses around the pronoun, the nearest first. */
  readonly subjects: readonly (readonly number[])[];
  /** It has what was done to somebody who is remembered: who lays flowers at the place of "his assassination" was not killed. */
  readonly remembered: boolean;
  /** The noun of whom "many of them" are a part; -1 where nothing says so. */
  readonly partOf: number;
  /** The noun of which a word behind it says what it has: "Novak, famous for his hats". */
  readonly saidOf: readonly number[];
}
