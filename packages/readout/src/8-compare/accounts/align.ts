/** Whether two items of two accounts are one thing, and in what they differ. */
import type { Difference, SpeechAct } from '../../model/index.ts';
import { stemOf } from '../words.ts';
import type { Item } from './items.ts';

/** From here on two items are one thing told twice. */
export const ALIGNED = 0.5;

/** Shared words of two sentences, from which other persons or a stronger word in one are told of the same thing. */
const ALIKE = 0.4;

/** How forceful a way of speaking is: saying, then asking and promising, then accusing and denying, then threatening. */
const FORCE: Readonly<Record<SpeechAct, number>> = {
  state: 0,
  announce: 0,
  believe: 0,
  hope: 0,
  ask: 0,
  praise: 1,
  request: 1,
  promise: 1,
  deny: 2,
  accuse: 2,
  threaten: 3,
};

/** 0 to 1; 0 for items of different kinds. Items of one account are compared too: a text may say a thing twice. */
export function likeness(a: Item, b: Item): number {
  if (a.kind === 'event' && b.kind === 'event') {
    const parties = partiesOf(a, b);
    if (areDaysApart(a, b)) return 0;
    const words = overlap(a.words, b.words);
    // One kind of act between the same parties is one act; another kind is one only where the words say so ("signed", coded twice).
    if (a.of.event === b.of.event) return Math.min(1, parties * (0.85 + 0.3 * words));
    return a.account !== b.account && a.of.quad === b.of.quad && words > 0 ? 0.7 * parties : 0;
  }
  if (a.kind === 'claim' && b.kind === 'claim') {
    if (a.sources.length > 0 && b.sources.length > 0 && !a.sources.some((s) => b.sources.includes(s))) return 0;
    const words = cosineOf(a.words, b.words);
    const topics = a.states.size === 0 && b.states.size === 0 ? 0 : jaccard(a.states, b.states);
    // Without a word in common two claims on one topic are two claims.
    return words < 0.25 ? 0 : 0.75 * words + 0.25 * topics + (a.of.act === b.of.act ? 0.05 : 0);
  }
  if (a.kind === 'relation' && b.kind === 'relation') return a.of.kind === b.of.kind ? jaccard(a.states, b.states) : 0;
  if (a.kind === 'figure' && b.kind === 'figure') {
    if (stem(a.of.unit) !== stem(b.of.unit)) return 0;
    const about = 0.5 * cosineOf(a.words, b.words) + 0.5 * jaccard(a.states, b.states);
    // Other numbers of one unit are one thing only in sentences that are alike: a poll has many percentages.
    return a.of.value === b.of.value ? 0.4 + 0.6 * about : cosineOf(a.words, b.words) >= ALIKE ? about : 0;
  }
  return 0;
}

type EventItem = Extract<Item, { readonly kind: 'event' }>;

/**
 * How far two events have the same parties, by their states. A side that neither has says nothing. Within one state everybody would be the same, so
 * there the parties themselves are compared, where both name some.
 */
function partiesOf(a: EventItem, b: EventItem): number {
  const isOneState = a.states.size === 1 && b.states.size === 1 && jaccard(a.states, b.states) === 1;
  if (isOneState) {
    const named = (item: EventItem): ReadonlySet<string> => new Set(item.parties.filter((p) => !item.states.has(p)));
    const [ofA, ofB] = [named(a), named(b)];
    if (ofA.size > 0 && ofB.size > 0) return jaccard(ofA, ofB);
  }
  const sides = ([0, 1] as const).filter((k) => a.sides[k].size > 0 || b.sides[k].size > 0).map((k) => jaccard(a.sides[k], b.sides[k]));
  const mean = sides.length === 0 ? 1 : sides.reduce((x, y) => x + y, 0) / sides.length;
  return Math.max(mean, a.of.recipient.length === 0 || b.of.recipient.length === 0 ? 0.9 * jaccard(a.states, b.states) : 0);
}

