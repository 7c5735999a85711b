/** Persons whose office the text tells and whose state it does not: "Ministry spokesman Jan Novak", "Spokeswoman Novak", "his aide Jan Novak" of who was spoken of before. */
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, headedBy, withFacts } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { officeBefore } from '../grammar/office-end.ts';
import type { Role } from '../lists/roles.ts';
import { isNamedBody } from './same-kind.ts';
import { type Served, servedBody } from './served-bodies.ts';

const AIDE = 'aide';

/** How far back the body that a bare spokesman speaks for may have been spoken of, in sentences. */
const REACH = 2;

/** Gives the person whose name is headed by token `i` the state and the sector of whom he works for, where nothing has given him one. */
export function settleService(desk: Desk, tree: Tree, i: number): void {
  const d = headedBy(desk, tree.sentence.index, i);
  const id = d?.kind === 'name' && d.entities.length === 1 ? d.entities[0] : undefined;
  const e = id === undefined ? undefined : desk.entities.get(id);
  if (!d || e?.kind !== 'person' || e.state !== undefined || e.knowledge !== undefined) return;
  const title = titleOf(desk, tree, d);
  if (title === undefined) return;
  const served =
    servedBody(desk, tree, title.head, title.role) ??
    servedByOwner(desk, tree, title.head) ??
    spokenFor(desk, tree, title.head, title.role);
  if (!served) return;
  const isOpen = e.sector === undefined || e.sector === 'UNK' || e.sector === title.role.sector;
  desk.entities.set(
    e.id,
    withFacts(e, { ...(served.state ? { state: served.state } : {}), ...(isOpen && served.sector ? { sector: served.sector } : {}) }),
  );
}

interface Title {
  readonly head: number;
  readonly role: Role;
}

/** The office right before a name, or between commas behind it. */
function titleOf(desk: Desk, tree: Tree, d: Draft): Title | undefined {
  const role = d.start > 0 ? desk.roles.at(tree, d.start - 1) : undefined;
  if (role && role.kind !== 'body' && role.kind !== 'group') return { head: d.start - 1, role };
  const before = officeBefore(desk, tree, d.start);
  if (before) return before;
  const behind = childrenBy(tree, d.head, 'appos').find((c) => c > d.head && desk.roles.at(tree, c)?.kind === 'role');
  const office = behind === undefined ? undefined : desk.roles.at(tree, behind);
  return behind === undefined || !office ? undefined : { head: behind, role: office };
}

/** "His spokesman Jan Novak", "the president's aide Jan Novak". */
function servedByOwner(desk: Desk, tree: Tree, title: number): Served | undefined {
  const lemma = lemmasOf(tree)[title] ?? '';
  if (!tree.words.aides.has(lemma)) return undefined;
  for (const c of childrenBy(tree, title, 'nmod:poss')) {
    const owner = draftAt(desk, tree.sentence.index, c);
    const state = owner ? stateOf(desk, owner) : undefined;
    if (owner && state) return { state, sector: owner.sector ?? desk.entities.get(owner.entities[0] ?? '')?.sector ?? '' };
  }
  return undefined;
}

/** "An aide said": of the only state whose officials the sentence so far and the one before name or tell. */
function aidOf(desk: Desk, tree: Tree, head: number): Served | undefined {
  const s = tree.sentence.index;
  let only: Served | undefined;
  for (let k = Math.max(0, s - 1); k <= s; k++)
    for (const d of desk.drafts[k] ?? []) {
      const e = d.kind === 'pronoun' || (k === s && d.head >= head) ? undefined : desk.entities.get(d.entities[0] ?? '');
      const sector = d.sector ?? e?.sector ?? '';
      if (!e || !/^(person|people)$/.test(e.kind) || !/^(GOV|LEG)$/.test(sector)) continue;
      const state = stateOf(desk, d);
      if (state === undefined || (only !== undefined && only.state !== state)) return undefined;
      only ??= { state, sector };
    }
  return only;
}

/** "A spokesman said", "Spokeswoman Novak": of the only body spoken of in the sentence so far and the two before. */
export function spokenFor(desk: Desk, tree: Tree, head: number, role: Role): Served | undefined {
  if (!tree.words['speaks-for'].has(lemmasOf(tree)[head] ?? '') || role.start < head) return undefined;
  if ((tree.children[head] ?? []).some((c) => /^(nmod|compound|amod|acl|appos)/.test(relationAt(tree, c)) && !isNameOf(desk, tree, c)))
    return undefined;
  if (lemmasOf(tree)[head] === AIDE) return aidOf(desk, tree, head);
  const s = tree.sentence.index;
  let only: Draft | undefined;
  let id: string | undefined;
  for (let k = Math.max(0, s - REACH); k <= s; k++)
    for (const d of desk.drafts[k] ?? []) {
      if (d.kind === 'pronoun' || d.entities.length !== 1 || (k === s && d.head >= head)) continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (!e || !/^(body|organisation|armed-group)$/.test(e.kind) || !(isNamedBody(e) || d.kind === 'nominal')) continue;
      if (id !== undefined && id !== e.id) return undefined;
      id = e.id;
      only ??= d;
    }
  const e = id === undefined ? undefined : desk.entities.get(id);
  return only && e ? { state: stateOf(desk, only) ?? e.state, sector: e.sector || role.sector } : undefined;
}

/** "Spokeswoman Novak": the name itself, whatever the tree makes of it. */
const isNameOf = (desk: Desk, tree: Tree, c: number): boolean =>
  desk.entities.get(draftAt(desk, tree.sentence.index, c)?.entities[0] ?? '')?.kind === 'person';
