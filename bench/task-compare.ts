/** The tasks of stage 8: stories, near-duplicates, and whether a thing is in a text. The first two are answered over all rows at once. */
import { findCopies, findThing, groupStories, type SearchText, searchText, searchWords } from '../packages/readout/src/8-compare/index.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';
import type { Record as ArticleRecord, ReadArticle } from '../packages/readout/src/model/index.ts';
import { extract, type Parts } from '../packages/readout/src/pipeline.ts';
import type { Row } from './read-all.ts';
import type { Predict } from './task-answers.ts';

/** Texts that go through the engine together. */
const BATCH = 50;

/** A row as an article that is all body, with the row's id, day and title. */
function articleOf(row: Row): ReadArticle {
  const text = String(row.text ?? '');
  return {
    article: {
      id: String(row.id),
      text,
      language: 'en',
      ...(typeof row.title === 'string' && row.title !== '' ? { title: row.title } : {}),
      ...(typeof row.date === 'string' && /^\d{4}-\d\d-\d\d/.test(row.date)
        ? { published: { value: row.date.slice(0, 10), precision: 'day', basis: 'argument' } }
        : {}),
      parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
    },
    problems: [],
  };
}

/** Records of rows, each row's read once however often it is asked for. */
function reader(parts: Parts, keyOf: (row: Row) => string): (rows: readonly Row[]) => Promise<ArticleRecord[]> {
  const known = new Map<string, ArticleRecord>();
  return async (rows) => {
    const unread = [...new Map(rows.map((r) => [keyOf(r), r])).values()].filter((r) => !known.has(keyOf(r)));
    for (let i = 0; i < unread.length; i += BATCH) {
      const batch = unread.slice(i, i + BATCH);
      const records = await extract(batch.map(articleOf), parts);
      for (const [k, row] of batch.entries()) known.set(keyOf(row), records[k] as ArticleRecord);
    }
    return rows.map((r) => known.get(keyOf(r)) as ArticleRecord);
  };
}

export function stories(parts: Parts): Predict {
  const read = reader(parts, (row) => String(row.id));
  return async (rows) => {
    const storyOf = new Map(groupStories(await read(rows)).flatMap((s) => s.articles.map((id) => [id, s.id] as const)));
    return rows.map((row) => ({ id: row.id, story: storyOf.get(String(row.id)) }));
  };
}

export function neardup(): Predict {
  return async (rows) => {
    const originOf = new Map(findCopies(rows.map(articleOf)).flatMap((g) => g.articles.map((id) => [id, g.origin] as const)));
    return rows.map((row) => {
      const origin = originOf.get(String(row.id));
      return { id: row.id, ...(origin === undefined ? {} : { copyOf: origin }) };
    });
  };
}

export function omission(parts: Parts): Predict {
  const read = reader(parts, (row) => String(row.text));
  const texts = new Map<string, SearchText>();
  const known = searchWords(loadKnowledge());
  return async (rows) => {
    const records = await read(rows);
    return rows.map((row, i) => {
      const key = String(row.text);
      const text = texts.get(key) ?? searchText(records[i] as ArticleRecord, known);
      texts.set(key, text);
      const { span } = findThing(text, (row.thing as unknown[]).map(String), { isPlace: row.type === 'LOC' || row.type === 'place' });
      return { id: row.id, absent: span === undefined, ...(span ? { evidence: [span.start, span.end] } : {}) };
    });
  };
}
