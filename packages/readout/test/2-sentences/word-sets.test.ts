import { expect, test } from 'vitest';
import { SETS } from '../../src/2-sentences/word-set-names.ts';
import { wordSets } from '../../src/2-sentences/word-sets.ts';
import { loadKnowledge } from '../../src/knowledge.ts';

const rows = loadKnowledge().lexicon('word-sets');

test('the engine names every set of the lexicon, and every set it names has words', () => {
  expect([...SETS]).toEqual([...new Set(rows.map((r) => r.set))].sort());
});

test('a word is found in its set alone', () => {
  const sets = wordSets(rows);
  expect(sets.linking.has('remain')).toBe(true);
  expect(sets.linking.has('die')).toBe(false);
});
