/** Names that the lists hold, longest first, and what only looks like one: feasts and indices, things called after a person, contests, buildings. */
import type { Tree } from '../../2-sentences/syntax.ts';
import { inCapitals, stateInCapitals } from '../lists/capitals.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { isBuilding, isIndex, isIndexName, isRating } from './name-ends.ts';
import type { NameHit } from './name-hit.ts';
import { endOfNamedAfter, isSurnameOnly } from './named-after.ts';
import type { Seen, Stretch } from './seen.ts';
import { isPlainWord } from './short-names.ts';

const OPEN_CLASS = new Set(['PROPN', 'NOUN', 'ADJ', 'X', 'VERB', 'SYM', 'NUM', 'INTJ']);

/** What the lists hold of a sentence. */
export interface Listed {
  readonly hits: NameHit[];
  /** Names of nobody: "Chinese New Year", "the S&P 500". */
  readonly nobody: Stretch[];
  /** Things that are called after somebody. */
  readonly things: Stretch[];
  /** Those of them that are bodies. */
  readonly bodies: NameHit[];
}

type Match = NonNullable<ReturnType<Gazetteer['match']>>;

/** The listed names of a sentence, in order. */
export function listedHits(seen: Seen): Listed {
  const { tree, forms, roles, gazetteer } = seen;
  const found: Listed = { hits: [], nobody: [], things: [], bodies: [] };
  for (let i = 0; i < forms.length; i++) {
    const hit = matchAt(seen, i);
    if (!hit) continue;
    if (hit.readings.every((r) => r.kind === 'none') || isIndexName(tree, i, hit)) {
      found.nobody.push({ start: i, end: hit.end });
      if (hit.end > i + 1) roles.hide(tree, i, hit.end);
      i = hit.end - 1;
      continue;
    }
    const house = endOfHouse(seen, i, hit.end);
    if (house > 0) {
      found.bodies.push({ start: i, end: house, readings: [], label: 'ORG', probability: 0.9 });
      roles.hide(tree, i, house);
      i = house - 1;
      continue;
    }
    const after = seen.isShouting ? -1 : endOfNamedAfter(tree, forms, hit, gazetteer);
    if (after > 0) {
      addThing(found, tree, forms, i, after);
      i = after - 1;
      continue;
    }
    if (isOtherWord(seen, i, hit)) continue;
    // "U.S. Open", "Hong Kong Sevens": an event of that name, held anywhere.
    if (isEventName(tree, forms, hit.end)) {
      i = hit.end;
      continue;
    }
    if (tree.words['shows-of-a-kind'].has(`${forms[hit.end] ?? ''} ${forms[hit.end + 1] ?? ''}`)) {
      found.nobody.push({ start: i, end: hit.end + 2 });
      i = hit.end + 1;
      continue;
    }
    if (isEventOf(tree, forms, i) || isBuilding(tree, i, hit.end, gazetteer)) continue;
    // "the North" in "the North Korean envoy": the longer name begins one word on.
    const later = forms[i] === 'the' ? gazetteer.match(forms, i + 1) : undefined;
    if ((later && later.end > hit.end) || isCommonWord(seen, i, hit)) continue;
    found.hits.push({ start: i, end: hit.end, readings: hit.readings, label: undefined, probability: 1 });
    i = hit.end - 1;
  }
  return found;
}

function matchAt({ tree, forms, isShouting, titled, gazetteer, roles }: Seen, i: number): Match | undefined {
  const hit =
    gazetteer.match(forms, i) ??
    (isShouting ? gazetteer.match(titled(), i) : inCapitals(tree, forms, i) ? stateInCapitals(gazetteer, titled(), i) : undefined);
  // "US military aid", "Russian army base": a body's name that is only the front of a longer noun group stands for its first words.
  if (
    hit &&
    hit.end > i + 1 &&
    /^[a-z]/.test(forms[hit.end - 1] ?? '') &&
    (tree.tokens[hit.end]?.upos === 'NOUN' || isAdjectiveOf(tree, hit.end - 1)) &&
    tree.tokens[hit.end - 1]?.spaceAfter
  )
    return gazetteer.match(forms.slice(0, hit.end - 1), i) ?? hit;
  const office = hit && hit.end > i + 1 ? officeBeforeName(tree, roles, i, hit) : undefined;
  return office === undefined ? hit : (gazetteer.match(forms.slice(0, office), i) ?? hit);
}

/**
 * Where the office begins of "U.S. Trade Representative Jan Novak": a body that is called as who heads it, which is his title before a name in capitals.
 * Undefined for other hits.
 */
function officeBeforeName(tree: Tree, roles: RoleLexicon, start: number, { end, readings }: Match): number | undefined {
  const next = tree.tokens[end];
  if (next?.upos !== 'PROPN' || !/^\p{Lu}[\p{Ll}.]/u.test(next.form) || !tree.tokens[end - 1]?.spaceAfter) return undefined;
  if (!readings.every((r) => r.kind === 'name' && r.entityKind === 'body')) return undefined;
  const role = roles.at(tree, end - 1);
  return role?.kind === 'role' && role.offices.length > 0 && role.start > start ? role.start : undefined;
}

