/** Bodies by their words and the state that has them, where the lists hold the words for somebody else or not at all. */
import { childrenBy, type Tree } from '../2-sentences/syntax.ts';
import type { EntityKind } from '../model/index.ts';
import { type Desk, type Draft, enter, localId, place } from './draft.ts';
import type { Reading } from './gazetteer.ts';
import type { NameHit } from './names.ts';
import { stateOfModifiers } from './persons.ts';

/** The state that an organisation's name holds: "Polish Institute"; of a body also by its town: "University of Leeds", "Lagos Police". */
export function innerState(desk: Desk, tree: Tree, hit: NameHit, body: boolean): string | undefined {
  const forms = tree.tokens.map((t) => t.form);
  let town: string | undefined;
  for (let i = hit.start; i < hit.end; i++) {
    const m = desk.gazetteer.match(forms, i);
    if (!m || m.end > hit.end) continue;
    const free = m.readings.filter((x) => x.context.length === 0);
    const r = free.find((x) => (x.kind === 'adjective' || x.kind === 'name') && x.entityKind === 'state');
    if (r?.state) return r.state;
    const states = new Set(free.filter((x) => x.entityKind === 'place').map((x) => x.state));
    const [only] = [...states];
    if (body && states.size === 1) town ??= only;
  }
  return town;
}

/** "Russia's Security Council": the short name of a body of all states, but a state has it: a body of that state, which the lists lack. */
export function isOfAnotherState(desk: Desk, tree: Tree, head: number, words: string, reading: Reading): boolean {
  if (reading.kind !== 'name' || reading.entityKind !== 'organisation' || reading.state !== undefined) return false;
  if (desk.gazetteer.known(reading.entity)?.name === words || desk.roles.at(tree, head)?.kind !== 'body') return false;
  const owner = childrenBy(tree, head, 'nmod:poss', 'amod', 'compound');
  return owner.length > 0 && stateOfModifiers(desk, tree, head) !== undefined;
}

/** A body by its words and its state: "Senate" of a state that is not listed with one. */
export function linkUnlisted(
  desk: Desk,
  tree: Tree,
  at: Omit<Draft, 'entities' | 'kind' | 'via' | 'plural'>,
  words: string,
  reading: Reading,
): void {
  const near = stateOfModifiers(desk, tree, at.head);
  // "Security Council of Russia", if the lists have it under such words.
  const longer = near === undefined ? [] : `${words} of ${desk.gazetteer.known(near)?.name ?? near}`.split(' ');
  const hit = longer.length > 0 ? desk.gazetteer.match(longer, 0) : undefined;
  const listed = hit?.end === longer.length ? hit.readings.find((r) => r.state === near && r.entityKind === 'body') : undefined;
  if (listed) {
    enter(desk, listed.entity, { kind: 'body', name: words });
    place(desk, at, { entities: [listed.entity], kind: 'name', via: 'name.listed', plural: false });
    return;
  }
  const kind: EntityKind = reading.entityKind === 'organisation' ? 'body' : reading.entityKind;
  const id = localId(kind, near ? `${near} ${words}` : words);
  const sector = desk.roles.at(tree, at.end - 1)?.sector || reading.sector;
  enter(desk, id, { kind, name: words, ...(sector ? { sector } : {}), ...(near ? { state: near } : {}) });
  place(desk, at, { entities: [id], kind: 'name', via: 'name.body-without-state', plural: false });
}
