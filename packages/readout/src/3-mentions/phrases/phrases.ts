/**
 * Actor phrases: a role, body or group noun with the state, place or body it belongs to ("South Korean troops", "Mexican authorities",
 * "Varga's government", "protesters in Lagos"). The grammar is general; the nouns come from lexicon/roles.tsv.
 */
import {
  caseOf,
  childrenBy,
  hasChild,
  isPlural,
  lemmaAt,
  lemmasOf,
  phraseOf,
  relationAt,
  type Tree,
  textOf,
} from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter, headedBy, learn, localId, place } from '../draft.ts';
import { isAddress } from '../grammar/address-words.ts';
import { belonging, isEither, isOfKind, isPart, ofTwo, otherOwners, ownerSector } from '../grammar/belonging.ts';
import { isAnaphoric, isCleft, isDefinite } from '../grammar/definite.ts';
import { roleOf } from '../grammar/role-of.ts';
import { isTitleOfOther, namedBehindComma, nearestBefore, titledBehind, titledTogether, trimmed } from '../grammar/titles.ts';
import { employerSector, genderOf } from '../linking/persons.ts';
import { beginsInCapital } from '../lists/capitals.ts';
import type { Role } from '../lists/roles.ts';
import { isField } from '../names/name-ends.ts';
import { homeland } from './homeland.ts';
import { listedBody } from './listed-bodies.ts';
import { isPartyNoun, partyOf } from './meant-parties.ts';
import { isNoBody } from './no-bodies.ts';
import { officeHeld, singleOffice } from './office-held.ts';
import { holdersOf, isFormer, officeNamedBefore, officeOfPublisher } from './office-named.ts';
import { bodyApposed, bodyNamedInside, bodyOfKind } from './same-kind.ts';
import { unnamed } from './unnamed.ts';

/** Nominal mentions of one sentence that need no antecedent. */
export function linkPhrases(desk: Desk, tree: Tree, owned: ReadonlySet<number>): void {
  // "his government" waits for "his".
  for (let i = 0; i < tree.tokens.length; i++) if (!owned.has(i)) linkPhrase(desk, tree, i);
}

const NOBODY: ReadonlySet<number> = new Set();

/** The nouns of a sentence that a pronoun or "the country" owns. */
export function ownedByPronouns(tree: Tree): ReadonlySet<number> {
  let owned: Set<number> | undefined;
  for (let i = 0, t = tree.tokens[0]; t !== undefined; t = tree.tokens[++i])
    if (t.deprel === 'nmod:poss' && (t.upos === 'PRON' || isTheCountry(tree, i, t.head))) owned = (owned ?? new Set()).add(t.head);
  return owned ?? NOBODY;
}

/** "The country's top diplomat": whose country it is must be known first. */
const isTheCountry = (tree: Tree, i: number, head: number): boolean =>
  !tree.words['state-nouns'].has(lemmasOf(tree)[head] ?? '') &&
  tree.words['homeland-nouns'].has(lemmasOf(tree)[i] ?? '') &&
  !isPlural(tree, i) &&
  hasChild(tree, i, 'det');

/** Links the phrase at token `i`, if it is one that needs no antecedent but its owner. */
export function linkPhrase(desk: Desk, tree: Tree, i: number): void {
  const t = tree.tokens[i];
  if (!t || (t.upos !== 'NOUN' && t.upos !== 'PROPN' && t.upos !== 'ADJ')) return;
  if (draftAt(desk, tree.sentence.index, i)) return;
  // Most nouns have none. "his counterpart" is somebody else's office: coreference.ts.
  const role = roleOf(desk, tree, i);
  if (!role || (role.kind === 'title' && !role.sector) || lemmasOf(tree)[i] === 'counterpart') return;
  // A title before a name is part of that name's phrase; so is the first part of a compound.
  const r = relationAt(tree, i);
  if (r === 'nmod:desc' || r === 'flat' || (r === 'compound' && i < (tree.tokens[i]?.head ?? 0))) return;
  if (t.upos === 'ADJ' && r !== 'nsubj' && r !== 'obj' && r !== 'nsubj:pass') return;
  // The "Public" of "Minister of Public Works".
  if (
    i > 0 &&
    t.head === i + 1 &&
    beginsInCapital(t.form) &&
    /^\p{Lu}\p{Ll}/u.test(t.form) &&
    beginsInCapital(tree.tokens[i + 1]?.form ?? '')
  )
    return;
  if (isAddress(tree, i) || isFrontOfOffice(desk, tree, i)) return;
  linkRole(desk, tree, i, role);
}

