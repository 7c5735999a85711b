/** The whole noun phrase of a slot: with what hangs on it, without what only tells when, how or in what circumstances. */
import { phraseOf, yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, relationAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Span } from '../model/index.ts';

/** Prepositions of circumstances, which parsers hang on the party before them. */
const CIRCUMSTANCE = /^(over|about|after|amid|during|before|despite|without|until|because of|following|since|through|via)$/;

/** A noun phrase with what hangs on it, without relative clauses, what follows a comma, days and circumstances. */
export function slotPhrase(doc: Document, tree: Tree, token: number): Span {
  const [start, end] = phraseOf(tree, token);
  const verb = lemmaAt(tree, tree.tokens[token]?.head ?? -1).toLowerCase();
  let last = end;
  for (const c of childrenBy(tree, token, 'nmod')) {
    if (c < token || relationAt(tree, c) === 'nmod:poss') continue;
    const prep = caseOf(tree, c);
    const charge =
      baseAt(tree, token) === 'obj' &&
      ((tree.words.charges.has(verb) && /^(of|for|with|over)$/.test(prep)) || (tree.words.judges.has(verb) && /^(for|over)$/.test(prep)));
    const own = doc.mentionAt(tree.sentence.index, token);
    if (own && own.tokens[0] <= c && c < own.tokens[1]) continue;
    // "Turkey in its province": what follows a name is no part of it.
    if (own && own.kind !== 'nominal' && own.head === token && prep !== 'of') last = Math.min(last, startOf(tree, c));
    if (charge || CIRCUMSTANCE.test(prep) || isTime(doc, tree, c)) last = Math.min(last, startOf(tree, c));
  }
  // "prisoners late on Tuesday".
  for (const c of childrenBy(tree, token, 'advmod')) if (c > token && isTime(doc, tree, c)) last = Math.min(last, c);
  const named = last === end ? Math.max(appositionEnd(doc, tree, token, end), participleEnd(tree, token, end)) : end;
  return spanOf(tree, start, Math.max(last === end ? named : last, token + 1));
}

/** "the missiles fired by Peru", "workers employed by the council": a participle right behind tells which. */
function participleEnd(tree: Tree, token: number, end: number): number {
  const v = childrenBy(tree, token, 'acl').find((c) => c === end && tree.tokens[c]?.xpos === 'VBN');
  return v === undefined ? end : Math.max(end, yieldOf(tree, v)[1]);
}

/** "his counterpart, Jan Kowal", "Jan Kowal, the envoy to Peru": what else the phrase calls the same party belongs to it. */
function appositionEnd(doc: Document, tree: Tree, token: number, end: number): number {
  const own = doc.mentionAt(tree.sentence.index, token);
  const appos = childrenBy(tree, token, 'appos').find((c) => c > token && c <= end + 6);
  const other = appos === undefined ? undefined : doc.mentionAt(tree.sentence.index, appos);
  if (appos === undefined || !own || !other || own.entities.join() !== other.entities.join() || own.kind === other.kind) return end;
  return Math.max(end, phraseOf(tree, appos)[1]);
}

const startOf = (tree: Tree, i: number): number => Math.min(i, ...(tree.children[i] ?? []));

/** Whether a token is part of a time expression that is no mere duration. */
export function isTime(doc: Document, tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  return t !== undefined && doc.times.some((x) => x.type !== 'DURATION' && x.span.start <= t.start && t.end <= x.span.end);
}
