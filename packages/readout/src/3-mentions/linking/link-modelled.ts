/** Names that no list has and the model takes for something else than a person. */
import { caseOf, type Tree } from '../../2-sentences/syntax.ts';
import type { EntityKind } from '../../model/index.ts';
import { type Desk, enter, localId, place } from '../draft.ts';
import { stateOfModifiers } from '../grammar/modifiers.ts';
import type { Reading } from '../lists/gazetteer.ts';
import type { Role } from '../lists/roles.ts';
import { isLegalWord } from '../names/legal-forms.ts';
import { isActing } from '../phrases/no-bodies.ts';
import { innerState, ownersSector } from './bodies.ts';
import type { NameAt } from './name-at.ts';
import { toldBeside } from './noun-beside.ts';
import { genderOf, knownSurname, linkPerson } from './persons.ts';
import { tellingSector } from './telling-words.ts';

/** Links a name by its label; a person's, where it is a surname that the text has met or everybody knows. */
export function linkModelled(desk: Desk, name: NameAt): void {
  const { tree, hit, words, at, around } = name;
  const met = knownSurname(desk, words);
  if (met) {
    place(desk, at, { entities: [met], kind: 'name', via: 'name.surname', ...genderOf(desk, met) });
    return;
  }
  if (isWellKnownSurname(desk, name)) {
    linkPerson(desk, tree, at, words, around);
    return;
  }
  if (hit.probability < 0.5 || hit.label === 'EVENT' || hit.label === 'MISC') return;
  if (isText(desk, name)) return;
  const role = roleIn(desk, name);
  const kind = kindOf(name, role);
  const parent = hit.label === 'ORG' ? listedParent(desk, name) : undefined;
  const told = hit.label === 'ORG' ? toldBeside(desk, tree, at) : undefined;
  const state = hit.label === 'ORG' ? (stateIn(desk, name, role) ?? told?.state ?? parent?.state) : undefined;
  const own =
    parent !== undefined && kind === 'organisation' ? sectorOfParent(parent) : sectorOf(desk, name, sectorRole(desk, name, role), state);
  const sector = told?.isBehind && own !== undefined && own !== 'BUS' ? own : (told?.sector ?? own);
  const id = localId(kind, words);
  enter(desk, id, { kind, name: words, ...(sector ? { sector } : {}), ...(state ? { state } : {}) });
  place(desk, at, { entities: [id], kind: 'name', via: 'name.model' });
}

/** "The Harbour Convention", "the Federal Bankruptcy Code": a law, a tax or a prize, which does nothing. */
const isText = (desk: Desk, { tree, hit: { start, end }, at: { head } }: NameAt): boolean =>
  end > start + 1 && tree.words['ends-of-laws'].has((tree.tokens[end - 1]?.form ?? '').toLowerCase()) && !isActing(desk, tree, head);

/** The listed firm or society that a longer name begins with: "Sandvik" of Sandvik Securities and Sandvik Canada. */
function listedParent(desk: Desk, { tree, hit: { start, end } }: NameAt): Reading | undefined {
  const last = (tree.tokens[end - 1]?.form ?? '').toLowerCase().replaceAll('.', '');
  const forms = tree.tokens.map((t) => t.form);
  const isPart = tree.words['parts-of-firms'].has(last) || isFirmByName(tree, start, end) || isState(desk, forms, end - 1);
  const m = isPart ? desk.gazetteer.match(forms, start) : undefined;
  const [first] = m?.readings ?? [];
  if (!m || m.end >= end || !first || !m.readings.every((r) => r.entityKind === 'organisation' && /^(BUS|MNC|NGO)$/.test(r.sector ?? '')))
    return undefined;
  return m.readings.every((r) => r.state === first.state) ? first : undefined;
}

const isState = (desk: Desk, forms: readonly string[], i: number): boolean =>
  desk.gazetteer.match(forms, i)?.readings.some((r) => r.entityKind === 'state') ?? false;

const sectorOfParent = ({ sector }: Reading): string => (sector === 'NGO' ? 'NGO' : 'BUS');

