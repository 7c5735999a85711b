/** Who acts for an organisation between states, as a government does for its state: "EU officials", "the ministers of the Arab League". */
import { caseOf, childrenBy, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt } from '../draft.ts';
import { BETWEEN_STATES, stateOf } from './belonging.ts';

/** The organisation that a draft names, if it is one between states. */
const organisationOf = (desk: Desk, draft: Draft | undefined): string | undefined => {
  const e = draft?.kind === 'name' && draft.entities.length === 1 ? desk.entities.get(draft.entities[0] ?? '') : undefined;
  return e?.kind === 'organisation' && BETWEEN_STATES.has(e.sector ?? '') ? e.id : undefined;
};

/**
 * The organisation between states that a noun belongs to, and the states and organisations joined to it ("EU and British negotiators"), as they
 * are told; empty where no such organisation has it.
 */
export function organisationOwners(desk: Desk, tree: Tree, head: number): string[] {
  for (const c of childrenBy(tree, head, 'nmod:poss', 'compound', 'amod', 'nmod:desc', 'nmod')) {
    if (c > head && caseOf(tree, c) !== 'of') continue;
    const draft = draftAt(desk, tree.sentence.index, c);
    const id = organisationOf(desk, draft);
    if (draft && id) return [...new Set([id, ...joined(desk, tree, draft, true)])];
  }
  return [];
}

/** The organisations between states that are joined to the owner of a noun: the EU in "British and EU negotiators". */
export const organisationsBeside = (desk: Desk, tree: Tree, owner: Draft): string[] => joined(desk, tree, owner, false);

const joined = (desk: Desk, tree: Tree, owner: Draft, withStates: boolean): string[] =>
  childrenBy(tree, owner.head, 'conj').flatMap((c) => {
    const draft = draftAt(desk, tree.sentence.index, c);
    const id = organisationOf(desk, draft) ?? (withStates && draft ? stateOf(desk, draft) : undefined);
    return id ? [id] : [];
  });