/** The *military* of "Russian military or financial aid". */
const isAdjectiveOf = (tree: Tree, k: number): boolean =>
  tree.tokens[k]?.upos === 'ADJ' && tree.bases[k] === 'amod' && (tree.tokens[k]?.head ?? -1) > k;

/** Where "House of Novak" ends, which is no chamber: a name of one bearer behind the "of"; else -1. */
function endOfHouse({ tree, roles, gazetteer, forms }: Seen, i: number, end: number): number {
  const bearer = tree.tokens[i + 2];
  if (end !== i + 1 || !/^house$/i.test(forms[i] ?? '') || forms[i + 1] !== 'of' || bearer?.xpos !== 'NNP') return -1;
  if (!/^\p{Lu}\p{Ll}/u.test(bearer.form) || roles.at(tree, i + 2) || gazetteer.match(forms, i + 2)) return -1;
  return i + 3;
}

function addThing(to: Listed, tree: Tree, forms: readonly string[], start: number, end: number): void {
  to.things.push({ start, end });
  if (tree.words['organisation-endings'].has((forms[end - 1] ?? '').toLowerCase()))
    to.bodies.push({ start, end, readings: [], label: 'ORG', probability: 0.9 });
}

/** Units, halves of other names, fields of an office, surnames of somebody else, indices, and words that are no name. */
function isOtherWord({ tree, forms, gazetteer, roles }: Seen, i: number, hit: Match): boolean {
  // "8GB", "8 GB".
  const number = hit.end === i + 1 && tree.tokens[i - 1]?.upos === 'NUM';
  if (number && (tree.tokens[i - 1]?.spaceAfter === false || tree.words['unit-signs'].has(forms[i] ?? ''))) return true;
  // "US $199": whose money it is.
  if (hit.end === i + 1 && tree.tokens[hit.end]?.xpos === '$') return true;
  const isOutlet = hit.readings.every((r) => r.entityKind === 'outlet');
  // "The Australian College": no newspaper.
  if (
    isOutlet &&
    hit.end > i + 1 &&
    /^the$/i.test(forms[i] ?? '') &&
    isAdjective(gazetteer, forms, hit.end - 1) &&
    tree.tokens[hit.end]?.upos === 'PROPN'
  )
    return true;
  // "Minister of Foreign Affairs", "Committee on Security and Foreign Affairs": no magazine.
  if (isOutlet && isInField(tree, i, roles)) return true;
  if (isSurnameOnly(tree, i, hit)) return true;
  // "CAC 40": an index, whatever else the letters stand for.
  return hit.end === i + 1 && (isIndex(tree, i) || isRating(tree, forms, i, hit.end) || isPlainWord(tree, i, hit.readings));
}

/** Short words ("IS", "Us", "May") are names only where the tagger sees an open class; small letters only of what is written so. */
function isCommonWord({ tree, forms, isShouting }: Seen, i: number, hit: Match): boolean {
  const first = tree.tokens[i];
  if (!first) return true;
  if (hit.end > i + 1) return false;
  const letters = !isShouting && first.form === 'US';
  if (!OPEN_CLASS.has(first.upos) && first.upos !== 'DET' && !letters) return true;
  if (forms[i]?.toLowerCase() === forms[i] && !hit.readings.some((r) => r.kind === 'epithet' || r.kind === 'relative')) return true;
  return isShouting && forms[i]?.length === 2 && first.upos !== 'PROPN';
}

/** Whether a name goes on with the fields behind the "of", "for" or "on" of an office's or a body's name: not of "Novak of Harbour News", "Reporter for Harbour News". */
function isInField(tree: Tree, start: number, roles: RoleLexicon): boolean {
  let i = start - 1;
  const isDay = (k: number): boolean => tree.words['days-and-months'].has((tree.tokens[k]?.form ?? '').toLowerCase());
  while (i > 0 && !isDay(i) && (tree.tokens[i]?.upos === 'PROPN' || /^(and|,|the)$/.test(tree.tokens[i]?.form ?? ''))) i--;
  const of = roles.at(tree, i - 1);
  return (
    /^(of|for|on)$/.test(tree.tokens[i]?.form ?? '') &&
    /^\p{Lu}/u.test(tree.tokens[i - 1]?.form ?? '') &&
    of !== undefined &&
    of.sector !== 'JRN' &&
    tree.tokens[start - 1]?.form !== ','
  );
}

/** A contest that is named after where it is held. */
function isEventName(tree: Tree, forms: readonly string[], end: number): boolean {
  const next = forms[end] ?? '';
  return (
    next.charCodeAt(0) < 97 &&
    tree.words.contests.has(next) &&
    tree.tokens[end - 1]?.spaceAfter === true &&
    forms[end - 1]?.toLowerCase() !== forms[end - 1]
  );
}

/** "the Tour of Austria": an event that is named after where it is. */
function isEventOf(tree: Tree, forms: readonly string[], start: number): boolean {
  const of = forms[start] === 'the' || forms[start - 1] !== 'the' ? start - 1 : start - 2;
  return /^of$/i.test(forms[of] ?? '') && tree.words['events-of'].has(forms[of - 1] ?? '');
}

/** Whether a word is a state's adjective. */
const isAdjective = (gazetteer: Gazetteer, forms: readonly string[], i: number): boolean =>
  gazetteer.match(forms, i)?.readings.some((r) => r.kind === 'adjective') ?? false;
