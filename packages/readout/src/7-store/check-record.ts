import { articleId } from '../1-article/article-id.ts';
import type { Record } from '../model/record.ts';
import { SCHEMA } from '../model/record.ts';
import { type PlacedSpan, spansOf } from './spans.ts';

/** One thing that is wrong with a record; `at` is where: `event e1 trigger`. */
export interface Fault {
  readonly at: string;
  readonly message: string;
}

/**
 * What is wrong with a record before it may be stored: an id that is not its content's, a span outside the text, words that are blank or cut through a
 * character, a record without evidence, a local id used twice. Empty when all is well.
 */
export function checkRecord(record: Record): readonly Fault[] {
  const { article } = record;
  const faults: Fault[] = [];
  if (record.schema !== SCHEMA) faults.push({ at: 'schema', message: `is ${JSON.stringify(record.schema)}, not ${SCHEMA}` });
  if (!article.text.isWellFormed()) faults.push({ at: 'article', message: 'has half characters in its text' });
  if (article.id !== articleId(article.text, article.publisher?.id, article.published?.value))
    faults.push({ at: 'article', message: 'has an id that is not the hash of its text, publisher and day' });
  for (const placed of spansOf(record)) {
    const message = spanFault(article.text, placed);
    if (message) faults.push({ at: placed.at, message });
  }
  return [...faults, ...withoutEvidence(record), ...twice(record)];
}

function spanFault(text: string, { span, words }: PlacedSpan): string | undefined {
  const { start, end } = span;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length)
    return `has the span ${start}–${end}, which does not lie in the text of ${text.length}`;
  if (!words) return undefined;
  const slice = text.slice(start, end);
  if (slice.trim() === '') return `has the span ${start}–${end}, which holds no words`;
  return slice.isWellFormed() ? undefined : `has the span ${start}–${end}, which cuts through a character`;
}

function withoutEvidence(record: Record): readonly Fault[] {
  const bare = [
    ...record.claims.filter((c) => c.cue.length + c.content.length === 0).map((c) => `claim ${c.id}`),
    ...record.events.filter((e) => e.evidence.length === 0).map((e) => `event ${e.id}`),
    ...record.relations.filter((r) => r.evidence.length === 0).map((r) => `relation ${r.id}`),
    ...record.silences.filter((s) => s.evidence.length === 0).map((s) => `silence ${s.id}`),
  ];
  return bare.map((at) => ({ at, message: 'has no evidence' }));
}

function twice(record: Record): readonly Fault[] {
  const faults: Fault[] = [];
  for (const list of ['entities', 'mentions', 'times', 'claims', 'events', 'relations', 'silences', 'figures'] as const) {
    const seen = new Set<string>();
    for (const { id } of record[list]) {
      if (seen.has(id)) faults.push({ at: `${list} ${id}`, message: 'is there twice' });
      seen.add(id);
    }
  }
  return faults;
}
