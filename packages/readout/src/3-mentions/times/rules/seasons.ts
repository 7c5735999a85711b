import { periodAt, shift, timexValue } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';
import { shortYear } from './spelled-dates.ts';

/** Seasons: "last summer", "the spring of 2003", "this past fall", "winter 2010", "the early summer". */
export const SEASONS: readonly TimeRule[] = [
  {
    id: 'times.season',
    pattern: '[ the? MODIFIER -? | the ] season=SEASON [ of? ( year=YEAR | year2=APOSTROPHEYEAR ) ]',
    read: (match, context) => {
      const year = match.number('year') ?? shortYear(match.token('year2')?.word);
      const season = match.meaning('season', 'season') ?? '';
      if (year !== undefined) return fixed(year, season);
      const before = context.tokens[match.from - 1];
      const first = context.tokens[match.from]?.word;
      // "Fall" and "spring" are verbs and more: a season has an article or a leading word before it.
      if (first !== 'the' && match.to === match.from + 1 && !(before?.word === 'in' || before?.word === 'by' || before?.word === 'until'))
        return undefined;
      if (first === 'the' && context.tokens[match.to]?.word === 'of') return undefined;
      if (first === 'the' && !context.is(before, 'led')) return undefined;
      return near(match, context, season);
    },
  },
  {
    id: 'times.deictic-season',
    pattern: '[ MODIFIER ] which=DEICTIC [ past=past | coming=coming ] season=SEASON',
    read: (match, context) => {
      const season = match.meaning('season', 'season') ?? '';
      const number = SEASON_NUMBERS[season];
      if (context.published === undefined || number === undefined) return { type: 'DATE', value: `XXXX-${season}`, basis: 'known' };
      const which = Number(match.meaning('which', 'deictic'));
      const now = periodAt(context.published, 'season');
      const year = Math.floor(now.index / 4);
      let index = year * 4 + number;
      if (which < 0 || match.token('past')) index -= index >= now.index ? 4 : 0;
      else if (which > 0) index += index <= now.index ? 4 : 0;
      return dated({ unit: 'season', index }, timexValue({ unit: 'season', index }), 'implied');
    },
  },
];

const SEASON_NUMBERS: Readonly<Record<string, number>> = { SP: 0, SU: 1, FA: 2, WI: 3 };

function fixed(year: number, season: string): Reading {
  const index = year * 4 + (SEASON_NUMBERS[season] ?? 0);
  return dated({ unit: 'season', index }, `${year}-${season}`, 'known');
}

function near(match: Match, context: TimeContext, season: string): Reading {
  if (context.published === undefined) return { type: 'DATE', value: `XXXX-${season}`, basis: 'known' };
  const now = periodAt(context.published, 'season').index;
  const back = (((now - (SEASON_NUMBERS[season] ?? 0)) % 4) + 4) % 4;
  const ahead = back > 0 && context.direction(match) === 'future';
  const period = shift({ unit: 'season', index: now - back }, ahead ? 4 : 0);
  return dated(period, timexValue(period), 'implied');
}
