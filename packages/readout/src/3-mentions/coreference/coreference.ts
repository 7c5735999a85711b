/**
 * Coreference by ordered sieves over what names and phrases left: counterparts, groups counted by number ("the two leaders", "both
 * sides"), definite phrases by their noun, pronouns by number, gender, recency and role. Each link names its sieve; what finds no
 * antecedent stays out. Walks the text once, left to right.
 */
import { childrenBy, hasChild, isPlural, lemmaAt, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, draftAt, enter } from '../draft.ts';
import { isAddress } from '../grammar/address-words.ts';
import { belonging, stateOf } from '../grammar/belonging.ts';
import { isAnaphoric } from '../grammar/definite.ts';
import { isOfPlace } from '../grammar/of-place.ts';
import { draftFor, visitBefore } from '../grammar/pointing-back.ts';
import { officeHead } from '../grammar/role-of.ts';
import { homeOfOfficial } from '../linking/home-officials.ts';
import { stateAround } from '../linking/states-around.ts';
import type { Role } from '../lists/roles.ts';
import { isActedUpon, onlyState, publishingState } from '../main-state.ts';
import { countedBodies } from '../phrases/counted-bodies.ts';
import { longHeld } from '../phrases/long-held.ts';
import { isPartyNoun, partyAdjacent } from '../phrases/meant-parties.ts';
import { isNoBody } from '../phrases/no-bodies.ts';
import { officeNamedAhead } from '../phrases/office-ahead.ts';
import {
  formerNamed,
  heldBefore,
  isBecome,
  isFormer,
  isOfficeAlone,
  isOverNow,
  officeOfPublisher,
  titleKept,
} from '../phrases/office-named.ts';
import { holderInTheWorld, holderTold, organisationsBeside } from '../phrases/office-told.ts';
import { isFrontOfOffice } from '../phrases/phrases.ts';
import { bodyOfKind, newspaperAgain } from '../phrases/same-kind.ts';
import { addressed } from './addresses.ts';
import { bodyOfOrganisation } from './bodies-of-organisations.ts';
import { isCalled } from './called.ts';
import { counted } from './counted.ts';
import { counterpart } from './counterparts.ts';
import type { Discourse } from './discourse.ts';
import { fightersOfGroup } from './fighters.ts';
import { governmentToCome } from './governments-to-come.ts';
import { leaderAround, leaderOf, mayLeadBody } from './leader-around.ts';
import { nobodyNamed } from './nobody-named.ts';
import { enterState, lastAdministration, ownCountry, theCountry } from './own-country.ts';
import { homeOfSubject, quotedState, speakersState, stateOfTold } from './speakers-state.ts';
import { isSaidFormer, isToldAlike, NOTHING, toldBy } from './told-apart.ts';

/** "The Deputy Prime Minister", "Ms Federal Chancellor". */
const isThe = (tree: Tree, i: number): boolean =>
  isAddress(tree, i) || childrenBy(tree, i, 'det').some((c) => tree.tokens[c]?.form.toLowerCase() === 'the');

/** Links the phrase at token `i` if it points back. */
export function resolveNominal(discourse: Discourse, tree: Tree, i: number): void {
  const { desk } = discourse;
  const token = tree.tokens[i];
  // "The President", "the Ministry": offices and bodies in capitals point back too.
  const own = token?.upos === 'PROPN' ? desk.roles.at(tree, i) : undefined;
  const office = own !== undefined && (own.start === i || (own.offices.length > 0 && officeHead(tree, own, i) === i && isThe(tree, i)));
  const style =
    token?.upos === 'ADJ' &&
    (tree.words.styles.has(token.form.toLowerCase()) || (tree.words['titles-kept'].has(token.lemma) && isThe(tree, i)));
  if (!token || (token.upos !== 'NOUN' && token.lemma !== 'both' && !office && !style)) return;
  if (draftAt(desk, tree.sentence.index, i)) return;
  // Before relations: behind a speaker's label the tree may make the title a part of the name.
  if (isAddress(tree, i)) {
    addressed(discourse, tree, i);
    return;
  }
  const r = relationAt(tree, i);
  if (r === 'compound' || r === 'nmod:desc' || r === 'flat') return;
  if (isFrontOfOffice(desk, tree, i)) return;
  const role = desk.roles.at(tree, i);
  ownCountry(discourse, tree, i) ||
    (role === undefined ? newspaperAgain(desk, tree, i) : bodyOfKind(desk, tree, i, role) || countedBodies(desk, tree, i, role)) ||
    counterpart(desk, tree, i) ||
    counted(desk, tree, i) ||
    definite(desk, tree, i, discourse);
}

