import { isMutual } from '../../7-store/index.ts';
import type { Event } from '../../model/event.ts';
import type { Record } from '../../model/record.ts';
import { listed } from '../format/listed.ts';
import { claimInShort } from './claim.ts';
import { dayKnown, namingOf } from './names.ts';

const QUADS = { 1: 'verbal cooperation', 2: 'material cooperation', 3: 'verbal conflict', 4: 'material conflict' } as const;

/** An event in sentences. */
export function eventSentences(record: Record, event: Event): readonly string[] {
  const { name, party } = namingOf(record);
  const actors = listed(event.actor.map(party));
  const recipients = listed(event.recipient.map(party));
  const claim = record.claims.find((c) => c.id === event.claim);
  return [
    `${event.event}${event.mode ? ` (${event.mode})` : ''}: ${QUADS[event.quad]}, CAMEO ${event.cameo}, Goldstein ${event.goldstein}.`,
    // The rule shown below has the code of a demand (build.ts).
    ...(event.event === 'REQUEST' && event.cameo.startsWith('02') && !event.governor
      ? ['Its words ask without demanding, so its CAMEO code is an appeal’s (02).']
      : []),
    actors === '' ? 'Nobody is named as actor.' : `Actor: ${actors}.${isMutual(event) ? ' They take part alike.' : ''}`,
    ...(recipients === '' ? [] : [`Recipient: ${recipients}.`]),
    event.date ? `Day: ${dayKnown(record, event.date)}.` : 'The text does not say when.',
    ...(event.location ? [`Place: ${name(event.location.entity)}.`] : []),
    ...(event.contexts.length > 0 ? [`Context: ${event.contexts.join(', ')}.`] : []),
    `${MODALITIES[event.modality]}${event.polarity === 'negative' ? ' It is said not to have happened.' : ''}${event.status === 'background' ? ' It is history that the report recalls.' : ''}`,
    claim ? `It stands in a claim (${claim.id}): ${claimInShort(record, claim)}.` : 'The article says it in its own voice.',
    ...(event.governor ? [`The word above it changed its code (${event.governor}).`] : []),
  ];
}

const MODALITIES = {
  asserted: 'It is asserted.',
  intended: 'It is intended, not done.',
  requested: 'It is asked for, not done.',
  possible: 'It is said to be possible.',
  hypothetical: 'It is supposed, not said to be.',
} as const;
