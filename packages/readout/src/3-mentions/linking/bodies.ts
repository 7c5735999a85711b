/** Bodies by their words and the state that has them, where the lists hold the words for somebody else or not at all. */
import { childrenBy, hasChild, type Tree } from '../../2-sentences/syntax.ts';
import type { EntityKind } from '../../model/index.ts';
import { type Desk, type Draft, enter, localId, place } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { NameHit } from '../names/name-hit.ts';

/** The state that an organisation's name holds: "Polish Institute"; of a body also by its town or what it is a part of: "University of Leeds", "Senate Republicans". */
export function innerState(desk: Desk, tree: Tree, hit: NameHit, body: boolean): string | undefined {
  const forms = tree.tokens.map((t) => t.form);
  let town: string | undefined;
  // "Air Force": the words for what it is are no town's.
  const role = body ? desk.roles.at(tree, hit.end - 1) : undefined;
  for (let i = hit.start; i < hit.end; i++) {
    const m = desk.gazetteer.match(forms, i);
    if (!m || m.end > hit.end) continue;
    const free = m.readings.filter((x) => x.context.length === 0);
    const r = free.find((x) => (x.kind === 'adjective' || x.kind === 'name') && x.entityKind === 'state');
    if (r?.state) return r.state;
    const states = new Set(free.filter((x) => x.entityKind === 'place').map((x) => x.state));
    const [only] = [...states];
    if (body && only && states.size === 1 && (role === undefined || i < role.start)) town ??= only;
    // "Senate Republicans", "Lagos GOP": what a body or a party has.
    const isSure = (x: Reading): boolean =>
      x.kind === 'name' &&
      (x.sector === 'PTY'
        ? i > hit.start && desk.gazetteer.wellKnownName(x.entity) && desk.gazetteer.match(forms, hit.start) !== undefined
        : x.entityKind === 'body' && (m.end > i + 1 || /^\p{Lu}{3,}$/u.test(forms[i] ?? '')));
    const owners = new Set(free.filter(isSure).map((x) => x.state));
    const [own] = [...owners];
    if (own && owners.size === 1 && m.end - i < hit.end - hit.start) town ??= own;
  }
  return town;
}

/** "Russia's Security Council": the short name of a body of all states, but a state has it: a body of that state, which the lists lack. */
export function isOfAnotherState(desk: Desk, tree: Tree, head: number, words: string, reading: Reading): boolean {
  if (reading.kind !== 'name' || reading.entityKind !== 'organisation' || reading.state !== undefined) return false;
  const role = desk.roles.at(tree, head);
  // Its whole name is a word for such a body ("Security Council"): "NATO" and "Arab League" are one wherever their people come from.
  // The "Arab" of the Arab League is no word that a state's body has.
  const isOfMany = tree.words['between-states'].has(words.toLowerCase().split(' ', 1)[0] ?? '');
  const isKind = !isOfMany && (role?.kind === 'body' || isOfficeOfAny(tree, role?.phrase, words.toLowerCase()));
  const general = role !== undefined && isKind && words.includes(' ') && role.phrase.length >= words.length;
  if (!general || desk.gazetteer.known(reading.entity)?.name === words) return false;
  return ownerState(desk, tree, head) !== undefined || ofPublisher(desk, words) !== undefined;
}

/** "secretary of the security council": the office of a body that any state may have, not "secretary-general of the Arab League". */
const isOfficeOfAny = (tree: Tree, phrase: string | undefined, words: string): boolean =>
  phrase?.endsWith(` ${words}`) === true &&
  tree.words['begins-bodies-of-any-state'].has(words.replace('national ', '').split(' ', 1)[0] ?? '');

/** The state that has a body: named in front of it, or that of whom it is a title of ("Security Council Secretary Jan Novak"). */
export function ownerState(desk: Desk, tree: Tree, head: number, end = head + 1): string | undefined {
  if (hasChild(tree, head, 'nmod:poss', 'amod', 'compound')) {
    const near = stateOfModifiers(desk, tree, head, end);
    if (near) return near;
  }
  const forms = tree.tokens.map((t) => t.form);
  for (let i = head; i < head + 4 && (i === head || desk.roles.at(tree, i)); i++) {
    const states = new Set((desk.gazetteer.match(forms, i + 1)?.readings ?? []).filter((r) => r.kind === 'full-name').map((r) => r.state));
    const [only] = [...states];
    if (states.size === 1 && only) return only;
  }
  return undefined;
}

