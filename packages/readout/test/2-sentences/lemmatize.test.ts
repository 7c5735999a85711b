import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lemmatize } from '../../src/2-sentences/lemmas/lemmatize.ts';
import { caseRows, lemmas } from './tables.ts';

interface Row {
  readonly id: string;
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
}

const rows = caseRows<Row>('lemmas');

describe('cases/2-sentences/lemmas.yaml', () => {
  test('ids are unique', () => {
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  });
  test.each(rows.map((r) => [r.id, r] as const))('%s', (_, { form, upos, xpos, lemma }) => {
    expect(lemmatize(form, upos, xpos, lemmas)).toBe(lemma);
  });
});

test('any form with any tags has a lemma that is not empty', () => {
  const upos = fc.constantFrom(
    'NOUN',
    'PROPN',
    'VERB',
    'AUX',
    'ADJ',
    'ADV',
    'PRON',
    'DET',
    'NUM',
    'PART',
    'ADP',
    'PUNCT',
    'SYM',
    'X',
    'INTJ',
    'CCONJ',
    'SCONJ',
    '?',
  );
  const xpos = fc.constantFrom(
    'NN',
    'NNS',
    'NNP',
    'NNPS',
    'VB',
    'VBD',
    'VBG',
    'VBN',
    'VBP',
    'VBZ',
    'MD',
    'JJR',
    'JJS',
    'RB',
    'RBR',
    'PRP',
    'PRP$',
    'CD',
    'POS',
    '',
  );
  const form = fc.oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('s', 'es', 'ed', 'ing', 'er', "'", '’s', 'ies', 'S', 'IES', '-ed', 'e-ing'),
  );
  fc.assert(
    fc.property(form, upos, xpos, (word, u, x) => {
      expect(lemmatize(word, u, x, lemmas).length).toBeGreaterThan(0);
    }),
    { numRuns: 3000 },
  );
});

test('a table of irregular forms alone is enough', () => {
  expect(lemmatize('went', 'VERB', 'VBD', { irregulars: new Map([['VERB went', ['go']]]), stems: new Set() })).toBe('go');
});
