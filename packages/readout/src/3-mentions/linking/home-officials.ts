/** Officials whose state a text nowhere tells: "Finance Minister Jan Novak" is of the state that it speaks of where he is named. */
import { isPlural, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, headedBy, learn, type TimesNamed } from '../draft.ts';
import { BETWEEN_STATES } from '../grammar/belonging.ts';
import { draftOver } from '../grammar/modifiers.ts';
import type { Role } from '../lists/roles.ts';
import { isActedUpon, onlyState, publishingState } from '../main-state.ts';
import { areAtHome, stateOfClause } from './people-at-home.ts';
import { stateAround, statesIn } from './states-around.ts';

/** Whether an office at token `t` serves the state that it is in, and nothing beside it names another body that it could be of. */
export function servesAtHome(desk: Desk, tree: Tree, t: number, role: Role): boolean {
  // Bunu Sheriff Musa is no sheriff.
  if (!isHomeOffice(tree, role) || draftOver(desk, tree, t)?.kind === 'name') return false;
  // "Adaeze Sheriff Musa": a name of nobody known right before it, cut in two.
  const isName = (c: number): boolean => c === role.start - 1 && tree.tokens[c]?.upos === 'PROPN' && !draftOver(desk, tree, c);
  return !(tree.children[t] ?? []).some((c) => isName(c) || isOfBody(desk, draftOver(desk, tree, c)));
}

/** Whether the words of an office are those of one that serves its state at home: by all of them, or by the noun that heads them. */
export function isHomeOffice(tree: Tree, { phrase }: Role): boolean {
  const words = tree.words['serves-at-home'];
  if (words.has(phrase)) return true;
  const [front = ''] = phrase.split(/ (?:of|for) /, 1);
  return words.has(front.slice(front.lastIndexOf(' ') + 1));
}

function isOfBody(desk: Desk, draft: Draft | undefined): boolean {
  const e = draft && desk.entities.get(draft.entities[0] ?? '');
  return e !== undefined && /^(organisation|armed-group|outlet|news-agency)$/.test(e.kind) && e.sector !== 'PTY';
}

/**
 * The state of somebody whom a phrase only calls by such an office: "a senator", "two lawmakers". Several ministers may be of as many states, and whoever
 * leads one, its diplomats or its army meets those of others: only where the text is on one state.
 */
export function homeOfOfficial(desk: Desk, tree: Tree, head: number, role: Role): string | undefined {
  if (areAtHome(tree, head)) return stateOfClause(desk, tree, head);
  if (tree.words['officials-where-told'].has(role.phrase)) return homeOfOfficials(desk, tree, head, role);
  if (!servesAtHome(desk, tree, head, role) || (isPlural(tree, head) && !/^(LEG|JUD|COP)$/.test(role.sector))) return undefined;
  const state = homeState(desk, tree.sentence.index);
  if (state === undefined || isActedUpon(desk, tree, head, state)) return undefined;
  return role.offices.some((o) => desk.roles.officeRank(o) < OF_HOME) && onlyState(desk) !== state ? undefined : state;
}

/** "Officials said", "local police": where nothing but their rank or their field is told of them. */
function homeOfOfficials(desk: Desk, tree: Tree, head: number, role: Role): string | undefined {
  const isTold = (c: number): boolean => {
    const r = relationAt(tree, c);
    if (c > head) return /^(nmod|acl|appos|amod)/.test(r);
    if (r === 'nmod:poss' || tree.bases[c] === 'nmod') return true;
    return /^(amod|compound)/.test(r) && c < role.start && !tree.words['kinds-of-officials'].has(tree.tokens[c]?.form.toLowerCase() ?? '');
  };
  if ((tree.children[head] ?? []).some(isTold)) return undefined;
  // "The Union will answer next week, officials said": they may be its own.
  const s = tree.sentence.index;
  if (role.sector === 'GOV' && [s - 1, s].some((k) => (desk.drafts[k] ?? []).some((d) => isBetweenStates(desk, d)))) return undefined;
  const state = homeState(desk, tree.sentence.index);
  return state === undefined || isActedUpon(desk, tree, head, state) ? undefined : state;
}

const isBetweenStates = (desk: Desk, d: Draft): boolean => {
  const e = d.kind === 'pronoun' ? undefined : desk.entities.get(d.entities[0] ?? '');
  return e?.kind === 'organisation' && BETWEEN_STATES.has(e.sector ?? '');
};

/** Ranks of offices below this one lead a state or its ministries of abroad and war. */
const OF_HOME = 4;

/** Gives those who have such an office the state around them, where nothing in the text has given them one. */
export function settleAtHome(desk: Desk, atHome: readonly Draft[]): void {
  for (const d of atHome) {
    const id = d.entities[0] ?? '';
    const tree = desk.trees[d.sentence];
    if (!tree || desk.entities.get(id)?.state !== undefined) continue;
    const state = ofFirst(desk, tree, d.head) ?? homeState(desk, d.sentence);
    if (state !== undefined && !isActedUpon(desk, tree, d.head, state, d.role !== undefined && tree.words['visits-abroad'].has(d.role)))
      learn(desk, id, { state });
  }
}

/** "Hungarian Prime Minister Tomas Varga and Finance Minister Jan Novak": one adjective before both. */
function ofFirst(desk: Desk, tree: Tree, head: number): string | undefined {
  if (tree.bases[head] !== 'conj' || relationAt(tree, head) !== 'conj') return undefined;
  const first = headedBy(desk, tree.sentence.index, tree.tokens[head]?.head ?? -1);
  const e = first?.role === undefined ? undefined : desk.entities.get(first.entities[0] ?? '');
  return e?.kind === 'person' && /^(GOV|LEG|JUD|COP)$/.test(e.sector ?? '') ? e.state : undefined;
}

/**
 * The state that a sentence of those who name none is on: the one of the names around it that the text names most, else the one that the text names at
 * least twice as often as any other, where the sentence names it too or none. Of 270 ministers, legislators and judges of newswire whom lists hold and whose
 * title told no state this is right of 202 and wrong of 12.
 */
export function homeState(desk: Desk, s: number): string | undefined {
  desk.named ??= timesNamed(desk);
  const { most, times, second } = desk.named;
  if (most === undefined || times === second) return undefined;
  const around = stateAround(desk, s, publishingState(desk) ?? onlyState(desk));
  if (around === most) return around;
  const here = statesIn(desk, s);
  return times >= 2 * Math.max(1, second) && (here.size === 0 || here.has(most)) ? most : undefined;
}

function timesNamed(desk: Desk): TimesNamed {
  const counts = new Map<string, number>();
  for (const drafts of desk.drafts)
    for (const d of drafts) {
      const state = d.kind === 'name' || d.kind === 'demonym' ? (d.state ?? desk.entities.get(d.entities[0] ?? '')?.state) : undefined;
      if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  const [first, next] = [...counts].sort((a, b) => b[1] - a[1]);
  return { most: first?.[0], times: first?.[1] ?? 0, second: next?.[1] ?? 0 };
}
