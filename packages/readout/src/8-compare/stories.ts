/** Stories: reports of the same happening. */
import { createHash } from 'node:crypto';
import type { EventType, Record, Story } from '../model/index.ts';
import { averageLinkage } from './clusters.ts';
import { findCopies } from './copies.ts';
import { daysMeet, similarities } from './similarity.ts';
import { stateOf, type Traits, traitsOf } from './traits.ts';

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
  return stories.sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id));
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

function storyOf(members: readonly Traits[], byId: ReadonlyMap<string, Record>, middle: number): Story {
  const ids = members.map((m) => m.id).sort();
  const records = ids.flatMap((id) => byId.get(id) ?? []);
  records.sort(
    (a, b) => compare(a.article.published?.value ?? '9', b.article.published?.value ?? '9') || compare(a.article.id, b.article.id),
  );
  const days = members.flatMap((m) => (m.days ? [m.days.first, m.days.last] : [])).sort();
  const [start, end] = [days[0], days.at(-1)];
  const core = coreOf(records);
  return {
    id: `story:${createHash('sha256').update(ids.join('\n'), 'utf8').digest('hex').slice(0, 32)}`,
    articles: records.map((r) => r.article.id),
    title: titleOf(byId.get(members[middle]?.id ?? '') ?? records[0]),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    parties: partiesOf(records),
    ...(core ? { core } : {}),
    copies: findCopies(records),
  };
}

/** Place in the group of the report that is nearest to all others. */
function nearestToAll(group: readonly number[], similarity: (i: number, j: number) => number | undefined): number {
  const sums = group.map((i) => group.reduce((sum, j) => sum + (i === j ? 0 : (similarity(i, j) ?? 0)), 0));
  return sums.indexOf(Math.max(...sums));
}

function titleOf(record: Record | undefined): string {
  if (!record) return '';
  const { title, text, parts } = record.article;
  if (title !== undefined) return title;
  const body = parts.find((p) => p.kind === 'body')?.span;
  const words = text.slice(body?.start ?? 0, body?.end ?? text.length).trim();
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/\s+\S*$/, '')} …`;
}

/** States, persons and organisations that are party to what happens in at least half of the reports. */
function partiesOf(records: readonly Record[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const r of records) {
    const here = new Set(
      r.events
        .filter((e) => e.status === 'current')
        .flatMap((e) => [...e.actor, ...e.recipient].flatMap((p) => p.state ?? stateOf(p.entity, r.entities) ?? p.entity)),
    );
    for (const id of here) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, n]) => 2 * n >= records.length)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([id]) => id);
}

/** The kind of act between the same states that most reports have; of several the first by name. */
function coreOf(records: readonly Record[]): Story['core'] {
  const acts = new Map<string, { event: EventType; parties: readonly string[]; days: string[]; reports: Set<string> }>();
  for (const r of records)
    for (const e of r.events) {
      if (e.status !== 'current' || e.modality !== 'asserted' || e.polarity === 'negative') continue;
      const parties = [...new Set([...e.actor, ...e.recipient].map((p) => p.state ?? stateOf(p.entity, r.entities) ?? p.entity))].sort();
      const key = `${e.event} ${parties.join(' ')}`;
      const act = acts.get(key) ?? { event: e.event, parties, days: [], reports: new Set<string>() };
      if (e.date?.precision === 'day' && e.date.start !== undefined) act.days.push(e.date.start);
      act.reports.add(r.article.id);
      acts.set(key, act);
    }
  const [best] = [...acts].sort(
    (a, b) => b[1].reports.size - a[1].reports.size || b[1].parties.length - a[1].parties.length || compare(a[0], b[0]),
  );
  if (!best) return undefined;
  const { event, parties, days, reports } = best[1];
  const date = days.sort()[0];
  return { event, parties, ...(date === undefined ? {} : { date }), reports: reports.size };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
