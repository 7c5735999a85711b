import { pad } from '../calendar.ts';
import { dated, type Reading, type TimeRule } from '../rule.ts';
import { isYear } from '../year-context.ts';

/** Years in four digits or as spoken, ranges of them ("1914-18"), and fiscal years. */
export const YEARS: readonly TimeRule[] = [
  {
    id: 'times.year-spoken-of',
    pattern: 'the? year year=YEAR',
    read: (match) => readYear(match.number('year')),
  },
  {
    id: 'times.year',
    pattern: '[ the? MODIFIER -? ] year=YEAR',
    read: (match, context) => (isYear(match, context, match.indexOf('year') ?? match.from) ? readYear(match.number('year')) : undefined),
  },
  {
    id: 'times.year-range',
    pattern: 'year=YEAR ( - | / ) short=YY',
    read: (match, context) => {
      const first = match.number('year');
      const last = match.token('short')?.word;
      const from = match.indexOf('short');
      if (first === undefined || last?.length !== 2 || from === undefined || !isYear(match, context, match.from)) return undefined;
      // "In 2017 – 25" is no range: a range has no blanks.
      if (context.tokens[match.from]?.end !== context.tokens[match.from + 1]?.start) return undefined;
      const second = Math.floor(first / 100) * 100 + Number(last);
      if (second <= first || /[a-z\d]/i.test(context.text[context.tokens[from]?.end ?? 0] ?? '')) return undefined;
      const readings = [readYear(first), readYear(second)] as const;
      return readings[0] && readings[1]
        ? [
            { ...readings[0], to: match.from + 1 },
            { ...readings[1], from },
          ]
        : undefined;
    },
  },
  {
    id: 'times.fiscal-year',
    pattern: 'the? ( fiscal | financial ) year? ( year=YEAR | short=APOSTROPHEYEAR )',
    read: (match) => readYear(match.number('year')),
  },
  {
    id: 'times.fy',
    pattern: 'fy ( year=YEAR | short=YY )',
    read: (match) => {
      const short = match.token('year') ? undefined : match.token('short')?.word;
      const year = short === undefined ? match.number('year') : 2000 + Number(short);
      return year === undefined || (short !== undefined && short.length !== 2) ? undefined : { ...fixedYear(year), value: `FY${year}` };
    },
  },
];

function readYear(year: number | undefined): Reading | undefined {
  return year === undefined ? undefined : fixedYear(year);
}

function fixedYear(year: number): Reading {
  return dated({ unit: 'year', index: year }, pad(year, 4), 'known');
}
