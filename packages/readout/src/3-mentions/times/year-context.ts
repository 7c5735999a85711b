import { dateOf } from './calendar.ts';
import type { Match, TimeContext } from './rule.ts';
import type { TimeToken } from './tokens.ts';

/** Years that need no more than a leading word; others ("1718", "2100") are more often numbers. */
const FIRST_LIKELY = 1900;
const LAST_LIKELY = 2060;

/**
 * Whether the four digits at a token are a year: they are no part of a longer name or number ("M-1937", "$2000"), count
 * nothing ("2003 people"), and are led by a word that leads years ("since"), or stand where only a year can.
 */
export function isYear(match: Match, context: TimeContext, at: number): boolean {
  const { tokens } = context;
  const token = tokens[at];
  if (!token) return false;
  if (token.shape === 'spoken') return true;
  const before = tokens[at - 1];
  const after = tokens[match.to];
  if (isPartOfNumber(context, at) || isNumbered(context, at) || countsAlways(context, after)) return false;
  if (match.from < at) return true;
  const touching = before !== undefined && before.end === token.start;
  const likely = (token.number ?? 0) >= FIRST_LIKELY && (token.number ?? 0) <= LAST_LIKELY;
  if (!touching && !context.is(before, 'led')) return likely && standsFree(context, token, before, after);
  // "For 2003 houses"; "its 2012 sales" are a year's unless the number is round.
  const owned = likely && context.is(before, 'owner') && (token.number ?? 0) % 100 > 0;
  if (context.is(before, 'counting') && isPlural(after) && !owned) return false;
  return likely || touching || context.is(before, 'leadsyear');
}

/** "Section 1983", "Post No. 1922" */
function isNumbered({ tokens, is }: TimeContext, at: number): boolean {
  return is(tokens[at - 1], 'numbered') || (tokens[at - 1]?.word === '.' && tokens[at - 2]?.word === 'no');
}

/** "$1999", "A/2003", "555-2003", "M-1937", and "2003-led" unless the word after the hyphen is one that goes with years. */
function isPartOfNumber(context: TimeContext, at: number): boolean {
  const { tokens, text } = context;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token) return true;
  if (before && before.end === token.start) {
    if (before.word === '-') {
      const head = tokens[at - 2];
      const joined = head !== undefined && head.end === before.start;
      if (joined && head.shape !== 'year' && !context.is(head, 'led') && !context.is(head, 'modifier')) return true;
    } else if (!/^[(['"‘“]$/.test(before.word)) return true;
  }
  const hyphenated = /[-/]/.test(text[token.end] ?? '') && /[A-Za-z]/.test(text[token.end + 1] ?? '');
  const tail = tokens[at + 2];
  return hyphenated && !context.is(tail, 'link') && !context.is(tail, 'yearly');
}

/** Whether the next word is one that numbers count: "people", "million", "%", "GMT". */
function countsAlways(context: TimeContext, after: TimeToken | undefined): boolean {
  return after?.word === '%' || ['counted', 'era', 'magnitude', 'unit', 'units', 'zone'].some((kind) => context.is(after, kind));
}

/** Without a leading word: after a name's or a list's comma, a possessive, a holiday, or between a word and a noun ("his new 1990 estimate"). */
function standsFree(context: TimeContext, token: TimeToken, before: TimeToken | undefined, after: TimeToken | undefined): boolean {
  if (before === undefined || before.word === '' || before.word === '.') {
    return (
      after?.word === '-' ||
      after?.capital === true ||
      context.is(after, 'link') ||
      (isRecent(token, context) && /^[a-z]/.test(after?.word ?? ''))
    );
  }
  if (before.word === ',') return after === undefined || [',', 'and', '.', ')'].includes(after.word);
  if (before.shape === 'year' || before.shape === 'holiday' || before.word === "'s") return true;
  return (
    /^[a-z]/.test(before.word) &&
    /^[a-z]/.test(after?.word ?? '') &&
    (!isPlural(after) || isRecent(token, context)) &&
    !context.is(after, 'link')
  );
}

/** "2012 sales fell": within a few years of publication. */
function isRecent({ number = 0 }: TimeToken, { published }: TimeContext): boolean {
  return published !== undefined && Math.abs(number - dateOf(published).year) <= 3 && number % 100 > 0;
}

function isPlural(token: TimeToken | undefined): boolean {
  return token !== undefined && !token.capital && /^[a-z]{3,}s$/.test(token.word) && !/(?:ss|us|is)$/.test(token.word);
}
