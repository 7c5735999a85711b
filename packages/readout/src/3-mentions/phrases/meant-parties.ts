/** "The party", "his party" where the text names none: that of the adjective or the members just spoken of, or of a person by an office. */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter } from '../draft.ts';
import { mainState } from '../main-state.ts';

/** The nouns that these rules know. */
export const isPartyNoun = (tree: Tree, i: number): boolean => lemmasOf(tree)[i] === 'party' && /^NNP?$/.test(tree.tokens[i]?.xpos ?? '');

/** How far back a party's adjective counts, in sentences. */
const REACH = 2;

/** The only party that the words of the nearest sentence up to token `i` tell, by "Republican", "Democrats"; entered. */
export function partyAdjacent(desk: Desk, tree: Tree, i: number): string | undefined {
  const s = tree.sentence.index;
  // "the county party", "the Harbour party".
  if ((tree.children[i] ?? []).some((c) => tree.bases[c] === 'compound')) return undefined;
  for (let k = s; k >= 0 && k >= s - REACH; k--) {
    const own = desk.trees[k];
    const found = new Set<string>();
    own?.tokens.forEach((_, j) => {
      const party = k < s || j < i ? partyCalled(desk, own, j) : undefined;
      if (party !== undefined) found.add(party);
    });
    const [only, second] = found;
    if (second !== undefined) return undefined;
    if (only !== undefined) return enter(desk, only, { kind: 'organisation', name: only }).id;
  }
  return undefined;
}

/** The party that a word in capitals is the adjective of, or its members' name: of a state that the text speaks of. */
function partyCalled(desk: Desk, tree: Tree, j: number): string | undefined {
  const form = tree.tokens[j]?.form ?? '';
  if (!/^\p{Lu}\p{Ll}/u.test(form)) return undefined;
  const word = desk.gazetteer.isPartyWord(form) ? form : /s$/.test(form) ? form.slice(0, -1) : '';
  if (word === '' || !desk.gazetteer.isPartyWord(word)) return undefined;
  const ids = (desk.gazetteer.match([word, 'Party'], 0)?.readings ?? []).filter((r) => r.sector === 'PTY');
  const main = mainState(desk);
  const fits = ids.filter((r) => r.state !== undefined && (main === undefined ? isSpokenOf(desk, r.state) : r.state === main));
  return fits.length === 1 ? fits[0]?.entity : undefined;
}

function isSpokenOf(desk: Desk, state: string): boolean {
  for (const e of desk.entities.values()) if (e.state === state || e.id === state) return true;
  return false;
}

/** The party of a person: of an office on the day or, if all were of one, ever; else the word that stands before the name. A party is its own. */
export function partyOf(desk: Desk, owner: string): string | undefined {
  const { day, gazetteer } = desk;
  if (isParty(desk, owner)) return owner;
  const parties = (held: readonly { readonly organisation?: string | undefined }[]): ReadonlySet<string> =>
    new Set(held.flatMap((o) => (o.organisation && isParty(desk, o.organisation) ? [o.organisation] : [])));
  const own = gazetteer.offices(owner);
  const then = parties(own.filter((o) => day !== undefined && o.start <= day && (o.end === '' || o.end >= day)));
  const [only, second] = then.size > 0 ? then : parties(own);
  const party = second === undefined ? (only ?? toldBeside(desk).get(owner)) : undefined;
  return party === undefined ? undefined : enter(desk, party, { kind: 'organisation', name: party }).id;
}

/** Whether the lists hold a party by that id, not one of its committees. */
function isParty(desk: Desk, id: string): boolean {
  const known = desk.gazetteer.known(id);
  return known?.sector === 'PTY' && !desk.roles.bodies.isKind('panel', known.name);
}

/** "Republican Senator Jan Novak", "Harbour Union leader Jan Novak": the only party that stands right before each person's name and title, found once. */
function toldBeside(desk: Desk): ReadonlyMap<string, string> {
  const have = told.get(desk);
  if (have) return have;
  const found = new Map<string, Set<string>>();
  desk.drafts.forEach((drafts, s) => {
    const tree = desk.trees[s];
    for (const d of drafts) {
      const person = d.entities[0] ?? '';
      if (d.kind !== 'name' || !tree || desk.entities.get(person)?.kind !== 'person') continue;
      const party = partyBefore(desk, tree, d, drafts);
      if (party !== undefined) found.set(person, (found.get(person) ?? new Set()).add(party));
    }
  });
  const only = new Map<string, string>();
  for (const [person, [party, second]] of found) if (party !== undefined && second === undefined) only.set(person, party);
  told.set(desk, only);
  return only;
}
const told = new WeakMap<Desk, ReadonlyMap<string, string>>();

/** How many words a title may have between a party and a name. */
const TITLE = 3;

function partyBefore(desk: Desk, tree: Tree, d: Draft, drafts: readonly Draft[]): string | undefined {
  for (let j = d.start - 1; j >= 0 && j >= d.start - TITLE - 1; j--) {
    const named = drafts.find((x) => x.kind === 'name' && x.end === j + 1 && desk.entities.get(x.entities[0] ?? '')?.sector === 'PTY');
    const e = named && desk.entities.get(named.entities[0] ?? '');
    if (e && e.kind === 'organisation') return e.id;
    const called = partyCalled(desk, tree, j);
    if (called !== undefined) return called;
    const t = tree.tokens[j];
    if (!/^(NOUN|PROPN|ADJ)$/.test(t?.upos ?? '') || !/^(compound|amod|nmod:desc|flat|nsubj|appos|nmod)/.test(relationAt(tree, j)))
      return undefined;
  }
  return undefined;
}

/** "His party", "Mr Novak's own party", "Republicans … their party": a person's or its own, not one that somebody is in. */
export const isTheirs = (desk: Desk, tree: Tree, head: number, owner: Draft): boolean =>
  owner.entities.length === 1 &&
  (desk.entities.get(owner.entities[0] ?? '')?.kind === 'person' || owner.kind === 'pronoun') &&
  childrenBy(tree, head, 'nmod:poss').includes(owner.head) &&
  (tree.children[head] ?? []).every((c) => !/^(compound|acl)/.test(relationAt(tree, c)));
