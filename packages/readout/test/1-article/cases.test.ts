// Runs cases/1-article/*.yaml: every part that is not body, and whatever else a row expects.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readArticle } from '../../src/1-article/index.ts';
import type { ArticleHints, Published } from '../../src/model/article.ts';
import { phrases, publishers } from './publishers.ts';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly hints?: ArticleHints;
  readonly parts?: readonly (readonly [string, string])[];
  readonly body?: readonly string[];
  readonly title?: string;
  readonly published?: Published | 'none';
  readonly publisher?: string;
  readonly state?: string;
  readonly dateline?: string;
  readonly language?: string;
  readonly problems?: readonly string[];
}

const folder = new URL('../../../../cases/1-article/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'publishers.yaml');
const places = ['NEW DELHI', 'OSLO'];
const seen = new Set<string>();

for (const file of files) {
  const rows: readonly Row[] = parse(readFileSync(new URL(file, folder), 'utf8'));
  describe(`cases/1-article/${file}`, () => {
    for (const row of rows) {
      it(row.id, () => {
        expect(seen.has(row.id)).toBe(false);
        seen.add(row.id);
        const { article, problems } = readArticle(row.text, {
          publishers,
          phrases,
          hints: row.hints ?? {},
          isPlace: (name) => places.includes(name),
        });
        const words = article.parts.map((part): [string, string] => [part.kind, article.text.slice(part.span.start, part.span.end)]);
        if (row.parts) expect(words.filter(([kind]) => kind !== 'body')).toEqual(row.parts);
        if (row.body) expect(words.filter(([kind]) => kind === 'body').map(([, text]) => text)).toEqual(row.body);
        if (row.title) expect(article.title).toBe(row.title);
        if (row.published) expect(article.published ?? 'none').toEqual(row.published);
        if (row.publisher) expect(article.publisher?.id ?? 'none').toBe(row.publisher);
        if (row.state) expect(article.publisher?.state).toBe(row.state);
        if (row.dateline) expect(article.dateline?.place ?? 'none').toBe(row.dateline);
        if (row.language) expect(article.language).toBe(row.language);
        if (row.problems) expect(problems.map((problem) => problem.code)).toEqual(row.problems);
      });
    }
  });
}
