/** A reading that is meant → the draft of its name. */
import { relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { MentionKind } from '../../model/index.ts';
import { type Desk, enter, localId, place } from '../draft.ts';
import type { Reading } from '../lists/gazetteer.ts';
import { publishingState } from '../main-state.ts';
import { standsForPlace } from '../metonyms.ts';
import { isSomeMembers, placePeople } from './demonyms.ts';
import type { NameAt } from './name-at.ts';
import { standsForTeam } from './teams.ts';

/** How a name is used in its sentence. */
export interface Use {
  /** As a noun after an article: see `nounUse`. */
  readonly use: 'one' | 'the' | undefined;
  /** Before another noun. */
  readonly isModifier: boolean;
  /** Whether the reading is one person of a people ("an Iraqi"). */
  readonly isOne: boolean;
}

/** Puts a name on the desk as what a reading of it says. */
export function placeReading(desk: Desk, name: NameAt, reading: Reading, use: Use): void {
  if (isTeam(desk, name, reading, use)) {
    placeTeam(desk, name);
    return;
  }
  switch (reading.kind) {
    case 'adjective':
      placeAdjective(desk, name, reading);
      return;
    case 'people':
    case 'person':
      placePeopleOf(desk, name, reading, use);
      return;
    case 'capital':
    case 'city':
    case 'region':
    case 'seat':
      placePlace(desk, name, reading, use);
      return;
    case 'relative':
    case 'epithet':
      placeState(desk, name, reading.state, 'metonym', `metonym.${reading.kind}`);
      return;
    default:
      placeListed(desk, name, reading);
  }
}

/** Whether a state's name stands for its team; a state that is no more has none in today's reports. */
const isTeam = (desk: Desk, { tree, at, around }: NameAt, reading: Reading, use: Use): boolean =>
  around.sport &&
  reading.entityKind === 'state' &&
  (reading.kind === 'name' || (reading.kind === 'adjective' && isSideNamed(tree, at.head, at.end, use))) &&
  !desk.gazetteer.known(reading.state ?? '')?.former &&
  standsForTeam(tree, at.start, at.head);

/** "the Irish beat …", "Irish win": an adjective that names whoever plays. */
const isSideNamed = (tree: Tree, head: number, end: number, { use, isModifier }: Use): boolean =>
  !isModifier && (tree.tokens[end - 1]?.upos === 'PROPN' || isSide(tree, head) || use === 'the');

/** "the Irish beat …": an adjective as the subject or object of play. */
const isSide = (tree: Tree, head: number): boolean =>
  tree.tokens[head]?.xpos !== 'NNPS' && /^(nsubj|obj|iobj|obl)/.test(relationAt(tree, head));

function placeTeam(desk: Desk, { words, at }: NameAt): void {
  const id = localId('team', words);
  enter(desk, id, { kind: 'organisation', name: words });
  place(desk, at, { entities: [id], kind: 'name', via: 'name.team' });
}

/** Puts the name down as its state. */
function placeState(desk: Desk, { at }: NameAt, state = '', kind: MentionKind, via: string): void {
  enter(desk, state, { kind: 'state', name: state });
  place(desk, at, { entities: [state], kind, via });
}

function placeAdjective(desk: Desk, name: NameAt, { partial, state }: Reading): void {
  if (!partial) {
    placeState(desk, name, state, 'demonym', 'demonym.adjective');
    return;
  }
  // "Chechen", "Kurdish", "Scottish": a people or region of the state, not the state.
  const id = localId('people', name.words);
  const of = state ? { state } : {};
  enter(desk, id, { kind: 'people', name: name.words, ...of });
  place(desk, name.at, { entities: [id], kind: 'demonym', via: 'demonym.part', ...of });
}

function placePeopleOf(desk: Desk, name: NameAt, { kind, state }: Reading, { isModifier, isOne }: Use): void {
  const { tree, at, words } = name;
  if (isModifier && !isOne && tree.tokens[at.end - 1]?.upos !== 'NOUN' && relationAt(tree, at.head) !== 'nmod:poss') {
    placeState(desk, name, state, 'demonym', 'demonym.adjective');
    return;
  }
  // "Bolivian Indians".
  const front = desk.drafts[at.sentence]?.find((d) => d.end === at.start && d.via === 'demonym.adjective')?.entities[0];
  const of = front ?? state;
  enter(desk, of ?? '', { kind: 'state', name: of ?? '' });
  placePeople(desk, at, words, { state: of, sector: 'CVL', via: 'demonym.people', plural: kind === 'people' });
}

/** A town or region, or where a government or body has its seat: that, where it acts. */
function placePlace(desk: Desk, name: NameAt, { kind, state, entity, actsFor }: Reading, { isModifier }: Use): void {
  const { tree, at, words, around } = name;
  // "the Moscow Government" in what Russia's publishes is the city's.
  const isOwnCity = kind === 'capital' && isModifier && state !== undefined && state === publishingState(desk);
  const isPlace = (kind !== 'seat' && kind !== 'capital') || isOwnCity || standsForPlace(desk, tree, at.head);
  if (!isPlace && actsFor !== undefined && !around.named.has(state ?? '')) {
    enter(desk, actsFor, { kind: 'organisation', name: actsFor });
    place(desk, at, { entities: [actsFor], kind: 'metonym', via: `metonym.${kind}` });
  } else if (!isPlace && state) {
    enter(desk, state, { kind: 'state', name: state });
    place(desk, at, { entities: [state], kind: 'metonym', via: `metonym.${kind}`, state, sector: 'GOV' });
  } else {
    enter(desk, entity, { kind: 'place', name: words, ...(state ? { state } : {}) });
    place(desk, at, { entities: [entity], kind: 'name', via: 'name.place' });
  }
}

function placeListed(desk: Desk, { tree, at, words }: NameAt, reading: Reading): void {
  const { state, sector, entity, entityKind } = reading;
  if (isSomeMembers(desk, tree, at.head, reading)) {
    placePeople(desk, at, words, { state, sector: 'PTY', via: 'demonym.members', plural: true });
    return;
  }
  enter(desk, entity, { kind: entityKind, name: words, ...(state ? { state } : {}), ...(sector ? { sector } : {}) });
  place(desk, at, { entities: [entity], kind: 'name', via: 'name.listed' });
}
