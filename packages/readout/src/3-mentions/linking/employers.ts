/** Officers of firms, unions and other bodies that are no government's: what they are told by whom they serve. */
import { caseOf, childrenBy, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';
import { BETWEEN_STATES } from '../grammar/belonging.ts';
import { draftOver, stateOfModifiers } from '../grammar/modifiers.ts';
import type { Role } from '../lists/roles.ts';

/** The sector of an organisation named before or after such a noun: "Airbus spokesman", "president of the bar association". */
export function employerSector(desk: Desk, tree: Tree, head: number): string | undefined {
  const lemma = lemmasOf(tree)[head] ?? '';
  const isStaff = tree.words.staff.has(lemma) || tree.words['offices-of-any-body'].has(desk.roles.at(tree, head)?.phrase ?? '');
  if (!isStaff) return isSentOrServes(tree, lemma) ? sectorAmongStates(desk, tree, head) : undefined;
  for (const c of childrenBy(tree, head, 'compound', 'nmod:poss', 'nmod')) {
    // "Chile's representative to NATO".
    if (c > head && caseOf(tree, c) === 'to') continue;
    const draft = draftOver(desk, tree, c);
    const sector = draft ? sectorOfEmployer(desk, draft) : undefined;
    // "the company's president", "president of the club".
    const role = desk.roles.at(tree, c);
    if (sector === 'UNK' && role?.kind === 'body' && PRIVATE.has(role.sector)) return role.sector;
    if (sector !== undefined) return sector;
    if (draft) continue;
    if (role?.kind === 'body' && (PRIVATE.has(role.sector) || isUnionsOwn(desk, tree, c, role))) return role.sector;
    // "chairman of the Harbour Exchange's committee"; the "Health" of "health ministry" is nobody's name.
    const inner = (tree.children[c] ?? []).map((k) => (k < (role?.start ?? c) ? draftOver(desk, tree, k) : undefined));
    const owner = inner.map((d) => (d ? sectorOfEmployer(desk, d) : undefined)).find((x) => x !== undefined && x !== 'GOV');
    if (owner !== undefined) return owner;
  }
  return undefined;
}

const isSentOrServes = ({ words }: Tree, lemma: string): boolean =>
  words['posted-abroad'].has(lemma) || words.servants.has(lemma) || words['officers-of-unions'].has(lemma);

/** "Head of the UN mission". */
const isUnionsOwn = (desk: Desk, tree: Tree, c: number, role: Role): boolean =>
  BETWEEN_STATES.has(role.sector) && !role.weak && role.start < c && stateOfModifiers(desk, tree, c) === undefined;

/** "The EU's ambassador to Peru", "UN inspectors": of an organisation between states; "the UN ambassador" is one to it. */
export function sectorAmongStates(desk: Desk, tree: Tree, head: number): string | undefined {
  const isSent = tree.words['posted-abroad'].has(lemmasOf(tree)[head] ?? '');
  const isSomewhere = childrenBy(tree, head, 'nmod').some((c) => c > head && /^(to|for)$/.test(caseOf(tree, c)));
  for (const c of childrenBy(tree, head, 'compound', 'nmod:poss', 'nmod')) {
    if (c > head ? caseOf(tree, c) !== 'of' : isSent && !isSomewhere && relationAt(tree, c) !== 'nmod:poss') continue;
    const draft = draftOver(desk, tree, c);
    const e = draft?.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '') : undefined;
    if (e?.kind === 'organisation' && e.state === undefined && BETWEEN_STATES.has(e.sector ?? '')) return e.sector;
  }
  return undefined;
}

/** Whom somebody serves, by a body of a state that has no name: its state and its sector. */
export interface Service {
  readonly state: string;
  readonly sector: string;
}

/**
 * "A spokesman for the Peruvian government", "a captain in the Peruvian navy", "an aide to the Peruvian president", "the Peruvian president's envoy": the
 * state told one step down.
 */
