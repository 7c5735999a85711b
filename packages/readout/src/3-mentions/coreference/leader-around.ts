/** "The president said", "the head of state" in a passage on one state, of whom no name tells: whoever leads it, where nothing beside is of firms or of others. */
import { hasChild, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { homeState } from '../linking/home-officials.ts';
import type { Role } from '../lists/roles.ts';
import { isActedUpon } from '../main-state.ts';
import { isBecome, isFormer } from '../phrases/office-named.ts';
import { unnamed } from '../phrases/unnamed.ts';

/** How far back what is spoken of counts, in sentences. */
const REACH = 3;

/** Sectors of bodies that have presidents of their own. */
const PRIVATE = /^(BUS|MNC|EDU|SOC|MED|REL|JRN|LAB|NGO|IGO|UNO|EUR|PTY|UNK)$/;

/** Links an office that leads a state to its holder there, else to somebody of that state whom nobody names; false where it may be another's. */
export function leaderAround(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const office = role.offices.find((o) => desk.roles.isSingle(o) && desk.roles.officeRank(o) <= 1);
  if (office === undefined || isFormer(tree, i, { role }) || isBecome(tree, i) || hasChild(tree, i, 'cop')) return false;
  const s = tree.sentence.index;
  const state = homeState(desk, s);
  if (state === undefined || isActedUpon(desk, tree, i, state, true) || !isOnState(desk, s, i, state)) return false;
  return leaderOf(desk, tree, i, role, state, 'coreference.state-around');
}

/** Links an office of a state to its holder on the day, else to somebody of it whom nobody names. */
export function leaderOf(desk: Desk, tree: Tree, i: number, role: Role, state: string, via: string): boolean {
  const office = role.offices.filter((o) => desk.roles.isSingle(o)).find((o) => desk.gazetteer.holders(o, state, desk.day).length > 0);
  const holder = office === undefined ? undefined : desk.gazetteer.soleHolder(office, state, desk.day);
  const { sector, phrase } = role;
  if (holder) enter(desk, holder.person, { kind: 'person', name: holder.person, state });
  // A state that the lists have others in office of on the day, or have such an office of at all.
  else if (desk.day !== undefined && role.offices.every((o) => desk.gazetteer.holders(o, state, undefined).length === 0)) return false;
  const entities = holder ? [holder.person] : unnamed(desk, { role, words: phrase, states: [state], owner: undefined, sector });
  return draftFor(desk, tree, i, entities, 'nominal', via, { state, sector, role: phrase.split(' ').pop() ?? '' });
}

/**
 * "The University of Nairobi closed in Kenya. The president said": whether "the president" stands beside a body that has one of its own, in a passage that
 * says nothing of who governs.
 */
export function mayLeadBody(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  if (role.phrase !== 'president') return false;
  const s = tree.sentence.index;
  let isBeside = false;
  for (let k = Math.max(0, s - REACH); k <= s; k++)
    for (const d of desk.drafts[k] ?? []) {
      const e = d.kind === 'pronoun' || (k === s && d.head >= i) ? undefined : desk.entities.get(d.entities[0] ?? '');
      if (!e) continue;
      const sector = d.sector ?? e.sector ?? '';
      if ((e.kind !== 'state' || d.kind === 'nominal' || d.kind === 'metonym') && /^(GOV|LEG|MIL|JUD)$/.test(sector)) return false;
      isBeside ||= k >= s - 1 && d.kind === 'name' && /^(organisation|body)$/.test(e.kind) && /^(BUS|MNC|EDU|SOC|MED|LAB)$/.test(sector);
    }
  return isBeside;
}

/** Whether the sentences before a word speak of a state as of one that acts, and neither of firms and clubs nor of another one's leaders. */
function isOnState(desk: Desk, s: number, i: number, state: string): boolean {
  let isNamed = false;
  for (let k = Math.max(0, s - REACH); k <= s; k++)
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind === 'pronoun') continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (!e) continue;
      if (/^(organisation|outlet|body)$/.test(e.kind) && PRIVATE.test(d.sector ?? e.sector ?? 'UNK')) return false;
      const of = stateOf(desk, d);
      if (of !== undefined && of !== state && (e.kind === 'person' || isLeader(desk, d))) return false;
      if (of === state && (k < s || d.head < i) && (e.kind === 'state' || /^(GOV|LEG|MIL|JUD)$/.test(d.sector ?? e.sector ?? '')))
        isNamed = true;
    }
  return isNamed;
}

/** "The Chadian president": a phrase for whoever leads a state. */
const isLeader = (desk: Desk, d: Draft): boolean =>
  d.role !== undefined && desk.roles.officesNamed(d.role).some((o) => desk.roles.officeRank(o) <= 1);
