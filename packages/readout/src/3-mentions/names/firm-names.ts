/**
 * Names of firms as newswires write them: letters of a share in angle brackets behind the name ("Harbour Tool Co <HBT.N>"), partners ("Novak, Varga and
 * Co"), names cut at a hyphen, and the first word of a firm that the text names in full ("Clevedon said" of Clevedon Industries Inc).
 */
import { mapped } from '../../2-sentences/mapped.ts';
import { caseOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import { withBranches } from './branches.ts';
import { withLegal, withParts, withUnmarked } from './firm-parts.ts';
import { isLegalWord } from './legal-forms.ts';
import type { NameHit } from './name-hit.ts';

/** The hits of a text with the names of firms put right. */
export function withFirms(trees: readonly Tree[], hits: readonly NameHit[][], gazetteer: Gazetteer): NameHit[][] {
  const whole = mapped(hits, (all, s) => (trees[s] ? wholeFirms(trees[s], all) : all));
  const fronts = firmFronts(trees, whole);
  if (fronts.size === 0) return whole;
  return mapped(whole, (all, s) => {
    const tree = trees[s];
    if (!tree) return all;
    const marked = mapped(all, (h) => (isFront(tree, h, fronts, gazetteer) ? asFirm(h, h.start, h.end) : h));
    return withUnmarked(tree, marked, fronts);
  });
}

/** How sure a name is that its surroundings tell. */
const TOLD = 0.8;

const asFirm = (h: NameHit, start: number, end: number): NameHit => ({
  start,
  end,
  readings: isBodyListed(h) && start === h.start ? h.readings : [],
  label: 'ORG',
  probability: Math.max(h.probability, TOLD),
});

/** Whether the lists know a hit as a body, if as anything. */
const isBodyListed = (h: NameHit): boolean =>
  h.readings.length > 0 && h.readings.every((r) => r.kind === 'name' && r.entityKind !== 'state' && r.entityKind !== 'person');

/** One sentence: without the letters of shares, with partners and what a hyphen joins. */
function wholeFirms(tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  const { tokens } = tree;
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]?.form;
    if (form === '<' && isShare(tree, i)) all = withShare(all, i);
    else if (i > 1 && (form === 'Co' || form === 'Co.')) all = withPartners(tree, all, i);
  }
  return withLegal(tree, withBranches(tree, withParts(tree, withTails(tree, joined(tree, all)))));
}

/** "<HBT.N>", not "<Harbour Bank>". */
const isShare = (tree: Tree, i: number): boolean =>
  tree.tokens[i + 2]?.form === '>' && i > 0 && /^\p{Lu}{1,5}(\.\p{Lu}{1,2})?$/u.test(tree.tokens[i + 1]?.form ?? '');

/** Hits without the letters of a share at `i`; what stands before them is a firm. */
function withShare(hits: NameHit[], i: number): NameHit[] {
  return hits
    .filter((h) => !(h.start <= i + 1 && i < h.end) && h.start !== i + 1)
    .map((h) => (h.end === i && (h.label !== 'ORG' || h.readings.length > 0) && !isBodyListed(h) ? asFirm(h, h.start, h.end) : h));
}

/** "Novak, Varga and Co Ltd": one name from the first partner on. */
function withPartners(tree: Tree, hits: NameHit[], co: number): NameHit[] {
  const and = tree.tokens[co - 1]?.form;
  if ((and !== 'and' && and !== '&') || !isName(tree, co - 2)) return hits;
  let end = co + 1;
  while (isLegal(tree, end)) end++;
  const last = hits.find((h) => h.start <= co - 2 && co - 2 < h.end);
  if (last && last.start < co - 2 && last.end > co && isBodyListed(last)) return hits;
  let start = last?.start ?? co - 2;
  if (!last) while (isName(tree, start - 1)) start--;
  // "Novak, Varga and Co": partners of one word each.
  if (start === co - 2) while (tree.tokens[start - 1]?.form === ',' && isName(tree, start - 2) && !isName(tree, start - 3)) start -= 2;
  const first = hits.find((h) => h.start === start);
  const whole = asFirm(first ?? { start, end, readings: [], label: 'ORG', probability: TOLD }, start, end);
  return [...hits.filter((h) => h.end <= start || h.start >= end), whole].sort((a, b) => a.start - b.start);
}

/** "Freeport Harbour Co" after a listed Freeport: a firm of its own, unless what follows only says that it is one ("Freeport Resources Co"). */
function withTails(tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  for (let k = 1; k < hits.length; k++) {
    const [front, tail] = [hits[k - 1] as NameHit, hits[k] as NameHit];
    if (front.end !== tail.start || tail.readings.length > 0 || !isBodyListed(front) || !isLegal(tree, tail.end - 1)) continue;
    if (!tree.tokens[front.end - 1]?.spaceAfter || front.readings.some((r) => r.entityKind === 'body')) continue;
    let isSame = true;
    for (let i = tail.start; i < tail.end; i++) isSame &&= closesFirm(tree, i);
    const whole = { ...asFirm(tail, front.start, tail.end), readings: isSame ? front.readings : [] };
    all = all.filter((h) => h !== front && h !== tail).concat(whole);
  }
  return all === hits ? hits : all.sort((a, b) => a.start - b.start);
}

