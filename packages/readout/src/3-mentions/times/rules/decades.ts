import { pad } from '../calendar.ts';
import { periodAt, timexValue } from '../period.ts';
import { dated, type Match, type Reading, type TimeContext, type TimeRule } from '../rule.ts';

/** Decades ("the 1990s", "the '80s", "the nineties") and centuries ("the 20th century"). */
export const DECADES: readonly TimeRule[] = [
  {
    id: 'times.decade',
    pattern: 'the? [ modifier=MODIFIER -? ] decade=DECADE',
    read: (match, context) => readDecade(match, context),
  },
  {
    id: 'times.decade-named',
    pattern: 'the [ MODIFIER -? ] name=NAMEDDECADE',
    read: (match, context) => decadeOf(Number(match.meaning('name', 'nameddecade')), context),
  },
  {
    id: 'times.two-centuries',
    pattern: 'the? [ MODIFIER -? ] first=ORDINAL ( and | or | to | - ) second=ORDINAL -? ( century | centuries )',
    read: (match) => {
      const [first = 0, second = 0] = [match.number('first'), match.number('second')];
      const [at, from] = [match.indexOf('first'), match.indexOf('second')];
      if (at === undefined || from === undefined || first < 1 || second <= first || second > 22) return undefined;
      return [
        dated({ unit: 'century', index: first - 1 }, pad(first - 1), 'known', { to: at + 1 }),
        dated({ unit: 'century', index: second - 1 }, pad(second - 1), 'known', { from }),
      ];
    },
  },
  {
    id: 'times.century',
    pattern: 'the? [ MODIFIER -? ] order=ORDINAL -? ( century | centuries )',
    read: (match, context) => {
      const next = context.tokens[match.to];
      // TIMEX3 values of years before Christ are not written.
      if (next?.word === 'bc' || next?.word === 'bce' || next?.word === 'b') return undefined;
      const order = match.number('order');
      if (order === undefined || order < 1 || order > 22) return undefined;
      return dated({ unit: 'century', index: order - 1 }, pad(order - 1), 'known');
    },
  },
];

function readDecade(match: Match, context: TimeContext): Reading | undefined {
  const word = match.token('decade')?.word ?? '';
  const full = /^(\d{3})0s$/.exec(word);
  if (full) {
    const index = Number(full[1]);
    return index < 100 || index > 210 ? undefined : dated({ unit: 'decade', index }, pad(index, 3), 'known');
  }
  // "in his 50s", "temperatures in the 60s": two digits count only with an apostrophe.
  const told = match.token('modifier')?.word;
  // "The late 90s", but "the mid-60s" may be degrees and "his late 60s" are an age.
  const isThe = context.tokens[match.from]?.word === 'the';
  const short = (isThe && (told === 'early' || told === 'late') ? /^'?(\d)0s$/ : /^'(\d)0s$/).exec(word);
  return short ? decadeOf(Number(short[1]), context) : undefined;
}

/** The last decade with these tens that had begun when the text was published. */
function decadeOf(tens: number, context: TimeContext): Reading {
  if (context.published === undefined) return dated({ unit: 'decade', index: 190 + tens }, `19${tens}`, 'implied');
  const now = periodAt(context.published, 'decade').index;
  const index = now - ((((now - tens) % 10) + 10) % 10);
  return dated({ unit: 'decade', index }, timexValue({ unit: 'decade', index }), 'implied');
}
