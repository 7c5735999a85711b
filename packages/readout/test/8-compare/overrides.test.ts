// Splits and merges by hand, and the page of a story.
import { beforeAll, describe, expect, it } from 'vitest';
import { compareAccounts, groupStories, readOverrides, searchWords, textAccounts, threadsOf } from '../../src/8-compare/index.ts';
import { reportHtml } from '../../src/cli/format/report-html.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Record } from '../../src/model/index.ts';
import { type Sample, sampleRecords, sampleText } from './samples.ts';

let samples: readonly Sample[] = [];
let records: readonly Record[] = [];
const FOLLOWS = 'lima-follows.txt';
beforeAll(async () => {
  const text = sampleText('lima-han-river.txt')
    .replaceAll('2024-11-16', '2024-11-23')
    .replace('Nov. 16', 'Nov. 23')
    .replaceAll('/16/', '/23/');
  samples = await sampleRecords([{ name: FOLLOWS, text }]);
  records = samples.filter((s) => s.name !== FOLLOWS).map((s) => s.record);
});
const id = (name: string): string => samples.find((s) => s.name === name)?.record.article.id ?? '';

describe('an override file', () => {
  it('puts reports together and keeps them apart', () => {
    const lima = ['lima-great-wall.txt', 'lima-han-river.txt', 'lima-meridian.txt'].map(id);
    const text = `# by hand\ntogether ${id('beijing-meridian.txt').slice(0, 20)} ${lima[0]}\n\napart ${lima[0]} ${lima[1]} # two tellings\n`;
    const stories = groupStories(records, { overrides: readOverrides(text, 'o.txt') });
    const of = (article: string | undefined): string | undefined => stories.find((s) => s.articles.includes(article ?? ''))?.id;
    expect(of(id('beijing-meridian.txt'))).toBe(of(lima[0]));
    expect(of(lima[0])).not.toBe(of(lima[1]));
    expect(stories.flatMap((s) => s.articles).sort()).toEqual(records.map((r) => r.article.id).sort());
    const turned = groupStories([...records].reverse(), { overrides: readOverrides(text, 'o.txt') });
    expect(turned).toEqual(stories);
  });

  it.each([
    ['merge sha256:00000000 sha256:11111111', 'o.txt:1: a line begins with'],
    ['\ntogether sha256:00000000', 'o.txt:2: name at least two'],
    ['apart sha256:00000000 lima', 'o.txt:1: `lima` is no id'],
    [
      'together sha256:00000000 sha256:11111111\ntogether sha256:11111111 sha256:22222222\napart sha256:00000000 sha256:22222222',
      'o.txt:3: ',
    ],
  ])('that is wrong is refused with its line: %s', (text, message) => {
    expect(() => readOverrides(text, 'o.txt')).toThrow(message);
  });
});

describe('a thread', () => {
  it('holds stories that follow each other within days', () => {
    const all = groupStories(samples.filter((s) => s.happening === 'lima').map((s) => s.record));
    const threads = threadsOf(all);
    expect(all.length).toBeGreaterThanOrEqual(2);
    expect(threads).toHaveLength(1);
    expect(threads[0]?.parties).toEqual(expect.arrayContaining(['CHN', 'KOR']));
  });
});

describe('the page of a story', () => {
  it('has no script and no markup of a text, and is the same each time', () => {
    const two = records.slice(0, 2).map((r) => ({ ...r, article: { ...r.article, title: '<script>alert(1)</script> & "more"' } }));
    const page = (): string => reportHtml(compareAccounts(textAccounts(two), two, searchWords(loadKnowledge())), two, undefined);
    expect(page()).toBe(page());
    expect(page()).not.toMatch(/<script|<img|href=|src=|javascript:/i);
    expect(page()).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(page()).toContain('color-scheme:light dark');
  });
});
