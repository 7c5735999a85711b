/** Whom a role, body or group noun with its owner means: the name beside it, the holder of the office, a listed body, the state, or somebody nobody names. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { caseOf, childrenBy, hasChild, isPlural, lemmaAt, lemmasOf, relationAt, type Tree, textOf } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, headedBy, learn, localId, place } from '../draft.ts';
import { belonging, isBoth, isEither, ofTwo } from '../grammar/belonging.ts';
import { isAnaphoric, isCleft, isDefinite } from '../grammar/definite.ts';
import { organisationOwners } from '../grammar/of-organisation.ts';
import { isOfPlace } from '../grammar/of-place.ts';
import { namedUnder } from '../grammar/office-above.ts';
import { apposedTo, isTitleOfOther, namedBehindComma, nearestBefore, titledBehind, titledTogether, trimmed } from '../grammar/titles.ts';
import { employerSector } from '../linking/employers.ts';
import { homeOfOfficial } from '../linking/home-officials.ts';
import { genderOf } from '../linking/persons.ts';
import { stateAround } from '../linking/states-around.ts';
import type { Role } from '../lists/roles.ts';
import { onlyState, publishingState } from '../main-state.ts';
import { isField, isFieldOfOffice } from '../names/name-ends.ts';
import { isPartyNoun, isTheirs, partyOf } from './meant-parties.ts';
import { isNoBody } from './no-bodies.ts';
import { ofState, type Phrase } from './of-state.ts';
import { officeHeld } from './office-held.ts';
import { isFormer, officeNamedBefore, officeOfPublisher } from './office-named.ts';
import { partOfBody } from './parts-of-bodies.ts';
import { isOfPointedAt } from './pointed-at.ts';
import { bodyApposed, bodyNamedInside, bodyOfKind } from './same-kind.ts';
import { servedBody } from './served-bodies.ts';
import { spokenFor } from './served-persons.ts';

/** Links a role's phrase to whom it means, by the first way that finds somebody. */
export function linkRole(desk: Desk, tree: Tree, head: number, plain: Role): void {
  const { state, owner } = belonging(desk, tree, head, plain.start);
  const role = asOfBody(desk, tree, head, plain, owner);
  const whole = phraseOf(tree, head, { withNmod: false });
  const [start, end] = trimmed(tree, head, whole);
  const plural = isPlural(tree, head);
  const base = { sentence: tree.sentence.index, head, start, end, plural };
  // "a division of Sandvik": a weak noun counts where a body has it.
  if (role.weak && !state && !role.again && partOfBody(desk, tree, role, base)) return;
  if (isPassedBy(desk, tree, head, role, state) || isTitleBefore(desk, tree, head, role, state)) return;
  const bare = tree.tokens[head]?.xpos === 'NN' && !hasChild(tree, head, 'det', 'nmod:poss') && !hasChild(tree, head, 'nummod');
  if (isNobody(desk, tree, head, role, state, bare)) return;
  const p = { desk, tree, head, role, state, owner, from: whole[0], base, lemma: lemmasOf(tree)[head] ?? '', plural, bare };
  if (besideName(p) || behindName(p) || beforeName(p) || bodyNamedInside(desk, tree, role, base) || ownParty(p)) return;
  const employer = role.kind === 'role' ? employerSector(desk, tree, head) : undefined;
  const isPrivate = employer !== undefined && plain.sector === 'GOV';
  const words = textOf(desk.article.text, tree, start, end).replace(
    /^(the|a|an|no|neither|either|some|several|many|other|all|both|these|those|his|her|their|its)\s+/i,
    '',
  );
  if (byOffice(p, words, isPrivate) || (employer === undefined && isOfPointedAt(tree, head, role, owner))) return;
  // "The leaders of the two countries", "both leaders and their wives" are two whom the text has named.
  if (!state && plural && tree.words.leaders.has(p.lemma) && (ofTwo(tree, head) || isBoth(tree, head))) return;
  if (state && bodyOfKind(desk, tree, head, role)) return;
  if (state === undefined && partOfBody(desk, tree, role, base)) return;
  if ((state === undefined || state === '') && ofOrganisation(p)) return;
  const served = state
    ? undefined
    : (servedBody(desk, tree, head, role) ?? (isAnaphoric(tree, head, role) ? undefined : spokenFor(desk, tree, head, role)));
  const whose =
    state ||
    atHome(p) ||
    served?.state ||
    (served || isPrivate || owner || isAnaphoric(tree, head, role) ? undefined : homeOfOfficial(desk, tree, head, role));
  if (whose) ofState(p, whose, words, employer ?? served?.sector);
  else ofNobody(p, words, isPrivate ? employer : served?.sector);
}

