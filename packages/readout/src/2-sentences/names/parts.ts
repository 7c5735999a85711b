/**
 * Parts of names, whatever the lists hold: where one name is really two ("the Harvest Union's Ana Costa"), what a last word tells of a name
 * ("Gallery"), and what is no name (units, indices, the field of an office). Words: lexicon/word-sets.tsv.
 */
import type { Name } from '../../model/index.ts';
import { changedName } from './changed-name.ts';
import type { ListedNames } from './lists.ts';

/** A sentence's forms with the tags `UPOS|XPOS` (or UPOS) of each. */
export interface Tagged {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
}

const POSSESSIVE = /^['’]s?$/;
const lower = ({ forms }: Tagged, k: number): string => (forms[k] ?? '').toLowerCase();
const isCapital = ({ forms }: Tagged, k: number): boolean => /^\p{Lu}/u.test(forms[k] ?? '');
/** Whether the tagger takes a token for a proper noun. */
export const isProper = ({ tags }: Tagged, k: number): boolean => tags[k]?.startsWith('PROPN') ?? false;

const isCommonNoun = ({ tags }: Tagged, k: number): boolean => tags[k]?.startsWith('NOUN') ?? false;

/** Whether a name the lists do not hold is none: a day, a cry, the field of an office. */
export function isNoName(s: Tagged, name: Name, listed: ListedNames): boolean {
  const { words } = listed;
  const form = s.forms[name.start] ?? '';
  // "(R-Ariz.)": a party and a part of the country.
  if (s.forms[name.start - 1] === '(' && /^[RDI](?:-\p{Lu}[\p{L}.]*)?$/u.test(s.forms.slice(name.start, name.end).join(''))) return true;
  if (name.end === name.start + 1) {
    const small = form.toLowerCase();
    if (words['days-and-months'].has(small) && !listed.given.has(small)) return true;
    if (name.label === 'PER' && (s.tags[name.start]?.startsWith('INTJ') ?? false) && !listed.given.has(small)) return true;
  }
  return isFieldOfOffice(s, name, listed);
}

/** "60 GB", "Nasdaq", the "Dow Jones" of "Dow Jones Industrial Average": units, and numbers that go up and down. */
export function isMeasure({ forms, tags }: Tagged, { start, end }: Name, { words }: ListedNames): boolean {
  if (end === start + 1 && words['unit-signs'].has(forms[start] ?? '') && (tags[start - 1]?.startsWith('NUM') ?? false)) return true;
  if (!firstWords(words['share-indices']).has(forms[start] ?? '')) return false;
  for (let k = end; k < end + 3; k++) if (words['share-indices'].has(forms.slice(start, k).join(' '))) return true;
  return false;
}

const firsts = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();
/** The first words of some phrases. */
function firstWords(phrases: ReadonlySet<string>): ReadonlySet<string> {
  let found = firsts.get(phrases);
  if (!found) {
    found = new Set([...phrases].map((p) => p.split(' ', 1)[0] ?? ''));
    firsts.set(phrases, found);
  }
  return found;
}

/** "Minister for Foreign Affairs", "for Roads, Ports and Fisheries": words behind an office and "for" are what it is for. */
function isFieldOfOffice(s: Tagged, name: Name, listed: ListedNames): boolean {
  if (name.label !== 'ORG') return false;
  let k = name.start - 1;
  while (k > 1 && (isCapital(s, k) || /^(,|and|&)$/.test(s.forms[k] ?? ''))) k--;
  return lower(s, k) === 'for' && isCapital(s, k - 1) && listed.titles.has(lower(s, k - 1));
}

/** One name or the two that it is: an owner and what it owns, a member and the party, a list, a town and its state. */
export function parted(s: Tagged, name: Name, listed: ListedNames): readonly Name[] {
  if (listed.labelAt(s.forms, name.start, name.end) !== undefined) return [name];
  for (let k = name.start + 1; k < name.end - 1; k++) {
    if (!POSSESSIVE.test(s.forms[k] ?? '')) continue;
    const owner = listed.labelAt(s.forms, name.start, k);
    if (owner === undefined) break;
    const rest = changedName(name, k + 1, name.end);
    return owner === 'none' ? [rest] : [changedName(name, name.start, k, owner), rest];
  }
  return member(s, name, listed) ?? pair(s, name, listed) ?? townAndState(s, name, listed) ?? [name];
}

/** "Jan Novak of the Harvest Party": a person and where he belongs. Kings and saints keep their "of". */
function member(s: Tagged, name: Name, listed: ListedNames): readonly Name[] | undefined {
  if (name.label !== 'PER' || listed.words['keeps-of'].has(s.forms[name.start] ?? '')) return undefined;
  const of = s.forms.slice(name.start, name.end).indexOf('of');
  if (of < 2) return undefined;
  const head = lower(s, name.start + of - 1);
  if (listed.words['organisation-endings'].has(head)) return [changedName(name, name.start, name.end, 'ORG')];
  const start = name.start + of + (lower(s, name.start + of + 1) === 'the' ? 2 : 1);
  const label = listed.labelAt(s.forms, start, name.end) ?? 'ORG';
  const person = changedName(name, name.start, name.start + of);
  return start >= name.end || label === 'none' ? [person] : [person, changedName(name, start, name.end, label)];
}

/** "Google and Amazon": two that the lists hold each by itself. */
function pair(s: Tagged, name: Name, listed: ListedNames): readonly Name[] | undefined {
  const and = s.forms.slice(name.start, name.end).findIndex((f) => f === 'and' || f === ',') + name.start;
  if (and <= name.start) return undefined;
  const [first, second] = [listed.labelAt(s.forms, name.start, and), listed.labelAt(s.forms, and + 1, name.end)];
  if (first === undefined || second === undefined || first === 'none' || second === 'none') return undefined;
  return [changedName(name, name.start, and, first), changedName(name, and + 1, name.end, second)];
}

/** "Salem Oregon": a town and the state behind it, without a comma. */
function townAndState(s: Tagged, name: Name, listed: ListedNames): readonly Name[] | undefined {
  if (name.label !== 'LOC') return undefined;
  const at = name.end - 1;
  const front = lower(s, at - 1);
  if (at <= name.start || !listed.lands.has(lower(s, at)) || listed.beforeLands.has(front) || !/\p{L}$/u.test(front)) return undefined;
  return [changedName(name, name.start, at), changedName(name, at, name.end)];
}

/** The label that a name's own words tell: "Jan Novak Gallery" is nobody, nor is "KVPO"; "Ingrid" is no place. */
export function labelled(s: Tagged, name: Name, listed: ListedNames): Name {
  const { words } = listed;
  const last = lower(s, name.end - 1).replace(/\.$/, '');
  const one = name.end === name.start + 1;
  const form = s.forms[name.start] ?? '';
  if (name.label === 'PER') {
    if (!one && (words['firm-endings'].has(last) || words['organisation-endings'].has(last)))
      return changedName(name, name.start, name.end, 'ORG');
    if (one && isBesideLand(s, name, listed)) return changedName(name, name.start, name.end, 'LOC');
    const letters = one && /^\p{Lu}{3,6}$/u.test(form) && !listed.given.has(last) && s.forms.some((f) => /^\p{Ll}{3,}$/u.test(f));
    return letters ? changedName(name, name.start, name.end, 'ORG') : name;
  }
  if (name.label === 'LOC' && !one && words['firm-endings'].has(last)) return changedName(name, name.start, name.end, 'ORG');
  // "the Halvik administration", of which the surname alone is the name.
  const surname = name.label === 'ORG' && one && listed.surnames.has(last) && /^\p{Lu}\p{Ll}/u.test(form);
  if (surname && /^\p{Ll}{2,}$/u.test(s.forms[name.end] ?? '') && isCommonNoun(s, name.end))
    return changedName(name, name.start, name.end, 'PER');
  const before = lower(s, name.start - 1);
  if (one && listed.given.has(last) && !listed.isTown(form) && isCapital(s, name.start) && !/^(in|at|near|from|to|the)$/.test(before))
    return changedName(name, name.start, name.end, 'PER');
  return name;
}

/** "Jordan and Egypt": a state that is also a given name, in a list with another. */
function isBesideLand(s: Tagged, { start, end }: Name, listed: ListedNames): boolean {
  if (!listed.lands.has(lower(s, start))) return false;
  const joins = (k: number): boolean => /^(and|,|or)$/.test(lower(s, k));
  return (joins(end) && listed.lands.has(lower(s, end + 1))) || (joins(start - 1) && listed.lands.has(lower(s, start - 2)));
}

/** Where a name ends: without "MP" behind it, and with the "airport" that it is the name of. */
export function ended(s: Tagged, name: Name, listed: ListedNames): Name {
  const { words } = listed;
  let { end } = name;
  if (name.label === 'PER') while (end - name.start > 1 && words['post-nominals'].has((s.forms[end - 1] ?? '').replace(/\./g, ''))) end--;
  const plain =
    name.label !== 'ORG' && words['place-kinds-in-names'].has(s.forms[end] ?? '') && listed.labelAt(s.forms, name.start, end) !== 'LOC';
  return plain ? changedName(name, name.start, end + 1, 'LOC') : end === name.end ? name : changedName(name, name.start, end);
}

/** Names of persons that nobody marked: a given name with proper nouns behind it, and whoever stands behind "Mr". */
export function unmarkedPersons(s: Tagged, taken: ReadonlySet<number>, listed: ListedNames): Name[] {
  const found: Name[] = [];
  const free = (k: number): boolean => !taken.has(k) && isProper(s, k) && isCapital(s, k);
  const isTitle = (k: number): boolean => listed.titles.has(lower(s, k)) || listed.titles.has(lower(s, k).replace(/\.$/, ''));
  for (let i = 0; i < s.forms.length; i++) {
    if (!free(i)) continue;
    const mister = listed.words['titles-of-address'].has(lower(s, i - 1).replace(/\.$/, ''));
    if (isTitle(i) || (isProper(s, i - 1) && !mister && !isTitle(i - 1))) continue;
    let end = i + 1;
    while (free(end) || (s.forms[end] === '-' && free(end + 1))) end++;
    const words = s.forms.slice(i, end);
    const named = listed.given.has(lower(s, i)) && end - i > 1 && end - i < 4 && !listed.isTown(s.forms[i] ?? '');
    const odd = words.some((w) => listed.kinds.has(w.toLowerCase()) || !/^\p{Lu}[\p{Ll}.'’-]+/u.test(w));
    if ((named || mister) && !odd && end - i < 4) found.push({ start: i, end, label: 'PER', probability: 0.5 });
    i = end - 1;
  }
  return found;
}
