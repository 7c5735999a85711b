/**
 * Which claim encloses which: a claim's cue inside another's content. Quotes that Xinhua reported may hold words of Novak's that report Varga's;
 * the smallest content around a cue is its parent's.
 */
import type { Tree } from '../2-sentences/syntax.ts';
import { type ClaimDraft, sizeOf } from './draft.ts';

/** For each draft the index of the one that encloses it. Drafts must be sorted by where their content begins, larger first. */
export function findParents(drafts: readonly ClaimDraft[]): (number | undefined)[] {
  const order = drafts.map((d, i) => ({ i, at: d.cue[0]?.start ?? d.content[0]?.start ?? 0 })).sort((a, b) => a.at - b.at);
  const openings = drafts.flatMap((d, i) => d.content.map((s) => ({ start: s.start, end: s.end, i }))).sort((a, b) => a.start - b.start);
  const parents = new Array<number | undefined>(drafts.length).fill(undefined);
  const open: { start: number; end: number; i: number }[] = [];
  let next = 0;
  for (const { i, at } of order) {
    while (next < openings.length && (openings[next]?.start ?? 0) <= at) {
      const o = openings[next++];
      if (o) open.push(o);
    }
    for (let k = open.length - 1; k >= 0; k--) if ((open[k]?.end ?? 0) <= at) open.splice(k, 1);
    let best: number | undefined;
    for (const o of open) {
      const p = drafts[o.i];
      if (o.i === i || !p || holdsCueOf(drafts[i], p)) continue;
      if (best === undefined || sizeOf(p) < sizeOf(drafts[best] as ClaimDraft)) best = o.i;
    }
    parents[i] = best;
  }
  return parents;
}

/** Whether `outer`'s content holds the cue of `inner`. */
function holdsCueOf(outer: ClaimDraft | undefined, inner: ClaimDraft): boolean {
  return outer?.content.some((s) => inner.cue.some((c) => s.start <= c.start && c.end <= s.end)) ?? false;
}

const GENERIC = /^(you|one)$/;

/** Without the attitudes of nobody: "you know", "as you see". */
export function dropGeneric(trees: readonly Tree[], drafts: readonly ClaimDraft[]): ClaimDraft[] {
  return drafts.filter((d) => {
    if (!d.attitude || d.source === undefined) return true;
    return !GENERIC.test(trees[d.sourceSentence ?? d.sentence]?.tokens[d.source]?.form.toLowerCase() ?? '');
  });
}
