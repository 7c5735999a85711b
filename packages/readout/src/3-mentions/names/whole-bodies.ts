/**
 * The whole name of a body that no list holds: the model often marks a half of it ("Caucus of Rank" of the Caucus of Rank and File Pilots), or
 * none. A name ends on a word for what it is; behind such a word it may go on with "for", "on" or "of", and its fields with "and".
 */
import type { Tree } from '../../2-sentences/syntax.ts';
import { isHeadline } from '../lists/capitals.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { sortShort } from '../short-sort.ts';
import type { NameHit } from './name-hit.ts';

interface Page {
  readonly tree: Tree;
  readonly hits: readonly NameHit[];
  readonly roles: RoleLexicon;
}

/** The hits of a sentence, those of unlisted bodies grown to their whole names; what a grown name covers is left out. */
export function wholeBodies(tree: Tree, hits: NameHit[], gazetteer: Gazetteer, roles: RoleLexicon): NameHit[] {
  const page = { tree, hits, roles };
  let grown: NameHit[] | undefined;
  let next = 0;
  for (let i = 0; i < tree.tokens.length; i++) {
    // Hits stand in order and apart.
    while (next < hits.length && (hits[next]?.end ?? 0) <= i) next++;
    const seed = seedAt(page, i, hits[next]);
    if (!seed) continue;
    const [begun, end] = whole(page, seed);
    // Not into the name that was grown before it.
    const start = Math.max(begun, grown?.[grown.length - 1]?.end ?? 0);
    const isUnsure = seed.probability < 0.5 && end - start > 2 && isNamedKind(page, start, end);
    const plainLetters = end === start + 1 ? withoutPoints(tree.tokens[start]?.form ?? '') : undefined;
    if (start === seed.start && end === seed.end && !isUnsure && plainLetters === undefined) continue;
    const forms = plainLetters !== undefined ? [plainLetters] : tree.tokens.slice(start, end).map((t) => t.form);
    const listed = gazetteer.match(forms, 0);
    const isListed = listed?.end === end - start;
    if (plainLetters !== undefined && !isListed) continue;
    const readings = isListed ? listed.readings : [];
    grown ??= [];
    grown.push({ start, end, readings, label: 'ORG', probability: Math.max(seed.probability, SURE) });
    i = end - 1;
  }
  if (!grown) return hits;
  const all = grown;
  return sortShort([...hits.filter((h) => !all.some((g) => g.start < h.end && h.start < g.end)), ...all], (a, b) => a.start - b.start);
}

/** The letters of "F.A.A.". */
const withoutPoints = (form: string): string | undefined => (/^(\p{Lu}\.){3,}$/u.test(form) ? form.replaceAll('.', '') : undefined);

/** Whether a word for what it is ends a name, or stands before its first preposition. */
function isNamedKind(page: Page, start: number, end: number): boolean {
  let kind = end;
  for (let i = start + 1; i < end && kind === end; i++) if (isPreposition(page.tree, i)) kind = i;
  const role = page.roles.at(page.tree, kind - 1);
  return isEnding(page, kind - 1) && (kind < end || role === undefined || role.start > start);
}

/** How sure a name is that rules have put together. */
const SURE = 0.7;

/** An unlisted body that the model marks at token `i`, or a word for a body in capitals that nothing marks; `hit`: the first that ends behind `i`. */
function seedAt(page: Page, i: number, hit: NameHit | undefined): NameHit | undefined {
  const { tree } = page;
  if (hit && hit.start <= i) {
    const isBody = hit.start === i && hit.label === 'ORG' && hit.readings.length === 0;
    return isBody && !tree.words['no-kinds-in-names'].has(plain(tree, hit.end - 1)) ? hit : undefined;
  }
  const t = tree.tokens[i];
  // What rules out most words first.
  if (i === 0 || (t?.upos !== 'PROPN' && t?.upos !== 'NOUN') || t.xpos === 'NNPS' || !isCapital(tree, i)) return undefined;
  if (tree.words['stands-for-state'].has(plain(tree, i)) || !isEnding(page, i)) return undefined;
  return { start: i, end: i + 1, readings: [], label: 'ORG', probability: SURE };
}

/** Where the name of a seed begins and ends. */
function whole(page: Page, seed: NameHit): readonly [start: number, end: number] {
  const { tree } = page;
  const isMarked = page.hits.includes(seed);
  let end = endOfRun(page, seed, seed.end);
  const start = startOfRun(page, seed, end);
  const before = page.hits.find((h) => h.end === start);
  const kind = end;
  for (let k = 0; k < STEPS; k++) {
    const first = behindPreposition(page, seed, end, kind);
    if (first === end) break;
    const fields = fieldsAfter(page, seed, first);
    // "for the Regulation of Social": half of a field.
    if (isModifier(tree, fields - 1, tree.tokens.length)) break;
    end = fields;
  }
  if (end === kind) {
    for (let i = start + 1; i < end; i++)
      if (isPreposition(tree, i)) {
        end = fieldsAfter(page, seed, end);
        break;
      }
  }
  if (
    end === kind &&
    !isMarked &&
    (before !== undefined || !(isFirmName(page, start, end) || personOf(page, seed.start - 1, end) !== undefined))
  )
    return [seed.start, seed.end];
  return [start, end];
}

