/** Parties in a participle behind a noun, or in a second adjective before it. */
import { caseOf, childrenBy, isPlural, lemmaAt, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';

/** Who does what a participle right behind a noun says of it: "a drone *launched by Hezbollah*". */
export function agentBehind(doc: Document, tree: Tree, noun: number, set: 'launches' | 'leads'): Mention | undefined {
  for (const v of childrenBy(tree, noun, 'acl')) {
    if (v < noun || !tree.words[set].has(lemmaAt(tree, v).toLowerCase())) continue;
    for (const c of childrenBy(tree, v, 'obl')) if (caseOf(tree, c) === 'by') return doc.mentionAt(tree.sentence.index, c);
  }
  return undefined;
}

/** "a delegation led by the Peruvian minister", "a coalition led by Peru": whoever leads those of whom no more is known. */
export const leaderOf = (doc: Document, tree: Tree, noun: number): Mention | undefined =>
  tree.words['led-by'].has(lemmasOf(tree)[noun] ?? '') ? agentBehind(doc, tree, noun, 'leads') : undefined;

/** "Pakistani and Afghan forces": the first of two adjectives that one plural noun has, where a mention holds but the second. */
export function otherAdjective(doc: Document, tree: Tree, t: number, mention: Mention): Mention | undefined {
  if (!isPlural(tree, t)) return undefined;
  for (const first of childrenBy(tree, t, 'amod', 'compound', 'nmod:desc')) {
    if (first >= mention.tokens[0] || childrenBy(tree, first, 'conj').every((c) => c < mention.tokens[0] || c >= t)) continue;
    const other = doc.mentionAt(tree.sentence.index, first);
    if (other && other.head === first && doc.stateOf(other) !== doc.stateOf(mention)) return other;
  }
  return undefined;
}
