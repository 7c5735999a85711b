/** Mentions that point back: how they are entered, and the walk over what stands before them. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { isPlural, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, place } from '../draft.ts';
import { sortShort } from '../short-sort.ts';
import { trimmed } from './titles.ts';

/** Enters a mention that points back. */
export function draftFor(
  desk: Desk,
  tree: Tree,
  head: number,
  entities: readonly string[],
  kind: Draft['kind'],
  via: string,
  extra: Partial<Draft> = {},
): boolean {
  const [start, end] = kind === 'pronoun' ? [head, head + 1] : trimmed(tree, head, phraseOf(tree, head, { withNmod: false }));
  place(desk, {
    sentence: tree.sentence.index,
    head,
    start,
    end,
    entities: [...entities],
    kind,
    via,
    plural: entities.length > 1 || (kind === 'nominal' && isPlural(tree, head)),
    ...extra,
  });
  return true;
}

/** Visits the drafts before a token, nearest first, until one is what was looked for. */
export function visitBefore(desk: Desk, tree: Tree, i: number, isLast: (d: Draft) => boolean): void {
  const s = tree.sentence.index;
  const here: Draft[] = [];
  for (const d of desk.drafts[s] ?? []) if (d.end <= i || d.head < i) here.push(d);
  if (sortShort(here, (a, b) => b.head - a.head).some(isLast)) return;
  for (let k = s - 1; k >= 0; k--) if (someFromLast(desk.drafts[k] ?? [], isLast)) return;
}

/** By head from the right; those of one head as they came. In order of text already, as most are, they need no sorting. */
function someFromLast(drafts: readonly Draft[], isLast: (d: Draft) => boolean): boolean {
  for (let k = 1; k < drafts.length; k++)
    if ((drafts[k - 1]?.head ?? 0) >= (drafts[k]?.head ?? 0)) return [...drafts].sort((a, b) => b.head - a.head).some(isLast);
  for (let k = drafts.length - 1; k >= 0; k--) if (isLast(drafts[k] as Draft)) return true;
  return false;
}
