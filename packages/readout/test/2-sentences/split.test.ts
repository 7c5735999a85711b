import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/2-sentences/cut/split.ts';
import { caseRows, lexicon } from './tables.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

const rows = caseRows<Row>('split');

describe('cases/2-sentences/split.yaml', () => {
  test('ids are unique', () => {
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  });
  test.each(rows.map((r) => [r.id, r] as const))('%s', (_, { text, sentences }) => {
    expect(splitSentences(text, { lexicon }).map((s) => text.slice(s.start, s.end))).toEqual(sentences);
  });
});

/** Text that looks like news to the rules: words, abbreviations, marks and blanks in any order. */
const newsLike = fc
  .array(
    fc.constantFrom(
      'The',
      'army',
      'U.S.',
      'Gen.',
      'said',
      '.',
      '...',
      '?',
      '!',
      '"',
      '”',
      '“',
      "'",
      '(',
      ')',
      '[1]',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      'No.',
      '10',
      '- ',
      'p.m.',
      'J.',
      'a',
      '😀',
      '\u00a0',
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('properties', () => {
  test.each([
    ['news-like text', newsLike],
    ['any characters', fc.string({ unit: 'binary', maxLength: 300 })],
  ])('sentences of %s are in order, apart, trimmed, and hold every character that is not white space', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = splitSentences(text, { lexicon });
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test('the stretches given are split on their own', () => {
    const text = 'Envoys meet in Varna They met on Friday. They left.';
    const spans = splitSentences(text, {
      lexicon,
      spans: [
        { start: 0, end: 20 },
        { start: 20, end: text.length },
      ],
    });
    expect(spans.map((s) => text.slice(s.start, s.end))).toEqual(['Envoys meet in Varna', 'They met on Friday.', 'They left.']);
  });

  test('reading takes time in proportion to the text', () => {
    const text = 'a.b.c.'.repeat(50_000) + '. '.repeat(50_000) + '('.repeat(100_000);
    const started = performance.now();
    splitSentences(text, { lexicon });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
