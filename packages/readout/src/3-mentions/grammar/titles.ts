/** Titles and the names they belong to, where the words stand in a row that the tree may cut wrongly. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { caseOf, childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, headedBy, place } from '../draft.ts';
import { isOffices, officeBefore } from './office-end.ts';

const isPerson = (desk: Desk, d: Draft): boolean => desk.entities.get(d.entities[0] ?? '')?.kind === 'person';

/**
 * The name that a title goes before: right behind it ("Senior diplomat Jan Novak"), or behind the state or body that it is an office of
 * ("Director of the Harbour Service Jan Novak"). Nothing where another title stands before the name ("wife of President Novak").
 */
export function titledBehind(desk: Desk, tree: Tree, head: number): Draft | undefined {
  const first = nameBehind(desk, tree, head);
  const second = first ? undefined : secondTitle(desk, tree, head);
  return second === undefined ? first : nameBehind(desk, tree, second);
}

/**
 * "The analysts Jan Novak and Amina Okoro": a plural stands for the persons named behind it, for nobody where only one is. False where the tree has
 * the two apart ("According to reporters Jan Novak left").
 */
export function titledTogether(desk: Desk, tree: Tree, head: number, next: Draft): boolean {
  const sentence = tree.sentence.index;
  const up = tree.tokens[next.head]?.head;
  // "between Presidents Jan Novak of A and Amina Okoro of B": beside each other under one word.
  const beside = up === tree.tokens[head]?.head && /^\p{Lu}/u.test(tree.tokens[head]?.form ?? '');
  if (!isPerson(desk, next) || (up !== head && tree.tokens[head]?.head !== next.head && !beside)) return false;
  const others = childrenBy(tree, next.head, 'conj').map((c) => headedBy(desk, sentence, c));
  const entities = [next, ...others].flatMap((d) => (d && d.kind === 'name' && isPerson(desk, d) ? d.entities : []));
  if (entities.length < 2) return true;
  const [start] = trimmed(tree, head, phraseOf(tree, head, { withNmod: false }));
  const where = { sentence, head, start, end: head + 1, plural: true };
  place(desk, where, { entities, kind: 'nominal', via: 'nominal.title', role: lemmasOf(tree)[head] ?? '' });
  return true;
}

/** "Former governor and party chairman Jan Novak": two bare titles in a row are one man's. */
function secondTitle(desk: Desk, tree: Tree, head: number): number | undefined {
  if (!isBareTitle(tree, head)) return undefined;
  return childrenBy(tree, head, 'conj').find(
    (c) =>
      c > head &&
      isBareTitle(tree, c) &&
      desk.roles.at(tree, c)?.kind === 'role' &&
      childrenBy(tree, c, 'cc').some((k) => tree.tokens[k]?.form === 'and'),
  );
}

const isBareTitle = (tree: Tree, i: number): boolean =>
  /^NNP?$/.test(tree.tokens[i]?.xpos ?? '') &&
  !(tree.children[i] ?? []).some((c) => tree.bases[c] === 'det' || relationAt(tree, c) === 'nmod:poss');

function nameBehind(desk: Desk, tree: Tree, head: number): Draft | undefined {
  const drafts = desk.drafts[tree.sentence.index] ?? [];
  if (!isOffices(tree, head + 1)) return drafts.find((d) => d.start === head + 1 && d.kind === 'name');
  return drafts.find((d) => {
    if (d.kind !== 'name' || d.start < head + 3 || !isPerson(desk, d)) return false;
    const office = officeBefore(desk, tree, d.start);
    if (office === undefined || office.head === head || office.last === head) return office !== undefined;
    // "Chairman of the Board and Director of the Museum Jan Novak": one man's too, where none has an article.
    let and = office.role.start - 1;
    while (and > 0 && tree.tokens[and]?.head === office.head && tree.bases[and] !== 'cc') and--;
    return tree.tokens[and]?.form === 'and' && isBareTitle(tree, head) && officeBefore(desk, tree, and)?.head === head;
  });
}

/** The person named right before the comma in front of a phrase: the nearest of several whom it may be in apposition to. */
export function nearestBefore(desk: Desk, tree: Tree, start: number): Draft | undefined {
  if (tree.tokens[start - 1]?.form !== ',') return undefined;
  const d = (desk.drafts[tree.sentence.index] ?? []).find((x) => x.kind === 'name' && x.end === start - 1);
  return d && isPerson(desk, d) ? d : undefined;
}

/** A phrase without marks and possessive marks at its front, which a wrong tree hangs there, nor words before its article: "not in the". */
export function trimmed(tree: Tree, head: number, [start, end]: readonly [number, number]): [number, number] {
  let from = start;
  while (from < head && (tree.tokens[from]?.upos === 'PUNCT' || /^['’]s?$/.test(tree.tokens[from]?.form ?? ''))) from++;
  const article = (tree.children[head] ?? []).find((c) => tree.bases[c] === 'det' && c >= from && c < head) ?? from;
  for (let i = from; i < article; i++) if (!/^(ADV|PART|ADP|AUX|CCONJ|SCONJ|PUNCT)$/.test(tree.tokens[i]?.upos ?? '')) return [from, end];
  // "all the", "more than a hundred": they belong to it.
  return [/^(all|both|half|such|more|less|about|almost|nearly)$/i.test(tree.tokens[from]?.form ?? '') ? from : article, end];
}

/** "State Duma Speaker Jan Novak" where no name was found: a title with capitals behind it belongs to them, not to who is named before. */
export const isTitleOfOther = (tree: Tree, head: number): boolean =>
  tree.tokens[head]?.spaceAfter === true && tree.tokens[head + 1]?.upos === 'PROPN' && tree.tokens[head]?.upos === 'PROPN';

/**
 * "The president of Chile, Jan Novak,": the person named behind the comma at `end`, unless of another state than the office, or of another office
 * in between ("an aide to the president, Jan Novak"). Before a verb it is who says so.
 */
export function namedBehindComma(
  desk: Desk,
  tree: Tree,
  { head, end, state }: { readonly head: number; readonly end: number; readonly state: string | undefined },
): Draft | undefined {
  if (tree.tokens[end]?.form !== ',' || (state === undefined && end > head + 1)) return undefined;
  const d = (desk.drafts[tree.sentence.index] ?? []).find((x) => x.start === end + 1 && x.kind === 'name');
  if (!d || !isPerson(desk, d) || !/^[,.:;)]$/.test(tree.tokens[d.end]?.form ?? '')) return undefined;
  for (let i = head + 1; i < end; i++) {
    const role = desk.roles.at(tree, i);
    if (role?.kind === 'role' && role.start > head) return undefined;
  }
  const e = desk.entities.get(d.entities[0] ?? '');
  return state === undefined || e?.state === undefined || e.state === state ? d : undefined;
}

/** The name that a phrase stands in apposition to, also as the second of two: "Jan Novak, minister and negotiator". */
export function apposedTo(tree: Tree, head: number): number {
  let at = head;
  while (relationAt(tree, at) === 'conj' && caseOf(tree, at) === '') at = tree.tokens[at]?.head ?? -1;
  return relationAt(tree, at) === 'appos' ? (tree.tokens[at]?.head ?? -1) : -1;
}
