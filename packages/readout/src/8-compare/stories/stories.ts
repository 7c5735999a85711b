/** Stories: reports of the same happening. */
import { addUnder } from '../../add-under.ts';
import type { Record, Story } from '../../model/index.ts';
import { type Traits, traitsOf } from '../traits.ts';
import { averageLinkage } from './clusters.ts';
import { divide } from './divide.ts';
import { OpenStories } from './open-stories.ts';
import { applyOverrides, type Overrides } from './overrides.ts';
import { daysMeet, likenessOf, similarities, weigh } from './similarity.ts';
import { compare, storyOf } from './story-of.ts';
import { threaded } from './threads.ts';

export interface StoryOptions {
  /** Mean similarity from which groups are joined; default 0.135 (docs/compare.md). */
  readonly threshold?: number;
  /** Splits and merges by hand. */
  readonly overrides?: Overrides;
}

/** The threshold that does best on ECB+ and BASIL development reports together and keeps precision over recall. */
export const STORY_THRESHOLD = 0.135;

/** Reports of a block that are compared pair by pair; a larger one is read day by day. */
export const MOST = 2000;

/** Mean likeness from which a report that found no other joins a story: less than between groups, since one odd report pulls no two stories together. */
const ATTACHED = 0.1;

/** The stories of records, earliest first; every record is in exactly one. The same for any order of records. */
export function groupStories(records: readonly Record[], options: StoryOptions = {}): readonly Story[] {
  const byId = new Map(records.map((r) => [r.article.id, r]));
  const traits = [...byId.keys()].sort().map((id) => traitsOf(byId.get(id) as Record));
  const groups = groupTraits(traits, options);
  const stories = groups.map((members) => storyOf(members, byId, nearestToAll(members)));
  stories.sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id));
  const traitsById = new Map(traits.map((t) => [t.id, t]));
  return threaded(stories, (s) => s.articles.flatMap((id) => traitsById.get(id) ?? []));
}

/** The groups of reports, by their traits in the order of their ids. */
export function groupTraits(
  traits: readonly Traits[],
  { threshold = STORY_THRESHOLD, overrides }: StoryOptions = {},
): readonly (readonly Traits[])[] {
  const found = blocksOf(traits).flatMap((block) => groupBlock(block, threshold));
  return overrides ? applyOverrides(found, overrides) : found;
}

/** The groups of one block: joined by mean likeness, divided where a group is of two happenings, then lone reports attached. */
export function groupBlock(block: readonly Traits[], threshold: number): readonly (readonly Traits[])[] {
  if (block.length > MOST) return groupByDays(block, threshold);
  const similarity = similarities(block);
  const place = new Map(block.map((t, i) => [t.id, i]));
  const placesOf = (members: readonly Traits[]): readonly number[] => members.flatMap((t) => place.get(t.id) ?? []);
  const joined = averageLinkage(block.length, threshold, similarity)
    .flatMap((group) => divide(group.flatMap((i) => block[i] ?? [])))
    .map(placesOf);
  return attach(joined, similarity).map((group) => group.flatMap((i) => block[i] ?? []));
}

/** The groups of a block that is too large for pairs: day by day, then divided like others. */
function groupByDays(block: readonly Traits[], threshold: number): readonly (readonly Traits[])[] {
  const byDay = new Map<string, Traits[]>();
  for (const t of block) {
    const day = t.days?.last ?? '9999-12-31';
    addUnder(byDay, day, t);
  }
  const open = new OpenStories(threshold);
  const groups = [...byDay].sort((a, b) => compare(a[0], b[0])).flatMap(([day, reports]) => open.add(day, reports));
  return [...groups, ...open.end()].flatMap((g) => divide([...g].sort((a, b) => compare(a.id, b.id))));
}

/** Lone reports join the story that they are most like on average, where that is enough; in the order of their places, each to what was there before. */
function attach(
  groups: readonly (readonly number[])[],
  similarity: (i: number, j: number) => number | undefined,
): readonly (readonly number[])[] {
  const stories = groups.filter((g) => g.length > 1);
  const more = new Map<readonly number[], number[]>();
  const alone = groups.filter((g) => {
    const [only, second] = g;
    if (only === undefined || second !== undefined) return false;
    let best: readonly number[] | undefined;
    let most = ATTACHED;
    for (const story of stories) {
      const mean = story.reduce((sum, j) => sum + (similarity(only, j) ?? Number.NEGATIVE_INFINITY), 0) / story.length;
      if (mean > most) [best, most] = [story, mean];
    }
    if (best) more.set(best, [...(more.get(best) ?? []), only]);
    return best === undefined;
  });
  return [...stories.map((s) => [...s, ...(more.get(s) ?? [])].sort((a, b) => a - b)), ...alone];
}

/**
 * Blocks: reports linked by days that meet, directly or through others. What lies in two blocks is never compared, so that a year of reports costs
 * the sum of its quiet days; in a stream without a quiet day the block grows, and with it the cost.
 */
export function blocksOf(traits: readonly Traits[]): readonly (readonly Traits[])[] {
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

/** Reports of a group that are compared pair by pair to find its middle; those of a larger one with their sum: the same but for rounding, by which equals differ. */
const PAIRS = 200;

/** Place in the group of the report that is nearest to all others. */
export function nearestToAll(group: readonly Traits[]): number {
  if (group.length < 2) return 0;
  const weighted = weigh(group);
  const sums =
    group.length > PAIRS
      ? (weighted[0]?.scale.likenessToAll(weighted) ?? [])
      : weighted.map((a) => weighted.reduce((sum, b) => sum + (a === b ? 0 : likenessOf(a, b)), 0));
  return sums.indexOf(Math.max(...sums));
}
