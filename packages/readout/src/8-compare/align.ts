/** Whether two items of two accounts are one thing, and in what they differ. */
import type { Difference, SpeechAct } from '../model/index.ts';
import type { Item } from './items.ts';
import { stemOf } from './words.ts';

/** From here on two items are one thing told twice. */
export const ALIGNED = 0.5;

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
    const parties = Math.max(
      (jaccard(a.sides[0], b.sides[0]) + jaccard(a.sides[1], b.sides[1])) / 2,
      a.of.recipient.length === 0 || b.of.recipient.length === 0 ? 0.9 * jaccard(a.states, b.states) : 0,
    );
    if (areDaysApart(a, b)) return 0;
    const words = overlap(a.words, b.words);
    // One kind of act between the same parties is one act; another kind is one only where the words say so ("signed", coded twice).
    if (a.of.event === b.of.event) return Math.min(1, parties * (0.85 + 0.3 * words));
    return a.account !== b.account && a.of.quad === b.of.quad && words > 0 ? 0.7 * parties : 0;
  }
  if (a.kind === 'claim' && b.kind === 'claim') {
    if (a.source !== undefined && b.source !== undefined && a.source !== b.source) return 0;
    const words = cosineOf(a.words, b.words);
    const topics = a.states.size === 0 && b.states.size === 0 ? 0 : jaccard(a.states, b.states);
    // Without a word in common two claims on one topic are two claims.
    return words < 0.25 ? 0 : 0.75 * words + 0.25 * topics + (a.of.act === b.of.act ? 0.05 : 0);
  }
  if (a.kind === 'relation' && b.kind === 'relation') return a.of.kind === b.of.kind ? jaccard(a.states, b.states) : 0;
  if (a.kind === 'figure' && b.kind === 'figure') {
    if (stem(a.of.unit) !== stem(b.of.unit)) return 0;
    const about = 0.5 * cosineOf(a.words, b.words) + 0.5 * jaccard(a.states, b.states);
    return a.of.value === b.of.value ? 0.4 + 0.6 * about : about;
  }
  return 0;
}

/** A difference with the values of both, in the order given; of `strength`, which of the two is the stronger. */
export interface FoundDifference {
  readonly field: Difference['field'];
  readonly values: readonly [string, string];
  readonly stronger?: 0 | 1;
}

/** In what two aligned items differ; values in the order given. */
export function differencesBetween(a: Item, b: Item): readonly FoundDifference[] {
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
    if (a.of.event !== b.of.event || a.of.cameo.slice(0, 2) !== b.of.cameo.slice(0, 2))
      compare('code', `${a.of.event} ${a.of.cameo}`, `${b.of.event} ${b.of.cameo}`);
    else strength(Math.abs(a.of.goldstein), Math.abs(b.of.goldstein));
    if (a.states.size > 0 && b.states.size > 0) compare('party', [...a.states].sort().join(' '), [...b.states].sort().join(' '));
    compare('date', day(a), day(b));
    compare('modality', a.of.modality, b.of.modality);
    compare('polarity', a.of.polarity, b.of.polarity);
  }
  if (a.kind === 'claim' && b.kind === 'claim') {
    // "agreed to build" and "agreed that they would" are one way of saying.
    if (stemOf(a.verb) !== stemOf(b.verb)) {
      compare('act', a.of.act, b.of.act);
      strength(FORCE[a.of.act], FORCE[b.of.act]);
    }
    compare('polarity', a.of.polarity, b.of.polarity);
    compare('number', numbers(a), numbers(b));
  }
  if (a.kind === 'relation' && b.kind === 'relation') compare('status', a.of.status, b.of.status);
  if (a.kind === 'figure' && b.kind === 'figure') compare('number', number(a), number(b));
  return found;
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

function cosineOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size === 0 || b.size === 0 ? 0 : common(a, b) / Math.sqrt(a.size * b.size);
}
