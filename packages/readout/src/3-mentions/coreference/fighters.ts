/** "The rebels", "the militants" after the name of the only armed group that was just spoken of: they are it. */
import { childrenBy, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, enter } from '../draft.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import type { Role } from '../lists/roles.ts';

/** How far back the group may have been named, in sentences. */
const REACH = 6;

/** Links a plural noun for fighters at token `i`, told apart by nothing, to the group. */
export function fightersOfGroup(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const noun = lemmasOf(tree)[i] ?? '';
  if (!tree.words['fighters-of-groups'].has(noun) || role.start !== i || !isPlural(tree, i)) return false;
  if (!childrenBy(tree, i, 'det').some((c) => /^(the|these)$/i.test(tree.tokens[c]?.form ?? ''))) return false;
  if ((tree.children[i] ?? []).some((c) => /^(amod|compound|nmod|nummod|acl|appos)/.test(relationAt(tree, c)))) return false;
  const group = onlyGroup(desk, tree, i);
  if (group === undefined) return false;
  const { state, sector } = enter(desk, group, { kind: 'armed-group', name: group });
  return draftFor(desk, tree, i, [group], 'nominal', 'coreference.fighters', {
    ...(state ? { state } : {}),
    sector: sector ?? role.sector,
    role: noun,
  });
}

/** The only armed group that the sentences up to a token name, gangs left out. */
function onlyGroup(desk: Desk, tree: Tree, i: number): string | undefined {
  const { index } = tree.sentence;
  let only: string | undefined;
  for (let k = Math.max(0, index - REACH); k <= index; k++)
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind !== 'name' || (k === index && d.head >= i)) continue;
      for (const id of d.entities) {
        const e = desk.entities.get(id);
        if (e?.kind !== 'armed-group' || e.sector === 'CRM' || id === only) continue;
        if (only !== undefined) return undefined;
        only = id;
      }
    }
  return only;
}
