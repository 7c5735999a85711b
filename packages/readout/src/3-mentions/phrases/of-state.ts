/** What a phrase with a state means: the holders of an office, a listed body, the state itself, else a group or body without a name. */
import { hasChild, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, place } from '../draft.ts';
import { isOfGovernment, isOfKind, isPart, otherOwners, ownerSector } from '../grammar/belonging.ts';
import { isDefinite } from '../grammar/definite.ts';
import { organisationsBeside } from '../grammar/of-organisation.ts';
import type { Role } from '../lists/roles.ts';
import { homeland } from './homeland.ts';
import { listedBody } from './listed-bodies.ts';
import { singleOffice } from './office-held.ts';
import { holdersOf, isFormer } from './office-named.ts';
import { isPartNoun } from './parts-of-bodies.ts';
import { unnamed } from './unnamed.ts';

/** A phrase on its way to somebody: its noun, whose it is, and where its mention will stand. */
export interface Phrase {
  readonly desk: Desk;
  readonly tree: Tree;
  readonly head: number;
  readonly role: Role;
  readonly state: string | undefined;
  readonly owner: Draft | undefined;
  /** Where the whole phrase begins, a title in front of it included. */
  readonly from: number;
  readonly base: Omit<Draft, 'entities' | 'kind' | 'via'>;
  readonly lemma: string;
  readonly plural: boolean;
  readonly bare: boolean;
}

/** Somebody or something of a state: the holders of an office, a listed body, the state itself, else a group or body without a name. */
export function ofState(p: Phrase, state: string, words: string, employer: string | undefined): void {
  const { desk, tree, head, role, owner, base, lemma, plural } = p;
  // "the leaders of Chile and China", "Chilean and Chinese ministers": as many as own them.
  const states = plural && owner ? [state, ...otherOwners(desk, tree, owner, state)] : [state];
  if (holdersTogether(p, states, employer !== undefined && role.sector === 'GOV')) return;
  const alone = states.length === 1 ? { state } : {};
  if (states.length === 1 && listedBody(desk, tree, role, base, { state, ...(owner ? { owner } : {}) })) return;
  // "The state of Bavaria", a governor's "his state": a part of one.
  const ofPart = (owner !== undefined && isPart(desk, owner)) || hasChild(tree, head, 'nmod:poss');
  if (lemma === 'state' && ofPart && tree.words['unions-of-states'].has(state)) return;
  if (standsForStates(p)) {
    for (const s of states) enter(desk, s, { kind: 'state', name: s });
    // "British and EU negotiators".
    const beside = plural && owner ? organisationsBeside(desk, tree, owner) : [];
    place(desk, base, {
      entities: [...states, ...beside],
      kind: 'nominal',
      via: 'nominal.government',
      ...alone,
      sector: 'GOV',
      role: lemma,
    });
    return;
  }
  if (homeland(desk, tree, role, base, state)) return;
  // "the Northern Fleet's Arctic group": what a body has is of its kind where the noun does not say.
  const trade = tree.words.leaders.has(lemma) && role.phrase === lemma && isOfKind(desk, tree, head) ? 'UNK' : undefined;
  const isOpen = ['', 'UNK'].includes(role.sector) || isPartNoun(tree, role);
  const owned = isOpen && owner ? ownerSector(desk, owner) || (role.kind === 'body' && isOfGovernment(desk, owner) ? 'GOV' : '') : '';
  const sector = trade ?? employer ?? (owned || role.sector);
  const entities = unnamed(desk, { role, words, states, owner, sector });
  place(desk, base, { entities, kind: 'nominal', via: `nominal.${role.kind}`, ...alone, sector, role: lemma });
}

/** "The leaders of Chile and China": those who hold that office in each. */
function holdersTogether(
  { desk, tree, head, role, state, owner, base, lemma }: Phrase,
  states: readonly string[],
  isPrivate: boolean,
): boolean {
  if (states.length < 2 || isPrivate || !isDefinite(tree, head) || isFormer(tree, head, { role })) return false;
  const office = singleOffice(desk, role, { state, owner, isPrivate });
  const several = office === undefined ? undefined : holdersOf(desk, office, states);
  if (!several) return false;
  place(desk, base, { entities: several, kind: 'nominal', via: 'nominal.office-holders', sector: role.sector, role: lemma });
  return true;
}

/** "Mexican authorities" act for Mexico; not "Airbus officials", "leaders in the House": of a firm, an outlet, a group or a chamber. */
function standsForStates({ desk, tree, head, role, state, owner, lemma, plural }: Phrase): boolean {
  const whose = owner && desk.entities.get(owner.entities[0] ?? '');
  const ofGroup = whose !== undefined && (/^(organisation|armed-group|outlet|news-agency)$/.test(whose.kind) || whose.sector === 'LEG');
  // "Officials" of whom only the passage tells whose they are may be some of many.
  return (
    !ofGroup &&
    Boolean(state) &&
    tree.words['stands-for-state'].has(lemma) &&
    (role.kind === 'body' || plural) &&
    ['GOV', ''].includes(role.sector) &&
    !(tree.words.leaders.has(lemma) && isOfKind(desk, tree, head))
  );
}
