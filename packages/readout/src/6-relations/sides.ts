/** The two sides of a relation, and the ways of finding a party that all forms of triggers share. Order of words first, then the tree. */
import { prepositional } from '../2-sentences/arguments.ts';
import type { Mention } from '../model/index.ts';
import { type Line, type NounGroup, partiesAfter } from './line.ts';
import { distinct, type Holder, holdersAt, holdersOf, type PartyKinds } from './parties.ts';
import type { Effect } from './rules.ts';

/** Who stands on either side, and what of the sentence says whether it holds. */
export interface Sides {
  readonly left: readonly Holder[];
  readonly right: readonly Holder[];
  /** The word whose mood and negation count: copula clause, verb above a bond, or the trigger. */
  readonly clause: number;
  /** The verb that carries a bond, where there is one. */
  readonly carrier?: number;
  readonly effect?: Effect;
  /** The trigger is only mentioned ("the alliance between"), not asserted by its clause. */
  readonly given: boolean;
  readonly negated: boolean;
  readonly group?: NounGroup;
}

/** The parties that mentions count as, each once. */
export const of = (line: Line, mentions: readonly Mention[], wanted: PartyKinds): Holder[] =>
  distinct(mentions.flatMap((m) => holdersOf(line.doc, m, wanted)));
/** The form of token `i` in lower case; '' outside the sentence. */
export const word = (line: Line, i: number): string => line.tree.tokens[i]?.form.toLowerCase() ?? '';

/** Parties after a preposition: right behind the trigger in the text, else where the tree has it. */
export function afterPreposition(line: Line, trigger: number, prep: string, wanted: PartyKinds): Holder[] {
  for (let i = trigger + 1; i < Math.min(trigger + 7, line.tree.tokens.length); i++) {
    const tag = line.tree.tokens[i]?.upos;
    if (word(line, i) === prep) {
      const found = of(line, partiesAfter(line, i + 1).mentions, wanted);
      if (found.length > 0) return found;
      break;
    }
    // "cooperation in trade between": other complements may stand between; verbs and commas end it.
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ' || line.covers[i]) break;
  }
  return distinct(prepositional(line.tree, trigger, prep).flatMap((t) => holdersAt(line, t, wanted)));
}

/** Whether the tree negates token `i`. */
export const isNot = (line: Line, i: number): boolean => (line.tree.children[i] ?? []).some((c) => /^(not|n't|never)$/.test(word(line, c)));
