/**
 * What verbs tell of the office of somebody whom no list knows: who heads a delegation, works for a ministry, served as minister, was named ambassador or
 * dismissed as one, and by whom a government is led. Offices that stand beside a name are read in persons.ts.
 */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../../2-sentences/arguments.ts';
import { caseOf, childrenBy, hasChild, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { isPassive } from '../../2-sentences/voice.ts';
import { type Desk, type Draft, headedBy } from '../draft.ts';
import { BETWEEN_STATES } from '../grammar/belonging.ts';
import { draftOver } from '../grammar/modifiers.ts';
import { sectorAmongStates, serviceOf, stateTold } from './employers.ts';
import { isLeftOpen } from './office-told-of.ts';

/** What a clause tells of somebody. */
export interface ToldInClause {
  readonly person: Draft;
  readonly state?: string | undefined;
  readonly sector?: string | undefined;
  /** The noun of the office, where one is told, whether it is over, and whether somebody else has it now. */
  readonly office?: number | undefined;
  readonly isOver?: boolean;
  readonly isLeft?: boolean;
}

/** All that the clauses of a sentence tell of the unlisted persons whom it names. */
export function toldInClauses(desk: Desk, tree: Tree): readonly ToldInClause[] {
  const found: ToldInClause[] = [];
  for (let v = 0; v < tree.tokens.length; v++) {
    const lemma = lemmasOf(tree)[v] ?? '';
    if (tree.tokens[v]?.upos === 'VERB') found.push(...toldByVerb(desk, tree, v, lemma));
    else if (hasChild(tree, v, 'cop')) found.push(...toldByCopula(desk, tree, v));
    else if (tree.words.governments.has(lemma)) found.push(...governed(desk, tree, v));
  }
  return found;
}

function toldByVerb(desk: Desk, tree: Tree, v: number, lemma: string): readonly ToldInClause[] {
  const { words } = tree;
  const isHead = words['heads-a-body'].has(lemma);
  const isFor = words['serves-for'].has(lemma);
  const isAs = words['serves-as'].has(lemma);
  const isMade = words['puts-in-office'].has(lemma) || words['puts-out-of-office'].has(lemma);
  const first = officeInFront(desk, tree, v);
  if (first >= 0) return persons(desk, tree, surfaceSubject(tree, v)).map((person) => ({ person, office: first }));
  if (words['sends-its-own'].has(lemma)) return sent(desk, tree, v);
  if (!(isHead || isFor || isAs || isMade || lemma === 'represent') || isOpen(tree, v)) return [];
  if (isMade) return madeOrDismissed(desk, tree, v, words['follows-in-office'].has(lemma));
  const subjects = persons(desk, tree, subjectOf(tree, v));
  if (subjects.length === 0) return [];
  if (isHead) return led(desk, tree, subjects, headedBodies(desk, tree, v));
  if (lemma === 'represent') return standsFor(desk, tree, v, subjects);
  const office = isAs ? officeBehind(desk, tree, v) : -1;
  const isOver = lemma === 'serve' && isPast(tree, v);
  if (office >= 0) return subjects.map((person) => ({ person, office, isOver, isLeft: words['leaves-as'].has(lemma) }));
  if (!isFor || (isPast(tree, v) && lemma !== 'speak')) return [];
  const bodies = (lemma === 'speak' ? ['for'] : ['for', 'at', 'in', 'on']).flatMap((p) => prepositional(tree, v, p));
  return led(desk, tree, subjects, bodies);
}

/** "Peru named Novak foreign minister", "Novak was dismissed as governor", "Novak succeeded Okoro as speaker": of whoever names somebody the office is. */
function madeOrDismissed(desk: Desk, tree: Tree, v: number, isBoth: boolean): readonly ToldInClause[] {
  const office = officeBehind(desk, tree, v);
  const cut = office < 0 ? [] : childrenBy(tree, office, 'compound', 'nmod:desc').filter((c) => c > v && c < office);
  const objects = [...objectOf(tree, v), ...childrenBy(tree, v, 'xcomp').filter((c) => c !== office), ...cut];
  const made = [...persons(desk, tree, isBoth ? [...objects, ...subjectOf(tree, v)] : objects), ...setOffBefore(desk, tree, v)];
  if (made.length === 0) return [];
  // "Was elected to the Chilean senate".
  if (office < 0) return isBoth ? [] : led(desk, tree, made, prepositional(tree, v, 'to'));
  const by = isBoth
    ? undefined
    : subjectOf(tree, v)
        .map((s) => bodyOf(desk, tree, s, true))
        .find((b) => b !== undefined);
  const isOwned = childrenBy(tree, office, 'nmod').some((c) => caseOf(tree, c) !== 'to' && draftOver(desk, tree, c) !== undefined);
  const isLeft = tree.words['puts-out-of-office'].has(lemmasOf(tree)[v] ?? '');
  return made.map((person) => ({ person, office, isLeft, ...(by && !isOwned ? { state: by.state } : {}) }));
}

/** "Novak was the Chilean foreign minister", "Peru's new foreign minister is Jan Novak". */
function toldByCopula(desk: Desk, tree: Tree, noun: number): readonly ToldInClause[] {
  if (isOpen(tree, noun)) return [];
  const subjects = surfaceSubject(tree, noun);
  if (isOffice(desk, tree, noun)) {
    const verb = childrenBy(tree, noun, 'cop').map((c) => tree.tokens[c]?.form.toLowerCase());
    const isOver = verb.some((f) => f === 'was' || f === 'were') || (verb.includes('been') && hadBeen(tree, noun));
    return persons(desk, tree, subjects).map((person) => ({ person, office: noun, isOver }));
  }
  const office = subjects.find((s) => isOffice(desk, tree, s));
  return office === undefined ? [] : persons(desk, tree, [noun]).map((person) => ({ person, office }));
}

const hadBeen = (tree: Tree, noun: number): boolean =>
  childrenBy(tree, noun, 'aux').some((c) => tree.tokens[c]?.form.toLowerCase() === 'had');

/** Those at the head of bodies or at work for them. */
function led(desk: Desk, tree: Tree, subjects: readonly Draft[], bodies: readonly number[]): readonly ToldInClause[] {
  for (const b of bodies) {
    const body = bodyOf(desk, tree, b, false);
    if (body) return subjects.map((person) => ({ person, ...body }));
  }
  return [];
}

/** "Who represents Gabon at the African Union": whoever speaks for a state among states. */
function standsFor(desk: Desk, tree: Tree, v: number, subjects: readonly Draft[]): readonly ToldInClause[] {
  const state = objectOf(tree, v)
    .map((o) => bodyOf(desk, tree, o, true)?.state)
    .find((s) => s !== undefined);
  const isAmongStates = ['at', 'to', 'in', 'on'].some((p) =>
    prepositional(tree, v, p).some((c) => {
      const e = desk.entities.get(draftOver(desk, tree, c)?.entities[0] ?? '');
      return (
        (e?.kind === 'organisation' && BETWEEN_STATES.has(e.sector ?? '')) || tree.words['meets-of-states'].has(lemmasOf(tree)[c] ?? '')
      );
    }),
  );
  return state !== undefined && isAmongStates ? subjects.map((person) => ({ person, state, sector: 'GOV' })) : [];
}

/** "The Chilean regime of Jan Novak". */
function governed(desk: Desk, tree: Tree, noun: number): readonly ToldInClause[] {
  const state = stateTold(desk, tree, noun);
  const of = state === undefined ? [] : childrenBy(tree, noun, 'nmod').filter((c) => c > noun && caseOf(tree, c) === 'of');
  return persons(desk, tree, of).map((person) => ({ person, state, sector: 'GOV' }));
}

/** "Chile recalled ambassador Jan Novak": whom a state sends or calls home is its own. */
function sent(desk: Desk, tree: Tree, v: number): readonly ToldInClause[] {
  const state = subjectOf(tree, v)
    .map((s) => bodyOf(desk, tree, s, true)?.state)
    .find((x) => x !== undefined);
  if (state === undefined) return [];
  return persons(desk, tree, objectOf(tree, v))
    .filter((d) => OF_STATE.test(desk.entities.get(d.entities[0] ?? '')?.sector ?? ''))
    .map((person) => ({ person, state }));
}

/** "As Chile's foreign minister, Novak": the office in front of a clause. */
const officeInFront = (desk: Desk, tree: Tree, v: number): number =>
  childrenBy(tree, v, 'obl', 'advcl').find(
    (c) => c < v && caseOf(tree, c) === 'as' && isOffice(desk, tree, c) && tree.tokens.slice(c, v).some((t) => t.form === ','),
  ) ?? -1;

/** "Jan Novak, appointed foreign minister last year,": the name in front of a participle's comma. */
function setOffBefore(desk: Desk, tree: Tree, v: number): readonly Draft[] {
  if (!/^VB[ND]$/.test(tree.tokens[v]?.xpos ?? '') || tree.tokens[v - 1]?.form !== ',' || hasChild(tree, v, 'aux', 'nsubj')) return [];
  return persons(
    desk,
    tree,
    (desk.drafts[tree.sentence.index] ?? []).filter((d) => d.end === v - 1).map((d) => d.head),
  );
}

/** What somebody heads, or presides over; not a state that is led to a goal or a win. */
function headedBodies(desk: Desk, tree: Tree, v: number): readonly number[] {
  const isOnTheWay = ['to', 'into', 'past'].some((p) => prepositional(tree, v, p).length > 0);
  const isState = (t: number): boolean => desk.entities.get(draftOver(desk, tree, t)?.entities[0] ?? '')?.kind === 'state';
  return [...objectOf(tree, v), ...prepositional(tree, v, 'over')].filter((t) => !(isOnTheWay && isState(t)));
}

interface Body {
  readonly state?: string | undefined;
  readonly sector: string;
}

/** What a noun of a body, or the name of one or of a state, tells of who leads it; `acting`: of who does something for it, as a government does. */
function bodyOf(desk: Desk, tree: Tree, token: number, acting: boolean): Body | undefined {
  const draft = draftOver(desk, tree, token);
  if (draft && (draft.head === token || draft.end > token)) {
    const e = draft.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '') : undefined;
    if (e?.kind === 'state') return draft.kind === 'name' || draft.kind === 'metonym' ? { state: e.id, sector: 'GOV' } : undefined;
    const isBody = e !== undefined && /^(body|organisation|armed-group)$/.test(e.kind);
    const isLeader = acting && e?.kind === 'person' && e.state !== undefined;
    if (!e?.sector || !(isBody || isLeader) || (acting && !OF_STATE.test(e.sector))) return undefined;
    return { state: e.state, sector: e.sector };
  }
  const role = desk.roles.at(tree, token);
  if (!role || role.weak || role.sector === '' || role.sector === 'UNK') return undefined;
  const isTroop = role.kind === 'group' && role.sector === 'MIL';
  if (!(role.kind === 'body' || isTroop || (acting && role.kind === 'role')) || (acting && !OF_STATE.test(role.sector))) return undefined;
  const state = stateTold(desk, tree, token);
  if (state !== undefined) return { state, sector: ofStates(role.sector) };
  // "The OSCE mission to Chile".
  const sector = acting ? undefined : sectorAmongStates(desk, tree, token);
  return sector === undefined ? undefined : { sector };
}
/** A "development bank" or "security council" is one between states, but a state's own where a state has it. */
const ofStates = (sector: string): string => (sector === 'IGO' ? 'GOV' : sector);

