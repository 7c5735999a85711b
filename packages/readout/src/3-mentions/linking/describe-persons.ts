/** What a text says of the persons whom it names: the titles and offices beside a name, and what clauses tell ("who heads the Chilean delegation"). */
import { baseAt, caseOf, childrenBy, formsOf, isPlural, lemmaAt, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import { type Desk, type Draft, learn } from '../draft.ts';
import { draftOver, stateOfModifiers } from '../grammar/modifiers.ts';
import { officeAbove, officeAside } from '../grammar/office-above.ts';
import { stateOfTag } from '../grammar/party-tags.ts';
import type { Described } from './by-surname.ts';
import { employerSector, serviceOf } from './employers.ts';
import { servesAtHome, settleAtHome } from './home-officials.ts';
import { officeTold } from './office-told-of.ts';
import { toldInClauses } from './told-in-clauses.ts';

/** What stands before a person's name: "Iranian Foreign Minister", "Mr", "Gen.". */
export function describeTitle(desk: Desk, tree: Tree, head: number, ...more: readonly number[]): Described {
  const titles = [...childrenBy(tree, head, 'nmod:desc', 'compound', 'flat', 'appos', 'amod', 'nmod')];
  for (const c of childrenBy(tree, head, 'appos')) titles.push(...apposed(desk, tree, c));
  // A title may also be the head, the name flat below it.
  const up = tree.tokens[head]?.head ?? -1;
  if (up >= 0 && ['flat', 'appos', 'compound'].includes(baseAt(tree, head)) && (up < head || relationAt(tree, head) === 'appos'))
    titles.push(up);
  const ofFirst = pluralTitle(desk, tree, head);
  if (ofFirst >= 0) titles.push(ofFirst);
  const office = officeTold(tree, head);
  if (office >= 0 && isOfState(desk, tree, office)) titles.push(office);
  const described = describeBy(desk, tree, [...more.filter((t) => t >= 0), ...titles]);
  const state = described.state ?? stateOfModifiers(desk, tree, head);
  return state ? { ...described, state } : described;
}

/** "One of Chile's two deputy ministers", and the "d'affaires" of a "charge d'affaires": what a noun in apposition goes on with. */
function apposed(desk: Desk, tree: Tree, c: number): readonly number[] {
  if (lemmaAt(tree, c) === 'one')
    return childrenBy(tree, c, 'nmod').filter(
      (k) => k > c && caseOf(tree, k) === 'of' && !/^(BUS|MNC|UNK|)$/.test(desk.roles.at(tree, k)?.sector ?? ''),
    );
  return desk.roles.at(tree, c) === undefined && desk.roles.at(tree, c + 1)?.start === c ? [c + 1] : [];
}

/** What titles and offices say of whoever has them. */
function describeBy(desk: Desk, tree: Tree, titles: readonly number[]): Described {
  let state: string | undefined;
  let sector: string | undefined;
  let role: string | undefined;
  let gender: 'm' | 'f' | undefined;
  let offices: readonly string[] = [];
  let atHome = false;
  let ofAnyBody = false;
  for (const t of titles) {
    const title = formsOf(tree)[t] ?? '';
    if (tree.words['titles-of-men'].has(title)) gender = 'm';
    else if (tree.words['titles-of-women'].has(title)) gender = 'f';
    const found = desk.roles.at(tree, t);
    if (!found || (found.kind === 'title' && !found.sector)) continue;
    // "Of its debt division": no soldiers by the noun itself.
    if (found.kind === 'body' && found.weak && found.sector === 'MIL') {
      state ??= stateOfModifiers(desk, tree, t);
      continue;
    }
    if (sector === undefined || sector === 'UNK') {
      const employer = employerSector(desk, tree, t);
      sector = employer ?? found.sector;
      ofAnyBody = employer === undefined && sector === 'GOV' && isOfAnyBody(desk, tree, t, found.phrase);
    }
    role ??= lemmaAt(tree, t).toLowerCase();
    if (offices.length === 0) offices = found.offices;
    atHome ||= servesAtHome(desk, tree, t, found);
    state ??= stateOfModifiers(desk, tree, t);
    const isOpen = ofAnyBody || sector === '' || sector === 'UNK';
    const service = isOpen || state === undefined ? serviceOf(desk, tree, t) : undefined;
    state ??= service?.state;
    // "Of the Chilean security council".
    if (found.kind === 'body' && sector === 'IGO' && state !== undefined) sector = 'GOV';
    if (service && (isOpen || isAdviserOfFirm(tree, t, service.sector))) {
      sector = service.sector;
      ofAnyBody = false;
    }
  }
  return {
    offices,
    ...(state ? { state } : {}),
    ...(sector ? { sector } : {}),
    ...(role ? { role } : {}),
    ...(gender ? { gender } : {}),
    ...(atHome ? { atHome } : {}),
    ...(ofAnyBody ? { ofAnyBody } : {}),
  };
}

/** "An adviser to a Chilean bank" is in no office. */
const isAdviserOfFirm = (tree: Tree, t: number, sector: string): boolean =>
  tree.words.aides.has(lemmaAt(tree, t).toLowerCase()) && /^(BUS|MNC|EDU|MED|LAB|SOC|JRN|NGO)$/.test(sector);

/** An office of a state that is told with it; "is a friend of Peru", "became the leader of the race" tell none. */
function isOfState(desk: Desk, tree: Tree, office: number): boolean {
  const role = desk.roles.at(tree, office);
  return role?.kind === 'role' && /^(GOV|LEG|JUD|COP|MIL)$/.test(role.sector) && stateOfModifiers(desk, tree, office) !== undefined;
}

/** An office that firms have as well as states; "President Novak" in capitals, which is how heads of states are written, is not. */
function isOfAnyBody(desk: Desk, tree: Tree, t: number, phrase: string): boolean {
  // "Spokesman for the foreign ministry".
  if ((tree.children[t] ?? []).some((c) => desk.roles.at(tree, c)?.kind === 'body' && desk.roles.at(tree, c)?.sector === 'GOV'))
    return false;
  const isTitle = phrase === 'president' && /^Pres/.test(tree.tokens[t]?.form ?? '') && tree.tokens[t + 1]?.upos === 'PROPN';
  return tree.words['offices-of-any-body'].has(phrase) && !isTitle;
}

/** "Presidents Reagan and Clinton": the title of the second stands before the first. */
function pluralTitle(desk: Desk, tree: Tree, head: number): number {
  if (relationAt(tree, head) !== 'conj') return -1;
  const first = draftOver(desk, tree, tree.tokens[head]?.head ?? -1)?.start ?? -1;
  return isPlural(tree, first - 1) ? first - 1 : -1;
}

/** What the text says of a named person elsewhere ("Jan Novak, the foreign minister"): filled into entities the knowledge lacks. */
export function describePersons(desk: Desk): void {
  const atHome: Draft[] = [];
  for (const drafts of desk.drafts) {
    let isStranger = false;
    for (const d of drafts) {
      const id = d.entities[0];
      const e: Entity | undefined = id === undefined ? undefined : desk.entities.get(id);
      const tree = desk.trees[d.sentence];
      if (!e || !id || e.kind !== 'person' || !tree || d.kind !== 'name') continue;
      isStranger ||= e.knowledge === undefined;
      const said = describeTitle(desk, tree, d.head, officeAbove(desk, tree, d), officeAside(desk, tree, d));
      if (said.role && !d.role) d.role = said.role;
      if (said.atHome) atHome.push(d);
      const tagged = stateOfTag(desk, tree, d.end);
      learnTitle(desk, e, tagged === undefined ? said : { ...said, sector: said.sector ?? 'LEG', ...(tagged ? { state: tagged } : {}) });
    }
    const tree = desk.trees[drafts[0]?.sentence ?? -1];
    if (isStranger && tree) atHome.push(...describeInClauses(desk, tree));
  }
  settleAtHome(desk, atHome);
}

function learnTitle(desk: Desk, { id, state }: Entity, said: Described): void {
  learn(desk, id, {
    ...(said.state ? { state: said.state } : {}),
    ...(said.sector ? { sector: said.ofAnyBody && state === undefined && said.state === undefined ? 'UNK' : said.sector } : {}),
    ...(said.gender ? { gender: said.gender } : {}),
  });
}

/** An office that no firm has, so that it is one of a state though none is named. */
function isOfStatesOnly(desk: Desk, tree: Tree, office: number): boolean {
  const role = desk.roles.at(tree, office);
  const lemma = lemmaAt(tree, office).toLowerCase();
  return role !== undefined && role.offices.length > 0 && !tree.words.staff.has(lemma) && !tree.words['offices-of-any-body'].has(lemma);
}

/** What the verbs of a sentence tell of strangers; gives those whose office is one of the state that they are in. */
function describeInClauses(desk: Desk, tree: Tree): readonly Draft[] {
  const atHome: Draft[] = [];
  for (const { person, office, isOver, isLeft, state, sector } of toldInClauses(desk, tree)) {
    const e = desk.entities.get(person.entities[0] ?? '');
    if (!e) continue;
    if (office === undefined) {
      learn(desk, e.id, { ...(state ? { state } : {}), ...(sector ? { sector } : {}) });
      continue;
    }
    const said = describeBy(desk, tree, [office]);
    const whole = state && !said.state ? { ...said, state } : said;
    if (!person.role && said.role && !isOver && !isLeft) person.role = said.role;
    if (said.atHome && !whole.state) atHome.push(person);
    if (whole.state || said.sector !== 'GOV' || isOfStatesOnly(desk, tree, office))
      learnTitle(desk, e, isOver ? { ...whole, sector: 'ELI' } : whole);
  }
  return atHome;
}
