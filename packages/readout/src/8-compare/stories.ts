/** Stories: reports of the same happening. */
import type { Record, Story } from '../model/index.ts';
import { averageLinkage } from './clusters.ts';
import { daysMeet, similarities } from './similarity.ts';
import { compare, storyOf } from './story-of.ts';
import { threaded } from './threads.ts';
import { type Traits, traitsOf } from './traits.ts';

export interface StoryOptions {
  /** Mean similarity from which groups are joined; default 0.14 (docs/compare.md). */
  readonly threshold?: number;
}

/** The threshold that does best on ECB+ and BASIL development reports together and keeps precision over recall. */
export const STORY_THRESHOLD = 0.14;

/** The stories of records, earliest first; every record is in exactly one. The same for any order of records. */
export function groupStories(records: readonly Record[], options: StoryOptions = {}): readonly Story[] {
  const byId = new Map(records.map((r) => [r.article.id, r]));
  const traits = [...byId.keys()].sort().map((id) => traitsOf(byId.get(id) as Record));
  const stories = blocksOf(traits).flatMap((block) => {
    const similarity = similarities(block);
    return averageLinkage(block.length, options.threshold ?? STORY_THRESHOLD, similarity).map((group) =>
      storyOf(
        group.flatMap((i) => block[i] ?? []),
        byId,
        nearestToAll(group, similarity),
      ),
    );
  });
  stories.sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id));
  const traitsById = new Map(traits.map((t) => [t.id, t]));
  return threaded(stories, (s) => s.articles.flatMap((id) => traitsById.get(id) ?? []));
}

/**
 * Blocks: reports linked by days that meet, directly or through others. What lies in two blocks is never compared, so that a year of reports costs
 * the sum of its quiet days; in a stream without a quiet day the block grows, and with it the cost.
 */
function blocksOf(traits: readonly Traits[]): readonly (readonly Traits[])[] {
  const undated = traits.filter((t) => !t.days);
  const dated = traits.filter((t) => t.days).sort((a, b) => compare(a.days?.first ?? '', b.days?.first ?? '') || compare(a.id, b.id));
  // An undated report may belong anywhere, so with one there is one block.
  if (undated.length > 0) return [traits];
  const blocks: Traits[][] = [];
  let reach: Traits | undefined;
  for (const t of dated) {
    const block = blocks.at(-1);
    if (block && reach && daysMeet(reach, t)) block.push(t);
    else blocks.push([t]);
    if (!reach || !block || (t.days?.last ?? '') > (reach.days?.last ?? '')) reach = t;
  }
  return blocks.map((block) => block.sort((a, b) => compare(a.id, b.id)));
}

/** Place in the group of the report that is nearest to all others. */
function nearestToAll(group: readonly number[], similarity: (i: number, j: number) => number | undefined): number {
  const sums = group.map((i) => group.reduce((sum, j) => sum + (i === j ? 0 : (similarity(i, j) ?? 0)), 0));
  return sums.indexOf(Math.max(...sums));
}
