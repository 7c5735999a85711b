/** Where the parties of an act stand: the slots of rules over the arguments of a trigger. Which parties stand there: parties.ts. */
import { prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseAt, hasChild, type Tree } from '../2-sentences/syntax.ts';
import { nounSlot } from './noun-slots.ts';
import { benefitOf, purposeOf } from './purpose-slots.ts';
import { verbSlot } from './verb-slots.ts';

/** Tokens that fill a slot of a trigger, in order; several when coordinated is left to `partiesAt`. */
export function slotTokens(
  tree: Tree,
  trigger: number,
  kind: 'verb' | 'noun' | 'adj',
  slot: string,
  light: number | undefined,
): readonly number[] {
  if (kind === 'verb') return verbSlot(tree, trigger, slot);
  return kind === 'noun' ? nounSlot(tree, trigger, slot, light) : adjectiveSlot(tree, trigger, slot);
}

/** Tokens that fill a slot of an adjective: "ready to yield", "hostile to X". */
function adjectiveSlot(tree: Tree, adjective: number, slot: string): readonly number[] {
  switch (slot) {
    case 'subject':
      return subjectOfAdjective(tree, adjective);
    case 'benefit':
      return benefitOf(tree, [adjective]);
    case 'purpose':
      return purposeOf(tree, [adjective]);
    default:
      return prepositional(tree, adjective, slot);
  }
}

function subjectOfAdjective(tree: Tree, adjective: number): readonly number[] {
  const base = baseAt(tree, adjective);
  const isSaid = hasChild(tree, adjective, 'cop') || hasChild(tree, adjective, 'nsubj');
  if (isSaid || (base !== 'amod' && base !== 'acl')) return surfaceSubject(tree, adjective);
  // "a president willing to yield": who somebody is, or should be, not what he told anybody.
  return hasChild(tree, adjective, 'xcomp') ? [] : [tree.tokens[adjective]?.head ?? -1];
}
