/** Officers of firms, unions and other bodies that are no government's: what they are told by whom they serve. */
import { caseOf, childrenBy, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import { draftOver, stateOfModifiers } from '../grammar/modifiers.ts';
import type { Role } from '../lists/roles.ts';

/** The sector of an organisation named before or after such a noun: "Airbus spokesman", "president of the bar association". */
export function employerSector(desk: Desk, tree: Tree, head: number): string | undefined {
  const isStaff = tree.words.staff.has(lemmasOf(tree)[head] ?? '');
  if (!isStaff && !tree.words['offices-of-any-body'].has(desk.roles.at(tree, head)?.phrase ?? '')) return undefined;
  for (const c of childrenBy(tree, head, 'compound', 'nmod:poss', 'nmod')) {
    const draft = draftOver(desk, tree, c);
    const sector = draft ? sectorOfEmployer(desk, draft) : undefined;
    if (sector !== undefined) return sector;
    if (draft) continue;
    // "the company's president", "president of the club".
    const role = desk.roles.at(tree, c);
    if (role?.kind === 'body' && PRIVATE.has(role.sector)) return role.sector;
    // "chairman of the Harbour Exchange's committee".
    const inner = (tree.children[c] ?? []).map((k) => (k < c ? draftOver(desk, tree, k) : undefined));
    const owner = inner.map((d) => (d ? sectorOfEmployer(desk, d) : undefined)).find((x) => x !== undefined && x !== 'GOV');
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** Whom somebody serves, by a body of a state that has no name: its state and its sector. */
export interface Service {
  readonly state: string;
  readonly sector: string;
}

/** "A spokesman for the Peruvian government", "a member of the Peruvian parliament", "an aide to the Peruvian president": the state told one step down. */
export function serviceOf(desk: Desk, tree: Tree, title: number): Service | undefined {
  const lemma = lemmasOf(tree)[title] ?? '';
  const isAide = tree.words.aides.has(lemma);
  if (!isAide && !tree.words.staff.has(lemma) && !tree.words.servants.has(lemma)) return undefined;
  for (const c of childrenBy(tree, title, 'nmod', 'nmod:poss')) {
    // "The Peruvian president's spokesman".
    const isOwner = relationAt(tree, c) === 'nmod:poss';
    if (isOwner ? !isAide : c < title || !(isAide ? /^(to|of|for)$/ : /^(of|for|at|in|from|with)$/).test(caseOf(tree, c))) continue;
    const role = desk.roles.at(tree, c);
    if (role === undefined || !(role.kind === 'body' || isServed(tree, c, role, isAide))) continue;
    const state = stateOfModifiers(desk, tree, c);
    if (state !== undefined) return { state, sector: role.sector };
  }
  return undefined;
}

/** Whether an aide's master is in office, or a spokesman's are in arms; not those who march ("a spokesman for the Peruvian protesters"). */
const isServed = (tree: Tree, c: number, role: Role, isAide: boolean): boolean =>
  role.kind === 'role' && isAide && (isPlural(tree, c) ? /^(REB|UAF|PRM|OPP)$/.test(role.sector) : role.offices.length > 0);

/** The sector of whoever serves a body that is no government's. */
function sectorOfEmployer(desk: Desk, draft: Draft): string | undefined {
  const e = desk.entities.get(draft.entities[0] ?? '');
  if (e === undefined || draft.entities.length > 1) return undefined;
  // What an unlisted "commission" or "mission" is, its noun does not say.
  if (e.kind === 'body') return e.sector !== 'GOV' && (e.knowledge !== undefined || !OF_STATES.has(e.sector ?? '')) ? e.sector : undefined;
  if (!/^(organisation|armed-group|outlet|news-agency)$/.test(e.kind)) return undefined;
  // A name that no list knows: its president is none of a state.
  const isLocal = e.id.startsWith('organisation:') && (e.state === undefined || e.name.includes(' '));
  return e.sector ?? (isLocal ? 'UNK' : undefined);
}

/** Sectors of bodies whose officers hold no office of a state. */
const PRIVATE: ReadonlySet<string> = new Set(['BUS', 'MNC', 'EDU', 'MED', 'LAB', 'SOC', 'ELI']);

/** Sectors of bodies of states and between them. */
const OF_STATES: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'IGO', 'UNO']);
