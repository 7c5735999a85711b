/** Whom the rows of the task `events` name: the phrases of an act's parties as the codebooks mark them. */
import { caseOf } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { sentenceOf } from '../packages/readout/src/5-events/purpose.ts';
import { slotPhrase } from '../packages/readout/src/5-events/slot-phrase.ts';
import type { Event, Mention, Party, Span } from '../packages/readout/src/model/index.ts';
import { pair } from './read-all.ts';

/** A text with its events, its mentions by id. */
export interface Told {
  readonly doc: Document;
  readonly events: readonly Event[];
  readonly mentions: ReadonlyMap<string, Mention>;
}

/** Start and end of a phrase; null where there is none. */
type Phrase = [number, number] | null;

/** Who acts; the codebooks take the state that somebody is arrested in, where no other is told. */
export const sourcePhrase = (told: Told, e: Event, source: Party | undefined): Phrase =>
  source ? partyPhrase(told, source) : (unnamed(e, 'actor') ?? placeOf(told, e, e.event === 'COERCE' && e.recipient.length > 0));

/** Upon whom; the codebooks take where arms are laid down, where nobody is told. Null where those who act together are all sources. */
export function targetPhrase(told: Told, e: Event, target: Party | undefined, isMutual: boolean): Phrase {
  if (target) return partyPhrase(told, target);
  return isMutual ? null : (unnamed(e, 'recipient') ?? placeOf(told, e, isYieldOfArms(e)));
}

/** The party's noun phrase with titles and complements, as annotators mark it. */
function partyPhrase(told: Told, p: Party): Phrase {
  const m = told.mentions.get(p.mention);
  // A pronoun is given as what it stands for, where that is in the same sentence.
  const named = m?.kind === 'pronoun' ? (otherPhrase(told, m) ?? antecedent(told.doc, m)) : undefined;
  if (named) return pair(named);
  if (p.phrase) return pair(p.phrase);
  return m ? pair(m.span) : null;
}

/** The phrase by which another act of the sentence gives whom a pronoun stands for. */
function otherPhrase({ events, mentions }: Told, pronoun: Mention): Span | undefined {
  const isBefore = (m: Mention | undefined): boolean =>
    m !== undefined && m.kind !== 'pronoun' && m.sentence === pronoun.sentence && m.span.end <= pronoun.span.start;
  return events
    .flatMap((e) => [...e.actor, ...e.recipient])
    .find((p) => pronoun.entities.includes(p.entity) && isBefore(mentions.get(p.mention)))?.phrase;
}

/** The phrase of the nearest mention before a pronoun, in its sentence, that is the same entity by name or noun. */
function antecedent(doc: Document, pronoun: Mention): Span | undefined {
  const tree = doc.trees[pronoun.sentence];
  const same = doc
    .mentionsIn(pronoun.sentence)
    .filter((m) => m.kind !== 'pronoun' && m.span.end <= pronoun.span.start && m.entities.join() === pronoun.entities.join());
  // "the Air Force (AF) said its": by its name rather than by the letters in brackets behind it.
  const m = same.findLast((x) => doc.article.text[x.span.start - 1] !== '(') ?? same[same.length - 1];
  return tree && m ? slotPhrase(doc, tree, m.head) : undefined;
}

/** Words that name nobody ("a car bomb", "the draft") stand as evidence only. */
function unnamed(e: Event, as: 'actor' | 'recipient'): Phrase {
  const words = e[as].length === 0 ? e.evidence.find((x) => x.as === as)?.span : undefined;
  return words ? pair(words) : null;
}

function placeOf({ doc, mentions }: Told, e: Event, isMeant: boolean): Phrase {
  const m = isMeant ? (mentions.get(e.location?.mention ?? '') ?? onlyPlace(doc, e)) : undefined;
  return m ? pair(m.span) : null;
}

/** A truce, a surrender, arms laid down, or an agreement to do so. */
const isYieldOfArms = (e: Event): boolean =>
  /^(0842|087)/.test(e.cameo) || (e.cameo === '035' && /ceasefire|truce|disarm|surrender/.test(e.rule));

/** The place or state with "in" before it, where the sentence names but one and it is no party. */
function onlyPlace(doc: Document, e: Event): Mention | undefined {
  const tree = sentenceOf(doc, e);
  if (!tree) return undefined;
  const parties = [...e.actor, ...e.recipient].map((p) => p.mention);
  const places = doc
    .mentionsIn(tree.sentence.index)
    .filter((m) => m.kind !== 'pronoun' && m.kind !== 'nominal' && /^(in|inside|across)$/.test(caseOf(tree, m.head)))
    .filter((m) => /^(place|state)$/.test(doc.entities.get(m.entities[0] ?? '')?.kind ?? ''));
  return places.length === 1 && !parties.includes(places[0]?.id ?? '') ? places[0] : undefined;
}
