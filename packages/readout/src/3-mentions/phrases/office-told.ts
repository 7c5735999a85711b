/** Offices told apart by a part of a state or by a party: "the Vermont senator", "the Chechen president", "the senator from Vermont", "the GOP nominee". */
import { caseOf, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter } from '../draft.ts';
import type { Office } from '../lists/gazetteer.ts';
import { changedRole, type Role } from '../lists/roles.ts';

/** A name that tells an office apart. */
interface Teller {
  readonly kind: 'part' | 'party';
  /** "Vermont", "Chechen", "Republican". */
  readonly name: string;
  /** The party itself, where the lists hold the name. */
  readonly party?: string | undefined;
}

/** An office as the lists have it, or as a person of the record holds it on the day. */
type Term = Pick<Office, 'office'> & Partial<Pick<Office, 'state' | 'organisation' | 'title'>>;

/**
 * The holder of an office that a part or a party tells apart: the nearest person named whose office is of it, else the only one on the lists. 'nobody'
 * where it is of a part, or an office that only parties give, and no holder is known: he is not the state's. Undefined where nothing tells it apart.
 */
export function holderTold(
  desk: Desk,
  tree: Tree,
  head: number,
  words: Role,
  { state }: { readonly state: string | undefined },
): string | 'nobody' | undefined {
  const role = officeOfLast(desk, words);
  if (role.kind !== 'role' || role.offices.length === 0) return undefined;
  const tellers = tellersOf(desk, tree, head, role);
  if (tellers.length === 0) return undefined;
  const isOf = (o: Term): boolean =>
    role.offices.includes(o.office) && (!state || !o.state || o.state === state) && tellers.every((t) => isToldBy(desk, o, t));
  const isCandidate = words.offices.length === 0 && role.phrase.endsWith(CANDIDATE);
  // "The leading Republican candidate", "the Republican candidate for governor", one of many.
  if (isCandidate && ((tree.children[head] ?? []).length > tellers.length + 1 || holdersInText(desk, isOf).size !== 1)) return 'nobody';
  const named = nearestHolder(desk, tree, head, isOf);
  if (named !== undefined) return named;
  const listed = state === undefined || tellers.some((t) => t.kind === 'party') ? undefined : onlyListed(desk, role, state, isOf);
  if (listed !== undefined) return enter(desk, listed, { kind: 'person', name: listed }).id;
  const isParty = role.offices.every((o) => desk.roles.officeSector(o) === 'PTY');
  return isParty || tellers.some((t) => t.kind === 'part') ? 'nobody' : undefined;
}

const CANDIDATE = 'candidate';

/** "Republican nominee" is a role of its own in the lexicon: the office is that of its last word. A party's candidate stands for president, if nothing is said. */
function officeOfLast(desk: Desk, role: Role): Role {
  if (role.offices.length > 0) return role;
  const words = role.phrase.split(' ');
  const last = words[words.length - 1] ?? '';
  if (words.length > 2) return role;
  const offices = desk.roles.officesNamed(last === CANDIDATE ? `presidential ${last}` : last);
  return offices.length === 0 ? role : changedRole(role, { offices, start: role.start + words.length - 1 });
}

/**
 * "The NATO chief", "president of the European Commission": who holds such an office of an organisation on the day; a "chief" or "head" is its only one.
 */
export function officerOf(desk: Desk, tree: Tree, head: number, role: Role): string | undefined {
  const lemma = lemmasOf(tree)[head] ?? '';
  for (const id of organisationsBeside(desk, tree, head, role)) {
    const officers = desk.gazetteer.officers(id, desk.day).filter((o) => !o.title.startsWith('Deputy'));
    const isOf = (o: Office): boolean => role.offices.includes(o.office) || (role.phrase === lemma && o.office.endsWith(`-${lemma}`));
    const isChief = tree.words.chiefs.has(lemma) && !officers.some(isOf);
    const [only, second] = new Set(
      officers.filter((o) => (isChief ? tree.words['offices-of-chiefs'].has(o.office) : isOf(o))).map((o) => o.person),
    );
    if (only !== undefined && second === undefined) return enter(desk, only, { kind: 'person', name: only }).id;
  }
  return undefined;
}

/** The organisations that an office is of: right before its words, among its modifiers, behind its "of". */
export function organisationsBeside(desk: Desk, tree: Tree, head: number, role: Role): readonly string[] {
  const s = tree.sentence.index;
  const drafts = (tree.children[head] ?? []).filter((c) => c < head || isOfPhrase(tree, c)).map((c) => draftAt(desk, s, c));
  drafts.push((desk.drafts[s] ?? []).find((d) => d.kind === 'name' && (d.end === role.start || (d.start === role.start && d.end <= head))));
  return drafts.flatMap((d) => {
    const e = d && d.kind !== 'pronoun' ? desk.entities.get(d.entities[0] ?? '') : undefined;
    return e && (e.kind === 'organisation' || e.kind === 'body') ? [e.id] : [];
  });
}

/** "The Pope", "the Taoiseach": an office that the world has one of, by the words that name it. */
export function holderInTheWorld(desk: Desk, tree: Tree, role: Role): string | undefined {
  const [office, second] = role.offices;
  if (office === undefined || second !== undefined || !tree.words['offices-of-the-world'].has(role.phrase)) return undefined;
  const of = desk.gazetteer.placeOf(office);
  const holder = of === undefined ? undefined : desk.gazetteer.soleHolder(office, of, desk.day);
  return holder && enter(desk, holder.person, { kind: 'person', name: holder.person }).id;
}

