// Stories of a stream are those of all records at once, and memory does not grow with the stream.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaleRecord } from '../../../../bench/scale/records.ts';
import { articleId } from '../../src/1-article/article-id.ts';
import { openStore, recordsByDay } from '../../src/7-store/index.ts';
import { groupStories, readOverrides, streamStories } from '../../src/8-compare/index.ts';
import type { Record, Story } from '../../src/model/index.ts';
import { folderOfTests } from '../folder.ts';
import { sampleRecords } from './samples.ts';

const byDay = (records: readonly Record[]): Record[] =>
  [...records].sort((a, b) => ((a.article.published?.value ?? '9') < (b.article.published?.value ?? '9') ? -1 : 1));

async function streamed(records: readonly Record[], options = {}): Promise<readonly Story[]> {
  const stories: Story[] = [];
  const each = async function* (): AsyncGenerator<Record> {
    yield* byDay(records);
  };
  for await (const { story } of streamStories(each(), options)) stories.push(story);
  return stories.sort((a, b) => ((a.start ?? '9') + a.id < (b.start ?? '9') + b.id ? -1 : 1));
}

const folder = folderOfTests('stream');

const bare = (stories: readonly Story[]): readonly (readonly string[])[] => stories.map((s) => [s.id, ...s.articles]);

describe('a stream of records', () => {
  it('makes the stories of the samples', async () => {
    const records = (await sampleRecords()).map((s) => s.record);
    const whole = groupStories(records);
    const stream = await streamed(records);
    expect(bare(stream)).toEqual(bare(whole));
    expect(stream.map((s) => s.thread)).toEqual(whole.map((s) => s.thread));
    const [first] = whole.filter((s) => s.articles.length > 2);
    const overrides = readOverrides(`apart ${first?.articles.slice(0, 2).join(' ')}`, 'test');
    expect(bare(await streamed(records, { overrides }))).toEqual(bare(groupStories(records, { overrides })));
  });

  it('comes from a store by rising day, each report once', async () => {
    const records = [...(await sampleRecords()).map((s) => s.record), ...Array.from({ length: 40 }, (_, i) => scaleRecord(i))];
    const whole = scaleRecord(41);
    const { published: _, ...rest } = whole.article;
    const undated = { ...whole, article: { ...rest, id: articleId(rest.text, rest.publisher?.id, undefined) } };
    const store = await openStore(join(folder, 'store.db'), { create: true });
    await store.upsert([...records, undated]);
    const found: Record[] = [];
    for await (const record of recordsByDay(store)) found.push(record);
    await store.close();
    expect(found.map((r) => r.article.id).sort()).toEqual([...records, undated].map((r) => r.article.id).sort());
    const days = found.map((r) => r.article.published?.value ?? '9');
    expect(days).toEqual([...days].sort());
  });

  it('makes those of some hundred made-up reports over ten years', async () => {
    const records = Array.from({ length: 300 }, (_, i) => scaleRecord(i));
    expect(bare(await streamed(records))).toEqual(bare(groupStories(records)));
  });
});
