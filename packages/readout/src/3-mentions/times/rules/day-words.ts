import { relativePeriod } from '../anchor.ts';
import { isoDay } from '../calendar.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** "Today", "yesterday", "tomorrow", with a part of the day or "late"; "tonight", "last night", "this morning", "overnight". */
export const DAY_WORDS: readonly TimeRule[] = [
  {
    id: 'times.day-word',
    pattern: '[ MODIFIER ] day=DAYWORD [ part=PART ]',
    read: (match, context) =>
      isName(match, context) ? undefined : onPart(match, context, Number(match.meaning('day', 'dayword')), match.meaning('part', 'part')),
  },
  {
    id: 'times.day-before-yesterday',
    pattern: 'the day ( before yesterday | after=after tomorrow )',
    read: (match, context) => relativePeriod(context, 'day', match.token('after') ? 2 : -2),
  },
  {
    id: 'times.night-word',
    pattern: '[ MODIFIER ] night=NIGHTWORD',
    read: (match, context) => onPart(match, context, 0, match.meaning('night', 'nightword')),
  },
  {
    id: 'times.deictic-part',
    pattern: '[ MODIFIER ] which=DEICTIC part=PART',
    read: (match, context) => {
      const which = match.token('which')?.word;
      if (which !== 'this' && which !== 'last') return undefined;
      return onPart(match, context, which === 'last' ? -1 : 0, match.meaning('part', 'part'));
    },
  },
  {
    id: 'times.in-the-part',
    pattern: 'in the [ MODIFIER ] part=PART',
    read: (match, context) => {
      const part = match.meaning('part', 'part');
      const next = context.tokens[match.to];
      // "In the night club": a noun goes on.
      const goesOn =
        next !== undefined &&
        (next.word === '-' || next.word === 'of' || (/^[a-z]/.test(next.word) && !context.is(next, 'link') && !context.is(next, 'led')));
      if (goesOn || part === undefined) return undefined;
      const day =
        context.mentioned?.unit === 'day'
          ? dated(context.mentioned, isoDay(context.mentioned.index), 'implied')
          : relativePeriod(context, 'day', 0);
      return { ...day, type: 'TIME', value: `${day.value}T${part}`, from: match.from + 1 };
    },
  },
  {
    id: 'times.mid-part',
    pattern: 'mid -? part=PART',
    read: (match, context) => onPart(match, context, 0, match.meaning('part', 'part')),
  },
];

/** "the Today programme", "viewers of Today": a capital before a kind of thing, or within a sentence. */
function isName(match: Match, context: TimeContext): boolean {
  const at = match.indexOf('day');
  if (at === undefined || !match.token('day')?.capital) return false;
  const before = context.tokens[at - 1];
  return context.is(context.tokens[match.to], 'namedafter') || (before !== undefined && !before.capital && /^[a-z]/.test(before.word));
}

function onPart(_match: Match, context: TimeContext, count: number, part: string | undefined): Reading {
  const day = relativePeriod(context, 'day', count);
  return part === undefined ? day : { ...day, type: 'TIME', value: `${day.value}T${part}` };
}