/**
 * Whether words that the model does not mark are a firm's name: not one word ("the Commission"), nor words for any such body ("the Central Bank"), nor the
 * front of a person's name ("Harbour News Novak").
 */
function isFirmName(page: Page, start: number, end: number): boolean {
  const { tree, roles } = page;
  const role = roles.at(tree, end - 1);
  if (isHeadline(tree)) return false;
  if (
    end - start < 2 ||
    !isFirm(page, end - 1) ||
    tree.words['ends-of-bodies'].has(plain(tree, end - 1)) ||
    (role !== undefined && role.start <= start)
  )
    return false;
  return tree.tokens[end]?.upos !== 'PROPN' || tree.tokens[end - 1]?.spaceAfter === false;
}

/** How many fields may follow each other: "for the Regulation of Pilotage". */
const STEPS = 3;

/** The end of the words in capitals right behind a name that a word for what it is closes: "Solaris" of Solaris Asset Management. */
function endOfRun(page: Page, seed: NameHit, end: number): number {
  let last = end;
  for (let i = end; isPartOf(page, seed, i) && page.tree.tokens[i - 1]?.spaceAfter; i++) if (isEnding(page, i)) last = i + 1;
  return last;
}

/** The start of the words in capitals right before a name that belong to it: "National Rugby" of the National Rugby League. */
function startOfRun(page: Page, seed: NameHit, end: number): number {
  const { tree } = page;
  const role = page.roles.at(tree, end - 1);
  let start = role?.kind === 'body' && isCapital(tree, role.start) ? Math.min(seed.start, role.start) : seed.start;
  while (start > 0 && tree.tokens[start - 1]?.spaceAfter) {
    const joined = /^(and|&)$/.test(tree.tokens[start - 1]?.form ?? '') && isModifier(tree, start - 2, end) ? start - 2 : start - 1;
    const person = personOf(page, joined, end);
    if (person !== undefined) {
      start = person;
      break;
    }
    if (!isModifier(tree, joined, end) || !(isFree(page, seed, joined) || isTown(page, joined))) break;
    start = joined;
  }
  return start;
}

/** Where the name of a person begins that a firm is called after: "Jan Novak" of Jan Novak Real Estate Consulting. */
function personOf(page: Page, i: number, end: number): number | undefined {
  const hit = page.hits.find((h) => h.end === i + 1 && h.label === 'PER' && h.end - h.start > 1);
  if (!hit || !(isFirm(page, end - 1) || page.tree.words['organisation-endings'].has(plain(page.tree, end - 1)))) return undefined;
  for (let k = hit.start; k < hit.end; k++) {
    const up = page.tree.tokens[k]?.head ?? -1;
    if (up > i && up < end && page.tree.tokens[k]?.deprel === 'compound') return hit.start;
  }
  return undefined;
}

/** Whether a word in capitals hangs on what follows it; the first word of a sentence must be a name. */
function isModifier(tree: Tree, i: number, end: number): boolean {
  const t = tree.tokens[i];
  if (!t || !/^\p{Lu}/u.test(t.form) || !(t.upos === 'PROPN' || (i > 0 && /^(ADJ|NOUN)$/.test(t.upos)))) return false;
  if (tree.tokens[i - 1]?.form === '-' && !tree.tokens[i - 1]?.spaceAfter) return false;
  return t.head > i && t.head < end && /^(compound|amod|flat|nmod|nmod:desc)$/.test(t.deprel);
}

/** The end of what "for", "on" or "of" adds behind a word for a body that ends at `kind`, or behind its fields; else `end`. */
function behindPreposition(page: Page, seed: NameHit, end: number, kind: number): number {
  const { tree } = page;
  const word = tree.tokens[end]?.form ?? '';
  if (!isPreposition(tree, end) || (end > kind ? word !== 'of' : !isEnding(page, end - 1))) return end;
  if (word === 'on' && !tree.words['bodies-on-fields'].has(plain(tree, end - 1))) return end;
  if (tree.words['no-kinds-in-names'].has(plain(tree, end - 1))) return end;
  const first = tree.tokens[end + 1]?.form === 'the' ? end + 2 : end + 1;
  const after = endOfField(page, seed, first);
  // "Board of Trustees", "Empire of the Fund", "the Council on Friday"; "the Fund for Novak": a name by itself is somebody else's.
  const isAlone =
    after === first + 1 &&
    (!isFree(page, seed, first) || tree.tokens[first]?.xpos === 'NNPS' || isEnding(page, first) || isDay(tree, first));
  return after > first && !isAlone ? after : end;
}

