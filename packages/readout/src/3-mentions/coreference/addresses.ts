/** Whom a speaker addresses by an office: "Mr President", "Ms Federal Chancellor", "Your Majesty". */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';
import { hasOffice } from '../phrases/office-ahead.ts';
import { officeOfPublisher } from '../phrases/office-named.ts';
import type { Discourse } from './discourse.ts';
import { speakerAt } from './own-country.ts';

/**
 * The holder of the office in the state that publishes, if the text names him or he is its head; where he speaks himself, the only other one whom the text
 * names. Nobody where it is not known who speaks, but for a style, which only one may have.
 */
export function addressed(discourse: Discourse, tree: Tree, i: number): boolean {
  const { desk } = discourse;
  const role = desk.roles.at(tree, i);
  if (!role || role.kind === 'body') return false;
  const speaker = speakerAt(discourse, tree, i)?.entities[0];
  const isStyle = tree.words.styles.has(formsOf(tree)[i] ?? '');
  const others = holdersNamed(discourse, role, speaker, isStyle);
  if (speaker === undefined && !isStyle) return false;
  const own = officeOfPublisher(desk, tree, i, role);
  const [only, second] = others;
  const isHost = own !== undefined && own !== speaker && (others.has(own) || role.offices.some((o) => desk.roles.officeRank(o) === 0));
  const whom = isHost ? own : second === undefined ? only : undefined;
  return whom !== undefined && draftFor(desk, tree, i, [whom], 'nominal', 'coreference.addressed');
}

/** The persons named anywhere in a text, but who speaks, who hold such an office on its day; those of another state than the speaker's where there are any. */
function holdersNamed(discourse: Discourse, role: Role, speaker: string | undefined, isStyle: boolean): Set<string> {
  const { desk } = discourse;
  discourse.holders ??= holdersOfAny(desk);
  const found = new Set<string>();
  for (const id of discourse.holders) {
    const roles = desk.entities.get(id)?.roles ?? [];
    const holds = isStyle ? roles.some((r) => role.offices.includes(r.office)) : hasOffice(desk, roles, role, role.phrase);
    if (holds) found.add(id);
  }
  const own = desk.entities.get(speaker ?? '')?.state;
  if (speaker !== undefined) found.delete(speaker);
  const foreign = [...found].filter((id) => desk.entities.get(id)?.state !== own);
  return own !== undefined && foreign.length > 0 ? new Set(foreign) : found;
}

/** All names are found before the first address is asked for, so one list serves a whole transcript. */
function holdersOfAny(desk: Desk): readonly string[] {
  const found = new Set<string>();
  for (const drafts of desk.drafts)
    for (const d of drafts) {
      const id = d.kind === 'name' ? d.entities[0] : undefined;
      const e = id === undefined ? undefined : desk.entities.get(id);
      if (e?.kind === 'person' && e.roles && e.roles.length > 0) found.add(e.id);
    }
  return [...found];
}