/** "The Home Secretary": an office of several words that parts of states do not have, of the state that a text is about. */
function ministryHeld(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const isOffice = (o: string): boolean => desk.roles.isSingle(o) && !tree.words['offices-of-parts'].has(o);
  if (!role.phrase.includes(' ') || !role.offices.some(isOffice) || isFormer(tree, i, { role }) || isBecome(tree, i)) return false;
  if (hasChild(tree, i, 'cop') || !isThe(tree, i)) return false;
  // Nothing but its own words.
  const isTold = (c: number): boolean => !(c >= role.start && c < i) && /^(amod|compound|nmod|acl|nummod)/.test(relationAt(tree, c));
  if ((tree.children[i] ?? []).some(isTold)) return false;
  const state = publishingState(desk) ?? onlyState(desk) ?? homeOfOfficial(desk, tree, i, role);
  // "The first lady" in a text on somebody who was it once.
  if (state === undefined || heldBefore(desk, role, state)) return false;
  enterState(desk, state);
  return desk.gazetteer.known(state) !== undefined && leaderOf(desk, tree, i, role, state, 'coreference.only-state');
}

/** The last before with the same noun, or the office that it names. */
function sameBefore(desk: Desk, tree: Tree, i: number, role: Role): { readonly draft: Draft; readonly byOffice: boolean } | undefined {
  const lemma = lemmasOf(tree)[i] ?? '';
  const plural = isPlural(tree, i);
  const owner = belonging(desk, tree, i);
  const isWhole = (role.offices.length > 0 && !plural) || tree.words['chambers-by-rank'].has(role.phrase);
  const told = isWhole ? [...toldBy(desk, tree, i), ...role.phrase.split(' ').slice(0, -1)] : toldBy(desk, tree, i);
  const isTheirs = childrenBy(tree, i, 'nmod:poss').some((c) => /^(their|his|her|its)$/i.test(tree.tokens[c]?.form ?? ''));
  const of = plural ? NOTHING : organisationsBeside(desk, tree, i, role);
  const isCandidate = lemma === 'candidate';
  // "the press" is not the Associated Press.
  const isGeneral = tree.words['bodies-in-general'].has(lemma);
  // "the police" is a group of people, but one body.
  const isOfMany = role.kind === 'group' && tree.words['bodies-of-many'].has(lemma);
  const isBody = role.kind === 'body' || isOfMany;
  const byName = (role.again || tree.words['weak-bodies-again'].has(lemma)) && isPlainThe(tree, i) && !plural;
  if (role.again && !byName) return undefined;
  // "the drivers' union" is no union that is called otherwise.
  const own = owner.state ? undefined : childrenBy(tree, i, 'nmod:poss').find((c) => tree.tokens[c]?.upos === 'NOUN');
  const isOthers = (e: Entity | undefined): boolean =>
    own !== undefined && !e?.name.toLowerCase().includes(lemmaAt(tree, own).toLowerCase());
  const isOnce = !plural && childrenBy(tree, i, 'amod').some((c) => /^(former|ex)$/i.test(tree.tokens[c]?.form ?? ''));
  let found: { draft: Draft; byOffice: boolean } | undefined;
  visitBefore(desk, tree, i, (d) => {
    if (tree.sentence.index - d.sentence > 12) return true;
    if ((d.plural !== plural && !isOfMany) || d.kind === 'pronoun' || d.kind === 'demonym') return false;
    // "the commission" may be one that was named, not any that is.
    if (role.weak && d.kind !== (byName ? 'name' : 'nominal') && (role.again || d.kind !== 'nominal')) return false;
    if (owner.state && stateOf(desk, d) !== owner.state) return false;
    // "European leaders met. The rebels and their leaders fled": those of somebody without a state are not the others.
    if (isTheirs && owner.state === undefined && isToldApart(desk, d)) return false;
    const e = desk.entities.get(d.entities[0] ?? '');
    // Who has the very office that the words name is told apart by it.
    const mayHave =
      e?.kind === 'person' && (of.length === 0 || (e.roles ?? []).every((r) => !r.organisation || of.includes(r.organisation)));
    const hasOffice = mayHave && (e.roles ?? []).some((r) => role.offices.includes(r.office));
    if (told.length > 0 && !hasOffice && !isToldAlike(desk, told, d)) return false;
    // "The military" is not the Military Post.
    const isOutlet = (e?.kind === 'outlet' || e?.kind === 'news-agency') && role.sector !== e.sector;
    // "The former president" is not the Slovak president.
    if (isOnce && (role.offices.length > 0 || role.phrase !== lemma) && !isSaidFormer(desk, d)) return false;
    // "Former President Novak … The President": he is no more.
    const isOver = role.offices.length > 0 && !hasOffice && !isFormer(tree, i, { role }) && isSaidFormer(desk, d);
    const sameNoun =
      (d.role === lemma && !isOver) ||
      (d.kind === 'name' && e && isBody && !isOthers(e) && !isOutlet && !isGeneral && isCalled(desk, d, e, lemma) && !isOverNow(desk, e));
    const sameOffice =
      !plural &&
      (!isCandidate || isPlain(tree, i, tree.sentence.index - d.sentence)) &&
      (hasOffice || (mayHave && (e.roles ?? []).some((r) => r.office.endsWith(`-${lemma}`) && !BELOW.test(r.office))));
    if ((sameNoun || sameOffice) && (!role.weak || sameNoun)) found = { draft: d, byOffice: sameOffice };
    return found !== undefined;
  });
  return found;
}

