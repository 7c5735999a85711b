/** Stories of a store for the command line. A store of more reports than are compared pair by pair is read as a stream: its records would not fit into memory. */
import { type ArticleFilter, allRecords, recordsByDay, type Store } from '../7-store/index.ts';
import { groupStories, idFrom, MOST_AT_ONCE, type Overrides, streamStories } from '../8-compare/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Record, Story } from '../model/index.ts';
import { given } from './given.ts';

/** Days between which reports are read. */
type Days = Pick<ArticleFilter, 'since' | 'until'>;

interface Options {
  readonly overrides?: Overrides;
  /** Reports that are grouped at once. */
  readonly most?: number;
}

/** Days before and after a story's first report in which there is all that decides what belongs to it. */
const AROUND = 40;

/** The stories of a store, earliest first. */
export async function storiesOf(store: Store, days: Days, { overrides, most = MOST_AT_ONCE }: Options = {}): Promise<readonly Story[]> {
  const by = overrides ? { overrides } : {};
  if ((await store.counts()).articles <= most) {
    const records: Record[] = [];
    for await (const record of allRecords(store, days)) records.push(record);
    return groupStories(records, by);
  }
  const stories: Story[] = [];
  for await (const { story } of streamStories(recordsByDay(store, days), by)) stories.push(story);
  const key = ({ start = '9', id }: Story): string => `${start} ${id}`;
  return stories.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The story with an id or the beginning of one. Throws `store/not-found` and `store/ambiguous`. */
export async function storyIn(store: Store, id: string, days: Days, options: Options = {}): Promise<Story> {
  const near = await daysAround(store, id, days, options);
  const chosen = (near ? await storiesOf(store, near, options) : []).filter((s) => s.id.startsWith(id));
  // A report that is not the first of a story has given the days, or a line by hand goes further: then all of the store is asked.
  const found = chosen.length > 0 ? chosen : (await storiesOf(store, days, options)).filter((s) => s.id.startsWith(id));
  const [story, second] = found;
  if (!story)
    throw new ReadoutError('store/not-found', `There is no story ${id} in the store. \`readout stories\` shows them.`, { at: id });
  if (second) throw new ReadoutError('store/ambiguous', `Several stories begin with ${id}. Give more of the id.`, { at: id });
  return story;
}

/** The records of a story, in its order. */
export async function recordsOfStory(store: Store, story: Story): Promise<readonly Record[]> {
  const records: Record[] = [];
  for (const id of story.articles) {
    const record = await store.article(id);
    if (record) records.push(record);
  }
  return records;
}

/** In a large store the days around the one report by which a story can have this id; undefined where that is none or several, or lines by hand join what lies far apart. */
async function daysAround(
  store: Store,
  id: string,
  { since, until }: Days,
  { overrides, most = MOST_AT_ONCE }: Options,
): Promise<Days | undefined> {
  if (overrides || (await store.counts()).articles <= most) return undefined;
  const [article, second] = (await store.reportIds()).filter((report) => idFrom('story', report).startsWith(id));
  if (article === undefined || second !== undefined) return undefined;
  const day = (await store.article(article))?.article.published;
  if (day?.precision !== 'day') return undefined;
  const [from, to] = [shifted(day.value, -AROUND), shifted(day.value, AROUND)];
  return given({ since: since !== undefined && since > from ? since : from, until: until !== undefined && until < to ? until : to });
}

/** An ISO day some days later or, below 0, earlier. */
function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
