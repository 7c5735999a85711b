/** Who stands in a slot of an act and is no party to it: where it was, whose people they are, what was talked of. */
import { prepositional } from '../2-sentences/arguments.ts';
import { caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { EventType, Mention } from '../model/index.ts';
import type { FoundParty } from './found-party.ts';
import type { Match } from './match.ts';

/** "the Kenya bombing", "the Kuwait invasion": a state's full name before an act is where it was, where nobody follows whom it was done to. */
export function isWhere(doc: Document, tree: Tree, noun: number, t: number): boolean {
  if (relationAt(tree, t) !== 'compound' || !/^\p{Lu}\p{Ll}/u.test(tree.tokens[t]?.form ?? '')) return false;
  const mention = doc.mentionAt(tree.sentence.index, t);
  if (mention?.kind !== 'name' || !mention.entities.every((id) => doc.entities.get(id)?.kind === 'state')) return false;
  return ['on', 'against', 'of', 'with'].every((prep) => prepositional(tree, noun, prep).length === 0);
}

/** "the Oslo accord", "the Uruguay round": what a pact or a round of talks is called after, where it was made, is no party; "the Kenya-Chile pact" has two. */
export function isNameOfText(doc: Document, tree: Tree, noun: number, t: number): boolean {
  if (t !== noun - 1 || relationAt(tree, t) !== 'compound' || tree.tokens[t - 1]?.form === '-') return false;
  if (!tree.words['named-after-places'].has(lemmaAt(tree, noun).toLowerCase())) return false;
  const mention = doc.mentionAt(tree.sentence.index, t);
  const kind = doc.entities.get(mention?.entities[0] ?? '')?.kind;
  return mention?.kind === 'name' && (kind === 'place' || kind === 'state' || mention.entities[0]?.startsWith('organisation:') === true);
}

/** "the Open Hands hack", "the bank breach": the body before a word of breaking into computers suffered it. */
export const isBrokenInto = (doc: Document, tree: Tree, cameo: string, t: number): boolean =>
  cameo === '176' &&
  /^(compound|amod)$/.test(relationAt(tree, t)) &&
  /^(body|organisation)$/.test(doc.entities.get(doc.mentionAt(tree.sentence.index, t)?.entities[0] ?? '')?.kind ?? '');

/** Who meets those who work for him has met nobody: "met with his aides". */
export function withoutOwnPeople(doc: Document, tree: Tree, found: readonly FoundParty[], others: readonly FoundParty[]): FoundParty[] {
  return found.filter(({ mention }) => {
    if (mention.sentence !== tree.sentence.index || !tree.words['own-people'].has(lemmaAt(tree, mention.head).toLowerCase())) return true;
    const owners = childrenBy(tree, mention.head, 'nmod:poss').map((c) => doc.mentionAt(tree.sentence.index, c));
    return !owners.some(
      (o) => o !== undefined && others.some((p) => o.id === p.mention.id || o.entities.join() === p.mention.entities.join()),
    );
  });
}

/** "discussed its relations with Y": Y belongs to what is talked of; "discussed trade with the minister" has whom one talks to. */
export const isTopic = (doc: Document, tree: Tree, token: number, verb: number): boolean => {
  const up = tree.tokens[token]?.head ?? -1;
  const named = doc.mentionAt(tree.sentence.index, token);
  const isSomebody =
    named?.head === token && named.kind !== 'pronoun' && /^(person|people)$/.test(doc.entities.get(named.entities[0] ?? '')?.kind ?? '');
  return (
    up !== verb &&
    !(isSomebody && !hasChild(tree, up, 'nmod:poss')) &&
    tree.tokens[up]?.upos === 'NOUN' &&
    tree.words['takes-with'].has(lemmaAt(tree, up).toLowerCase())
  );
};

/** "discussed the proposals of the parties", "exchanged views on Kowal's report": what stands in these slots is what is talked of. */
export const isTalkedOf = (tree: Tree, verb: number, slot: string): boolean =>
  /^(object|on)$/.test(slot) && tree.words['takes-a-topic'].has(lemmaAt(tree, verb).toLowerCase());

/** "approved the treaty with the help of the opposition": who helps is not whom it is done with. */
export const isHelp = (tree: Tree, noun: number): boolean =>
  caseOf(tree, noun) === 'with' &&
  tree.words['helps-in-nouns'].has(lemmaAt(tree, noun).toLowerCase()) &&
  (hasChild(tree, noun, 'nmod:poss') || prepositional(tree, noun, 'of').length > 0);

/** A state or another place: what something may come from. */
export const isLand = (doc: Document, mention: Mention): boolean =>
  /^(state|place)$/.test(doc.entities.get(mention.entities[0] ?? '')?.kind ?? '');

/** "killed 34 in Peru": of what is done to persons, where it was. */
export const isWhereKilled = (tree: Tree, verb: number, token: number): boolean =>
  caseOf(tree, token) === 'in' && tree.words['harms-persons'].has(lemmaAt(tree, verb).toLowerCase());

/** "Norway's seamen's strike", "most of Norway's tellers struck": whose people they are that go on strike does not. */
export function withoutHomeland(doc: Document, found: readonly FoundParty[]): FoundParty[] {
  const kindOf = ({ mention }: FoundParty): string | undefined => doc.entities.get(mention.entities[0] ?? '')?.kind;
  const hasPeople = found.some((p) => kindOf(p) === 'people');
  return found.filter((p) => kindOf(p) !== 'state' || (p.direct && !hasPeople));
}

/** "the Danish minister ruled out Danish help": who governs a state rejects nobody by refusing what is its own. */
export function withoutOwnState(
  { doc, type }: { readonly doc: Document; readonly type: EventType },
  actor: readonly FoundParty[],
  found: readonly FoundParty[],
  evenByName = false,
): readonly FoundParty[] {
  if (type !== 'REJECT') return found;
  const own = new Set(actor.flatMap(({ mention }) => (doc.sectorOf(mention) === 'GOV' ? (doc.stateOf(mention) ?? []) : [])));
  return found.filter(({ direct, mention }) => {
    const id = mention.entities[0] ?? '';
    return (direct && !evenByName) || !own.has(id) || doc.entities.get(id)?.kind !== 'state';
  });
}

/** "endorsed an attack on X in answer to an attack on Y": the second complement is that of the second noun, which stands between the two. */
export const isBehindAnother = (tree: Tree, { kind, trigger }: Match, first: number, t: number): boolean =>
  kind === 'noun' &&
  first < t &&
  tree.tokens.some((x, k) => first < k && k < t && k !== trigger && x.upos === 'NOUN' && x.lemma === lemmaAt(tree, trigger));

/** "was speaking after a meeting with X": X was met, not spoken to. */
export const isOfOtherTalks = (tree: Tree, verb: number, t: number): boolean =>
  tree.tokens[t]?.head === verb &&
  childrenBy(tree, verb, 'obl').some(
    (c) =>
      verb < c &&
      c < t &&
      /^(after|before|during|following|at)$/.test(caseOf(tree, c)) &&
      tree.words.encounters.has(lemmaAt(tree, c).toLowerCase()),
  );

/**
 * "praised the summit", "the forum agreed": where people meet is nobody; "Patriarch of Moscow and All Russia": nor is a part of a title; "five million
 * Canadian dollars": nor whose money it is.
 */
export const isNobody = (tree: Tree, { kind, head, tokens }: Mention): boolean =>
  kind === 'nominal'
    ? tree.words.gatherings.has(lemmaAt(tree, head))
    : tree.words['money-nouns'].has(tree.tokens[tokens[1]]?.form.toLowerCase() ?? '') ||
      (kind === 'name' && tree.tokens[head - 1]?.form === 'All' && lemmaAt(tree, head - 2) === 'and');
