/** The sets of words that rules ask for by name, read from lexicon/word-sets.tsv, whose head says what each set is. */
import type { Row } from '../knowledge.ts';
import { SETS } from './word-set-names.ts';

/** The words of each set. */
export type WordSets = { readonly [name in (typeof SETS)[number]]: ReadonlySet<string> };

/** All sets, made once; one that the rows lack is empty. */
export function wordSets(rows: readonly Row[]): WordSets {
  const sets = Object.fromEntries(SETS.map((name) => [name, new Set<string>()])) as { [name in keyof WordSets]: Set<string> };
  for (const { set = '', word = '' } of rows) sets[set as keyof WordSets]?.add(word);
  return sets;
}
