import { pad } from '../calendar.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

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
    pattern: 'year=YEAR - short=YY',
    read: (match, context) => {
      const first = match.number('year');
      const last = match.token('short')?.word;
      const from = match.indexOf('short');
      if (first === undefined || last?.length !== 2 || from === undefined || !isYear(match, context, match.from)) return undefined;
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

/** Whether a number of four digits is a year: led by a word that leads years, in brackets, or before a name; and not a count or a number's part. */
function isYear(match: Match, context: TimeContext, at: number): boolean {
  const { tokens, text } = context;
  const token = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[match.to];
  if (!token) return false;
  if (token.shape === 'spoken') return true;
  const year = token.number ?? 0;
  const touching = before !== undefined && before.end === token.start;
  // "$1999", "£2000", "A/2003", "No. 1718", "F-2000"
  if (touching && !/^[(['"-]$|^[‘“]$/.test(before.word)) return false;
  if (/[-/]/.test(text[token.end] ?? '') && /[A-Za-z]/.test(text[token.end + 1] ?? '') && !context.is(after, 'link'))
    return isAdjective(context, match.to);
  if (context.is(before, 'numbered')) return false;
  if (
    after &&
    (after.word === '%' ||
      context.is(after, 'counted') ||
      context.is(after, 'magnitude') ||
      context.is(after, 'unit') ||
      context.is(after, 'units') ||
      context.is(after, 'zone'))
  )
    return false;
  if (match.from < at) return true;
  const led = context.is(before, 'led') || touching;
  const old = year < 1900 || year > 2060;
  if (led) {
    if (context.is(before, 'counting') && isPlural(after?.word) && !after?.capital) return false;
    return !old || context.is(before, 'leadsyear') || touching;
  }
  if (old) return false;
  if (before === undefined || before.word === '' || before.word === '.')
    return after?.word === '-' || after?.capital === true || context.is(after, 'link');
  if (before.word === ',')
    return after?.word === ',' || after?.word === 'and' || after?.word === '.' || after?.word === ')' || after === undefined;
  if (before.shape === 'year' || before.shape === 'holiday') return true;
  return (
    before.word === "'s" ||
    before.word === 's' ||
    (!isPlural(after?.word) && /^[a-z]/.test(before.word) && /^[a-z]/.test(after?.word ?? '') && !context.is(after, 'link'))
  );
}

/** "the 2003-led", "1996-born": a hyphen and a lower-case word make it the part of an adjective that is about the year. */
function isAdjective(context: TimeContext, at: number): boolean {
  return context.is(context.tokens[at + 1], 'yearly');
}

function isPlural(word: string | undefined): boolean {
  return word !== undefined && /^[a-z]{3,}s$/.test(word) && !/(?:ss|us|is)$/.test(word);
}