/** Offices that are called after the one above them: who has them is no "president" nor "minister". */
const BELOW = /^(vice|deputy|under|assistant)-/;

/** Whether a noun has a state or other words that say which ones: "European leaders". */
const isToldApart = (desk: Desk, d: Draft): boolean => {
  const own = desk.trees[d.sentence];
  return stateOf(desk, d) !== undefined || (own !== undefined && childrenBy(own, d.head, 'amod', 'compound').some((c) => c < d.head));
};

/** "The best candidate", "the candidate that voters like": it is not said who. One who has just been named is meant by the noun alone. */
const isPlain = (tree: Tree, i: number, back: number): boolean =>
  back <= 2 && (tree.children[i] ?? []).every((c) => /^(det|case|punct|cop)$/.test(tree.bases[c] ?? ''));
/** "The commission", "this fund", and nothing that tells it apart. */
const isPlainThe = (tree: Tree, i: number): boolean =>
  childrenBy(tree, i, 'det').some((c) => /^(the|this)$/i.test(tree.tokens[c]?.form ?? '')) &&
  (tree.children[i] ?? []).every((c) => !/^(amod|compound|nmod|nummod|acl|appos)/.test(relationAt(tree, c)));

/** "The Navy", "the foreign ministry": that of the state that the text or the passage is about, if the lists hold it. */
function ownBody(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  if (!tree.words['bodies-of-the-only-state'].has(role.phrase) || isFormer(tree, i, { role })) return false;
  const state = stateAround(desk, tree.sentence.index, publishingState(desk) ?? onlyState(desk)) ?? speakersState(desk, tree, i);
  const body = state === undefined || isActedUpon(desk, tree, i, state) ? undefined : desk.gazetteer.bodyOf(state, role.phrase);
  if (body === undefined) return false;
  const { sector } = enter(desk, body, { kind: 'body', name: role.phrase });
  return draftFor(desk, tree, i, [body], 'nominal', 'coreference.own-body', {
    sector: sector ?? role.sector,
    role: lemmasOf(tree)[i] ?? '',
  });
}

