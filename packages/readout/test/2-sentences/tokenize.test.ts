import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/2-sentences/cut/split.ts';
import { tokenize } from '../../src/2-sentences/cut/tokenize.ts';
import { caseRows, lexicon } from './tables.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly tokens: string;
}

const rows = caseRows<Row>('tokenize');

describe('cases/2-sentences/tokenize.yaml', () => {
  test('ids are unique', () => {
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  });
  test.each(rows.map((r) => [r.id, r] as const))('%s', (_, { text, tokens }) => {
    const found = splitSentences(text, { lexicon }).flatMap((s) => tokenize(text, s, lexicon));
    expect(found.map((t) => t.form).join(' ')).toBe(tokens);
  });
});

const newsLike = fc
  .array(
    fc.constantFrom(
      'U.S.',
      'al-',
      'Jong-un',
      "don't",
      '’s',
      "n't",
      '$',
      '10',
      ',',
      '000',
      '.',
      '..',
      '-',
      '--',
      '—',
      '/',
      '@',
      '#',
      'www.',
      'http://',
      '(',
      ')',
      '"',
      "'",
      '&',
      ' ',
      '\n',
      'km',
      'a',
      'Z',
      '😀',
      '\u0301',
      'é',
      ':',
      '%',
    ),
    { maxLength: 50 },
  )
  .map((parts) => parts.join(''));

describe('properties', () => {
  test.each([
    ['news-like text', newsLike],
    ['any characters', fc.string({ unit: 'binary', maxLength: 300 })],
  ])('tokens of %s are exact slices, in order, and hold every character that is not white space', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const span of splitSentences(text, { lexicon })) {
          let last = span.start;
          for (const { start, end, form, spaceAfter } of tokenize(text, span, lexicon)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(span.end);
            expect(text.slice(last, start).trim()).toBe('');
            expect(form).toBe(text.slice(start, end));
            expect(/\s/.test(form)).toBe(false);
            expect(spaceAfter).toBe(end === span.end || /\s/.test(text.charAt(end)));
            last = end;
          }
          expect(text.slice(last, span.end).trim()).toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('reading takes time in proportion to the text', () => {
    for (const piece of ['a-', 'a.', "a'", '1,', '@a', '<a-', '(', 'a/b:', "'s"]) {
      const text = piece.repeat(60_000);
      const started = performance.now();
      tokenize(text, { start: 0, end: text.length }, lexicon);
      expect(performance.now() - started, piece).toBeLessThan(3_000);
    }
  });
});
