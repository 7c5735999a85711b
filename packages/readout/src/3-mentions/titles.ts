/** Titles and the names they belong to, where the words stand in a row that the tree may cut wrongly. */
import { childrenBy, lemmasOf, phraseOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { type Desk, type Draft, headedBy, place } from './draft.ts';

const isPerson = (desk: Desk, d: Draft): boolean => desk.entities.get(d.entities[0] ?? '')?.kind === 'person';

/** How long the words between an office and a name may be. */
const LONGEST = 12;

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
  if (!isPerson(desk, next) || (up !== head && tree.tokens[head]?.head !== next.head)) return false;
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
  const isBare = (i: number): boolean =>
    /^NNP?$/.test(tree.tokens[i]?.xpos ?? '') &&
    !(tree.children[i] ?? []).some((c) => tree.bases[c] === 'det' || relationAt(tree, c) === 'nmod:poss');
  if (!isBare(head)) return undefined;
  return childrenBy(tree, head, 'conj').find(
    (c) =>
      c > head &&
      isBare(c) &&
      desk.roles.at(tree, c)?.kind === 'role' &&
      childrenBy(tree, c, 'cc').some((k) => tree.tokens[k]?.form === 'and'),
  );
}

function nameBehind(desk: Desk, tree: Tree, head: number): Draft | undefined {
  const drafts = desk.drafts[tree.sentence.index] ?? [];
  const at = (i: number): Draft | undefined => drafts.find((d) => d.start === i && d.kind !== 'nominal' && d.kind !== 'pronoun');
  if (tree.tokens[head + 1]?.form !== 'of') return drafts.find((d) => d.start === head + 1 && d.kind === 'name');
  // "Secretary of State Jan Novak": the words of the office go on behind its head.
  const whole = desk.roles.at(tree, head + 2);
  const begin = whole !== undefined && whole.start === head ? head + 3 : head + 2;
  let owned = begin > head + 2;
  for (let i = begin; i < head + LONGEST; ) {
    const t = tree.tokens[i];
    const draft = at(i);
    if (!t) return undefined;
    if (draft && isPerson(desk, draft))
      return owned && draft.kind === 'name' && (i === begin || isBody(desk, tree, i - 1)) ? draft : undefined;
    if (!draft && t.upos !== 'PROPN' && !/^(\p{Lu}.*|of|the|and|for|on)$/u.test(t.form)) return undefined;
    if (draft || (t.upos === 'PROPN' && desk.roles.at(tree, i)?.kind === 'body')) owned = true;
    i = draft ? draft.end : i + 1;
  }
  return undefined;
}

/** Whether what ends here is no title of its own. */
function isBody(desk: Desk, tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  if (!t || !/^\p{Lu}/u.test(t.form)) return false;
  const inName = (desk.drafts[tree.sentence.index] ?? []).some((d) => d.kind !== 'nominal' && d.start <= i && i < d.end);
  const role = desk.roles.at(tree, i);
  return inName || (role?.kind !== 'role' && role?.kind !== 'title' && !desk.roles.isTitle(t.form));
}

/** The person named right before the comma in front of a phrase: the nearest of several whom it may be in apposition to. */
export function nearestBefore(desk: Desk, tree: Tree, start: number): Draft | undefined {
  if (tree.tokens[start - 1]?.form !== ',') return undefined;
  const d = (desk.drafts[tree.sentence.index] ?? []).find((x) => x.kind === 'name' && x.end === start - 1);
  return d && isPerson(desk, d) ? d : undefined;
}

/** A phrase without marks and possessive marks at its front, which a wrong tree hangs there. */
export function trimmed(tree: Tree, head: number, [start, end]: readonly [number, number]): [number, number] {
  let from = start;
  while (from < head && (tree.tokens[from]?.upos === 'PUNCT' || /^['’]s?$/.test(tree.tokens[from]?.form ?? ''))) from++;
  return [from, end];
}

/** "Mr President": an address, to somebody whom the words do not tell. */
export function isAddress(tree: Tree, head: number): boolean {
  if (tree.tokens[head]?.upos !== 'PROPN' || tree.tokens[head + 1]?.upos === 'PROPN') return false;
  const isTitle = (i: number): boolean => {
    const form = tree.tokens[i]?.form.toLowerCase() ?? '';
    return tree.words['titles-of-men'].has(form) || tree.words['titles-of-women'].has(form);
  };
  // "Ms Federal Chancellor".
  return isTitle(head - 1) || (/^\p{Lu}/u.test(tree.tokens[head - 1]?.form ?? '') && isTitle(head - 2));
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
