import type { TimeRule } from '../rule.ts';

/** Words for the present, the past and the future as such: "now", "recently", "the near future", "in the past". */
export const REFERENCES: readonly TimeRule[] = [
  {
    id: 'times.reference',
    pattern: '[ right | only | just ] word=REFERENCE',
    read: (match, context) => {
      const word = match.token('word')?.word;
      const first = context.tokens[match.from]?.word;
      // "Every now and then"
      if (context.tokens[match.from - 1]?.word === 'every') return undefined;
      // "Just now", "only recently" keep the adverb; "right now" is one expression.
      const from = first === 'right' && word === 'now' ? match.from : match.indexOf('word');
      return {
        type: 'DATE',
        value: match.meaning('word', 'reference') ?? 'PRESENT_REF',
        basis: 'known',
        ...(from === undefined ? {} : { from }),
      };
    },
  },
  {
    id: 'times.future',
    pattern: '[ the [ near | foreseeable | immediate | distant ] ] future',
    read: () => ({ type: 'DATE', value: 'FUTURE_REF', basis: 'known' }),
  },
  {
    id: 'times.past',
    pattern: 'the [ recent | distant ] past',
    read: (_match, context) => {
      const next = context.tokens[_match.to];
      return next === undefined || !/^[a-z]/.test(next.word) || context.is(next, 'link')
        ? { type: 'DATE', value: 'PAST_REF', basis: 'known' }
        : undefined;
    },
  },
  {
    id: 'times.term',
    pattern: 'the ( near | short | long | medium ) -? term',
    read: (_match, context) =>
      context.tokens[_match.from - 1]?.word === 'in' || context.tokens[_match.from - 1]?.word === 'of'
        ? { type: 'DATE', value: 'FUTURE_REF', basis: 'known' }
        : undefined,
  },
  {
    id: 'times.these-days',
    pattern: 'these days',
    read: (match, context) =>
      context.tokens[match.to]?.word === 'of' ? undefined : { type: 'DATE', value: 'PRESENT_REF', basis: 'known' },
  },
  {
    id: 'times.moment',
    pattern: 'at ( the moment | this moment | present )',
    read: (match) => ({ type: 'DATE', value: 'PRESENT_REF', basis: 'known', from: match.from + 1 }),
  },
];