/** How far back somebody is meant by an office, in sentences. */
const REACH = 30;

/** How far ahead, which only books reach. */
const AHEAD = 300;

/** All persons of a text who hold such an office on the day. */
function holdersInText(desk: Desk, isOf: (o: Term) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const e of desk.entities.values()) if (e.kind === 'person' && (e.roles ?? []).some(isOf)) found.add(e.id);
  return found;
}

/** The nearest person named before, in the same sentence too, who holds such an office on the day; else the only one named behind. */
function nearestHolder(desk: Desk, tree: Tree, head: number, isOf: (o: Term) => boolean): string | undefined {
  const at = tree.sentence.index;
  const holds = (d: Draft): boolean =>
    d.kind === 'name' && d.entities.length === 1 && (desk.entities.get(d.entities[0] ?? '')?.roles ?? []).some(isOf);
  for (let s = at; s >= 0 && s >= at - REACH; s--) {
    let best: Draft | undefined;
    for (const d of desk.drafts[s] ?? []) if ((s < at || d.head < head) && holds(d) && (!best || d.head > best.head)) best = d;
    if (best) return best.entities[0];
  }
  const behind = new Set<string>();
  for (let s = at; s < desk.drafts.length && s <= at + AHEAD; s++)
    for (const d of desk.drafts[s] ?? []) if (holds(d)) behind.add(d.entities[0] ?? '');
  const [only, second] = behind;
  return second === undefined ? only : undefined;
}

/** The only one of a state on the day whose office the lists tell apart so. */
function onlyListed(desk: Desk, role: Role, state: string, isOf: (o: Office) => boolean): string | undefined {
  const found = new Set<string>();
  for (const office of role.offices) for (const o of desk.gazetteer.holders(office, state, desk.day)) if (isOf(o)) found.add(o.person);
  const [only, second] = found;
  return second === undefined ? only : undefined;
}

/** The parts and parties that the words of a phrase name: in front of the office, or behind its "of", "from" or "for". */
function tellersOf(desk: Desk, tree: Tree, head: number, role: Role): Teller[] {
  const found: Teller[] = [];
  for (const c of tree.children[head] ?? []) {
    const r = relationAt(tree, c);
    if (c < role.start ? !/^(amod|compound|nmod:poss|nmod:desc|nmod:unmarked)$/.test(r) : !(c > head && isOfPhrase(tree, c))) continue;
    const teller = tellerAt(desk, tree, c, role);
    if (teller) found.push(teller);
  }
  return found;
}

const isOfPhrase = (tree: Tree, c: number): boolean => tree.bases[c] === 'nmod' && /^(of|from|for)$/.test(caseOf(tree, c));

function tellerAt(desk: Desk, tree: Tree, c: number, role: Role): Teller | undefined {
  const draft = draftAt(desk, tree.sentence.index, c);
  const e = draft && desk.entities.get(draft.entities[0] ?? '');
  const form = tree.tokens[c]?.form ?? '';
  if (draft && e?.kind === 'place') return isCapital(desk, e.name) && !isOfParts(desk, role) ? undefined : { kind: 'part', name: e.name };
  if (draft?.via === 'demonym.part' && draft.state !== undefined) return { kind: 'part', name: e?.name ?? form };
  if (e?.kind === 'organisation' && e.sector === 'PTY') return { kind: 'party', name: e.name, party: e.id };
  // "Republican", "Labour": an adjective that no mention is made of.
  return !draft && c < role.start && /^\p{Lu}\p{Ll}/u.test(form) && desk.gazetteer.isPartyWord(form)
    ? { kind: 'party', name: form }
    : undefined;
}

/** Whether some of an office's kind are many in a state, so that towns have theirs. */
const isOfParts = (desk: Desk, role: Role): boolean => role.offices.every((o) => !desk.roles.isSingle(o));

/** Whether a name is that of a capital, or of a seat of government, which stands for its state. */
const isCapital = (desk: Desk, name: string): boolean =>
  desk.gazetteer.match(name.split(' '), 0)?.readings.some((r) => r.kind === 'capital' || r.kind === 'seat') ?? false;

const isPartyName = (desk: Desk, party: string, form: string): boolean => {
  const known = desk.gazetteer.known(party);
  return known?.sector === 'PTY' && known.name.split(' ').includes(form);
};

function isToldBy(desk: Desk, o: Term, { kind, name, party }: Teller): boolean {
  if (kind === 'party') return o.organisation !== undefined && (party ? o.organisation === party : isPartyName(desk, o.organisation, name));
  return isTitledOf(o.title ?? '', name);
}

/** Letters that a people and its land share: "Chechen" and "Chechnya". */
const STEM = 4;

/** "Senator for Vermont", "President of Chechnya": whether a title ends with a place, whole or as the land of a people. */
export function isTitledOf(title: string, name: string): boolean {
  const words = title.split(' ');
  const of = words.findLastIndex((w) => /^(of|from|for|the)$/.test(w));
  const place = of < 0 ? '' : words.slice(of + 1).join(' ');
  if (place === '') return false;
  return (
    place === name || (!name.includes(' ') && !place.includes(' ') && place.length >= STEM && place.slice(0, STEM) === name.slice(0, STEM))
  );
}
