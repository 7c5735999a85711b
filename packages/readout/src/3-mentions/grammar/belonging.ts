/** Whose a noun is: the state, body or person that an adjective, a compound, a genitive or a complement names. */
import { baseRelation, caseOf, childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt } from '../draft.ts';
import { sortShort } from '../short-sort.ts';
import { isMadeIn, isPost } from './posts.ts';

/** Whose a noun is; both absent where nothing says it. */
export interface Belonging {
  readonly state?: string;
  /** The draft that gave it. */
  readonly owner?: Draft;
}

const OWNING = ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'];
/** Sectors of organisations that are of no state. */
export const BETWEEN_STATES: ReadonlySet<string> = new Set(['IGO', 'UNO', 'EUR']);
const rank = (tree: Tree, c: number): number => OWNING.indexOf(relationAt(tree, c));

/** The state or body a noun belongs to: adjective, compound, genitive, or "of / in / from / for" complement; `start`: where its own words begin. */
export function belonging(desk: Desk, tree: Tree, head: number, start = head): Belonging {
  const found = belongingBelow(desk, tree, head, start);
  // "talks with President of Mongolia Jan Novak": "of" and a state right behind are the noun's, whatever the tree makes of them.
  if (found.state) return found;
  if (tree.tokens[head + 1]?.form === 'and') return sharedBehind(desk, tree, head) ?? found;
  if (tree.tokens[head + 1]?.form !== 'of') return found;
  const next = tree.tokens[head + 2]?.form === 'the' ? head + 3 : head + 2;
  const isGuest = tree.words['guests-of'].has(lemmasOf(tree)[head] ?? '');
  const owner = (desk.drafts[tree.sentence.index] ?? []).find(
    (d) => d.start === next && d.kind !== 'nominal' && !(isGuest && d.kind === 'demonym'),
  );
  const state = owner ? stateOf(desk, owner) : undefined;
  return owner && state ? { state, owner } : found;
}

/** "the Government and people of Israel": what stands behind a bare second noun belongs to both. */
function sharedBehind(desk: Desk, tree: Tree, head: number): Belonging | undefined {
  const second = childrenBy(tree, head, 'conj').find((c) => c === head + 2);
  if (second === undefined || childrenBy(tree, second, 'det', 'nmod:poss', 'nummod', 'amod').length > 0) return undefined;
  const of = childrenBy(tree, second, 'nmod').find((c) => c > second && caseOf(tree, c) === 'of');
  const owner = of === undefined ? undefined : draftAt(desk, tree.sentence.index, of);
  const state = owner ? stateOf(desk, owner) : undefined;
  return owner && state ? { state, owner } : undefined;
}

function belongingBelow(desk: Desk, tree: Tree, head: number, start: number): Belonging {
  const s = tree.sentence.index;
  const children: number[] = [];
  for (const c of tree.children[head] ?? []) if (tree.bases[c] === 'nmod' || rank(tree, c) >= 0) children.push(c);
  sortShort(children, (a, b) => rank(tree, a) - rank(tree, b));
  let ofOrganisation = false;
  const isGuest = tree.words['guests-of'].has(lemmasOf(tree)[head] ?? '');
  for (const c of children) {
    // The "Labour" of "labour unions" is no party that has them.
    const inside = start <= c && c < head ? draftAt(desk, s, c) : undefined;
    if (inside && inside.start >= start && desk.entities.get(inside.entities[0] ?? '')?.kind === 'organisation') continue;
    const r = relationAt(tree, c);
    if (
      baseRelation(r) === 'nmod' &&
      r !== 'nmod:poss' &&
      r !== 'nmod:desc' &&
      c > head &&
      !['of', 'in', 'from', 'for', 'at', 'to', 'with'].includes(caseOf(tree, c))
    )
      continue;
    // "welcomed leaders to the White House": only who is sent somewhere is told apart by where.
    if (r === 'nmod' && c > head && caseOf(tree, c) === 'to' && !tree.words['sent-to'].has(lemmasOf(tree)[head] ?? '')) continue;
    if (isMadeIn(tree, c)) continue;
    const draft = draftAt(desk, s, c);
    // "guests of the Harbour Times Forum": of no state but one that is named itself.
    if (isGuest && c > head && desk.entities.get(draft?.entities[0] ?? '')?.kind !== 'state') continue;
    const state = draft ? stateOf(desk, draft) : undefined;
    // "EU ministers in Brussels": whose they are is said, if it is no state.
    if (ofOrganisation && baseRelation(r) === 'nmod' && c > head && /^(in|at)$/.test(caseOf(tree, c))) continue;
    if (draft && state && isPost(desk, tree, head, c, start)) continue;
    if (draft && state) return { state, owner: draft };
    ofOrganisation ||= draft !== undefined && c < start && BETWEEN_STATES.has(desk.entities.get(draft.entities[0] ?? '')?.sector ?? '');
    // Second level: "member of the Russian parliament", "officials at Iran's foreign ministry".
    if ((!draft || draft.kind === 'name') && (r === 'compound' || baseRelation(r) === 'nmod')) {
      const deeper = tree.children[c]?.length ? belonging(desk, tree, c) : {};
      if (deeper.state) return deeper;
    }
  }
  return {};
}