/** Whether one word is a surname that means somebody everywhere, and nothing says that it is a place. */
function isWellKnownSurname(desk: Desk, { tree, hit, words, at }: NameAt): boolean {
  const isTitled = desk.roles.isTitle(tree.tokens[hit.start - 1]?.form ?? '');
  const isPlace = (hit.label === 'LOC' || hit.label === 'GPE') && /^(in|at|near|from|around)$/.test(caseOf(tree, at.head));
  return (!isPlace || isTitled) && hit.end === hit.start + 1 && desk.gazetteer.wellKnown(words, desk.day) !== undefined;
}

/** What the last word of a name, or its head, says of it. */
function roleIn(desk: Desk, { tree, at: { head, start, end } }: NameAt): Role | undefined {
  const noun = desk.roles.at(tree, end - 1) ?? (head >= start && head < end ? desk.roles.at(tree, head) : undefined);
  // The "Rockets" of a name are a team.
  return noun?.again || noun?.equipment ? undefined : noun;
}

function kindOf({ tree, hit: { label, start, end } }: NameAt, role: Role | undefined): EntityKind {
  const isPlace = label !== 'ORG' && tree.words['ends-of-places'].has((tree.tokens[end - 1]?.form ?? '').toLowerCase());
  const isBody = role?.kind === 'body';
  if (!isPlace && isBody && end > start + 1 && /^(COP|MIL|GOV|LEG|JUD|SPY|IGO)$/.test(role.sector)) return 'body';
  return label !== 'ORG' ? 'place' : isBody ? 'body' : 'organisation';
}

/** The state that an organisation's name holds, or else the words around it. */
const stateIn = (desk: Desk, { tree, hit, at }: NameAt, role: Role | undefined): string | undefined =>
  innerState(desk, tree, hit, role?.kind === 'body') ?? stateOfModifiers(desk, tree, at.head, at.end);

/** The sector of the noun, or of its owner; a commission of a state is none between states, and what ends in "Inc" or "& Co" is a firm. */
function sectorOf(desk: Desk, { tree, hit, at }: NameAt, role: Role | undefined, state: string | undefined): string | undefined {
  const said = role?.sector === 'UNK' ? ownersSector(desk, tree, at.head) : role?.sector;
  const isTold = said === undefined || said === 'UNK' || (said === 'GOV' && tree.words['bodies-of-members'].has(lastWord(tree, at.end)));
  const own = (hit.label === 'ORG' && isTold ? tellingSector(tree, at.start, at.end) : undefined) ?? said;
  if (own === undefined && hit.label === 'ORG' && isFirmByName(tree, at.start, at.end)) return 'BUS';
  return state !== undefined && own === 'IGO' ? 'GOV' : own;
}

/** What the last words of a name say of its sector: "Harbour Power and Light Co" is no power, "Harbour Broadcasting Corporation" a broadcaster. */
function sectorRole(desk: Desk, { tree, at: { start, end } }: NameAt, role: Role | undefined): Role | undefined {
  const isOfState = tree.words['begins-own-bodies'].has(tree.tokens[start]?.form ?? '');
  if (end - start < 2 || isOfState || !isLegalWord(tree.words, tree.tokens[end - 1]?.form ?? '')) return role;
  return role !== undefined && desk.roles.at(tree, end - 1) === role && role.start < end - 1 ? role : undefined;
}

const lastWord = (tree: Tree, end: number): string => (tree.tokens[end - 1]?.form ?? '').toLowerCase();

/** Whether a name closes with the word for a firm ("Harbour Tool Inc") or joins partners ("Novak & Varga"). */
function isFirmByName(tree: Tree, start: number, end: number): boolean {
  if (end - start < 2) return false;
  const last = tree.tokens[end - 1]?.form ?? '';
  return (
    isLegalWord(tree.words, last) ||
    isLegalWord(tree.words, end - start > 3 && /^C\.?V\.?$/.test(last) ? (tree.tokens[end - 3]?.form ?? '') : last) ||
    tree.words['ends-of-firms'].has(last.toLowerCase().replaceAll('.', '')) ||
    tree.words['legal-fronts'].has(tree.tokens[start]?.form ?? '')
  );
}
