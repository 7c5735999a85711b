/** The state that a text is about, where its names leave no doubt. */
import type { Desk } from './draft.ts';

/** The only state that a text names, or the one that nearly all its names belong to. */
export function onlyState(desk: Desk): string | undefined {
  let only: string | undefined;
  for (const e of desk.entities.values()) {
    if (e.kind !== 'state') continue;
    if (only !== undefined) return mainState(desk);
    only = e.id;
  }
  return only;
}

/** The state that nearly all names of a text belong to; asked once all are found, before anything points back. */
export function mainState(desk: Desk): string | undefined {
  desk.main ??= { state: mostNamed(desk) };
  return desk.main.state;
}

/** The same while names are still being found. */
export function mostNamed(desk: Desk): string | undefined {
  const counts = new Map<string, number>();
  for (const drafts of desk.drafts)
    for (const d of drafts) {
      const e = d.kind === 'name' || d.kind === 'demonym' ? desk.entities.get(d.entities[0] ?? '') : undefined;
      const state = e && e.kind !== 'place' ? (d.state ?? e.state) : undefined;
      if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
  let first: string | undefined;
  let most = 0;
  let second = 0;
  for (const [state, n] of counts) {
    if (n > most) {
      second = most;
      most = n;
      first = state;
    } else if (n > second) second = n;
  }
  return most >= MANY && most >= NEARLY_ALL * Math.max(1, second) ? first : undefined;
}

/** How many times as many names as any other state the one has that a text is about, and how many at least. */
const NEARLY_ALL = 5;
const MANY = 6;