/** The end of the fields that go on with "and" or "&", or with commas before it. */
function fieldsAfter(page: Page, seed: NameHit, end: number): number {
  const { tree } = page;
  for (let i = end; i < end + FIELDS; ) {
    const isLast = /^(and|&)$/.test(tree.tokens[i]?.form ?? '');
    if (!isLast && tree.tokens[i]?.form !== ',') return end;
    const from = !isLast && /^(and|&)$/.test(tree.tokens[i + 1]?.form ?? '') ? i + 2 : i + 1;
    const to = endOfField(page, seed, from);
    // "the Institute of Physics and Harbour University": another body.
    if (to === from || isEnding(page, to - 1)) return end;
    if (isLast || from === i + 2) return to;
    i = to;
  }
  return end;
}

/** How far the fields of a name may reach, in tokens. */
const FIELDS = 12;

/** The end of a run of words in capitals that nobody else is named by. */
function endOfField(page: Page, seed: NameHit, from: number): number {
  const { tree } = page;
  let i = from;
  // "Justice and Home Affairs": a title only before a name.
  const isTitleAlone = (k: number): boolean =>
    isCapital(tree, k) && page.roles.isTitle(tree.tokens[k]?.form ?? '') && !isCapital(tree, k + 1);
  while ((isPartOf(page, seed, i) || isTitleAlone(i)) && (i === from || tree.tokens[i - 1]?.spaceAfter)) i++;
  // "Office of the Presidential" before "Aide".
  return isCapital(tree, i) && tree.tokens[i - 1]?.upos === 'ADJ' && tree.tokens[i - 1]?.head === i ? from : i;
}

/** Whether a word is in the name of a town or region, which a body's name may begin with. */
const isTown = (page: Page, i: number): boolean => {
  const hit = page.hits.find((h) => h.start <= i && i < h.end);
  return hit !== undefined && hit.readings.length > 0 && hit.readings.every((r) => r.entityKind === 'place');
};

/** Whether a word in capitals may be a part of a seed's name: no title, no person's, place's or listed body's name. */
function isPartOf(page: Page, seed: NameHit, i: number): boolean {
  if (!isCapital(page.tree, i)) return false;
  const { tree, roles } = page;
  const role = roles.at(tree, i);
  if (roles.isTitle(tree.tokens[i]?.form ?? '') || (role?.kind === 'role' && !/S$/.test(tree.tokens[i]?.xpos ?? ''))) return false;
  const other = page.hits.find((h) => h.start <= i && i < h.end);
  if (other === undefined || other === seed) return true;
  return other.readings.length === 0 ? other.label !== 'PER' : other.readings.some((r) => r.kind === 'adjective');
}

/** The same, and no state's adjective. */
const isFree = (page: Page, seed: NameHit, i: number): boolean =>
  isPartOf(page, seed, i) && !page.hits.some((h) => h !== seed && h.readings.length > 0 && h.start <= i && i < h.end);

const isCapital = (tree: Tree, i: number): boolean => {
  const t = tree.tokens[i];
  return t !== undefined && /^\p{Lu}(?!\p{Lu}{4})/u.test(t.form) && /^(PROPN|NOUN|ADJ|X|VERB)$/.test(t.upos);
};

const isDay = (tree: Tree, i: number): boolean => tree.words['days-and-months'].has((tree.tokens[i]?.form ?? '').toLowerCase());

const isPreposition = (tree: Tree, i: number): boolean => /^(for|on|of)$/.test(tree.tokens[i]?.form ?? '');

/** Whether a word tells that a name is a body's. */
function isEnding(page: Page, i: number): boolean {
  const { words } = page.tree;
  const word = plain(page.tree, i);
  if (words['no-kinds-in-names'].has(word)) return false;
  if (words['organisation-endings'].has(word) || closesFirms(page, word)) return true;
  const role = page.roles.at(page.tree, i);
  return role?.kind === 'body' && !role.equipment;
}

/** The same for firms and for what closes names of any kind. */
const isFirm = (page: Page, i: number): boolean => closesFirms(page, plain(page.tree, i));

const closesFirms = ({ tree: { words } }: Page, word: string): boolean =>
  words['firm-endings'].has(word) || words['ends-of-bodies'].has(word) || words['goes-on-in-names'].has(word);

const plain = (tree: Tree, i: number): string => (tree.tokens[i]?.form ?? '').toLowerCase().replace(/\.$/, '');