/** A difference with the values of both, in the order given; of `strength`, which of the two is the stronger. */
export interface FoundDifference {
  readonly field: Difference['field'];
  readonly values: readonly [string, string];
  readonly stronger?: 0 | 1;
}

/** How strong two words are on a scale that both are on; undefined where there is none. From lexicon/strengths.tsv. */
export type Strength = (a: string, b: string) => readonly [number, number] | undefined;

/** The root of a code; an appeal and a demand are one act, made softly or not. */
const rootOf = (cameo: string): string => (cameo.startsWith('02') ? '10' : cameo.slice(0, 2));

/** What one account may have in the place of the other: an act of another kind by and on the same, or the same act on somebody else. */
export function isOtherAct(a: Item, b: Item): boolean {
  if (a.kind !== 'event' || b.kind !== 'event' || areDaysApart(a, b)) return false;
  const isSameAct = a.of.event === b.of.event && rootOf(a.of.cameo) === rootOf(b.of.cameo);
  if (isSameAct) return stemOf(a.verb) === stemOf(b.verb) && common(a.states, b.states) > 0;
  return a.states.size > 0 && jaccard(a.states, b.states) === 1 && a.verb !== b.verb;
}

/** In what two aligned items differ; values in the order given. */
export function differencesBetween(a: Item, b: Item, strengthOf: Strength): readonly FoundDifference[] {
  const found: FoundDifference[] = [];
  const compare = (field: Difference['field'], x: string | undefined, y: string | undefined): void => {
    if (x !== undefined && y !== undefined && x !== y) found.push({ field, values: [x, y] });
  };
  const strength = (x: number, y: number): void => {
    if (x !== y && a.verb !== '' && b.verb !== '' && stemOf(a.verb) !== stemOf(b.verb))
      found.push({ field: 'strength', values: [a.verb, b.verb], stronger: x > y ? 0 : 1 });
  };
  if (a.kind === 'event' && b.kind === 'event') {
    // Codes below one root are shades of one act.
    if (a.of.event !== b.of.event || rootOf(a.of.cameo) !== rootOf(b.of.cameo))
      compare('code', `${a.of.event} ${a.of.cameo}`, `${b.of.event} ${b.of.cameo}`);
    // Who receives whom, and where, is no stronger a meeting.
    else if (a.of.event !== 'CONSULT' && a.of.goldstein !== b.of.goldstein) strength(Math.abs(a.of.goldstein), Math.abs(b.of.goldstein));
    else if (cosineOf(a.around, b.around) >= ALIKE) strength(...(strengthOf(a.verb, b.verb) ?? ([0, 0] as const)));
    const others = cosineOf(a.around, b.around) >= ALIKE ? otherPersons(a, b) : undefined;
    if (others) compare('party', ...others);
    else if (haveOtherParties(a, b)) compare('party', ...([a, b].map((i) => known(i).join(' ')) as [string, string]));
    compare('date', day(a), day(b));
    compare('modality', a.of.modality, b.of.modality);
    if (cosineOf(a.around, b.around) >= ALIKE) compare('polarity', a.of.polarity, b.of.polarity);
  }
  if (a.kind === 'claim' && b.kind === 'claim') {
    // "agreed to build" and "agreed that they would" are one way of saying.
    if (stemOf(a.verb) !== stemOf(b.verb)) {
      const isOneAct = a.acts.some((act) => b.acts.includes(act));
      if (!isOneAct) compare('act', a.of.act, b.of.act);
      const isAlike = cosineOf(a.words, b.words) >= ALIKE;
      if (!isOneAct && FORCE[a.of.act] !== FORCE[b.of.act]) {
        if (isAlike) strength(FORCE[a.of.act], FORCE[b.of.act]);
      } else if (cosineOf(a.around, b.around) >= ALIKE) strength(...(strengthOf(a.verb, b.verb) ?? ([0, 0] as const)));
    }
    // "would follow" and "would not follow": the same words, one with a not.
    const isTurned =
      a.of.polarity === b.of.polarity && a.of.act === b.of.act && cosineOf(a.words, b.words) >= 0.8 && isNegated(a) !== isNegated(b);
    if (isTurned) compare('polarity', isNegated(a) ? 'negative' : 'positive', isNegated(b) ? 'negative' : 'positive');
    else if (cosineOf(a.words, b.words) >= ALIKE) compare('polarity', a.of.polarity, b.of.polarity);
    compare('number', numbers(a), numbers(b));
  }
  if (a.kind === 'relation' && b.kind === 'relation') compare('status', a.of.status, b.of.status);
  if (a.kind === 'figure' && b.kind === 'figure') compare('number', number(a), number(b));
  return found;
}

