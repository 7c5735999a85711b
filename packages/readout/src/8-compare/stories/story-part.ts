/**
 * Stories of a long time, part by part: each part of days is grouped with the days around it, and has the stories that begin in it. What lies in the
 * days around decides where a story ends, never the question that was asked: each report is in one story whichever parts are looked at.
 */
import type { Record, Story } from '../../model/index.ts';
import { type Traits, traitsOf } from '../traits.ts';
import { groupTraits, nearestToAll, type StoryOptions } from './stories.ts';
import { compare, storyOf } from './story-of.ts';
import { linksOf } from './threads.ts';

/** Days before and behind a part with which it is grouped; a story has no report more days behind the part in which it begins. */
export const AROUND_DAYS = 14;

export interface PartGroup {
  /** Its story, when no report of it belongs to an earlier part. */
  readonly story: Story;
  /** Those of its reports that lie in the days of this part, in the order of the story. */
  readonly inside: readonly string[];
  /** Those that lie behind them: none of a group that began before this part. */
  readonly behind: readonly string[];
  /** The first report of the story that it follows. */
  readonly follows?: string;
}

/** What a story is made from. */
type PartRecord = Pick<Record, 'article' | 'events' | 'entities'>;

/** What is kept of a record to group it. */
export interface PartReport {
  readonly record: PartRecord;
  readonly traits: Traits;
}

/** What grouping needs of a report; its text can be let go. */
export function partReport(record: Record): PartReport {
  const { article, entities } = record;
  return { record: { article, entities, events: record.events.filter((e) => e.status === 'current') }, traits: traitsOf(record) };
}

/** Groups the reports that were added. */
export class StoryPart {
  readonly #byId = new Map<string, PartRecord>();
  readonly #traits: Traits[] = [];

  add({ record, traits }: PartReport): void {
    if (this.#byId.has(traits.id)) return;
    this.#byId.set(traits.id, record);
    this.#traits.push(traits);
  }

  /** All reports as one story. */
  story(): Story {
    return storyOf(this.#traits, this.#byId, nearestToAll(this.#traits));
  }

  /** The groups that have a report in these days, earliest first; of those that begin before them only what lies in them. */
  groups(from: string, to: string, last: string, options: StoryOptions = {}): readonly PartGroup[] {
    const traits = [...this.#traits].sort((a, b) => compare(a.id, b.id));
    const byId = new Map(traits.map((t) => [t.id, t]));
    const all = groupTraits(traits, options)
      .map((members) => storyOf(members, this.#byId, nearestToAll(members)))
      .sort((a, b) => compare(a.start ?? '9', b.start ?? '9') || compare(a.id, b.id));
    const before = linksOf(all, (s) => s.articles.flatMap((id) => byId.get(id) ?? []));
    const firstOf = new Map(all.map((s) => [s.id, s.articles[0] ?? '']));
    return all.flatMap((whole): readonly PartGroup[] => {
      const dayOf = (id: string): string => this.#byId.get(id)?.article.published?.value ?? '';
      const inside = whole.articles.filter((id) => dayOf(id) >= from && dayOf(id) <= to);
      if (inside.length === 0) return [];
      const isOwn = dayOf(whole.articles[0] ?? '') >= from;
      const behind = isOwn ? whole.articles.filter((id) => dayOf(id) > to && dayOf(id) <= last) : [];
      const ids = [...inside, ...behind];
      const members = ids.flatMap((id) => byId.get(id) ?? []);
      const story = ids.length === whole.articles.length ? whole : storyOf(members, this.#byId, nearestToAll(members));
      const follows = firstOf.get(before.get(whole.id) ?? '');
      return [{ story, inside, behind, ...(follows === undefined ? {} : { follows }) }];
    });
  }
}
