/** Bodies counted by number or named in plural: "the two companies", "both parties", "the banks" of a sentence that has just named some. */
import { childrenBy, lemmaAt, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';
import type { Fits } from './by-field.ts';
import { fitsNoun, isNamedBody } from './same-kind.ts';

const NUMBERS: Readonly<Record<string, number>> = { both: 2, two: 2, '2': 2, three: 3, four: 4, five: 5 };

/** Links a plural noun for bodies at token `i` to as many of them as were named together. */
export function countedBodies(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const noun = lemmasOf(tree)[i] ?? '';
  if (role.kind !== 'body' || role.equipment || !/S$/.test(tree.tokens[i]?.xpos ?? '') || !tree.words['bodies-meant-again'].has(noun))
    return false;
  const number = numberSaid(tree, i, role);
  if (number === undefined) return false;
  const isTold = role.start < i && !/^(both|all|the) /.test(role.phrase);
  const fits = fitsNoun(desk, role, noun, isTold, undefined);
  const found = number === ANY ? namedTogether(desk, tree, i, fits) : namedInNumber(desk, tree, i, fits, number);
  if (!found) return false;
  const [state, other] = new Set(found.map((id) => desk.entities.get(id)?.state));
  return draftFor(desk, tree, i, found, 'nominal', 'coreference.bodies-in-number', {
    ...(state !== undefined && other === undefined ? { state } : {}),
    sector: desk.entities.get(found[0] ?? '')?.sector ?? role.sector,
    role: noun,
  });
}

/** "The companies": however many there are. */
const ANY = 0;

/** How many a definite plural says it means; undefined where it is not definite, or told apart by more than its number. */
function numberSaid(tree: Tree, i: number, role: Role): number | undefined {
  let number = ANY;
  let isDefinite = false;
  for (const c of tree.children[i] ?? []) {
    const word = (tree.tokens[c]?.form ?? '').toLowerCase();
    const relation = relationAt(tree, c);
    if (/^(det|cc)/.test(relation) && word === 'both') [number, isDefinite] = [2, true];
    else if (/^det/.test(relation)) {
      if (!/^(the|these|those|all)$/.test(word)) return undefined;
      isDefinite = true;
    } else if (relation === 'nummod') {
      const said = NUMBERS[word];
      if (said === undefined) return undefined;
      number = said;
    } else if (/^(amod|compound|nmod|acl|appos|flat)/.test(relation) && !(c >= role.start && c < i)) return undefined;
  }
  // "both the companies", "the companies' plants"; "the companies in the survey" hang elsewhere as often.
  if (/^(in|of|with|that|who|which)$/.test(lemmaAt(tree, i + 1)) && number === ANY) return undefined;
  return isDefinite ? number : undefined;
}

/** How far back so many may have been named together, in sentences. */
const REACH = 5;

/** How far back they may have been named one by one. */
const FAR = 30;

/** The bodies that a sentence names before token `i`, without those that one of them has for a part. */
function namedIn(desk: Desk, k: number, before: number, fits: Fits): readonly string[] {
  const here = new Set<string>();
  for (const d of desk.drafts[k] ?? []) {
    if (d.kind !== 'name' || d.entities.length !== 1 || d.head >= before) continue;
    const e = desk.entities.get(d.entities[0] ?? '');
    if (e && isNamedBody(e) && fits(e.sector ?? '', e.state, e.name)) here.add(e.id);
  }
  return [...here];
}

/** Just so many in one sentence, the nearest first; else all that the text has named so far, if they are so many. */
function namedInNumber(desk: Desk, tree: Tree, i: number, fits: Fits, number: number): readonly string[] | undefined {
  const s = tree.sentence.index;
  const all = new Set<string>();
  for (let k = s; k >= 0 && k > s - FAR; k--) {
    const here = namedIn(desk, k, k === s ? i : Number.POSITIVE_INFINITY, fits);
    if (here.length === number && k > s - REACH) return here;
    for (const id of here) all.add(id);
    if (here.length > number || all.size > number) return undefined;
  }
  return all.size === number ? [...all] : undefined;
}

/** Those of this sentence or the one before, if it names several. */
function namedTogether(desk: Desk, tree: Tree, i: number, fits: Fits): readonly string[] | undefined {
  const s = tree.sentence.index;
  for (let k = s; k >= 0 && k > s - 2; k--) {
    const here = namedIn(desk, k, k === s ? i : Number.POSITIVE_INFINITY, fits);
    if (here.length === 1) return undefined;
    if (here.length > 1) return here.length <= MOST && isConjoined(desk, k, here) ? here : undefined;
  }
  return undefined;
}

/** More than so many are a list of something else. */
const MOST = 4;

/** Whether bodies are named side by side: "Harbour Steel and Sandvik". */
function isConjoined(desk: Desk, k: number, ids: readonly string[]): boolean {
  const tree = desk.trees[k];
  const heads = new Set((desk.drafts[k] ?? []).filter((d) => d.kind === 'name' && ids.includes(d.entities[0] ?? '')).map((d) => d.head));
  return tree !== undefined && [...heads].some((h) => childrenBy(tree, h, 'conj').some((c) => heads.has(c)));
}
