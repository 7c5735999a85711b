/** Entities for groups and bodies that only a phrase tells: "Chilean protesters", "the Novak campaign", "the Polish Tourism Board". */
import { type Desk, type Draft, enter, localId } from '../draft.ts';
import type { Role } from '../lists/roles.ts';

interface Told {
  readonly role: Role;
  /** The words of the phrase, without its article. */
  readonly words: string;
  readonly states: readonly string[];
  readonly owner: Draft | undefined;
  readonly sector: string;
}

/** The ids of what a phrase with a state means, one for each state, entered. */
export function unnamed(desk: Desk, { role, words, states, owner, sector }: Told): string[] {
  const kind = role.kind === 'body' ? 'body' : 'people';
  return states.flatMap((s) => {
    const state = desk.entities.get(s)?.name ?? s;
    const whose = kind === 'body' && states.length === 1 ? ownerNamed(desk, owner) : undefined;
    const name = whose === undefined && kind === 'body' && states.length === 1 ? capitalsOf(words, role) : undefined;
    // A name that does not say whose it is may be another state's as well.
    const full = name === undefined || saysOwner(desk, name, owner) ? name : `${state} ${name}`;
    const id = localId(kind, full ?? `${whose ?? (owner ? state : s)} ${role.phrase}`);
    // "his office" alone says nothing in a list: whose it is goes with it.
    const owned = kind === 'body' && !/\p{Lu}/u.test(words) ? `${words} of ${whose ?? state}` : words;
    enter(desk, id, { kind, name: states.length === 1 ? owned : `${s} ${role.phrase}`, state: s, sector });
    return id;
  });
}

/** The name of an owner who is no state and no place: "the Novak campaign" and "the Okoro campaign" of one state are two. */
function ownerNamed(desk: Desk, owner: Draft | undefined): string | undefined {
  const e = owner?.entities.length === 1 ? desk.entities.get(owner.entities[0] ?? '') : undefined;
  return e && OWNERS.has(e.kind) ? e.name : undefined;
}
const OWNERS = new Set(['person', 'organisation', 'body', 'outlet', 'news-agency', 'armed-group']);

/** Whether the words of whoever has it are in a name: "Polish Tourism Board". */
function saysOwner(desk: Desk, name: string, owner: Draft | undefined): boolean {
  const tokens = owner ? desk.trees[owner.sentence]?.tokens.slice(owner.start, owner.end) : undefined;
  return tokens !== undefined && name.includes(tokens.map((t) => t.form).join(' '));
}

/** The whole words where the noun itself is written as a name: "Polish Tourism Board". */
const capitalsOf = (words: string, role: Role): string | undefined => {
  const last = words.split(' ').slice(-role.phrase.split(' ').length);
  return last.every((w) => /^\p{Lu}/u.test(w)) && words.split(' ').length > last.length + 1 ? words : undefined;
};
