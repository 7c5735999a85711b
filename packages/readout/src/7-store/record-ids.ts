import { createHash } from 'node:crypto';
import type { Record } from '../model/record.ts';
import type { Span } from '../model/span.ts';
import { firstTrigger } from './quote.ts';

export type RecordKind = 'claim' | 'event' | 'relation' | 'silence' | 'figure';

/** Where a record stands in its article (`e1`) and what it is called everywhere (`e_…`). */
export interface RecordKey {
  readonly kind: RecordKind;
  readonly local: string;
  readonly id: string;
}

/**
 * The ids of an article's records: a letter and 32 hex digits of a hash over article id, kind, span and rule, so that two machines agree and a replay
 * changes nothing. Records that share all four are told apart by their order. Actors, codes and dates are no part: a new reading is a changed record.
 */
export function recordKeys(record: Record): readonly RecordKey[] {
  const seen = new Map<string, number>();
  const key = (kind: RecordKind, local: string, spans: readonly Span[], rule: string): RecordKey => {
    const basis = [record.article.id, kind, spans.map((s) => `${s.start}-${s.end}`).join(','), rule].join('\n');
    const n = seen.get(basis) ?? 0;
    seen.set(basis, n + 1);
    const hash = createHash('sha256')
      .update(n === 0 ? basis : `${basis}\n${n}`, 'utf8')
      .digest('hex');
    return { kind, local, id: `${kind[0]}_${hash.slice(0, 32)}` };
  };
  return [
    ...record.claims.map((c) => key('claim', c.id, [...c.cue, ...c.content], c.rule)),
    ...record.events.map((e) => key('event', e.id, firstTrigger(e.evidence), e.rule)),
    ...record.relations.map((r) => key('relation', r.id, firstTrigger(r.evidence), r.rule)),
    ...record.silences.map((s) => key('silence', s.id, firstTrigger(s.evidence), s.rule)),
    ...record.figures.map((f) => key('figure', f.id, [f.span], f.unit)),
  ];
}
