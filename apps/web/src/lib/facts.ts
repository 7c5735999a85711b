/** What an event is, name by name: the same in the Reader and on its own page. */
import type { DateRange, Event } from '../../../../packages/readout/src/model/index.ts';
import { QUADS, rangeInWords } from './wording.ts';

export type Fact = readonly [name: string, value: string];

/** A day and how it is known. */
export function dateInWords(date: DateRange, words: string | undefined): string {
  return `${rangeInWords(date)}${date.basis === 'implied' ? ` – worked out${words ? ` from “${words}”` : ''}` : ' – as the text says'}`;
}

/** Type, code and context; `codeName` is what the table of codes calls the code. */
export function eventFacts({ event, mode, quad, cameo, goldstein, contexts, confidence }: Event, codeName = ''): readonly Fact[] {
  return [
    ['Type', `${event}${mode ? `, ${mode}` : ''} – ${QUADS[quad]}`],
    [
      'CAMEO',
      `${cameo}${codeName ? ` ${codeName}` : ''}, Goldstein ${goldstein > 0 ? '+' : goldstein < 0 ? '−' : ''}${Math.abs(goldstein)}`,
    ],
    ...(confidence === undefined ? [] : [['Confidence', `${confidence} by how it is told`] as const]),
    ...(contexts.length > 0 ? [['Context', contexts.join(', ')] as const] : []),
  ];
}
