/** Threads: stories that follow each other within days, between the same parties and in much the same words. */
import type { Story, Thread } from '../../model/index.ts';
import { daysBetween, mergeTraits, type Traits } from '../traits.ts';
import { likenessOf, type Weighted, weigh } from './similarity.ts';
import { compare, idFrom } from './story-of.ts';

/** Days from the end of a story to the start of one that follows it. */
export const REACH_DAYS = 7;
/** Likeness of two stories from which the later follows the earlier: under that of reports of one story, as the news in them is another. */
export const FOLLOWS = 0.1;
/** Parties that two stories share, at least; of a story with fewer, all. */
export const SHARED_PARTIES = 2;

/** The stories with their threads set; `members` has the traits of each story's reports. Stories must come earliest first. */
export function threaded(stories: readonly Story[], members: (story: Story) => readonly Traits[]): readonly Story[] {
  return withThreads(stories, linksOf(stories, members));
}

/** Which story each follows, by id; one that follows none is left out. Stories must come earliest first. */
export function linksOf(stories: readonly Story[], members: (story: Story) => readonly Traits[]): ReadonlyMap<string, string> {
  const dated = stories.filter((s) => s.start !== undefined);
  const merged = dated.map((s) => mergeTraits(s.id, members(s)));
  const weighted = weigh(merged);
  const before = new Map<string, string>();
  // Only what lies within reach is compared: the window moves with the stories' starts, and a long story keeps it open.
  let open: number[] = [];
  dated.forEach((story, i) => {
    open = open.filter((k) => daysFrom(dated[k], story) <= REACH_DAYS);
    const previous = open.flatMap((k): { k: number; likeness: number }[] => {
      const earlier = dated[k] as Story;
      if (!sharesParties(earlier, story)) return [];
      const likeness = likenessOf(weighted[k] as Weighted, weighted[i] as Weighted);
      return likeness >= FOLLOWS ? [{ k, likeness }] : [];
    });
    const best = previous.sort((a, b) => b.likeness - a.likeness || a.k - b.k)[0];
    if (best) before.set(story.id, (dated[best.k] as Story).id);
    open.push(i);
  });
  return before;
}

/** The stories with their threads set, by which story each follows. */
export function withThreads(stories: readonly Story[], before: ReadonlyMap<string, string>): readonly Story[] {
  const followed = new Set(before.values());
  const rootOf = (id: string): string => {
    let at = id;
    for (let previous = before.get(at); previous !== undefined; previous = before.get(at)) at = previous;
    return at;
  };
  return stories.map((s) => (before.has(s.id) || followed.has(s.id) ? { ...s, thread: idFrom('thread', rootOf(s.id)) } : s));
}

/** The threads of stories, earliest first. */
export function threadsOf(stories: readonly Story[]): readonly Thread[] {
  const byThread = new Map<string, Story[]>();
  for (const s of stories) if (s.thread !== undefined) byThread.set(s.thread, [...(byThread.get(s.thread) ?? []), s]);
  return [...byThread].map(([id, found]): Thread => {
    const inOrder = [...found].sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id));
    const start = inOrder[0]?.start;
    const end = inOrder
      .flatMap((s) => s.end ?? [])
      .sort()
      .at(-1);
    const counts = new Map<string, number>();
    for (const s of inOrder) for (const p of s.parties) counts.set(p, (counts.get(p) ?? 0) + 1);
    return {
      id,
      stories: inOrder.map((s) => s.id),
      title: inOrder[0]?.title ?? '',
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      parties: [...counts]
        .filter(([, n]) => 2 * n >= inOrder.length)
        .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
        .map(([party]) => party),
      reports: inOrder.reduce((n, s) => n + s.articles.length, 0),
    };
  });
}

/** Days from the end of one story to the start of another; 0 when they overlap. */
function daysFrom(earlier: Story | undefined, later: Story): number {
  const [end, start] = [earlier?.end, later.start];
  if (end === undefined || start === undefined) return Number.POSITIVE_INFINITY;
  return end >= start ? 0 : daysBetween(end, start);
}

function sharesParties(a: Story, b: Story): boolean {
  let n = 0;
  for (const p of a.parties) if (b.parties.includes(p)) n++;
  return n > 0 && n >= Math.min(SHARED_PARTIES, a.parties.length, b.parties.length);
}
