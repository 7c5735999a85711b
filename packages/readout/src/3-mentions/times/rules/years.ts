import { dateOf, pad } from '../calendar.ts';
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
    id: 'times.year-slash-year',
    pattern: 'year=YEAR / last=YEAR',
    read: (match, context) => {
      const first = match.number('year') ?? 0;
      const last = match.number('last') ?? 0;
      const from = match.indexOf('last');
      // The budget of 2016/2017; "A/2003/2004" is a number.
      const touching = context.tokens[match.from - 1]?.end === context.tokens[match.from]?.start;
      if (last !== first + 1 || from === undefined || touching || /[/\w]/.test(context.text[context.tokens[from]?.end ?? 0] ?? ''))
        return undefined;
      return [
        { ...fixedYear(first), to: match.from + 1 },
        { ...fixedYear(last), from },
      ];
    },
  },
  {
    id: 'times.new-year',
    pattern: 'the new year',
    read: (match, context) => {
      const before = context.tokens[match.from - 1];
      const { published } = context;
      // "The Lunar New Year" is a holiday, "the new year celebrations" are of a night.
      if (
        published === undefined ||
        !context.is(before, 'leadsyear') ||
        (/^[a-z]/.test(context.tokens[match.to]?.word ?? '') && !context.is(context.tokens[match.to], 'link'))
      )
        return undefined;
      const { year, month } = dateOf(published);
      return dated({ unit: 'year', index: month > 6 ? year + 1 : year }, pad(month > 6 ? year + 1 : year, 4), 'implied');
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