/** The body that the publisher's own state has under a short name that an organisation of all states has too. */
function ofPublisher(desk: Desk, words: string): string | undefined {
  const { publisher } = desk.article;
  const state = publisher?.official ? publisher.state : undefined;
  return state !== undefined && listedOf(desk, words, state) !== undefined ? state : undefined;
}

/** The body that a state has under such words: "Security Council of Russia", "navy" of the French Navy; with or without the state's own name. */
export const listedOf = (desk: Desk, words: string, state: string): string | undefined => desk.gazetteer.bodyOf(state, words);

/**
 * "Electoral Commission" in a text on other states: words that any state may have a body under, listed for one that the text nowhere
 * names. `named`: the states that it names.
 */
export function isForeignToText(desk: Desk, tree: Tree, at: NameHit, reading: Reading, named: ReadonlyMap<string, number>): boolean {
  const { state } = reading;
  if (reading.kind !== 'name' || reading.entityKind !== 'body' || state === undefined || named.size === 0 || named.has(state)) return false;
  if (desk.article.publisher?.state === state) return false;
  const role = desk.roles.at(tree, at.end - 1);
  return role?.kind === 'body' && role.start <= at.start && at.end - at.start > 1;
}

/** "Treasury Secretary Tomas Varga" beside Britain: the general word for a body before an officer of another state than the one it is listed for. */
export function isOfOfficer(desk: Desk, tree: Tree, at: NameHit, head: number, reading: Reading): boolean {
  if (at.end > at.start + 1 || reading.entityKind !== 'body' || reading.state === undefined) return false;
  if (desk.roles.at(tree, at.start)?.kind !== 'body') return false;
  const owner = ownerState(desk, tree, head, at.end);
  return owner !== undefined && owner !== reading.state;
}

/** Whether a body's name follows the genitive of a noun for a state, or the word for a state of a federation. */
export function ownedByNamelessState(tree: Tree, start: number): boolean {
  const before = tree.tokens[start - 1];
  if (before?.form === 'state') return true;
  const owner = tree.tokens[start - 2];
  return /^['’]s?$/.test(before?.form ?? '') && owner?.upos === 'NOUN' && tree.words['state-nouns'].has(owner.lemma.toLowerCase());
}

/** A body by its words and its state, and the `part` of the state that has it: "Senate" of a state that is not listed with one. */
export function linkUnlisted(
  desk: Desk,
  tree: Tree,
  at: Omit<Draft, 'entities' | 'kind' | 'via' | 'plural'>,
  words: string,
  reading: Reading,
  part?: string,
): void {
  const near = ownerState(desk, tree, at.head, at.end) ?? stateOfModifiers(desk, tree, at.head, at.end) ?? ofPublisher(desk, words);
  const isOfState = near !== undefined && part === undefined && !ownedByNamelessState(tree, at.start);
  const listed = isOfState ? listedOf(desk, words, near) : part === undefined ? undefined : listedFor(desk, `${part} ${words}`);
  if (listed) {
    enter(desk, listed, { kind: 'body', name: words });
    place(desk, at, { entities: [listed], kind: 'name', via: 'name.listed', plural: false });
    return;
  }
  const kind: EntityKind = reading.entityKind === 'organisation' ? 'body' : reading.entityKind;
  const owner = part ?? near;
  const id = localId(kind, owner ? `${owner} ${words}` : words);
  const sector = desk.roles.at(tree, at.end - 1)?.sector || reading.sector;
  enter(desk, id, { kind, name: words, ...(sector ? { sector } : {}), ...(near ? { state: near } : {}) });
  place(desk, at, { entities: [id], kind: 'name', via: 'name.body-without-state', plural: false });
}

/** The body that the lists have under a whole name: "Texas Supreme Court" of Texas' Supreme Court. */
function listedFor(desk: Desk, name: string): string | undefined {
  const forms = name.split(' ');
  const hit = desk.gazetteer.match(forms, 0);
  return hit?.end === forms.length ? hit.readings.find((r) => r.entityKind === 'body')?.entity : undefined;
}

/** What a group is that a body or an armed group has ("the Northern Fleet's Arctic Group"), else unknown. */
export function ownersSector(desk: Desk, tree: Tree, head: number): string {
  for (const c of childrenBy(tree, head, 'nmod:poss')) {
    const d = (desk.drafts[tree.sentence.index] ?? []).find((x) => x.start <= c && c < x.end);
    const e = d ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.sector && (e.kind === 'body' || e.kind === 'armed-group')) return e.sector;
  }
  return 'UNK';
}
