// Stories of a large store: found without reading all of it, and the same.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scaleRecord } from '../../../../bench/scale/records.ts';
import { openStore, type Store } from '../../src/7-store/index.ts';
import { recordsOfStory, storiesOf, storyIn } from '../../src/cli/stories-of.ts';
import { sampleRecords } from '../8-compare/samples.ts';
import { folderOfTests } from '../folder.ts';

const folder = folderOfTests('stories-of');
let store: Store;
beforeAll(async () => {
  store = await openStore(join(folder, 'store.db'), { create: true });
  await store.upsert([...(await sampleRecords()).map((s) => s.record), ...Array.from({ length: 60 }, (_, i) => scaleRecord(i))]);
});
afterAll(() => store.close());

describe('stories of a store that is too large to be read at once', () => {
  it('are those of a small one', async () => {
    const whole = await storiesOf(store, {});
    const stream = await storiesOf(store, {}, { most: 5 });
    expect(stream.map((s) => [s.id, ...s.articles])).toEqual(whole.map((s) => [s.id, ...s.articles]));
  });

  it('are found by their id among the reports of some days', async () => {
    for (const story of await storiesOf(store, {})) {
      if (story.articles.length < 2) continue;
      const found = await storyIn(store, story.id.slice(0, 24), {}, { most: 5 });
      expect(found.articles).toEqual(story.articles);
      expect((await recordsOfStory(store, found)).map((r) => r.article.id)).toEqual(story.articles);
    }
  });

  it('are refused when none or several have the id', async () => {
    await expect(storyIn(store, `story:${'0'.repeat(32)}`, {}, { most: 5 })).rejects.toMatchObject({ code: 'store/not-found' });
    await expect(storyIn(store, 'story:', {}, { most: 5 })).rejects.toMatchObject({ code: 'store/ambiguous' });
  });
});