/** Who takes part, without those who are only known by what one text calls them. */
const known = (item: Item): readonly string[] => [...item.states].filter((id) => !id.includes(':')).sort();

/** Whether each has a party that the other has not, or in sentences that are alike one has another besides whom the other's sentence does not mention. */
function haveOtherParties(a: Item, b: Item): boolean {
  const [ofA, ofB] = [known(a), known(b)];
  if (ofA.length === 0 || ofB.length === 0) return false;
  const more = [ofA.some((x) => !b.states.has(x)), ofB.some((x) => !a.states.has(x))];
  if (more[0] === true && more[1] === true) return true;
  const isUnsaid = ofA.some((x) => !b.states.has(x) && !b.near.has(x)) || ofB.some((x) => !a.states.has(x) && !a.near.has(x));
  return isUnsaid && cosineOf(a.around, b.around) >= ALIKE;
}

/** The persons of both where those of one state have no word of a name in common: another minister signed. */
function otherPersons(a: Item, b: Item): readonly [string, string] | undefined {
  const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  for (const state of new Set(a.persons.map((p) => p.state))) {
    const ofA = a.persons.filter((p) => p.state === state).map((p) => p.name);
    const ofB = b.persons.filter((p) => p.state === state).map((p) => p.name);
    if (ofA.length === 0 || ofB.length === 0) continue;
    const known = new Set(ofA.flatMap(wordsOf));
    if (!ofB.flatMap(wordsOf).some((w) => known.has(w))) return [ofA.join(', '), ofB.join(', ')];
  }
  return undefined;
}

function areDaysApart(a: Item, b: Item): boolean {
  const [x, y] = [day(a), day(b)];
  // A day that was only taken from publication is no day of the event.
  return x !== undefined && y !== undefined && Math.abs(Date.parse(x) - Date.parse(y)) > 3 * 86_400_000;
}

/** The day of an event where the text gives one. */
function day(item: Item): string | undefined {
  return item.kind === 'event' && item.of.date?.precision === 'day' && item.of.date.time !== undefined ? item.of.date.start : undefined;
}

const SPELT: ReadonlyMap<string, string> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, i) => [word, String(i + 1)]),
);

const isNegated = (item: Item): boolean => /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot)\b|n[’']t\b/i.test(item.saying.quote);

/** The numbers in a claim's words, spelt ones from two on as digits. */
function numbers(item: Item): string | undefined {
  const words = item.saying.quote.toLowerCase().match(/\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu) ?? [];
  const found = words.flatMap((w) => (/^\p{N}/u.test(w) ? w : w === 'one' ? [] : (SPELT.get(w) ?? [])));
  return found.length > 0 ? found.join(' ') : undefined;
}

function number(item: Item): string | undefined {
  return item.kind === 'figure' ? `${item.of.hedge === undefined ? '' : `${item.of.hedge} `}${item.of.value} ${item.of.unit}` : undefined;
}

const stem = (unit: string): string => unit.toLowerCase().replace(/s$/, '');

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const n = common(a, b);
  const union = a.size + b.size - n;
  return union === 0 ? 1 : n / union;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size === 0 || b.size === 0 ? 0 : common(a, b) / Math.min(a.size, b.size);
}

/** Shared words by the geometric mean of both numbers, 0 to 1. */
export function cosineOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size === 0 || b.size === 0 ? 0 : common(a, b) / Math.sqrt(a.size * b.size);
}
