/** Names that the lists have and no person bears: which of their readings is meant. */
import { relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import type { Reading } from '../lists/gazetteer.ts';
import { bearer, byKind, isFieldName } from './bearers.ts';
import { isForeignToText, isOfAnotherState, isOfOfficer, linkUnlisted, ownedByNamelessState } from './bodies.ts';
import { nounUse, onePerson, placeOne } from './demonyms.ts';
import type { NameAt } from './name-at.ts';
import { partBefore } from './of-parts.ts';
import { placeReading } from './place-reading.ts';

const MODIFIERS = new Set(['amod', 'compound', 'nmod:desc', 'nmod:poss']);

/** Links a name to what one of its readings says, or to a body of the same words that no list has. */
export function linkReading(desk: Desk, name: NameAt, readings: readonly Reading[]): void {
  const { tree, hit, words, at } = name;
  const sorted = byKind(desk, readings, name.around);
  const first = sorted[0];
  if (!first || (first.sector === 'PTY' && isFieldName(desk, tree, hit))) return;
  if (isOfAnotherState(desk, tree, at.head, words, first) || (readings.length === 1 && isForeign(desk, name, first))) {
    linkUnlisted(desk, tree, at, words, first);
    return;
  }
  const part = partBefore(desk, tree, hit, at.head, sorted);
  if (part !== undefined || isOfNamelessState(tree, at.start, first)) {
    linkUnlisted(desk, tree, at, words, first, part);
    return;
  }
  // Adjective and noun forms of one word ("Palestinian", "Iraqi", "French").
  const use = nounUse(tree, at.start, at.head);
  const isModifier = MODIFIERS.has(relationAt(tree, at.head)) || (use === undefined && tree.tokens[at.end - 1]?.upos === 'ADJ');
  const word = isModifier ? asModifier(first, sorted) : first;
  const one = use === undefined ? undefined : onePerson(use, word, sorted);
  if (one && placeOne(desk, tree, at, one)) return;
  const reading = partOf(one ?? word, sorted, isModifier);
  const meant = bearerOf(desk, name, reading, sorted);
  // The words are a body all the same, of a state that is not listed with one, or unknown.
  if (meant === undefined) linkUnlisted(desk, tree, at, words, reading);
  else placeReading(desk, name, meant, { use, isModifier, isOne: one !== undefined });
}

/** Whether the only reading of a name is of a state that the text does not speak of. */
const isForeign = (desk: Desk, { tree, hit, at, around }: NameAt, reading: Reading): boolean =>
  isOfOfficer(desk, tree, hit, at.head, reading) ||
  (isForeignToText(desk, tree, hit, reading, around.named) && stateOfModifiers(desk, tree, at.head, at.end) !== reading.state);

/** "the country's Electoral Commission", "the state Supreme Court", "the Alaska Supreme Court": not the one that the lists have. */
const isOfNamelessState = (tree: Tree, start: number, reading: Reading): boolean =>
  reading.entityKind === 'body' && reading.state !== undefined && ownedByNamelessState(tree, start);

/** The adjective of a state in front of a noun, unless the word is its name as well. */
function asModifier(first: Reading, sorted: readonly Reading[]): Reading {
  const adjective = sorted.find((r) => r.kind === 'adjective');
  return adjective && !sorted.some((r) => r.kind === 'name' && r.entityKind === 'state') ? adjective : first;
}

/** "in Quebec" is the part. */
const partOf = (reading: Reading, sorted: readonly Reading[], isModifier: boolean): Reading =>
  reading.partial && !isModifier ? (sorted.find((r) => r.entityKind === 'place') ?? reading) : reading;

/** One name, several bearers ("Senate", "Supreme Court"): the state in front decides, else the one named; undefined where neither does. */
function bearerOf(desk: Desk, { tree, at, around }: NameAt, reading: Reading, sorted: readonly Reading[]): Reading | undefined {
  const same = sorted.length === 1 ? sorted : sorted.filter((r) => r.kind === reading.kind && r.entityKind === reading.entityKind);
  return same.length > 1 ? bearer(desk, tree, at, same, around) : reading;
}
