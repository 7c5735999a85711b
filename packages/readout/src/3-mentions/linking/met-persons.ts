/** Persons whom a text has named in full, by the parts of their names: "Jobs" that nobody marked, "Hillary". */
import type { Tree } from '../../2-sentences/syntax.ts';
import { type Desk, enter } from '../draft.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import { holds } from '../lists/naming.ts';
import type { NameHit } from '../names/name-hit.ts';

const INITIALS = /^(\p{Lu}\.?){1,2}$/u;
const YOUNGER = /^(Jr|Sr)\.?$/;

/** The persons whom a text has named in full. */
export interface MetPersons {
  /** Surnames in a sentence that no hit covers, of persons met in full before. */
  unseen(tree: Tree, hits: readonly NameHit[]): NameHit[];
  /** Whether somebody met in full has this surname. */
  has(surname: string): boolean;
  /** Whether the text has named this entity. */
  isEntered(id: string): boolean;
}

/** Watches the desk as it fills. */
export function metPersons(desk: Desk): MetPersons {
  const surnames = new Set<string>();
  /** "Aboul Gheit". */
  const ofTwo = new Set<string>();
  let read = 0;
  const readNew = (): void => {
    if (desk.entities.size === read) return;
    let k = 0;
    for (const e of desk.entities.values()) {
      if (k++ < read || e.kind !== 'person') continue;
      const parts = e.name.split(' ');
      const last = parts[parts.length - 1] ?? '';
      const two = parts.slice(-2).join(' ');
      if (parts.length > 2 && desk.gazetteer.surname(two).includes(e.id)) ofTwo.add(two);
      if (parts.length > 1 && /^\p{Lu}[\p{L}'’-]{2,}$/u.test(last) && !desk.genders.has(last)) surnames.add(last);
    }
    read = desk.entities.size;
  };
  return {
    isEntered: (id) => desk.entities.has(id),
    has(surname) {
      readNew();
      return surnames.has(surname);
    },
    unseen(tree, hits) {
      readNew();
      if (surnames.size === 0) return [];
      const found: NameHit[] = [];
      for (let i = 0; i < tree.tokens.length; i++) {
        const t = tree.tokens[i];
        // Surnames have a capital.
        if (!t || (t.upos !== 'PROPN' && t.upos !== 'NOUN') || !(ofTwo.size > 0 || beginsInCapital(t.form))) continue;
        const two = ofTwo.size > 0 && ofTwo.has(`${t.form} ${tree.tokens[i + 1]?.form}`);
        if (two && !hits.some((h) => h.start <= i + 1 && i < h.end)) {
          found.push({ start: i, end: i + 2, readings: [], label: 'PER', probability: 0.5 });
          i++;
          continue;
        }
        if (!surnames.has(t.form)) continue;
        if (hits.some((h) => h.start <= i && i < h.end) || !isSurnameHere(desk, tree, i)) continue;
        found.push({ start: i, end: i + 1, readings: [], label: 'PER', probability: 0.5 });
      }
      return found;
    },
  };
}

/** Not a part of a longer name, and no office ("King", "Judge"). */
function isSurnameHere(desk: Desk, tree: Tree, i: number): boolean {
  const t = tree.tokens[i];
  const beside = (k: number): boolean => {
    const other = tree.tokens[k];
    return (
      other?.upos === 'PROPN' && beginsInCapital(other.form) && !desk.roles.isTitle(other.form) && desk.roles.at(tree, k) === undefined
    );
  };
  if (!t || (t.upos !== 'PROPN' && t.upos !== 'NOUN') || beside(i - 1) || beside(i + 1)) return false;
  if (t.upos === 'NOUN' && i === 0 && t.deprel !== 'nsubj') return false;
  return !desk.roles.isTitle(t.form) && desk.roles.at(tree, i) === undefined;
}

/** The one person met in full whose given name this is: "Hillary" after Hillary Clinton; nobody where two have it. */
export function metByGivenName(desk: Desk, word: string): string | undefined {
  if (!desk.genders.has(word)) return undefined;
  const found = [...desk.entities.values()].filter((e) => e.kind === 'person' && e.name.startsWith(`${word} `));
  return found.length === 1 ? found[0]?.id : undefined;
}

/** "M. Abbas": the only one met, else listed with an office on the day, whose given name begins so. */
export function byInitial(desk: Desk, words: string): string | undefined {
  const [initial, surname, more] = words.split(' ');
  if (!initial || !surname || more !== undefined || !/^\p{Lu}\.$/u.test(initial)) return undefined;
  const fits = (name: string): boolean => name.startsWith(initial.charAt(0)) && name.includes(' ');
  const met = [...desk.entities.values()].filter((e) => e.kind === 'person' && fits(e.name) && e.name.endsWith(` ${surname}`));
  if (met.length > 0) return met.length === 1 ? met[0]?.id : undefined;
  const { day } = desk;
  const listed = desk.gazetteer
    .surname(surname)
    .filter((id) => fits(desk.gazetteer.known(id)?.name ?? '') && day !== undefined && holdsLeading(desk, id, day));
  const [only, second] = listed;
  if (only === undefined || second !== undefined) return undefined;
  enter(desk, only, { kind: 'person', name: words });
  return only;
}

const holdsLeading = (desk: Desk, id: string, day: string): boolean =>
  desk.gazetteer.offices(id).some((o) => desk.roles.officeRank(o.office) <= 2 && holds(o.start, o.end, day));

/** Somebody met whose name this one holds whole and goes on in front of: "Robert Sargent Shriver" after Sargent Shriver. */
export function metInShort(desk: Desk, words: string): string | undefined {
  if (words.split(' ').length < 3) return undefined;
  const found = [...desk.entities.values()].filter((e) => e.kind === 'person' && e.name.includes(' ') && words.endsWith(` ${e.name}`));
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Who bears this name but for the initials in its midst and a "Jr." behind it: "Jan K. Novak Jr." is the listed or met Jan Novak. */
export function withoutInitials(desk: Desk, words: string): string | undefined {
  const parts = words.split(' ');
  const bare = parts.filter((w, i) => !(i > 0 && i < parts.length - 1 && INITIALS.test(w)) && !(i > 1 && YOUNGER.test(w)));
  if (bare.length === parts.length || bare.length < 2 || INITIALS.test(bare[0] ?? '')) return undefined;
  const hit = desk.gazetteer.match(bare, 0);
  const bearers = hit?.end === bare.length ? hit.readings.filter((r) => r.kind === 'full-name') : [];
  if (bearers.length > 0) return bearers.length === 1 ? bearers[0]?.entity : undefined;
  const name = bare.join(' ');
  return [...desk.entities.values()].find((e) => e.kind === 'person' && e.name === name)?.id;
}

/**
 * Whom a text names in full by a surname or, failing that, by the given name of somebody listed, wherever it does: headlines come before the full
 * name. Of several the one named in full at least twice as often as any other.
 */
export type NamedInFull = (word: string) => FullName | undefined;

/** A full name, and whom the lists know by it. */
export interface FullName {
  readonly name: string;
  readonly id: string | undefined;
}

/** Reads the full names off the hits of a text once somebody asks. */
export function namedInFull(desk: Desk, hits: readonly (readonly NameHit[])[]): NamedInFull {
  let found: { readonly surnames: Counted; readonly given: Counted } | undefined;
  return (word) => {
    found ??= fullNames(desk, hits);
    const bearer = mostNamed(found.surnames.get(word), true);
    const named = bearer ?? mostNamed(found.given.get(word));
    return bearer || named?.id ? named : undefined;
  };
}

/** How many times as often as any other somebody is named who is meant by a name that several have. */
const CLEARLY = 2;

type Counted = Map<string, Map<string, FullName & { readonly n: number }>>;

function fullNames(desk: Desk, hits: readonly (readonly NameHit[])[]): { readonly surnames: Counted; readonly given: Counted } {
  const surnames: Counted = new Map();
  const given: Counted = new Map();
  const enterAs = (to: Counted, word: string, one: FullName): void => {
    const all = to.get(word) ?? new Map<string, FullName & { n: number }>();
    const key = one.id ?? one.name;
    all.set(key, { name: one.name, id: one.id, n: (all.get(key)?.n ?? 0) + 1 });
    to.set(word, all);
  };
  hits.forEach((all, s) => {
    const tokens = desk.trees[s]?.tokens ?? [];
    for (const h of all) {
      const listed = h.readings.filter((r) => r.kind === 'full-name');
      if (h.end - h.start < 2 || listed.length > 1 || (listed.length === 0 && (h.label !== 'PER' || h.probability < 0.5))) continue;
      const forms: string[] = [];
      for (let k = h.start; k < h.end; k++) forms.push(tokens[k]?.form ?? '');
      const surname = forms[forms.length - 1] ?? '';
      if (!/^\p{Lu}[\p{L}'’-]{2,}$/u.test(surname)) continue;
      const one: FullName = { name: forms.join(' '), id: listed[0]?.entity };
      enterAs(surnames, surname, one);
      const first = forms[0] ?? '';
      if (desk.genders.has(first)) enterAs(given, first, one);
    }
  });
  for (const one of inHeadline(desk)) enterAs(surnames, one.name.split(' ').pop() ?? '', one);
  return { surnames, given };
}

/** Whom a headline that is no part of the text names in full: "Governor Jan Novak Opens Bridge" above "Mr Novak said". */
export function inHeadline({ article, gazetteer, genders }: Desk): FullName[] {
  if (article.title === undefined || article.parts.some((p) => p.kind === 'title')) return [];
  const found: FullName[] = [];
  const forms = article.title.split(/\s+|['’]s?(?=\s|$)|(?=[,:;.!?]{1,3}(?:\s|$))/u).filter((w) => w !== '');
  for (let i = 0; i < forms.length; i++) {
    const hit = gazetteer.match(forms, i);
    const [only, second] = (hit?.readings ?? []).filter((r) => r.kind === 'full-name');
    const first = forms[i] ?? '';
    const last = forms[i + 1] ?? '';
    if (hit && only && !second && hit.end - i > 1) {
      found.push({ name: forms.slice(i, hit.end).join(' '), id: only.entity });
      i = hit.end - 1;
    } else if (genders.has(first) && NAME.test(last) && !genders.has(last)) found.push({ name: `${first} ${last}`, id: undefined });
  }
  return found;
}

const NAME = /^\p{Lu}\p{Ll}[\p{L}'’-]+$/u;

function mostNamed(all: ReadonlyMap<string, FullName & { readonly n: number }> | undefined, kin = false): FullName | undefined {
  const [first, second] = [...(all?.values() ?? [])].sort((a, b) => b.n - a.n || Number(b.id !== undefined) - Number(a.id !== undefined));
  if (!first || !second) return first;
  // Somebody whom the lists know comes before his kin, whom they do not.
  const isListed = kin && first.id !== undefined && [...(all?.values() ?? [])].every((x) => x === first || x.id === undefined);
  return isListed || first.n >= CLEARLY * second.n ? first : undefined;
}