/** "The government", "the central bank": a body that is some state's. */
const isOfSomeState = (tree: Tree, role: Role, lemma: string): boolean =>
  (role.kind === 'body' || tree.words['bodies-of-many'].has(lemma)) &&
  (tree.words['of-the-only-state'].has(lemma) || tree.words['bodies-of-the-only-state'].has(role.phrase));

/** A body that a text only has a noun for, and that no state has. */
const isStateless = (desk: Desk, d: Draft): boolean =>
  d.kind === 'nominal' && stateOf(desk, d) === undefined && desk.entities.get(d.entities[0] ?? '')?.knowledge === undefined;

/** Whether the text only has a common noun for somebody. */
const isUnnamed = (desk: Desk, d: Draft): boolean => {
  const e = desk.entities.get(d.entities[0] ?? '');
  return e !== undefined && e.knowledge === undefined && /^\p{Ll}/u.test(e.name.split(' ').pop() ?? '');
};

/** Links a noun to who was called so before. */
function asBefore(desk: Desk, tree: Tree, i: number, { draft, byOffice }: NonNullable<ReturnType<typeof sameBefore>>): boolean {
  return draftFor(desk, tree, i, draft.entities, 'nominal', byOffice ? 'coreference.office' : 'coreference.same-noun', {
    ...(draft.state ? { state: draft.state } : {}),
    ...(draft.sector ? { sector: draft.sector } : {}),
    role: lemmasOf(tree)[i] ?? '',
  });
}

