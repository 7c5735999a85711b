/** Offices without a name: whom the text or its publisher means by them, and whether they are held on the day at all. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { caseOf, childrenBy, formsOf, hasChild, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, enter } from '../draft.ts';
import { inHeadline } from '../linking/met-persons.ts';
import type { Office } from '../lists/gazetteer.ts';
import type { Role } from '../lists/roles.ts';

/** "The President said": the holder of such an office whom the text has named most often so far. */
export function officeNamedBefore(desk: Desk, s: number, head: number, role: Role): string | undefined {
  const named = new Map<string, number>();
  desk.drafts.slice(0, s + 1).forEach((drafts, k) => {
    for (const d of drafts) {
      const e = desk.entities.get(d.entities[0] ?? '');
      if (d.kind !== 'name' || (k === s && d.head > head) || e?.kind !== 'person') continue;
      if ((e.roles ?? []).some((r) => role.offices.includes(r.office))) named.set(e.id, (named.get(e.id) ?? 0) + 1);
    }
  });
  const [first, second] = [...named].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

/** "The Chilean leader": the only head of that state or its government whom the text has named so far. */
export function leaderNamed(desk: Desk, s: number, head: number, state: string): string | undefined {
  const named = new Set<string>();
  desk.drafts.slice(0, s + 1).forEach((drafts, k) => {
    for (const d of drafts) {
      const e = desk.entities.get(d.entities[0] ?? '');
      if (d.kind !== 'name' || (k === s && d.head > head) || e?.kind !== 'person' || e.state !== state) continue;
      if ((e.roles ?? []).some((r) => desk.roles.officeRank(r.office) <= 1 && (r.state ?? state) === state)) named.add(e.id);
    }
  });
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

/** How far back somebody is meant by a former office, in sentences. */
const REACH = 12;

/** Whose an office was: of a state, and of a part of it. */
interface OfWhom {
  readonly state?: string | undefined;
  readonly part?: string | undefined;
}

/**
 * "The former president", "the former Florida governor", "her former secretary": the nearest person named before who once held such an office there. In
 * a headline, which has no article, the only such person that the text names at all.
 */
export function formerNamed(desk: Desk, tree: Tree, head: number, role: Role, { state, part }: OfWhom = {}): string | undefined {
  const words = formsOf(tree).slice(phraseOf(tree, head, { withNmod: false })[0], head);
  // "Former president" may be a phrase of its own.
  const offices = role.offices.length > 0 ? role.offices : desk.roles.officesNamed(role.phrase.replace(/^(former|ex)[ -]/, ''));
  if (offices.length === 0 || !words.some((w) => w === 'former' || w === 'ex')) return undefined;
  const isBare = tree.sentence.index === 0 && !hasChild(tree, head, 'det', 'nmod:poss');
  if (!words.includes('the') && !isBare && !hasChild(tree, head, 'nmod:poss')) return undefined;
  const isOf = (o: Office): boolean => (!state || o.state === state) && (!part || o.title === '' || o.title.includes(part));
  const held = (id: string): boolean => desk.gazetteer.offices(id).some((o) => isOver(desk, o) && offices.includes(o.office) && isOf(o));
  const s = tree.sentence.index;
  const before = nearestNamed(desk, s, head, REACH, held);
  if (before !== undefined || !isBare) return before;
  const [only, second] = new Set(
    desk.drafts.flatMap((all) => all.filter((d) => isNameOfOne(d) && held(d.entities[0] ?? '')).map((d) => d.entities[0])),
  );
  return second === undefined ? only : undefined;
}

const isNameOfOne = (d: Draft): boolean => d.kind === 'name' && d.entities.length === 1;

/** The nearest of those named before a token, at most so many sentences back, of whom something holds. */
function nearestNamed(desk: Desk, s: number, head: number, reach: number, holds: (id: string) => boolean): string | undefined {
  for (let k = s; k >= 0 && k >= s - reach; k--) {
    const drafts = (desk.drafts[k] ?? []).filter((d) => isNameOfOne(d) && (k < s || d.head < head));
    for (const d of drafts.sort((x, y) => y.head - x.head)) if (holds(d.entities[0] ?? '')) return d.entities[0];
  }
  return undefined;
}

/** Whether a text names somebody who once held an office of a state and holds it no more. */
export function heldBefore(desk: Desk, role: Role, state: string): boolean {
  const isPast = (o: Office): boolean => o.state === state && role.offices.includes(o.office) && isOver(desk, o);
  for (const e of desk.entities.values())
    if (e.kind === 'person' && desk.gazetteer.offices(e.id).some(isPast) && !(e.roles ?? []).some((r) => role.offices.includes(r.office)))
      return true;
  return false;
}

/**
 * "The secretary", "the ambassador": titles that somebody named before keeps when the office is over. An attorney general is no general, nor a press
 * secretary "the secretary".
 */
export function titleKept(desk: Desk, tree: Tree, head: number, lemma: string, { sector }: Role): string | undefined {
  const isPlain = (tree.children[head] ?? []).every((c) => /^(det|case|punct)$/.test(tree.bases[c] ?? '') && formsOf(tree)[c] !== 'this');
  if (!tree.words['titles-kept'].has(lemma) || !isPlain || !hasChild(tree, head, 'det')) return undefined;
  const isOf = ({ office }: Office): boolean =>
    (office === lemma || office.endsWith(`-${lemma}`) || office.startsWith(`${lemma}-of-`)) &&
    (sector !== 'MIL' || desk.roles.officeSector(office) === sector) &&
    !isBelow(tree, office);
  return nearestNamed(desk, tree.sentence.index, head, REACH, (id) => desk.gazetteer.offices(id).some((o) => isOf(o) && isOver(desk, o)));
}

/** "Press secretary", "under-secretary": offices that nobody is called by without their first word. */
const isBelow = (tree: Tree, office: string): boolean => {
  const [first = ''] = office.split('-', 1);
  return first === 'press' || tree.words['lower-offices'].has(first);
};

/** Whether an office is over, and not since before anybody now alive: Lincoln is no former president. */
const isOver = ({ day }: Desk, o: Office): boolean =>
  o.end !== '' && (day === undefined || (o.end < day && Number(day.slice(0, 4)) - Number(o.end.slice(0, 4)) < LIFETIME));
const LIFETIME = 50;

/** "The presidents of Chile and China": who holds the office in each on the day; undefined where one of them is not known. */
export function holdersOf(desk: Desk, office: string, states: readonly string[]): string[] | undefined {
  const found: string[] = [];
  for (const state of states) {
    const holder = desk.gazetteer.soleHolder(office, state, desk.day);
    if (!holder) return undefined;
    found.push(holder.person);
  }
  for (const [k, person] of found.entries()) enter(desk, person, { kind: 'person', name: person, state: states[k] ?? '' });
  return found;
}

/** "The President" in what a government itself publishes, before it names one: its own. "The acting president": who is entered as acting. */
export function officeOfPublisher(desk: Desk, tree: Tree, head: number, role: Role): string | undefined {
  const { publisher } = desk.article;
  if (!publisher?.official || !publisher.state || isFormer(tree, head, { but: ACTING, role })) return undefined;
  const { state } = publisher;
  const met = isFormer(tree, head, { role }) ? undefined : metInHeadline(desk, role);
  if (met !== undefined) {
    enter(desk, met, { kind: 'person', name: met });
    return met;
  }
  const offices = role.offices.filter((o) => desk.roles.isSingle(o));
  const holder = offices.map((o) => desk.gazetteer.soleHolder(o, state, desk.day)).find((h) => h !== undefined);
  if (holder && isFormer(tree, head, { role }) && holder.note !== ACTING) return undefined;
  const person = holder ? holder.person : desk.day === undefined ? onlyEverNamed(desk, offices, state) : undefined;
  if (person) enter(desk, person, { kind: 'person', name: person, state });
  return person;
}

/** "Talks with Prime Minister Jan Novak": the only one in the headline beside a text who has an office below the head of state's on the day. */
function metInHeadline(desk: Desk, role: Role): string | undefined {
  const { day, gazetteer, roles } = desk;
  if (day === undefined || role.offices.length === 0 || role.offices.some((o) => roles.officeRank(o) === 0)) return undefined;
  const holds = (o: Office): boolean =>
    role.offices.includes(o.office) && (o.start === '' || o.start <= day) && (o.end === '' || day.slice(0, o.end.length) <= o.end);
  const found = new Set(inHeadline(desk).flatMap(({ id }) => (id !== undefined && gazetteer.offices(id).some(holds) ? [id] : [])));
  const [only, second] = found;
  return second === undefined ? only : undefined;
}

const ACTING = 'acting';

/** In a text without a day: the only one whom it names of all who ever held one of these offices of a state. */
function onlyEverNamed(desk: Desk, offices: readonly string[], state: string): string | undefined {
  const found = [...desk.entities.values()].filter(
    (e) => e.kind === 'person' && desk.gazetteer.offices(e.id).some((o) => o.state === state && offices.includes(o.office)),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** "The head of state", "the acting president": an office with nothing beside its own words. */
export function isOfficeAlone(tree: Tree, head: number, role: Role): boolean {
  if (role.offices.length === 0 || isBecome(tree, head) || hasChild(tree, head, 'cop')) return false;
  const last = role.phrase.split(' ').pop();
  return (tree.children[head] ?? []).every((c) => {
    const form = formsOf(tree)[c] ?? '';
    const inside = c < head ? c >= role.start || form === ACTING : form === last && role.phrase.includes(' of ');
    return inside || !/^(amod|compound|nmod|acl|appos|nummod|conj)/.test(relationAt(tree, c));
  });
}

/** "elected President of Chile", "the post of prime minister": an office that somebody comes to, or a post, is not whoever holds it on the day. */
export function isBecome(tree: Tree, head: number): boolean {
  const r = relationAt(tree, head);
  // "As Governor of Chubut, Novak": what he was then.
  const preposition = caseOf(tree, head);
  const isThe = childrenBy(tree, head, 'det').some((c) => formsOf(tree)[c] === 'the');
  if (preposition === 'as' && !isThe) return true;
  if (preposition === 'for' && !isThe && tree.words['seeks-for'].has(lemmasOf(tree)[tree.tokens[head]?.head ?? -1] ?? '')) return true;
  return r === 'xcomp' || (r === 'nmod' && tree.words.posts.has(lemmasOf(tree)[tree.tokens[head]?.head ?? -1] ?? ''));
}

/**
 * Whether the words of a phrase, `but` one, say that its office is not held now, or not that office: "the then Hungarian president". With a `role` that is an
 * office of its own "vice" and "deputy" within its words say nothing.
 */
export function isFormer(tree: Tree, head: number, { but, role }: { readonly but?: string; readonly role?: Role } = {}): boolean {
  const [start] = phraseOf(tree, head, { withNmod: false });
  // "president-elect" goes on after its head.
  const end = tree.tokens[head + 1]?.form === '-' ? head + 3 : head;
  const own = role && role.offices.length > 0 ? role.start : end;
  return tree.tokens.slice(start, end).some((t, k) => {
    const word = t.lemma.toLowerCase();
    return word !== but && tree.words['not-in-office'].has(word) && !(start + k >= own && tree.words['lower-offices'].has(word));
  });
}

/** Whether a body called after a head of state or of government is no more: the administration of one who has left. */
export function isOverNow(desk: Desk, { id, state }: Pick<Entity, 'id' | 'state'>): boolean {
  const { day } = desk;
  const name = desk.gazetteer.known(id)?.name ?? '';
  const [first = '', noun, more] = name.split(' ');
  if (day === undefined || more !== undefined || !/^(administration|government|cabinet)$/.test(noun ?? '')) return false;
  const led = desk.gazetteer
    .surname(first)
    .flatMap((person) => desk.gazetteer.offices(person))
    .filter((o) => o.state === state && desk.roles.officeRank(o.office) <= 1);
  return led.length > 0 && led.every((o) => o.end !== '' && o.end < day);
}
