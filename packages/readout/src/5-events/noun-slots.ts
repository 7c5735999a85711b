/** The slots of a noun that tells an act: in its own phrase, at the light verb that carries it, and where parsers lose them between the two. */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseAt, caseOf, childrenBy, hasChild, lemmaAt, prepositionsOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import { clauseSubject, farTo, farWith } from './far-slots.ts';
import { benefitOf, causeOf, purposeOf } from './purpose-slots.ts';
import { iobjectOf } from './two-objects.ts';
import { withSecond } from './with-second.ts';

/** What may stand between a noun and the preposition of its party. */
const BETWEEN = ['of', 'in', 'at'];

const NONE: readonly number[] = [];

/** Tokens that fill a slot of a noun, in order. */
export function nounSlot(tree: Tree, noun: number, slot: string, light: number | undefined): readonly number[] {
  switch (slot) {
    case 'subject':
      return subjectOfNoun(tree, noun, light);
    case 'object':
      return prepositional(tree, noun, 'of');
    case 'poss':
      return childrenBy(tree, noun, 'nmod:poss');
    case 'mod':
      return modifiersOf(tree, noun);
    case 'victim':
      return victimsOf(tree, noun, light);
    case 'purpose':
      return purposeOf(tree, light === undefined ? [noun] : [noun, light]);
    case 'benefit':
      return benefitOf(tree, light === undefined ? [noun] : [noun, light]);
    case 'cause':
      return causeOf(tree, light === undefined ? [noun] : [light, noun]);
    case 'far-with':
      return light === undefined ? NONE : farWith(tree, light);
    case 'far-to':
      return farTo(tree, noun);
    case 'iobject':
      return light === undefined ? NONE : iobjectOf(tree, light);
    case 'comp':
    case 'xcomp-subject':
      return childrenBy(tree, noun, 'acl').flatMap((x) => surfaceSubject(tree, x).filter((t) => t !== noun));
    case 'clause-subject':
      return clauseSubject(tree, noun);
    case 'by':
      return agentsOf(tree, noun);
    default:
      return prepositionsOf(tree).includes(slot) ? behindNoun(tree, noun, slot, light) : NONE;
  }
}

function subjectOfNoun(tree: Tree, noun: number, light: number | undefined): readonly number[] {
  if (light !== undefined) return subjectOf(tree, light);
  // "is the largest donor to Kenya": who a noun says something of.
  if (hasChild(tree, noun, 'cop')) return childrenBy(tree, noun, 'nsubj');
  const isPredicate = relationAt(tree, noun) === 'xcomp' && tree.words.copulas.has(lemmaAt(tree, tree.tokens[noun]?.head ?? -1));
  return isPredicate ? surfaceSubject(tree, noun) : NONE;
}

/** Names and nouns in front: "*Kenyan* raid", "*Israeli-Palestinian* talks". */
function modifiersOf(tree: Tree, noun: number): readonly number[] {
  const before = (tree.children[noun] ?? []).filter(
    (c) =>
      c < noun &&
      ['amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'].includes(relationAt(tree, c)) &&
      caseOf(tree, c) === '' &&
      // "a Union supported ceasefire": whose support it has.
      !(tree.tokens[c + 1]?.xpos === 'VBN' && tree.tokens[c + 1]?.head === noun),
  );
  return tree.words['goes-on-between'].has(lemmaAt(tree, noun)) ? before : before.flatMap((c) => pairedAt(tree, c));
}

const isCapital = (tree: Tree, k: number): boolean => /^\p{Lu}/u.test(tree.tokens[k]?.form ?? '');

/** "Israeli-Palestinian talks", "Kenyan-Ethiopian border clashes": both of a pair with a hyphen, at a border too; "Franco-German cooperation" names no act. */
function pairedAt(tree: Tree, mod: number): number[] {
  const first = tree.tokens[mod - 1]?.form === '-' && isCapital(tree, mod - 2) && isCapital(tree, mod) ? mod - 2 : undefined;
  if (first !== undefined && tree.tokens[first]?.head === mod) return [first, mod];
  const border = lemmaAt(tree, mod) === 'border' ? childrenBy(tree, mod, 'amod', 'compound').find((c) => c === mod - 1) : undefined;
  const pair = border === undefined ? [] : pairedAt(tree, border);
  return pair.length === 2 ? pair : [mod];
}

/** Whom an attack named by a noun harms: "air strikes killed *dozens of rebels*", "carried out a raid, targeting *the rebels*". */
function victimsOf(tree: Tree, noun: number, light: number | undefined): readonly number[] {
  if (light !== undefined)
    return childrenBy(tree, light, 'advcl', 'acl')
      .filter((v) => tree.tokens[v]?.xpos === 'VBG' && tree.words.harms.has(lemmaAt(tree, v).toLowerCase()))
      .flatMap((v) => objectOf(tree, v));
  const verb = tree.tokens[noun]?.head ?? -1;
  const acts = verb >= 0 && baseAt(tree, noun) === 'nsubj' && !isPassive(tree, verb);
  return acts && tree.words.harms.has(lemmaAt(tree, verb).toLowerCase()) ? objectOf(tree, verb) : [];
}

/** Who has done what a noun tells. */
function agentsOf(tree: Tree, noun: number): readonly number[] {
  const own = prepositional(tree, noun, 'by');
  if (own.length > 0) return own;
  // "the torture of prisoners by soldiers": parsers hang the agent on the victim or on the clause.
  const below = prepositional(tree, noun, 'of').flatMap((o) => prepositional(tree, o, 'by'));
  if (below.length > 0) return below;
  const up = tree.tokens[noun]?.head ?? -1;
  return up >= 0 && tree.tokens[up]?.upos === 'VERB' && !isPassive(tree, up)
    ? (tree.children[up] ?? []).filter((c) => c > noun && baseAt(tree, c) === 'obl' && caseOf(tree, c) === 'by')
    : NONE;
}

/** What a preposition joins to a noun, or to what stands between the two. */
function behindNoun(tree: Tree, noun: number, slot: string, light: number | undefined): readonly number[] {
  const own = prepositional(tree, noun, slot);
  if (light !== undefined && (own.length === 0 || slot === 'with')) own.push(...prepositional(tree, light, slot).filter((t) => t !== noun));
  // "a suspension of aid to Egypt": on the complement of the noun.
  // "a suit in a Paris court against X", "talks in Jerusalem with X": on the place.
  if (own.length === 0 && slot !== 'of')
    for (let k = 0; k < BETWEEN.length; k++) {
      const p = BETWEEN[k] ?? '';
      if (p !== slot) for (const o of prepositional(tree, noun, p)) own.push(...prepositional(tree, o, slot));
    }
  // "fighting broke out between X and Y": on the verb.
  if (own.length === 0 && light === undefined && (slot === 'between' || slot === 'among') && relationAt(tree, noun) === 'nsubj')
    own.push(...prepositional(tree, tree.tokens[noun]?.head ?? -1, slot));
  return slot === 'between' ? withSecond(tree, own) : own;
}
