import type { Record } from '../model/record.ts';
import type { Span } from '../model/span.ts';

/** A span of a record and what it is: `claim c1 content`. `words`: it quotes, so it may not be empty. */
export interface PlacedSpan {
  readonly at: string;
  readonly span: Span;
  readonly words: boolean;
}

/** Every span of a record, in order. */
export function spansOf(record: Record): readonly PlacedSpan[] {
  const { article } = record;
  const spans: PlacedSpan[] = [];
  const add = (at: string, span: Span | undefined, words = true): void => {
    if (span) spans.push({ at, span, words });
  };
  for (const part of article.parts) add(`part ${part.kind}`, part.span, false);
  add('dateline', article.dateline?.span);
  for (const m of record.mentions) add(`mention ${m.id}`, m.span);
  for (const t of record.times) add(`time ${t.id}`, t.span);
  for (const c of record.claims) {
    add(`claim ${c.id} source`, c.source?.span);
    for (const span of c.cue) add(`claim ${c.id} cue`, span);
    for (const span of c.content) add(`claim ${c.id} content`, span);
    for (const link of c.chain) add(`claim ${c.id} chain`, link.span);
  }
  for (const e of record.events) for (const { as, span } of e.evidence) add(`event ${e.id} ${as}`, span);
  for (const r of record.relations) for (const { as, span } of r.evidence) add(`relation ${r.id} ${as}`, span);
  for (const s of record.silences) for (const { as, span } of s.evidence) add(`silence ${s.id} ${as}`, span);
  for (const f of record.figures) add(`figure ${f.id}`, f.span);
  for (const p of record.problems) add(`problem ${p.code}`, p.span, false);
  return spans;
}
