// Runs cases/3-mentions/times.yaml, the properties of findTimes, and dateRange.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dateRange } from '../../src/3-mentions/times/date-range.ts';
import { findTimes } from '../../src/3-mentions/times/find-times.ts';
import type { TimeExpression } from '../../src/model/time.ts';
import { readTimeLexicon } from './times-tables.ts';

interface Case {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly times: 'none' | readonly (readonly [words: string, type: string, value: string])[];
  readonly todo?: boolean;
}

const lexicon = readTimeLexicon();
const cases = parse(readFileSync(new URL('../../../../cases/3-mentions/times.yaml', import.meta.url), 'utf8')) as readonly Case[];

describe('cases/3-mentions/times.yaml', () => {
  it('has 120 cases, a third of them none, with ids of their own', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(cases.filter(({ times }) => times === 'none').length * 3).toBeGreaterThanOrEqual(cases.length - 1);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  for (const { id, text, published, times, todo } of cases) {
    (todo ? it.fails : it)(id, () => {
      const found = findTimes(text, { lexicon, ...(published ? { publishedAt: published } : {}) });
      expect(found.map(({ span, type, value }) => [text.slice(span.start, span.end), type, value])).toEqual(times === 'none' ? [] : times);
    });
  }
});

describe('findTimes', () => {
  it('keeps known and implied apart', () => {
    const found = findTimes('Talks on 3 May 2019 failed; on Friday, now and for two years they were not resumed.', {
      lexicon,
      publishedAt: '2024-11-15',
    });
    expect(found.map(({ basis }) => basis)).toEqual(['known', 'implied', 'known', 'known']);
  });

  it('reads nothing within skipped spans', () => {
    const text = 'Joe Friday left on Monday.';
    expect(findTimes(text, { lexicon, skip: [{ start: 0, end: 10 }] }).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Monday',
    ]);
  });

  it('lets the tense of the caller choose the direction', () => {
    const options = { lexicon, publishedAt: '2024-11-15' } as const;
    expect(findTimes('Talks on Monday.', { ...options, tense: () => 'future' })[0]?.value).toBe('2024-11-18');
    expect(findTimes('Talks on Monday.', { ...options, tense: () => 'past' })[0]?.value).toBe('2024-11-11');
  });

  it('takes a publication date with a time, and ignores one that is none', () => {
    expect(findTimes('today', { lexicon, publishedAt: '2024-11-15T08:00:00Z' })[0]?.value).toBe('2024-11-15');
    expect(findTimes('today', { lexicon, publishedAt: 'soon' })[0]?.value).toBe('XXXX-XX-XX');
  });

  it('finds spans within the text, in order and apart, in any text', () => {
    const words = fc.constantFrom(
      'the',
      'last',
      'May',
      '3',
      '-',
      ',',
      '2003',
      'Friday',
      'a.m.',
      '9:30',
      'two',
      'years',
      'ago',
      '\n\n',
      "'98",
      'third',
      'quarter',
      'of',
      'and',
      'half',
      '99/99/99',
      '2024-13-45',
      'Christmas',
      'a',
      'hundred',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, '2024-02-29', '0001-01-01', '9999-12-31'), (given, publishedAt) => {
        let end = 0;
        for (const { span } of findTimes(given, { lexicon, ...(publishedAt ? { publishedAt } : {}) })) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('dateRange', () => {
  const rangeOf = (value: string, type: TimeExpression['type'] = 'DATE') => {
    const { start, end, precision } = dateRange({ id: 't1', span: { start: 0, end: 1 }, type, value, basis: 'known' });
    return [start, end, precision];
  };

  it.each([
    ['2024-11-15', '2024-11-15', '2024-11-15', 'day'],
    ['2024-11-15T09:30', '2024-11-15', '2024-11-15', 'day'],
    ['2024-11-15TNI', '2024-11-15', '2024-11-15', 'day'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['2024', '2024-01-01', '2024-12-31', 'year'],
    ['2024-W46', '2024-11-11', '2024-11-17', 'range'],
    ['2024-W46-WE', '2024-11-16', '2024-11-17', 'range'],
    ['2024-Q3', '2024-07-01', '2024-09-30', 'range'],
    ['2024-H2', '2024-07-01', '2024-12-31', 'range'],
    ['2023-WI', '2023-12-01', '2024-02-29', 'range'],
    ['199', '1990-01-01', '1999-12-31', 'range'],
    ['20', '2000-01-01', '2099-12-31', 'range'],
    ['FY2004', '2004-01-01', '2004-12-31', 'year'],
    ['2003-XX-XX', '2003-01-01', '2003-12-31', 'year'],
    ['2003-05-XX', '2003-05-01', '2003-05-31', 'month'],
  ])('%s', (value, start, end, precision) => {
    expect(rangeOf(value)).toEqual([start, end, precision]);
  });

  it.each(['PAST_REF', 'PRESENT_REF', 'FUTURE_REF', 'XXXX-WXX-5', 'XXXX-10-23', 'XXXX'])('%s has no bounds', (value) => {
    expect(rangeOf(value)).toEqual([undefined, undefined, 'range']);
  });

  it('gives a duration and a set no bounds', () => {
    expect(rangeOf('P2Y', 'DURATION')).toEqual([undefined, undefined, 'range']);
    expect(rangeOf('P1Y', 'SET')).toEqual([undefined, undefined, 'range']);
  });
});
