/** The sets of words that rules ask for by name, read from lexicon/word-sets.tsv, whose head says what each set is. */
import type { Row } from '../knowledge.ts';

/** Each of them has words; a test compares them with the lexicon. */
export const SETS = [
  'acts-of-words',
  'against-its-object',
  'airliners',
  'aspect',
  'before-force',
  'beside-office',
  'calls-as',
  'calls-object',
  'casualties',
  'charges',
  'choosing',
  'counts-unmarked',
  'days-and-months',
  'deeds-in-words',
  'dies',
  'ends',
  'former',
  'harms',
  'harms-persons',
  'hyphen-units',
  'implicative',
  'inverting',
  'judges',
  'judging',
  'kinds-of-land',
  'lends-itself',
  'linking',
  'members',
  'naming',
  'no-count',
  'no-office',
  'no-purpose',
  'not-through',
  'not-yet',
  'noun-or-verb',
  'numbered',
  'out-of-office',
  'per',
  'pointed-at',
  'quantities',
  'reporting-texts',
  'rounds',
  'skipped-in-silences',
  'subject-control',
  'takes-with',
  'talks',
  'texts',
  'thought',
  'time-of-saying',
] as const;

export type WordSets = { readonly [name in (typeof SETS)[number]]: ReadonlySet<string> };

/** All sets, made once; one that the rows lack is empty. */
export function wordSets(rows: readonly Row[]): WordSets {
  const sets = Object.fromEntries(SETS.map((name) => [name, new Set<string>()])) as { [name in keyof WordSets]: Set<string> };
  for (const { set = '', word = '' } of rows) sets[set as keyof WordSets]?.add(word);
  return sets;
}