const OF_STATE = /^(GOV|LEG|JUD|COP|MIL|SPY)$/;

/** The office that somebody gets, has or leaves behind a verb: its object complement, or what stands behind "as". */
function officeBehind(desk: Desk, tree: Tree, v: number): number {
  const isBehind = (c: number): boolean => c > v && isOffice(desk, tree, c) && !hasChild(tree, c, 'cop');
  return childrenBy(tree, v, 'xcomp', 'obj', 'obl').find((c) => isBehind(c) && /^(as)?$/.test(caseOf(tree, c))) ?? -1;
}

/** Whether a noun is that of an office or a trade of the state. */
function isOffice(desk: Desk, tree: Tree, noun: number): boolean {
  if (!/^(NOUN|PROPN)$/.test(tree.tokens[noun]?.upos ?? '') || draftOver(desk, tree, noun)) return false;
  const role = desk.roles.at(tree, noun);
  if (role?.kind !== 'role') return false;
  // "Head of the Chilean army".
  return OF_STATE.test(role.sector) || role.sector === 'IGO' || (role.sector === 'UNK' && serviceOf(desk, tree, noun) !== undefined);
}

/** Whether a clause leaves open whether it is so: denied, only possible, asked for. */
const isOpen = (tree: Tree, v: number): boolean =>
  isLeftOpen(tree, v) ||
  (relationAt(tree, v) === 'xcomp' && !tree.words['puts-in-office'].has(lemmasOf(tree)[tree.tokens[v]?.head ?? -1] ?? ''));