/** Weak nouns of nobody, names of places, fields of offices, one of two that were named before (counted.ts). */
function isPassedBy(desk: Desk, tree: Tree, head: number, role: Role, state: string | undefined): boolean {
  if ((role.weak && !state) || role.again) return true;
  const isPlural = /S$/.test(tree.tokens[head]?.xpos ?? '');
  if (isOfPlace(tree, head) || (!state && isPlural && (isField(tree, head, desk.roles) || isFieldOfOffice(tree, head, desk.roles))))
    return true;
  return tree.words['states-in-number'].has(lemmasOf(tree)[head] ?? '') && isEither(tree, head);
}

/** "Senior diplomat Jan Novak", "President of Mongolia Jan Novak": a title, whatever the tree makes of it; the name overrides the table of offices. */
function isTitleBefore(desk: Desk, tree: Tree, head: number, role: Role, state: string | undefined): boolean {
  const next = titledBehind(desk, tree, head);
  if (!next) return false;
  if ((role.kind === 'role' || role.kind === 'group') && isPlural(tree, head)) return titledTogether(desk, tree, head, next);
  if (role.kind === 'body' || desk.entities.get(next.entities[0] ?? '')?.kind !== 'person') return false;
  next.role ??= lemmaAt(tree, head).toLowerCase();
  learn(desk, next.entities[0] ?? '', { ...(state ? { state } : {}), ...(role.sector ? { sector: role.sector } : {}) });
  // Where the tree makes the title the head, the title's token stands for the person.
  if (tree.tokens[head]?.head !== next.head) {
    const [start] = phraseOf(tree, head, { withNmod: false });
    const where = { sentence: tree.sentence.index, head, start, end: head + 1, plural: false };
    const gender = next.gender ? { gender: next.gender } : {};
    place(desk, where, {
      entities: [...next.entities],
      kind: 'nominal',
      via: 'nominal.title',
      role: lemmaAt(tree, head).toLowerCase(),
      ...gender,
    });
  }
  return true;
}

/** "In person", "by phone": a bare singular noun is nobody; what is said of somebody ("is an ally") is no second party. */
function isNobody(desk: Desk, tree: Tree, head: number, role: Role, state: string | undefined, bare: boolean): boolean {
  if (bare && !state && role.sector !== 'COP' && caseOf(tree, head) !== '') return true;
  if (relationAt(tree, head) !== 'nsubj' && hasChild(tree, head, 'cop') && !isCleft(tree, head)) return true;
  return isNoBody(desk, tree, head, role, state);
}

/** The phrase means whom a name beside it names; "its ambassador, Jan Novak" tells his state too, which no title in front does. */
function apposition({ desk, base, lemma, state, owner }: Phrase, named: Draft, gender: Draft['gender'] = undefined): true {
  if (state && owner?.kind === 'pronoun') learn(desk, named.entities[0] ?? '', { state });
  const told = { entities: [...named.entities], kind: 'nominal' as const, via: 'nominal.apposition', role: lemma };
  place(desk, base, gender ? { ...told, gender } : told);
  return true;
}

