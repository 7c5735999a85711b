import type { Span } from '../model/span.ts';
import type { RowSource } from './row-source.ts';
import type { ChildRows } from './tables.ts';

/** Where the words of each claim, event, relation, silence and figure stand, in order. */
export function evidenceRows({ record, idOf }: RowSource): readonly ChildRows['evidence'][] {
  const rows: ChildRows['evidence'][] = [];
  const add = (id: string, spans: readonly { readonly span: Span; readonly as: string }[]): void => {
    for (const [seq, { span, as }] of spans.entries()) rows.push({ record: id, seq, part: as, span_start: span.start, span_end: span.end });
  };
  for (const c of record.claims) {
    add(idOf('claim', c.id), [
      ...(c.source ? [{ span: c.source.span, as: 'source' }] : []),
      ...c.cue.map((span) => ({ span, as: 'cue' })),
      ...c.content.map((span) => ({ span, as: 'content' })),
    ]);
  }
  for (const e of record.events) add(idOf('event', e.id), e.evidence);
  for (const r of record.relations) add(idOf('relation', r.id), r.evidence);
  for (const s of record.silences) add(idOf('silence', s.id), s.evidence);
  for (const f of record.figures) add(idOf('figure', f.id), [{ span: f.span, as: 'figure' }]);
  return rows;
}
