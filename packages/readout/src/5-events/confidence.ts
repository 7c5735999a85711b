/**
 * How likely an event is right in type and parties, from signs that a reader can check: where it is told, by which words, of whom. Each sign has a weight
 * in lexicon/event-signs.tsv, fitted by logistic regression to events that were judged by eye (bench/judged, training/5-events); the sum of the weights of
 * the signs an event has, through the logistic function, is its confidence.
 */
import type { Tree } from '../2-sentences/syntax.ts';
import { type Document, mentionById } from '../3-mentions/document.ts';
import { ReadoutError } from '../errors.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Event, EventType, Mention, Party } from '../model/index.ts';
import { sentenceOf } from './purpose.ts';

/** Deeds, of which more were wrong than of words. */
const DEEDS: ReadonlySet<EventType> = new Set([
  'COOPERATE',
  'AID',
  'CONCEDE',
  'RETREAT',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
]);
/** Sentences at the beginning of a text, the title among them. */
const LEAD = 2;
/** A sentence of more tokens is long. */
const LONG = 45;

/** An event with what its signs are looked up in. */
interface Told {
  readonly event: Event;
  readonly doc: Document;
  readonly tree: Tree;
  /** The topmost token of the trigger's words. */
  readonly trigger: number;
}

type Test = (told: Told) => boolean;

/** The signs by name; the table says what each is worth. */
const SIGNS: Readonly<Record<string, Test>> = {
  'main-verb': ({ tree, trigger }) => trigger === tree.root,
  lead: ({ tree }) => tree.sentence.index < LEAD,
  'told-again': ({ event }) => event.evidence.filter((x) => x.as === 'trigger').length > 1,
  'by-person': ({ event, doc }) => event.actor.some((p) => doc.entities.get(p.entity)?.kind === 'person'),
  'by-two': ({ event }) => event.actor.length === 2,
  deed: ({ event }) => DEEDS.has(event.event),
  yields: ({ event }) => event.event === 'RETREAT' || event.event === 'CONCEDE',
  'recipient-inside': (told) => told.event.recipient.some((p) => isInside(told, p)),
  anaphor: ({ event, doc }) => [...event.actor, ...event.recipient].some((p) => isAnaphor(mentionById(doc, p.mention))),
  long: ({ tree }) => tree.tokens.length > LONG,
};

/** The names of all signs, in the order of this file. */
export const SIGN_NAMES: readonly string[] = Object.keys(SIGNS);

/** Weights of the signs that the table has, what is there without any, and below what confidence an event is left out. */
export interface Confidence {
  readonly base: number;
  readonly least: number;
  readonly weights: readonly (readonly [name: string, weight: number])[];
}

/** The table of weights. Throws `knowledge/invalid` for a sign that the engine does not know or a weight that is no number. */
export function readConfidence(knowledge: Knowledge): Confidence {
  let base = 0;
  const weights: [string, number][] = [];
  for (const row of knowledge.lexicon('event-signs')) {
    const [sign, weight] = [row.sign ?? '', Number(row.weight)];
    if (!Number.isFinite(weight)) throw invalid(`the weight of “${sign}” is no number`);
    if (sign === 'base') base = weight;
    else if (Object.hasOwn(SIGNS, sign)) weights.push([sign, weight]);
    else throw invalid(`there is no sign “${sign}”`);
  }
  const least = Number(knowledge.lexicon('thresholds').find((r) => r.name === 'event-confidence')?.value ?? 0);
  if (!Number.isFinite(least)) throw invalid('event-confidence in thresholds.tsv is no number');
  return { base, least, weights };
}

const invalid = (message: string): ReadoutError => new ReadoutError('knowledge/invalid', message, { at: 'lexicon/event-signs.tsv' });

/** The names of the signs that an event has; none where its trigger lies in no sentence. */
export function signsOf(doc: Document, event: Event): readonly string[] {
  const told = toldOf(doc, event);
  return told ? SIGN_NAMES.filter((name) => SIGNS[name]?.(told)) : [];
}

/**
 * The event with its confidence, 0 to 1 to two places, and the signs that make it; undefined where that is less than the least; as it is where the table is empty or its trigger
 * lies in no sentence.
 */
export function withConfidence(doc: Document, event: Event, { base, least, weights }: Confidence): Event | undefined {
  const told = weights.length === 0 ? undefined : toldOf(doc, event);
  if (!told) return event;
  let sum = base;
  const signs: string[] = [];
  for (const [name, weight] of weights) {
    if (!SIGNS[name]?.(told)) continue;
    sum += weight;
    signs.push(name);
  }
  const confidence = Math.round(100 / (1 + Math.exp(-sum))) / 100;
  // Only events told as news that happened were judged.
  const isJudged = event.modality === 'asserted' && event.status === 'current';
  return isJudged && confidence < least ? undefined : { ...event, confidence, signs };
}

function toldOf(doc: Document, event: Event): Told | undefined {
  const tree = sentenceOf(doc, event);
  const span = event.evidence.find((x) => x.as === 'trigger')?.span;
  if (!tree || !span) return undefined;
  let trigger = -1;
  for (let i = 0; i < tree.tokens.length; i++) {
    const t = tree.tokens[i];
    if (!t || t.start < span.start || t.end > span.end) continue;
    if (trigger < 0 || depth(tree, i) < depth(tree, trigger)) trigger = i;
  }
  return trigger < 0 ? undefined : { event, doc, tree, trigger };
}

function depth(tree: Tree, from: number): number {
  let steps = 0;
  for (let k = from; k >= 0 && steps < tree.tokens.length; k = tree.tokens[k]?.head ?? -1) steps++;
  return steps;
}

const isAnaphor = (m: Mention | undefined): boolean => m?.kind === 'pronoun' || m?.via?.startsWith('coreference.') === true;

/** Whether a party stands two or more words below what it has in common with the trigger: "positions in *X*", "the plan of *X*". */
function isInside({ doc, tree, trigger }: Told, p: Party): boolean {
  const m = mentionById(doc, p.mention);
  if (!m || m.sentence !== tree.sentence.index) return false;
  const above = new Set<number>();
  for (let k = trigger; k >= 0 && above.size < tree.tokens.length; k = tree.tokens[k]?.head ?? -1) above.add(k);
  const next = tree.tokens[m.head]?.head ?? -1;
  return !above.has(m.head) && next >= 0 && !above.has(next);
}