/** "the foreign minister, Jan Novak", "his Czech counterpart Jan Novak"; "the firm's president and chief executive, Jan Novak": both are he. */
function besideName(p: Phrase): boolean {
  const { desk, tree, head, role, base } = p;
  const named = childrenBy(tree, head, 'appos', 'flat', 'nmod:desc')
    // "The President and Ms Novak" are two, whatever the tree makes of them.
    .filter((c) => !tree.tokens.slice(head + 1, c).some((t) => t.deprel === 'cc' && tree.tokens[t.head]?.head === head))
    .map((c) => headedBy(desk, base.sentence, c))
    .find((d) => d && desk.entities.get(d.entities[0] ?? '')?.kind === 'person');
  if (named && !p.plural && role.kind !== 'body') return apposition(p, named, named.gender);
  const twin = relationAt(tree, head) === 'conj' && p.bare ? headedBy(desk, base.sentence, tree.tokens[head]?.head ?? -1) : undefined;
  if (twin?.kind !== 'nominal' || role.kind !== 'role' || !/^nominal\.(apposition|title)$/.test(twin.via)) return false;
  return apposition(p, twin);
}

/** Apposition the other way round: "Jan Novak, the Ruritanian foreign minister". */
function behindName(p: Phrase): boolean {
  const { desk, tree, head, role, base, from, state } = p;
  const at = apposedTo(tree, head);
  if (bodyApposed(desk, tree, role, base, { at, from, state })) return true;
  const up = nearestBefore(desk, tree, from) ?? headedBy(desk, base.sentence, at);
  if (!up || role.kind === 'body' || isTitleOfOther(tree, head) || at < 0 || p.plural) return false;
  return desk.entities.get(up.entities[0] ?? '')?.kind === 'person' && apposition(p, up);
}

/** "The Ruritanian foreign minister, Jan Novak", where the tree does not join them. */
function beforeName(p: Phrase): boolean {
  const { desk, tree, head, role, state, owner } = p;
  if (p.plural || role.kind !== 'role' || (state === undefined && !isDefinite(tree, head))) return false;
  const end = owner && owner.start > head ? owner.end : phraseOf(tree, head)[1];
  const behind = namedUnder(desk, tree, head) ?? namedBehindComma(desk, tree, { head, end, state });
  if (!behind) return false;
  learn(desk, behind.entities[0] ?? '', { ...(state ? { state } : {}), ...(role.sector ? { sector: role.sector } : {}) });
  return apposition(p, behind);
}

/** "His party": the one that its owner is of. */
function ownParty({ desk, tree, head, owner, base, lemma }: Phrase): boolean {
  const party = owner && isPartyNoun(tree, head) && isTheirs(desk, tree, head, owner) ? partyOf(desk, owner.entities[0] ?? '') : undefined;
  if (!party) return false;
  place(desk, base, { entities: [party], kind: 'nominal', via: 'nominal.own-party', sector: 'PTY', role: lemma });
  return true;
}

/** "The Czech president": who holds the office on the day. */
function byOffice({ desk, tree, head, role, state, owner, base, lemma, plural }: Phrase, words: string, isPrivate: boolean): boolean {
  const held = plural ? undefined : officeHeld(desk, tree, head, role, { state, owner, isPrivate });
  if (!held) return false;
  const { person, via, ...told } = held;
  enter(desk, person, { kind: 'person', name: words, ...(state ? { state } : {}) });
  place(desk, base, { entities: [person], kind: 'nominal', via, role: lemma, ...told, ...genderOf(desk, person) });
  return true;
}

