/**
 * Abstaining where the tree is a guess: a party outside the clause of an act ("Peru took in people fleeing the war") is its party only where
 * the parser is sure of what the clause hangs on. How sure: lexicon/thresholds.tsv.
 */
import { doneByOther } from '../2-sentences/own-subjects.ts';
import { relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Parties } from './find-parties.ts';
import type { FoundParty } from './found-party.ts';

/** How sure the parser must be of the head of a clause whose parties stand above it, 0 to 1. */
export function readSureClause(knowledge: Knowledge): number {
  return Number(knowledge.lexicon('thresholds').find((r) => r.name === 'sure-clause')?.value ?? 0);
}

/** The parties without those that a doubtful clause was climbed out of for. */
export function sureParties(tree: Tree, trigger: number, parties: Parties, sure: number): Parties {
  // "sanctions on Peru for breaking the pact": whoever stands right before a gerund does it, wherever it hangs.
  const before = doneByOther(tree, trigger);
  const isSure = (p: FoundParty): boolean =>
    p.mention.sentence !== tree.sentence.index || p.mention.head === before || climb(tree, trigger, p.mention.head) >= sure;
  return { ...parties, actor: parties.actor.filter(isSure), recipient: parties.recipient.filter(isSure) };
}

/** The least sure head among the participles, adverbial clauses and conjuncts between a trigger and what it shares with a party; 1 where there are none. */
function climb(tree: Tree, trigger: number, party: number): number {
  const above = new Set(pathUp(tree, party));
  let least = 1;
  for (const k of pathUp(tree, trigger)) {
    if (above.has(k)) return least;
    if (CLAUSES.has(relationAt(tree, k))) least = Math.min(least, tree.tokens[k]?.headProbability ?? 1);
  }
  return least;
}

const CLAUSES: ReadonlySet<string> = new Set(['acl', 'advcl', 'conj']);

function pathUp(tree: Tree, from: number): number[] {
  const path: number[] = [];
  for (let k = from; k >= 0 && path.length < tree.tokens.length; k = tree.tokens[k]?.head ?? -1) path.push(k);
  return path;
}