const closesFirm = (tree: Tree, i: number): boolean =>
  isLegal(tree, i) || tree.words['firm-endings'].has(plain(tree, i)) || tree.words['goes-on-in-names'].has(plain(tree, i));

/** "Anglo-Harbour Banking Corp" of which only what follows the hyphen is marked. */
function joined(tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  for (const h of hits) {
    const hyphen = h.start - 1;
    if (h.label !== 'ORG' || h.readings.length > 0 || hyphen < 1 || tree.tokens[hyphen]?.form !== '-' || !isLegal(tree, h.end - 1))
      continue;
    if (tree.tokens[hyphen]?.spaceAfter || tree.tokens[hyphen - 1]?.spaceAfter || !/^\p{Lu}/u.test(tree.tokens[hyphen - 1]?.form ?? ''))
      continue;
    const start = hyphen - 1;
    all = [...all.filter((x) => x.end <= start || x.start >= h.end), asFirm(h, start, h.end)].sort((a, b) => a.start - b.start);
  }
  return all;
}

/** First words of the firms that a text names with their legal form, those of persons' surnames left out. */
function firmFronts(trees: readonly Tree[], hits: readonly (readonly NameHit[])[]): ReadonlySet<string> {
  const found = new Set<string>();
  const surnames = new Set<string>();
  hits.forEach((all, s) => {
    const tree = trees[s];
    if (!tree) return;
    for (const h of all) {
      if (h.end - h.start < 2) continue;
      const isPerson = h.label === 'PER' || h.readings.some((r) => r.kind === 'full-name');
      if (isPerson) surnames.add(tree.tokens[h.end - 1]?.form ?? '');
      else if (isFirm(tree, h)) {
        let front = '';
        for (let i = h.start; i < h.end - 1; i++) {
          front = `${front} ${tree.tokens[i]?.form}`.trimStart();
          found.add(front);
        }
      }
    }
  });
  for (const surname of surnames) found.delete(surname);
  return found;
}

/** A name with its legal form, or a firm that the lists hold. */
const isFirm = (tree: Tree, h: NameHit): boolean =>
  h.readings.length > 0
    ? isBodyListed(h) && h.readings.every((r) => r.entityKind === 'organisation' && FIRMS.has(r.sector ?? ''))
    : h.label === 'ORG' && isLegal(tree, h.end - 1);
const FIRMS: ReadonlySet<string> = new Set(['BUS', 'MNC']);

/** Whether a hit of a person or a place is such a front: where nobody listed is meant, and no place stands. */
function isFront(tree: Tree, h: NameHit, fronts: ReadonlySet<string>, gazetteer: Gazetteer): boolean {
  if (h.label !== 'PER' && h.label !== 'LOC' && h.label !== 'GPE') return false;
  let words = tree.tokens[h.start]?.form ?? '';
  for (let i = h.start + 1; i < h.end; i++) words = `${words} ${tree.tokens[i]?.form}`;
  if (!fronts.has(words)) return false;
  // "Secretary Morgan" is none of the bank's.
  const before = tree.tokens[h.start - 1];
  if (gazetteer.surname(words).length > 0 && (before?.upos === 'PROPN' || before?.deprel === 'compound')) return false;
  if (h.readings.length === 0 && h.label === 'PER') return true;
  // "at Salomon", "price of Bethany shares" of a firm, not "the Gulf", "in Bethany", "Bethany markets".
  const head = h.end - 1;
  if (h.readings.length === 0)
    return (
      before?.form !== 'the' &&
      !/^(compound|amod)/.test(tree.tokens[head]?.deprel ?? '') &&
      !/^(in|near|around|from)$/.test(caseOf(tree, head))
    );
  return (
    /^(nsubj|nmod:poss)/.test(tree.tokens[head]?.deprel ?? '') && h.readings.every((r) => r.kind === 'city' && r.entityKind === 'place')
  );
}

const isName = (tree: Tree, i: number): boolean => /^\p{Lu}\p{L}/u.test(tree.tokens[i]?.form ?? '') && tree.tokens[i]?.upos === 'PROPN';

const plain = (tree: Tree, i: number): string => (tree.tokens[i]?.form ?? '').toLowerCase().replace(/\.$/, '');

const isLegal = (tree: Tree, i: number): boolean => isLegalWord(tree.words, tree.tokens[i]?.form ?? '');