/** "the president", "the ministry", "the country", "the North's leader": the last with the same noun, or that the noun fits. */
function definite(desk: Desk, tree: Tree, i: number, discourse: Discourse): boolean {
  const token = tree.tokens[i];
  const role = desk.roles.at(tree, i);
  const lemma = lemmasOf(tree)[i] ?? '';
  // "the State and Treasury Departments": in capitals it is no country.
  const isCountry = tree.words['state-nouns'].has(lemma) && !(lemma === 'state' && token?.upos === 'PROPN');
  if (!token || !(role || isCountry) || !isAnaphoric(tree, i, role)) return false;
  const plural = isPlural(tree, i);
  const country = isCountry && !plural ? theCountry(desk, tree, i) : undefined;
  if (country !== undefined) return country;
  if (!role || role.equipment || (tree.words['acts-toward'].has(lemma) && isNoBody(desk, tree, i, role, undefined))) return false;
  const long = plural ? undefined : longHeld(desk, tree, i, role);
  const once = plural ? undefined : formerNamed(desk, tree, i, role);
  if (long !== undefined && long !== 'nobody') return draftFor(desk, tree, i, [long], 'nominal', 'coreference.long-held', { role: lemma });
  if (once) return draftFor(desk, tree, i, [once], 'nominal', 'coreference.former-office', { sector: 'ELI', role: lemma });
  const told =
    long ??
    (plural || isFormer(tree, i, { role }) || isBecome(tree, i) ? undefined : holderTold(desk, tree, i, role, { state: undefined }));
  if (told !== undefined && told !== 'nobody')
    return draftFor(desk, tree, i, [told], 'nominal', 'nominal.office-told', { sector: role.sector, role: lemma });
  const before = told === 'nobody' ? undefined : sameBefore(desk, tree, i, role);
  // A government of nobody's is looked for anew.
  const isNobodys = before !== undefined && !plural && isOfSomeState(tree, role, lemma) && isStateless(desk, before.draft);
  const same = isNobodys ? undefined : before;
  const kept = plural || same ? undefined : titleKept(desk, tree, i, lemma, role);
  if (kept) return draftFor(desk, tree, i, [kept], 'nominal', 'coreference.title-kept', { sector: 'ELI', role: lemma });
  // "The market said … in the market": the second is a place.
  if (same && isUnnamed(desk, same.draft) && isNoBody(desk, tree, i, role, undefined)) return false;
  if (same) return asBefore(desk, tree, i, same);
  if (fightersOfGroup(desk, tree, i, role)) return true;
  if (role.weak && !plural && bodyOfOrganisation(desk, tree, i, role)) return true;
  if (role.weak || isOfPlace(tree, i) || tree.words.styles.has(lemma)) return false;
  const party = isPartyNoun(tree, i) && isThe(tree, i) ? partyAdjacent(desk, tree, i) : undefined;
  if (party) return draftFor(desk, tree, i, [party], 'nominal', 'coreference.party-adjective', { sector: 'PTY', role: lemma });
  if (!plural && told === undefined && isOfficeAlone(tree, i, role)) {
    const ahead = officeNamedAhead(desk, tree, i, role, () => publishingState(desk) ?? onlyState(desk));
    const named =
      ahead ?? officeOfPublisher(desk, tree, i, role) ?? (isFormer(tree, i, { role }) ? undefined : holderInTheWorld(desk, tree, role));
    if (named)
      return draftFor(desk, tree, i, [named], 'nominal', ahead ? 'coreference.office-ahead' : 'nominal.office-named', {
        sector: role.sector,
        role: lemma,
      });
  }
  // Nothing before: a group nobody names, of the only state the text speaks of if it is a government.
  const plain = (tree.children[i] ?? []).every((c) => !/^(amod|compound|nmod)/.test(relationAt(tree, c)));
  if (!plural && ministryHeld(desk, tree, i, role)) return true;
  if (!plural && governmentToCome(desk, tree, i, role)) return true;
  const single =
    !plural && tree.words['of-the-only-state'].has(lemma)
      ? ((plain ? (publishingState(desk) ?? (role.kind === 'body' ? homeOfSubject(desk, tree, i) : undefined)) : undefined) ??
        onlyState(desk) ??
        (plain && role.kind === 'role' && isThe(tree, i) ? quotedState(discourse, tree, i) : undefined) ??
        (plain && role.kind === 'body' && role.sector !== 'OPP' && isThe(tree, i)
          ? (stateOfTold(desk, tree, i) ?? stateAround(desk, tree.sentence.index, undefined) ?? speakersState(desk, tree, i))
          : undefined))
      : undefined;
  const led = lemma === 'administration' && plain && !plural && isThe(tree, i) ? lastAdministration(desk, tree, i) : undefined;
  if (led !== undefined && led !== 'none') {
    enterState(desk, led);
    return draftFor(desk, tree, i, [led], 'nominal', 'coreference.administration', { state: led, sector: role.sector, role: lemma });
  }
  const only = single !== undefined && led !== 'none' && role.sector !== 'OPP' && isActedUpon(desk, tree, i, single) ? undefined : single;
  if (only === undefined && single === undefined && !plural && plain && isThe(tree, i) && leaderAround(desk, tree, i, role)) return true;
  if (only) {
    enterState(desk, only);
    if (role.offices.length > 0 || role.kind === 'role')
      return (
        plain &&
        !isFormer(tree, i, { role }) &&
        !isBecome(tree, i) &&
        !hasChild(tree, i, 'cop') &&
        (mayLeadBody(desk, tree, i, role)
          ? nobodyNamed(desk, tree, i, role)
          : leaderOf(desk, tree, i, role, only, 'coreference.only-state'))
      );
    if (isFormer(tree, i, { role })) return false;
    const body =
      plain && role.kind === 'body' && !tree.words['stands-for-state'].has(lemma) ? desk.gazetteer.bodyOf(only, role.phrase) : undefined;
    if (body) enter(desk, body, { kind: 'body', name: role.phrase, state: only });
    return draftFor(desk, tree, i, [body ?? only], 'nominal', 'coreference.only-state', { state: only, sector: role.sector, role: lemma });
  }
  if (!plural && plain && (ownBody(desk, tree, i, role) || bodyOfOrganisation(desk, tree, i, role))) return true;
  if (before && isNobodys) return asBefore(desk, tree, i, before);
  if (isNoBody(desk, tree, i, role, undefined)) return false;
  return nobodyNamed(desk, tree, i, role);
}
