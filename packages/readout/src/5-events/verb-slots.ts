/** The slots of a verb that tells an act. */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { companionsOf } from '../2-sentences/companions.ts';
import { childrenBy, lemmaAt, prepositionsOf, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import { farTo, farWith } from './far-slots.ts';
import { benefitOf, causeOf, purposeOf } from './purpose-slots.ts';
import { iobjectOf } from './two-objects.ts';
import { withSecond } from './with-second.ts';

const NONE: readonly number[] = [];

/** Tokens that fill a slot of a verb, in order. */
export function verbSlot(tree: Tree, verb: number, slot: string): readonly number[] {
  switch (slot) {
    case 'subject':
      return withCompanions(tree, verb, subjectOf(tree, verb));
    case 'object':
      return objectOf(tree, verb);
    case 'iobject':
      return iobjectOf(tree, verb);
    case 'xcomp-subject':
      return childrenBy(tree, verb, 'xcomp').flatMap((x) => surfaceSubject(tree, x));
    case 'comp':
      return childrenBy(tree, verb, 'ccomp', 'xcomp', 'advcl').flatMap((x) => [...surfaceSubject(tree, x), ...objectOf(tree, x), x]);
    case 'purpose':
      return purposeOf(tree, [verb, ...objectOf(tree, verb)]);
    case 'benefit':
      return benefitOf(tree, [verb, ...objectOf(tree, verb)]);
    case 'cause':
      return causeOf(tree, [verb]);
    case 'far-with':
      return farWith(tree, verb);
    case 'far-to':
      return farTo(tree, verb);
    case 'comp-subject':
      return childrenBy(tree, verb, 'ccomp').flatMap((x) => surfaceSubject(tree, x));
    case 'comp-actor':
      return toldToAct(tree, verb);
    case 'poss':
    case 'mod':
      return NONE;
    default:
      return behindVerb(tree, verb, slot);
  }
}

/** What a preposition joins to a verb. */
function behindVerb(tree: Tree, verb: number, preposition: string): readonly number[] {
  const own = prepositionsOf(tree).includes(preposition) ? prepositional(tree, verb, preposition) : NONE;
  // "sent Ukraine ten tanks": *to* it.
  if (preposition === 'to' && own.length === 0 && tree.words['gives-two'].has(lemmaAt(tree, verb))) return iobjectOf(tree, verb);
  return preposition === 'between' ? withSecond(tree, own) : own;
}

/** "said that *X* should withdraw". */
const toldToAct = (tree: Tree, verb: number): readonly number[] =>
  childrenBy(tree, verb, 'ccomp')
    .filter((x) => tellsToAct(tree, x))
    .flatMap((x) => surfaceSubject(tree, x))
    // "visitors should boil water": nobody in particular is told.
    .filter((s) => !tree.words['asked-in-general'].has(lemmaAt(tree, s).toLowerCase()));

/** "should be seen", "should become", "should have won": nobody is told to do it. */
const tellsToAct = (tree: Tree, clause: number): boolean =>
  !isPassive(tree, clause) &&
  !tree.words.copulas.has(lemmaAt(tree, clause)) &&
  !tree.words['asks-nothing'].has(lemmaAt(tree, clause)) &&
  // "must be ready to negotiate".
  (tree.words['told-to-be'].has(lemmaAt(tree, clause).toLowerCase())
    ? childrenBy(tree, clause, 'xcomp', 'advcl').length > 0
    : !childrenBy(tree, clause, 'cop', 'aux').some((a) => /^(be|have)$/.test(lemmaAt(tree, a))));

/** "Qatar, together with Egypt, mediated": who is named with the subject between commas. */
const withCompanions = (tree: Tree, verb: number, subjects: readonly number[]): readonly number[] =>
  isPassive(tree, verb) ? subjects : subjects.flatMap((s) => [s, ...companionsOf(tree, s, verb)]);
