// What holds for every text: parts lie in it, in order, without overlap, and nothing but white space is outside them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/1-article/index.ts';
import { cleanText } from '../../src/1-article/read/text.ts';
import { ReadoutError } from '../../src/errors.ts';
import { phrases, publishers } from './publishers.ts';

/** Pieces that set the finders going, in any order. */
const pieces = fc.constantFrom(
  'date 2024-11-15 ',
  'Date: 3 May 2021\n',
  '---\n',
  'title: Talks end\n',
  'By Ingrid Solberg\n',
  'OSLO, May 3 (Norwire) — ',
  'TOPSHOT – ',
  'FILE PHOTO: ',
  '(Photo by Ana Lund/Norwire) ',
  '( NW) ',
  'Image: Ana Lund.',
  'REUTERS/Ana Lund',
  'Read more: ',
  '© 2024 Norwire. ',
  'Sources\n',
  'Reporting by Ana Lund; Editing by Jo Marsh\n',
  'The ministers met. ',
  'They met in the U.S. Senate, he said. ',
  '“Quoted.” ',
  '\n',
  '\n\n',
  ' ',
  '(',
  ')',
  '[',
  '—',
  '\u202e',
  '\ud800',
  '\u0000',
  ']] ',
  'Home\nWorld\nAsia\nSport\n',
);
const texts = fc.oneof(
  fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 25 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

function check(text: string | Uint8Array): void {
  try {
    const { article } = readArticle(text, { publishers, phrases });
    let end = 0;
    const wrong = article.parts.filter(({ span }) => {
      const follows = span.start >= end && span.end > span.start && article.text.slice(end, span.start).trim() === '';
      end = span.end;
      return !follows;
    });
    expect(wrong).toEqual([]);
    expect(article.text.slice(end).trim()).toBe('');
    expect(article.text.isWellFormed()).toBe(true);
    if (article.dateline) expect(article.text.slice(article.dateline.span.start, article.dateline.span.end)).toBe(article.dateline.place);
    const again = readArticle(article.text, { publishers, phrases }).article;
    expect(JSON.stringify(again) === JSON.stringify(article)).toBe(true);
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
  }
}

describe('every text', () => {
  it('is covered by its parts, and reads the same again', () => {
    fc.assert(fc.property(texts, check), { numRuns: 1_500, seed: 20_241_115 });
  });

  it('of any bytes is read or refused with a code', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 500, seed: 20_241_115 });
  });

  it('is clean after cleaning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({ text: once, replaced: 0, removed: 0 });
      }),
      { numRuns: 500, seed: 20_241_115 },
    );
  });
});

describe('long texts made to be slow', () => {
  const took = (unit: string, length: number): number => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    const start = performance.now();
    readArticle(text, { publishers, phrases });
    return performance.now() - start;
  };
  const inParagraphs = (unit: string): string => `${unit.repeat(Math.ceil(19_000 / unit.length))}\n`;
  const units = [
    '(',
    '[',
    'A ',
    'A',
    '/A',
    ' by ',
    '. (A',
    'TOPSHOT - A. ',
    'Photo: A',
    '\nA',
    'By A and ',
    'A.',
    '"',
    '© 2024 ',
    'File photo: A. (AP) ',
    'A/',
    '-',
    'May 1 ',
    '1',
    'http://a.',
    '@a.',
    'Home\n',
    'In this A A photo ',
    '(Photo ',
    '---\n',
    'a: b\n',
  ];
  for (const [name, unit] of units.flatMap(
    (unit) =>
      [
        [unit, unit],
        [`${unit} in paragraphs`, inParagraphs(unit)],
      ] as const,
  )) {
    it(JSON.stringify(name), () => {
      const quarter = took(unit, 100_000);
      const whole = took(unit, 400_000);
      // Linear is four times a quarter, quadratic sixteen times; the machine may be busy.
      expect(whole).toBeLessThan(8 * quarter + 700);
    });
  }
});
