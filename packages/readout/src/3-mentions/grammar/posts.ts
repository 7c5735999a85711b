/** Complements that say where somebody is sent or at work, not whose he is: "the ambassador to Peru", "Western diplomats in Lima", "the UN director for Peru". */
import { baseRelation, caseOf, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';

/** Whether what stands behind a noun is such a complement; `start`: where the words of the noun begin. */
export function isPost(desk: Desk, tree: Tree, noun: number, c: number, start = noun): boolean {
  if (c < noun || baseRelation(relationAt(tree, c)) !== 'nmod') return false;
  const preposition = caseOf(tree, c);
  if (!/^(to|in|at|for|on)$/.test(preposition)) return false;
  // "The president's envoy to the Volga region": to a part of a state its own head sends somebody.
  const posted = tree.words['posted-abroad'];
  const isSent = posted.has(lemmasOf(tree)[noun] ?? '') || posted.has(lemmasOf(tree)[noun - 1] ?? '');
  const isAbroad = isSent && !(preposition === 'to' && isPlace(desk, tree, c));
  return isAbroad || isOfNoState(desk, tree, noun, c, start);
}

/** Whether an organisation of no state has the noun: it stands before it, or behind its "of" in front of the complement. */
function isOfNoState(desk: Desk, tree: Tree, noun: number, complement: number, start: number): boolean {
  return (tree.children[noun] ?? []).some((c) => {
    if (c >= complement || c === noun) return false;
    const isOwner = c < start ? /^(nmod:poss|compound|amod|nmod:desc|nmod:unmarked)$/.test(relationAt(tree, c)) : isOfPhrase(tree, c);
    return isOwner && isStateless(desk, tree, c);
  });
}

function isPlace(desk: Desk, tree: Tree, c: number): boolean {
  const draft = (desk.drafts[tree.sentence.index] ?? []).find((d) => d.start <= c && c < d.end);
  return desk.entities.get(draft?.entities[0] ?? '')?.kind === 'place';
}

const isOfPhrase = (tree: Tree, c: number): boolean =>
  baseRelation(relationAt(tree, c)) === 'nmod' && /^(of|for|at|with|from)$/.test(caseOf(tree, c));

/** Whether a token names an organisation between states or of volunteers that is of no state, also before it is entered. */
function isStateless(desk: Desk, tree: Tree, c: number): boolean {
  const draft = (desk.drafts[tree.sentence.index] ?? []).find((d) => d.start <= c && c < d.end);
  const e = draft?.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '') : undefined;
  if (e) return e.kind === 'organisation' && e.state === undefined && STATELESS.test(e.sector ?? '');
  const forms = tree.tokens.slice(Math.max(0, c - LONGEST), c + 1 + LONGEST).map((t) => t.form);
  const at = Math.min(c, LONGEST);
  for (let i = 0; i <= at; i++) {
    const hit = desk.gazetteer.match(forms, i);
    if (hit === undefined || hit.end <= at) continue;
    const [first] = hit.readings;
    return first?.entityKind === 'organisation' && first.state === undefined && STATELESS.test(first.sector ?? '');
  }
  return false;
}
const STATELESS = /^(IGO|UNO|EUR|NGO)$/;
const LONGEST = 4;

/** "A French-educated minister", "US-backed rebels": a name before a hyphen and such a word says where somebody was made, not whose he is. */
export const isMadeIn = (tree: Tree, c: number): boolean =>
  tree.tokens[c + 1]?.form === '-' && tree.words['made-not-owned'].has(tree.tokens[c + 2]?.form.toLowerCase() ?? '');