/** "EU officials", "the delegation of the Arab League": they act for it; "NATO and Russian generals": a group of each. */
function ofOrganisation({ desk, tree, head, role, base, lemma, plural }: Phrase): boolean {
  if (!plural && role.kind !== 'body') return false;
  const owners = organisationOwners(desk, tree, head);
  if (owners.length > 0 && tree.words['stands-for-organisation'].has(lemma)) {
    place(desk, base, { entities: owners, kind: 'nominal', via: 'nominal.organisation', role: lemma });
    return true;
  }
  if (owners.length < 2 || role.kind === 'body' || role.kind === 'title') return false;
  const { sector } = role;
  const groups = owners.map((owner) => {
    const name = `${desk.entities.get(owner)?.name ?? owner} ${role.phrase}`;
    const id = localId('people', name);
    enter(desk, id, { kind: 'people', name, sector, ...(desk.entities.get(owner)?.kind === 'state' ? { state: owner } : {}) });
    return id;
  });
  place(desk, base, { entities: groups, kind: 'nominal', via: 'nominal.role', sector, role: lemma });
  return true;
}

/** "The president of the Bankers Association", "a union chairman": whoever leads a body is of its kind, not of the government. */
function asOfBody(desk: Desk, tree: Tree, head: number, role: Role, owner: Draft | undefined): Role {
  if (role.kind !== 'role' || role.sector !== 'GOV' || !tree.words.leaders.has(lemmasOf(tree)[head] ?? '')) return role;
  const body = owner?.entities.length === 1 ? desk.entities.get(owner.entities[0] ?? '') : undefined;
  const sector = body && /^(body|organisation|outlet|news-agency|armed-group)$/.test(body.kind) ? body.sector : undefined;
  return sector === undefined || sector === 'GOV' || sector === '' ? role : { ...role, sector };
}

/** "Security forces said": without an article or anything that tells them apart they are those of the state that the text or the sentence is on. */
function atHome({ desk, tree, head, role, owner, plural }: Phrase): string | undefined {
  if (owner !== undefined || !tree.words['keep-order-at-home'].has(role.phrase) || !(plural || role.kind === 'group')) return undefined;
  if ((tree.children[head] ?? []).some((c) => c < role.start && /^(det|amod|compound|nmod|nummod)/.test(relationAt(tree, c))))
    return undefined;
  if (childrenBy(tree, head, 'nmod', 'acl', 'acl:relcl').some((c) => c > head)) return undefined;
  return stateAround(desk, tree.sentence.index, publishingState(desk) ?? onlyState(desk));
}

/** Without a state: left for coreference if it points back, else a group or a person nobody names; `employer` is the sector of a private one. */
function ofNobody({ desk, tree, head, role, base, lemma, plural }: Phrase, words: string, employer: string | undefined): void {
  if (employer === undefined && isAnaphoric(tree, head, role) && (role.kind !== 'group' || isDefinite(tree, head))) {
    const isNamed = tree.tokens[head]?.upos === 'PROPN' && !plural && !isFormer(tree, head, { role });
    const id = isNamed ? (officeNamedBefore(desk, base.sentence, head, role) ?? officeOfPublisher(desk, tree, head, role)) : undefined;
    if (id) place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.office-named', role: lemma, ...genderOf(desk, id) });
    return;
  }
  if (role.kind === 'title') return;
  const id = localId(role.kind === 'body' ? 'organisation' : 'people', words);
  // "the head of the union": of the kind of the body, where the noun does not say.
  const sector = employer ?? (role.sector === 'UNK' ? (sectorOfBody(desk, tree, head) ?? role.sector) : role.sector);
  enter(desk, id, { kind: role.kind === 'body' ? 'body' : 'people', name: words, sector });
  place(desk, base, { entities: [id], kind: 'nominal', via: 'nominal.role', sector, role: lemma });
}

/** The sector of the body behind "of". */
const sectorOfBody = (desk: Desk, tree: Tree, head: number): string | undefined => {
  const of = childrenBy(tree, head, 'nmod').find((c) => c > head && caseOf(tree, c) === 'of');
  const body = of === undefined ? undefined : desk.roles.at(tree, of);
  return body?.kind === 'body' ? body.sector : undefined;
};
