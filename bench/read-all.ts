/** What the measured tasks share: texts as articles, stages 2 to 5 over them, rows and spans. */
import { annotate } from '../packages/readout/src/2-sentences/index.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { findClaims } from '../packages/readout/src/4-claims/index.ts';
import { findEvents } from '../packages/readout/src/5-events/index.ts';
import type { Article, Claim, Event, ReadArticle, Sentence, Span } from '../packages/readout/src/model/index.ts';
import { documentOf, type Parts } from '../packages/readout/src/pipeline.ts';

export type Row = Record<string, unknown>;

export type Answer = Record<string, unknown>;

/** A text as an article whose every word is body: task texts are sentences or cleaned articles. */
export function plainArticle(text: string, date?: unknown): ReadArticle {
  const article: Article = {
    id: 'task',
    text,
    language: 'en',
    ...(typeof date === 'string' && /^\d{4}-\d\d-\d\d/.test(date)
      ? { published: { value: date.slice(0, 10), precision: 'day', basis: 'argument' } }
      : {}),
    parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
  };
  return { article, problems: [] };
}

export interface Read {
  readonly doc: Document;
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
}

/** Stages 2 to 5 over texts. */
export async function readAll(texts: readonly { text: string; date?: unknown }[], parts: Parts): Promise<Read[]> {
  const reads = texts.map((t) => plainArticle(t.text, t.date));
  const sentences = await annotate(
    reads.map((r) => r.article),
    parts.network,
    parts.sentences,
  );
  return reads.map((r, i) => {
    const doc = documentOf(r, sentences[i] ?? [], parts);
    const { claims } = findClaims(doc, parts.claims);
    return { doc, sentences: sentences[i] ?? [], claims, events: findEvents(doc, claims, parts.events) };
  });
}

export const textOf = (row: Row): string => String(row.text ?? row.sentence ?? '');

export const pair = (s: Span): [number, number] => [s.start, s.end];

export const asSpan = (v: unknown): Span | undefined =>
  Array.isArray(v) && v.length === 2 ? { start: Number(v[0]), end: Number(v[1]) } : undefined;