/** The "Director" of "Director-General". */
export const isFrontOfOffice = (desk: Desk, tree: Tree, i: number): boolean =>
  tree.tokens[i + 1]?.form === '-' && (desk.roles.at(tree, i + 2)?.start ?? i + 2) <= i;

/** Mount Cook is no cook: a word with a capital behind one that begins the names of places. */
export function isOfPlace(tree: Tree, head: number): boolean {
  const before = tree.tokens[head - 1]?.form.toLowerCase().replace(/\.$/, '') ?? '';
  return tree.words['before-place-names'].has(before) && beginsInCapital(tree.tokens[head]?.form ?? '');
}

function linkRole(desk: Desk, tree: Tree, head: number, role: Role): void {
  const s = tree.sentence.index;
  const { state, owner } = belonging(desk, tree, head, role.start);
  if ((role.weak && !state) || role.again) return;
  if (isOfPlace(tree, head) || (!state && /S$/.test(tree.tokens[head]?.xpos ?? '') && isField(tree, head, desk.roles))) return;
  // "Neither side": one of two that were named before (counted.ts).
  if (tree.words['states-in-number'].has(lemmasOf(tree)[head] ?? '') && isEither(tree, head)) return;
  // "in person", "by phone": a bare singular noun is nobody; what is said of somebody ("is an ally") is no second party.
  // "Senior diplomat Jan Novak": a title, whatever the tree makes of it.
  // "President of Mongolia Jan Novak": the name behind the state overrides the table of offices.
  const next = titledBehind(desk, tree, head);
  if (next && (role.kind === 'role' || role.kind === 'group') && isPlural(tree, head)) {
    if (titledTogether(desk, tree, head, next)) return;
  } else if (next && role.kind !== 'body' && desk.entities.get(next.entities[0] ?? '')?.kind === 'person') {
    next.role ??= lemmaAt(tree, head).toLowerCase();
    learn(desk, next.entities[0] ?? '', { ...(state ? { state } : {}), ...(role.sector ? { sector: role.sector } : {}) });
    // Where the tree makes the title the head, the title's token stands for the person.
    if (tree.tokens[head]?.head !== next.head) {
      place(desk, {
        sentence: s,
        head,
        start: phraseOf(tree, head, { withNmod: false })[0],
        end: head + 1,
        plural: false,
        entities: [...next.entities],
        kind: 'nominal',
        via: 'nominal.title',
        role: next.role,
        ...(next.gender ? { gender: next.gender } : {}),
      });
    }
    return;
  }
  const bare = tree.tokens[head]?.xpos === 'NN' && !hasChild(tree, head, 'det', 'nmod:poss') && !hasChild(tree, head, 'nummod');
  if (bare && !state && role.sector !== 'COP' && caseOf(tree, head) !== '') return;
  if (relationAt(tree, head) !== 'nsubj' && hasChild(tree, head, 'cop') && !isCleft(tree, head)) return;
  if (isNoBody(desk, tree, head, role, state)) return;
  const whole = phraseOf(tree, head, { withNmod: false });
  const [start, end] = trimmed(tree, head, whole);
  const token = tree.tokens[head];
  const plural = token?.xpos === 'NNS' || token?.xpos === 'NNPS';
  const base = { sentence: s, head, start, end, plural };
  const lemma = lemmasOf(tree)[head] ?? '';
  // The name stands inside or beside: "the foreign minister, Jan Novak" or "his Czech counterpart Jan Novak".
  const named = childrenBy(tree, head, 'appos', 'flat', 'nmod:desc')
    // "The President and Ms Novak" are two, whatever the tree makes of them.
    .filter((c) => !tree.tokens.slice(head + 1, c).some((t) => t.deprel === 'cc' && tree.tokens[t.head]?.head === head))
    .map((c) => headedBy(desk, s, c))
    .find((d) => d && desk.entities.get(d.entities[0] ?? '')?.kind === 'person');
  if (named && !plural && role.kind !== 'body') {
    place(desk, base, {
      entities: [...named.entities],
      kind: 'nominal',
      via: 'nominal.apposition',
      role: lemma,
      ...(named.gender ? { gender: named.gender } : {}),
    });
    return;
  }
  // "The firm's president and chief executive, Jan Novak": both are he.
  const twin = relationAt(tree, head) === 'conj' && bare ? headedBy(desk, s, token?.head ?? -1) : undefined;
  if (twin && twin.kind === 'nominal' && role.kind === 'role' && /^nominal\.(apposition|title)$/.test(twin.via)) {
    place(desk, base, { entities: [...twin.entities], kind: 'nominal', via: 'nominal.apposition', role: lemma });
    return;
  }
  // Apposition the other way round: "Jan Novak, the Ruritanian foreign minister".
  if (bodyApposed(desk, tree, role, base, { at: apposedTo(tree, head), from: whole[0], state })) return;
  const up = nearestBefore(desk, tree, whole[0]) ?? headedBy(desk, s, apposedTo(tree, head));
  if (
    up &&
    role.kind !== 'body' &&
    !isTitleOfOther(tree, head) &&
    apposedTo(tree, head) >= 0 &&
    !plural &&
    desk.entities.get(up.entities[0] ?? '')?.kind === 'person'
  ) {
    place(desk, base, { entities: [...up.entities], kind: 'nominal', via: 'nominal.apposition', role: lemma });
    return;
  }
  const behind =
    plural || role.kind !== 'role' || (state === undefined && !isDefinite(tree, head))
      ? undefined
      : namedBehindComma(desk, tree, { head, end: owner && owner.start > head ? owner.end : phraseOf(tree, head)[1], state });
  if (behind) {
    learn(desk, behind.entities[0] ?? '', { ...(state ? { state } : {}), ...(role.sector ? { sector: role.sector } : {}) });
    place(desk, base, { entities: [...behind.entities], kind: 'nominal', via: 'nominal.apposition', role: lemma });
    return;
  }
  const words = textOf(desk.article.text, tree, start, end).replace(
    /^(the|a|an|no|neither|either|some|several|many|other|all|both|these|those|his|her|their|its)\s+/i,
    '',
  );
  if (bodyNamedInside(desk, tree, role, base)) return;
  const party = owner && isPartyNoun(tree, head) && isTheirs(desk, tree, head, owner) ? partyOf(desk, owner.entities[0] ?? '') : undefined;
  if (party) {
    place(desk, base, { entities: [party], kind: 'nominal', via: 'nominal.own-party', sector: 'PTY', role: lemma });
    return;
  }
  const employer = role.kind === 'role' ? employerSector(desk, tree, head) : undefined;
  const isPrivate = employer !== undefined && role.sector === 'GOV';
  const of = { state, owner, isPrivate };
  const held = plural ? undefined : officeHeld(desk, tree, head, role, of);
  if (held) {
    const { person, via, ...told } = held;
    enter(desk, person, { kind: 'person', name: words, ...(state ? { state } : {}) });
    place(desk, base, { entities: [person], kind: 'nominal', via, role: lemma, ...told, ...genderOf(desk, person) });
    return;
  }
  // "The leaders of the two countries" are two whom the text has named.
  if (!state && plural && tree.words.leaders.has(lemma) && ofTwo(tree, head)) return;
  if (state && bodyOfKind(desk, tree, head, role)) return;
  if (!state) {
    // Without a state: left for coreference if it points back, else a group or a person nobody names.
    if (!isPrivate && isAnaphoric(tree, head, role) && (role.kind !== 'group' || isDefinite(tree, head))) {
      const id =
        token?.upos === 'PROPN' && !plural && !isFormer(tree, head, { role })
          ? (officeNamedBefore(desk, s, head, role) ?? officeOfPublisher(desk, tree, head, role))
          : undefined;
      if (id) place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.office-named', role: lemma, ...genderOf(desk, id) });
      return;
    }
    if (role.kind === 'title') return;
    const id = localId(role.kind === 'body' ? 'organisation' : 'people', words);
    const sector = isPrivate ? employer : role.sector;
    enter(desk, id, { kind: role.kind === 'body' ? 'body' : 'people', name: words, sector });
    place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.role', sector, role: lemma });
    return;
  }
  // "the leaders of Chile and China", "Chilean and Chinese ministers": as many as own them.
  const states = plural && owner ? [state, ...otherOwners(desk, tree, owner, state)] : [state];
  const office =
    states.length > 1 && !isPrivate && isDefinite(tree, head) && !isFormer(tree, head, { role }) ? singleOffice(desk, role, of) : undefined;
  const several = office === undefined ? undefined : holdersOf(desk, office, states);
  if (several) {
    place(desk, base, { entities: several, kind: 'nominal', via: 'nominal.office-holders', sector: role.sector, role: lemma });
    return;
  }
  const alone = states.length === 1 ? { state } : {};
  if (states.length === 1 && listedBody(desk, tree, role, base, { state, ...(owner ? { owner } : {}) })) return;
  // "The state of Bavaria", a governor's "his state": a part of one.
  const ofPart = (owner !== undefined && isPart(desk, owner)) || hasChild(tree, head, 'nmod:poss');
  if (lemma === 'state' && ofPart && tree.words['unions-of-states'].has(state)) return;
  // "Airbus officials", "leaders in the House": of a firm, an outlet, a group or a chamber, whatever state it is of.
  const whose = owner && desk.entities.get(owner.entities[0] ?? '');
  const ofGroup = whose !== undefined && (/^(organisation|armed-group|outlet|news-agency)$/.test(whose.kind) || whose.sector === 'LEG');
  if (
    !ofGroup &&
    tree.words['stands-for-state'].has(lemma) &&
    (role.kind === 'body' || plural) &&
    ['GOV', ''].includes(role.sector) &&
    !(tree.words.leaders.has(lemma) && isOfKind(desk, tree, head))
  ) {
    for (const s of states) enter(desk, s, { kind: 'state', name: s });
    place(desk, base, { entities: states, kind: 'nominal', via: 'nominal.government', ...alone, sector: 'GOV', role: lemma });
    return;
  }
  if (homeland(desk, tree, role, base, state)) return;
  // "the Northern Fleet's Arctic group": what a body has is of its kind where the noun does not say.
  const trade = tree.words.leaders.has(lemma) && role.phrase === lemma && isOfKind(desk, tree, head) ? 'UNK' : undefined;
  const sector = trade ?? employer ?? (['', 'UNK'].includes(role.sector) && owner ? ownerSector(desk, owner) || role.sector : role.sector);
  const entities = unnamed(desk, { role, words, states, owner, sector });
  place(desk, base, { entities, kind: 'nominal', via: `nominal.${role.kind}`, ...alone, sector, role: lemma });
}

/** "His party", "Mr Novak's own party", "Republicans … their party": a person's or its own, not one that somebody is in. */
const isTheirs = (desk: Desk, tree: Tree, head: number, owner: Draft): boolean =>
  owner.entities.length === 1 &&
  (desk.entities.get(owner.entities[0] ?? '')?.kind === 'person' || owner.kind === 'pronoun') &&
  childrenBy(tree, head, 'nmod:poss').includes(owner.head) &&
  (tree.children[head] ?? []).every((c) => !/^(compound|acl)/.test(relationAt(tree, c)));

/** The name that a phrase stands in apposition to, also as the second of two: "Jan Novak, minister and negotiator". */
function apposedTo(tree: Tree, head: number): number {
  let at = head;
  while (relationAt(tree, at) === 'conj' && caseOf(tree, at) === '') at = tree.tokens[at]?.head ?? -1;
  return relationAt(tree, at) === 'appos' ? (tree.tokens[at]?.head ?? -1) : -1;
}