const isPast = (tree: Tree, v: number): boolean =>
  tree.tokens[v]?.xpos === 'VBD' || (!isPassive(tree, v) && childrenBy(tree, v, 'aux').some((c) => lemmasOf(tree)[c] === 'have'));

/** The unlisted persons named at these tokens, or behind a title that stands there. */
function persons(desk: Desk, tree: Tree, tokens: readonly number[]): readonly Draft[] {
  const s = tree.sentence.index;
  return tokens.flatMap((token) => {
    const t = whoIs(tree, token);
    const d = [t, ...childrenBy(tree, t, 'flat', 'appos')].map((k) => headedBy(desk, s, k)).find((x) => x?.kind === 'name');
    const e = d?.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
    return d && e?.kind === 'person' && e.knowledge === undefined ? [d] : [];
  });
}

/** Whom a "who" stands for. */
function whoIs(tree: Tree, token: number): number {
  if (tree.tokens[token]?.form.toLowerCase() !== 'who') return token;
  let clause = tree.tokens[token]?.head ?? -1;
  while (clause >= 0 && relationAt(tree, clause) === 'conj') clause = tree.tokens[clause]?.head ?? -1;
  return clause >= 0 && relationAt(tree, clause) === 'acl:relcl' ? (tree.tokens[clause]?.head ?? token) : token;
}
