// Copies: edited reprints are found, templated items with another number, name or lead are not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCopies } from '../../src/8-compare/index.ts';
import type { Record } from '../../src/model/index.ts';

const article = (id: string, text: string, day?: string, publisher?: string): Pick<Record, 'article'> => ({
  article: {
    id,
    text,
    language: 'en',
    ...(day === undefined ? {} : { published: { value: day, precision: 'day', basis: 'argument' } }),
    ...(publisher === undefined ? {} : { publisher: { id: publisher, name: publisher, kind: 'outlet', official: false } }),
    parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
  },
});

const WIRE =
  'The fisheries ministers of Norway and Iceland met in Bergen on Monday to talk about the mackerel quota. They agreed to share their surveys of the stock before the end of the year. ' +
  'The Norwegian minister said the talks had been useful, and that a third round would follow in Reykjavik. Boats from both countries stayed in port during the meeting. ' +
  'Environmental groups asked the ministers for a lower quota, because the stock has fallen for three years in a row.';

const greeting = (unit: string, place: string): string =>
  `The president congratulated the officers and staff of the ${unit} Mountain Rescue Battalion on receiving the title of honour. The message says in part: ` +
  'This is a sign of your merit, courage and skill in the service of the country. You can be proud of the history of your unit. ' +
  `In the hardest hours of the floods at ${place} you showed patience and strength, and saved many lives. I am sure that you will remain true to your oath.`;

const originsOf = (...texts: readonly Pick<Record, 'article'>[]) => findCopies(texts).map((g) => g.articles);

describe('copies', () => {
  it('are found through a new first line, capitals and a missing sentence', () => {
    const edited = `BERGEN (Norwire) - ${WIRE.replace('Boats from both countries stayed in port during the meeting. ', '').replace('useful', 'USEFUL')}`;
    expect(originsOf(article('b', edited, '2022-05-03'), article('a', WIRE, '2022-05-02'))).toEqual([['a', 'b']]);
  });

  it('begin with the one published first', () => {
    expect(findCopies([article('a', WIRE, '2022-05-04'), article('b', WIRE, '2022-05-03')])[0]?.origin).toBe('b');
  });

  it('are not two greetings to two battalions', () => {
    expect(originsOf(article('a', greeting('155th', 'Voss')), article('b', greeting('126th', 'Voss')))).toEqual([]);
    expect(originsOf(article('a', greeting('155th', 'Voss')), article('b', greeting('155th', 'Odda')))).toEqual([]);
  });

  it('are not two texts about one thing', () => {
    const other =
      'Norway and Iceland have not settled their dispute over mackerel. Ministers who met in Bergen spoke of progress, but boats go on fishing.';
    expect(originsOf(article('a', WIRE), article('b', other))).toEqual([]);
  });

  it('are the same for any order', () => {
    const texts = [
      article('a', WIRE),
      article('b', `${WIRE} More follows.`),
      article('c', greeting('155th', 'Voss')),
      article('d', greeting('126th', 'Voss')),
      article('e', greeting('126th', 'Voss')),
    ];
    const once = findCopies(texts);
    expect(once).toHaveLength(2);
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (order) => {
        expect(findCopies(order)).toEqual(once);
      }),
    );
  });
});
