/** Who stands in a relation: what a mention counts as for a rule, and the parties at a token of the tree. */
import { withConjuncts } from '../2-sentences/phrase.ts';
import { caseOf, childrenBy, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';
import type { Line } from './line.ts';

/** A party of a relation, and the words that name it. */
export interface Holder {
  readonly entity: string;
  readonly mention: Mention;
}

/** Which kinds of entity may stand on a side. */
export interface PartyKinds {
  readonly kinds: ReadonlySet<string>;
  /** Whether a leader, an army or a ministry counts as its state ("Varga's war", "Russian troops occupy"). */
  readonly acting: boolean;
}

/** Sectors of organisations that stand between states; companies, parties and clubs do not. */
const INTERNATIONAL = new Set(['IGO', 'UNO', 'EUR', 'IMG', 'MIL']);
const STATE_SECTORS = new Set(['GOV', 'MIL']);

/** The parties that a mention names, as far as a rule takes them. */
export function holdersOf(doc: Document, m: Mention, wanted: PartyKinds): Holder[] {
  const { kinds } = wanted;
  return m.entities.flatMap((id): Holder[] => {
    const e = doc.entities.get(id);
    if (!e) return [];
    if (e.kind === 'person' && kinds.has('person')) return [{ entity: id, mention: m }];
    if (e.kind === 'place') return kinds.has('place') ? [{ entity: id, mention: m }] : [];
    if (e.kind === 'state') return kinds.has('state') ? [{ entity: id, mention: m }] : [];
    if (e.kind === 'organisation' && kinds.has('organisation') && INTERNATIONAL.has(e.sector ?? '')) return [{ entity: id, mention: m }];
    if (e.kind === 'armed-group' && kinds.has('group')) return [{ entity: id, mention: m }];
    if (!wanted.acting || !kinds.has('state')) return [];
    const state = m.state ?? e.state;
    const sector = m.sector ?? e.sector;
    return state && sector && STATE_SECTORS.has(sector) && doc.entities.has(state) ? [{ entity: state, mention: m }] : [];
  });
}

/** The parties at a token and its conjuncts; a relative pronoun, an apposition or "the island of X" leads to the name. */
export function holdersAt(line: Line, token: number, wanted: PartyKinds): Holder[] {
  const at = (t: number): Holder[] => {
    const m = mentionFor(line, t, wanted);
    return m ? holdersOf(line.doc, m, wanted) : [];
  };
  // Where the first is no party the others are not of its kind: "recognises their stamps and Moldova helps".
  const first = at(token);
  return first.length === 0 ? [] : [...first, ...withConjuncts(line.tree, token).slice(1).flatMap(at)];
}

function mentionFor(line: Line, token: number, wanted: PartyKinds, depth = 0): Mention | undefined {
  const { doc, tree } = line;
  // "North Korea, with which …": the words right before, sooner than the tree's antecedent.
  const before = RELATIVE.test(tree.tokens[token]?.form ?? '') ? nameBefore(line, token) : undefined;
  if (before && holdersOf(doc, before, wanted).length > 0) return before;
  const own = doc.mentionAt(tree.sentence.index, token);
  if (own && holdersOf(doc, own, wanted).length > 0) return own;
  if (depth > 2) return own;
  const up = tree.tokens[token]?.head ?? -1;
  const next = RELATIVE.test(tree.tokens[token]?.form ?? '')
    ? antecedent(tree, token)
    : relationAt(tree, token) === 'appos' && up >= 0
      ? up
      : (childrenBy(tree, token, 'appos', 'flat', 'nmod:desc').find((c) => line.covers[c]) ?? placeNamed(line, token));
  return next === undefined ? own : (mentionFor(line, next, wanted, depth + 1) ?? own);
}

const RELATIVE = /^(which|that|who|whom|whose)$/i;

function nameBefore(line: Line, token: number): Mention | undefined {
  let i = token - 1;
  if (line.tree.tokens[i]?.upos === 'ADP') i--;
  if (line.tree.tokens[i]?.form === ',') i--;
  return line.ends[i];
}

/** "the island of Taiwan", "the region of Abkhazia". */
function placeNamed(line: Line, token: number): number | undefined {
  const { tree } = line;
  if (!tree.words['kinds-of-land'].has(tree.tokens[token]?.lemma.toLowerCase() ?? '')) return undefined;
  return childrenBy(tree, token, 'nmod', 'compound').find(
    (c) => (caseOf(tree, c) === 'of' || c < token) && line.covers[c]?.kind === 'name',
  );
}

function antecedent(tree: Tree, token: number): number | undefined {
  let k = token;
  for (let step = 0; step < 8 && k >= 0; step++) {
    if (relationAt(tree, k) === 'acl:relcl') return tree.tokens[k]?.head;
    k = tree.tokens[k]?.head ?? -1;
  }
  return undefined;
}

/** Each party once. */
export function distinct(holders: readonly Holder[]): Holder[] {
  return holders.filter((h, i) => holders.findIndex((o) => o.entity === h.entity) === i);
}