/** The state a draft speaks of or acts for, if it is one. */
export function stateOf(desk: Desk, draft: Draft): string | undefined {
  if (draft.state) return draft.state;
  const states = new Set(draft.entities.map((id) => desk.entities.get(id)?.state));
  const [only] = [...states];
  return states.size === 1 ? only : undefined;
}

/** Whether an owner is a part of a state, which may have ministers of its own: "Bavarian", "Bavaria". */
export function isPart(desk: Desk, owner: Draft): boolean {
  return owner.via === 'demonym.part' || desk.entities.get(owner.entities[0] ?? '')?.kind === 'place';
}

/** The states named beside an owner: "of Chile and China". */
export function otherOwners(desk: Desk, tree: Tree, owner: Draft, first: string): string[] {
  const found = childrenBy(tree, owner.head, 'conj').flatMap((c) => {
    const draft = draftAt(desk, tree.sentence.index, c);
    return draft ? [stateOf(desk, draft)] : [];
  });
  return [...new Set(found)].filter((s): s is string => s !== undefined && s !== first);
}

/** The sector of a body or an organisation that owns; a state as an owner tells nothing. */
export function ownerSector(desk: Desk, owner: Draft): string | undefined {
  const e = desk.entities.get(owner.entities[0] ?? '');
  return e && (e.kind === 'body' || e.kind === 'organisation' || e.kind === 'armed-group') ? e.sector : undefined;
}

/** "The president's press service", the Kremlin's: whether whoever has a body governs. */
export function isOfGovernment(desk: Desk, owner: Draft): boolean {
  const e = desk.entities.get(owner.entities[0] ?? '');
  return owner.kind === 'metonym' || (e !== undefined && /^(person|people)$/.test(e.kind) && e.sector === 'GOV');
}

/** "Neither side", "either government": one noun for each of two. */
export const isEither = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.xpos === 'NN' && childrenBy(tree, i, 'det').some((c) => /^(n?either)$/i.test(tree.tokens[c]?.form ?? ''));

/** "Both leaders": of "both leaders and their wives" the tree makes a conjunction. */
export const isBoth = (tree: Tree, i: number): boolean =>
  lemmasOf(tree)[i - 1] === 'both' ||
  (tree.children[i] ?? []).some((c) => /^(det|cc)/.test(relationAt(tree, c)) && lemmasOf(tree)[c] === 'both');

/** "The leaders of the two countries", "of both states", "the two countries' leaders". */
export function ofTwo(tree: Tree, i: number): boolean {
  return childrenBy(tree, i, 'nmod', 'nmod:poss').some(
    (c) =>
      (caseOf(tree, c) === 'of' || relationAt(tree, c) === 'nmod:poss') &&
      tree.words['states-in-number'].has(lemmasOf(tree)[c] ?? '') &&
      (tree.children[c] ?? []).some((x) => /^(two|2|both)$/i.test(tree.tokens[x]?.form ?? '')),
  );
}

/** "Industrial leaders": what sort they are, besides rank and state. */
export const isOfKind = (desk: Desk, tree: Tree, head: number): boolean =>
  (tree.children[head] ?? []).some((c) => {
    const t = tree.tokens[c];
    if (c > head || !t || !/^(amod|compound)$/.test(relationAt(tree, c)) || draftAt(desk, tree.sentence.index, c)) return false;
    return /(al|ous|ic)$/i.test(t.lemma) && (c === 0 || /^[a-z]/.test(t.form)) && !tree.words['of-rank'].has(t.lemma.toLowerCase());
  });
