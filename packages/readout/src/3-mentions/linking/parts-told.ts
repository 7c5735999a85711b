/** Persons told apart by the part of a state that elected them: "Representative Jan Novak of Alabama" is not the one of Michigan. */
import { mapped } from '../../2-sentences/mapped.ts';
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import type { NameHit } from '../names/name-hit.ts';
import { isTitledOf } from '../phrases/office-told.ts';

/** Of several bearers of a name those of the part told beside it, else all; none of those who held the office named in front for another part only. */
export function ofPartTold(desk: Desk, tree: Tree, hit: NameHit, offices: readonly string[], ids: readonly string[]): readonly string[] {
  const part = partTold(desk, tree, hit);
  if (part === undefined) return ids;
  const isOf = (id: string): boolean => desk.gazetteer.offices(id).some((o) => isTitledOf(o.title, part));
  const own = ids.filter(isOf);
  return own.length > 0 ? own : ids.filter((id) => !isOfOtherPart(desk, id, offices));
}

/** Whether somebody held one of these offices, and each time for a part of a state that his title names. */
function isOfOtherPart(desk: Desk, id: string, offices: readonly string[]): boolean {
  const held = desk.gazetteer.offices(id).filter((o) => offices.includes(o.office));
  return held.length > 0 && held.every((o) => isRegion(desk, o.title.split(/ (?:of|from|for) /).pop() ?? ''));
}

const isRegion = (desk: Desk, name: string): boolean => regionAt(desk, name.split(' '), 0) === name;

/** The name of a region that begins at a token. */
function regionAt(desk: Desk, forms: readonly string[], i: number): string | undefined {
  const hit = desk.gazetteer.match(forms, i);
  return hit?.readings.some((r) => r.kind === 'region') ? forms.slice(i, hit.end).join(' ') : undefined;
}

/** The region that stands behind a name ("of Alabama", ", an Alabama Republican") or before its title ("Alabama Representative"). */
function partTold(desk: Desk, tree: Tree, { start, end }: NameHit): string | undefined {
  const forms = mapped(tree.tokens, (t) => t.form);
  const lower = formsOf(tree);
  if (/^(of|from|for)$/.test(lower[end] ?? '')) return regionAt(desk, forms, end + 1);
  if (forms[end] === ',' && /^(an?|the)$/.test(lower[end + 1] ?? '')) return regionAt(desk, forms, end + 2);
  let k = start - 1;
  while (k >= 0 && desk.roles.isTitle(forms[k] ?? '')) k--;
  if (k === start - 1) return undefined;
  const two = k > 0 ? regionAt(desk, forms, k - 1) : undefined;
  return two?.includes(' ') ? two : regionAt(desk, forms, k);
}
