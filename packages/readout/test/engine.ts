/** One engine for a test file: opened once, with the fictional people that only tests know. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { annotate } from '../src/2-sentences/index.ts';
import { type Document, makeDocument } from '../src/3-mentions/document.ts';
import { findClaims } from '../src/4-claims/index.ts';
import { findEvents } from '../src/5-events/index.ts';
import { findRelations } from '../src/6-relations/index.ts';
import { type Knowledge, loadKnowledge, type Row } from '../src/knowledge.ts';
import type { Article, Claim, Event, Figure, Relation, Silence } from '../src/model/index.ts';
import { openParts } from '../src/open.ts';
import { documentOf, type Parts } from '../src/pipeline.ts';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The fictional overlay: people, outlets and offices of cases. */
export function overlay(): { [list: string]: Row[] } {
  return parse(readFileSync(join(root, 'cases/overlay.yaml'), 'utf8')) as { [list: string]: Row[] };
}

export const testKnowledge = (): Knowledge => loadKnowledge(undefined, overlay());

export const openTestParts = (): Promise<Parts> => openParts({ knowledge: testKnowledge() });

export interface Whole {
  readonly doc: Document;
  readonly claims: readonly Claim[];
  readonly silences: readonly Silence[];
  readonly events: readonly Event[];
  readonly relations: readonly Relation[];
  readonly figures: readonly Figure[];
}

/** A text that is all body. */
export function bodyArticle(text: string, date?: string): Article {
  return {
    id: 'case',
    text,
    language: 'en',
    ...(date ? { published: { value: date, precision: 'day', basis: 'argument' } } : {}),
    parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
  };
}

/** Stages 2 to 6 over many case texts at once. */
export async function readCases(
  cases: readonly {
    readonly text: string;
    readonly date?: string | undefined;
    readonly domain?: string | undefined;
    readonly title?: string | undefined;
  }[],
  parts: Parts,
): Promise<Whole[]> {
  const articles = cases.map((c) => {
    const publisher = c.domain === undefined ? undefined : parts.publishers.byDomain(c.domain);
    const title = c.title === undefined ? {} : { title: c.title };
    return { ...bodyArticle(c.text, c.date), ...title, ...(publisher ? { publisher } : {}) };
  });
  const sentences = await annotate(articles, parts.network, parts.sentences);
  return articles.map((article, i) => {
    const first = documentOf({ article, problems: [] }, sentences[i] ?? [], parts);
    const { claims, silences, mentions } = findClaims(first, parts.claims);
    const doc =
      mentions === first.mentions
        ? first
        : makeDocument(article, first.trees, { mentions, entities: [...first.entities.values()] }, first.times);
    const events = findEvents(doc, claims, parts.events);
    const { relations, figures } = findRelations(doc, claims, events, parts.relations);
    return { doc, claims, silences, events, relations, figures };
  });
}