export function serviceOf(desk: Desk, tree: Tree, title: number): Service | undefined {
  const own = desk.roles.at(tree, title);
  const aide = isAide(tree, title, own);
  if (!aide && !isInService(tree, title, own)) return undefined;
  for (const c of childrenBy(tree, title, 'nmod', 'nmod:poss', 'obl')) {
    const isOwner = relationAt(tree, c) === 'nmod:poss';
    if (
      isOwner
        ? !(aide || isSent(tree, title))
        : c < title || !(aide ? /^(to|of|for|at|in)$/ : /^(of|for|at|in|from|with)$/).test(caseOf(tree, c))
    )
      continue;
    const found = served(desk, tree, chargeOf(tree, c), aide || isOwner);
    if (found) return found;
  }
  return undefined;
}

/** What a noun tells of who serves it: a body of a state, or somebody in office. */
function served(desk: Desk, tree: Tree, c: number, ofOfficer: boolean): Service | undefined {
  const draft = draftOver(desk, tree, c);
  const e = draft?.kind === 'name' && draft.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '') : undefined;
  if (e?.kind === 'body' && e.state !== undefined && e.sector) return { state: e.state, sector: e.sector };
  const role = desk.roles.at(tree, c);
  if (role === undefined || !(role.kind === 'body' || isTroops(role) || isServed(tree, c, role, ofOfficer))) return undefined;
  const state = stateTold(desk, tree, c);
  return state === undefined ? undefined : { state, sector: role.sector === 'IGO' ? 'GOV' : role.sector };
}

/** The state of a body's noun, also through whoever has it: "the Chilean parliament's committee", "the Chilean president's party". */
export function stateTold(desk: Desk, tree: Tree, noun: number): string | undefined {
  const own = stateOfModifiers(desk, tree, noun);
  if (own !== undefined) return own;
  const owner = childrenBy(tree, noun, 'nmod:poss').find((c) => desk.roles.at(tree, c) !== undefined);
  return owner === undefined ? undefined : stateOfModifiers(desk, tree, owner);
}

/** Nouns of who helps somebody in office: "aide", "chief of staff". */
const isAide = (tree: Tree, title: number, own: Role | undefined): boolean =>
  tree.words.aides.has(lemmasOf(tree)[title] ?? '') || /^(deputy )?chief of (cabinet|staff)$/.test(own?.phrase ?? '');

const isSent = (tree: Tree, title: number): boolean => tree.words['posted-abroad'].has(lemmasOf(tree)[title] ?? '');

/** Nouns of service, and of offices and trades that bodies of states and firms have. */
const isInService = (tree: Tree, title: number, own: Role | undefined): boolean => {
  const lemma = lemmasOf(tree)[title] ?? '';
  return tree.words.staff.has(lemma) || tree.words.servants.has(lemma) || (own?.kind === 'role' && IN_SERVICE.has(own.sector));
};

const IN_SERVICE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY', 'PTY', 'BUS', 'EDU', 'JRN', 'LAB']);

const isTroops = (role: Role): boolean => role.kind === 'group' && role.sector === 'MIL';

/** "The officer in charge of Peruvian troops": what stands behind the "of". */
function chargeOf(tree: Tree, c: number): number {
  if (lemmasOf(tree)[c] !== 'charge') return c;
  return childrenBy(tree, c, 'nmod').find((k) => caseOf(tree, k) === 'of') ?? c;
}

/** Whether an aide's master is in office, or a spokesman's are in arms; not those who march ("a spokesman for the Peruvian protesters"). */
const isServed = (tree: Tree, c: number, role: Role, ofOfficer: boolean): boolean =>
  role.kind === 'role' && ofOfficer && (isPlural(tree, c) ? /^(REB|UAF|PRM|OPP)$/.test(role.sector) : role.offices.length > 0);

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
const PRIVATE: ReadonlySet<string> = new Set(['BUS', 'MNC', 'EDU', 'MED', 'LAB', 'SOC', 'ELI', 'PTY', 'OPP', 'REB', 'UAF', 'NGO']);

/** Sectors of bodies of states and between them. */
const OF_STATES: ReadonlySet<string> = new Set(['GOV', 'MIL', 'LEG', 'JUD', 'COP', 'SPY', 'IGO', 'UNO']);
