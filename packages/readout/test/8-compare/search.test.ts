// The search before something is said not to be in a text (cases/8-compare/search.yaml).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findThing, type SearchText, searchText, searchWords } from '../../src/8-compare/index.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Record } from '../../src/model/index.ts';
import { root } from '../engine.ts';

interface Row {
  readonly thing: string;
  readonly text: string;
  readonly found: boolean;
  readonly date?: string;
}
const { rows } = parse(readFileSync(join(root, 'cases/8-compare/search.yaml'), 'utf8')) as { rows: readonly Row[] };
const words = searchWords(loadKnowledge());

/** A text of which nothing is known but its words. */
const textOf = ({ text, date }: Row): SearchText =>
  searchText(
    {
      article: {
        id: 'sha256:0',
        text,
        language: 'en',
        parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
        ...(date === undefined ? {} : { published: { value: date, precision: 'day', basis: 'argument' } }),
      },
      entities: [],
      mentions: [],
    } as unknown as Record,
    words,
  );

describe('a search', () => {
  for (const row of rows)
    it(`${row.found ? 'finds' : 'does not find'} ${row.thing} in "${row.text}"`, () => {
      expect(findThing(textOf(row), [row.thing]).span !== undefined).toBe(row.found);
    });
});
