/**
 * Stories of a stream of records, by rising day of publication, in memory that does not grow with the stream: held are the reports of days that a later
 * report can still reach, and stories that a later one can still follow. Up to MOST reports within reach the groups are those of `groupStories`; more are
 * read day by day (open-stories.ts). Reports without a day of publication come last and are grouped among themselves.
 */
import { addUnder } from '../../add-under.ts';
import type { Publisher, Record, Story } from '../../model/index.ts';
import { daysBetween, type Traits, traitsOf } from '../traits.ts';
import { divide } from './divide.ts';
import { OpenStories } from './open-stories.ts';
import { applyOverrides, type Overrides } from './overrides.ts';
import { WINDOW_DAYS } from './similarity.ts';
import { blocksOf, groupBlock, MOST, nearestToAll, STORY_THRESHOLD, type StoryOptions } from './stories.ts';
import { compare, storyOf } from './story-of.ts';
import { ThreadStream } from './thread-stream.ts';

/** What is kept of a record while its story is open: text and what happens in it. */
type Kept = Pick<Record, 'article' | 'events' | 'entities'>;

/** A story with the publishers of its reports, each once, by id. */
export interface StreamedStory {
  readonly story: Story;
  readonly publishers: readonly Publisher[];
}

/** Days by which a report may reach back before its publication (traits.ts), and those by which two may miss each other. */
const REACH_DAYS = 7 + 2 * WINDOW_DAYS;
/** The day of reports that have none. */
const NO_DAY = '9999-12-31';

/** The stories of records that come by rising day of publication, those of one day in any order; each story when nothing can change it any more. */
export async function* streamStories(records: AsyncIterable<Record>, options: StoryOptions = {}): AsyncGenerator<StreamedStory> {
  const stream = new StoryStream(options);
  for await (const record of records) yield* stream.add(record);
  yield* stream.end();
}

class StoryStream {
  readonly #threshold: number;
  readonly #overrides: Overrides | undefined;
  readonly #threads = new ThreadStream();
  readonly #kept = new Map<string, Kept>();
  readonly #publishers = new Map<string, readonly Publisher[]>();
  /** Reports whose block is not complete, while they are few enough to be compared pair by pair. */
  #pending: Traits[] = [];
  /** The open stories of a block that was too large. */
  #open: OpenStories | undefined;
  #today: Traits[] = [];
  #day = '';
  /** Groups that lines of the overrides are about: settled at the end. */
  readonly #held: (readonly Traits[])[] = [];

  constructor({ threshold = STORY_THRESHOLD, overrides }: StoryOptions) {
    this.#threshold = threshold;
    this.#overrides = overrides;
  }

  *add(record: Record): Generator<StreamedStory> {
    const day = record.article.published?.precision === 'day' ? record.article.published.value : NO_DAY;
    if (day > this.#day) yield* this.#nextDay(day);
    const { article, entities } = record;
    this.#kept.set(article.id, { article, entities, events: record.events.filter((e) => e.status === 'current') });
    this.#today.push(traitsOf(record));
  }

  *end(): Generator<StreamedStory> {
    yield* this.#nextDay('');
    this.#close(this.#open ? divided(this.#open.end()) : this.#groups(this.#pending));
    this.#pending = [];
    this.#close(this.#overrides ? applyOverrides(this.#held, this.#overrides) : [], true);
    yield* this.#told(this.#threads.end());
  }

  *#nextDay(day: string): Generator<StreamedStory> {
    const [before, reports] = [this.#day, this.#today];
    this.#today = [];
    this.#day = day;
    if (this.#open) {
      this.#close(divided(this.#open.add(before, reports)));
      if (this.#open.size === 0) this.#open = undefined;
    } else this.#pending.push(...reports);
    if (this.#pending.length > MOST) {
      this.#open = new OpenStories(this.#threshold);
      this.#close(divided(byDay(this.#pending).flatMap(([of, traits]) => this.#open?.add(of, traits) ?? [])));
      this.#pending = [];
    } else if (this.#pending.length > 0 && day !== '') {
      // Blocks that no report from this day on can reach back to.
      const blocks = blocksOf(this.#pending.filter((t) => t.days));
      const done = blocks.filter((b) => b.every((t) => daysBetween(t.days?.last ?? day, day) > REACH_DAYS));
      if (done.length > 0) {
        const gone = new Set(done.flat());
        this.#pending = this.#pending.filter((t) => !gone.has(t));
        this.#close(done.flatMap((b) => groupBlock(b, this.#threshold)));
      }
    }
    if (day !== '' && day !== NO_DAY) yield* this.#told(this.#threads.upTo(day, REACH_DAYS));
  }

  #groups(traits: readonly Traits[]): readonly (readonly Traits[])[] {
    const dated = blocksOf(traits.filter((t) => t.days));
    const undated = traits.filter((t) => !t.days).sort((a, b) => compare(a.id, b.id));
    return [...dated, ...(undated.length > 0 ? [undated] : [])].flatMap((b) => groupBlock(b, this.#threshold));
  }

  #close(groups: readonly (readonly Traits[])[], isSettled = false): void {
    for (const group of groups) {
      const isMeant = this.#overrides?.some((o) => o.ids.some((id) => group.some((t) => t.id.startsWith(id))));
      if (isMeant && !isSettled) this.#held.push(group);
      else this.#tell(group);
    }
  }

  #tell(members: readonly Traits[]): void {
    const story = storyOf(members, this.#kept, nearestToAll(members));
    const publishers = new Map<string, Publisher>();
    for (const id of story.articles) {
      const publisher = this.#kept.get(id)?.article.publisher;
      if (publisher) publishers.set(publisher.id, publisher);
      this.#kept.delete(id);
    }
    this.#publishers.set(
      story.id,
      [...publishers.values()].sort((a, b) => compare(a.id, b.id)),
    );
    this.#threads.add(story, members);
  }

  *#told(stories: readonly Story[]): Generator<StreamedStory> {
    for (const story of stories) {
      yield { story, publishers: this.#publishers.get(story.id) ?? [] };
      this.#publishers.delete(story.id);
    }
  }
}

const divided = (groups: readonly (readonly Traits[])[]): readonly (readonly Traits[])[] =>
  groups.flatMap((g) => divide([...g].sort((a, b) => compare(a.id, b.id))));

function byDay(traits: readonly Traits[]): readonly (readonly [string, readonly Traits[]])[] {
  const days = new Map<string, Traits[]>();
  for (const t of traits) {
    const day = t.days?.last ?? NO_DAY;
    addUnder(days, day, t);
  }
  return [...days].sort((a, b) => compare(a[0], b[0]));
}
