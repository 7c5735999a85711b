/** How a relation of the text stands to the knowledge: relations/known.tsv and memberships at the article's day. */
import { holds } from '../3-mentions/gazetteer.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Relation, RelationKind } from '../model/index.ts';

export interface KnownRelations {
  /**
   * `new` when nothing is known of the pair. A relation said to hold is `confirmed` by an interval that covers the day and
   * contradicted where all had ended; one said to be past or denied the other way round. Undefined without a day, and for what is only
   * sought.
   */
  check(kind: RelationKind, a: string, b: string, status: Relation['status'], day: string | undefined): Relation['knowledge'];
  /** All that is known of a party on a day. */
  of(party: string, day: string): readonly KnownRelation[];
}

export interface KnownRelation {
  readonly kind: string;
  readonly a: string;
  readonly aAs: string;
  readonly b: string;
  readonly bAs: string;
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly source: string;
}

export function readKnownRelations(knowledge: Knowledge): KnownRelations {
  const rows: KnownRelation[] = knowledge.relations('known').map((r) => ({
    kind: r.kind ?? '',
    a: r.a ?? '',
    aAs: r.a_as ?? '',
    b: r.b ?? '',
    bAs: r.b_as ?? '',
    name: r.name ?? '',
    start: r.start ?? '',
    end: r.end ?? '',
    status: r.status ?? '',
    source: r.source ?? '',
  }));
  for (const r of knowledge.list('memberships')) {
    rows.push({
      kind: 'membership',
      a: r.state ?? '',
      aAs: r.status ?? 'member',
      b: r.organisation ?? '',
      bAs: 'organisation',
      name: '',
      start: r.start ?? '',
      end: r.end ?? '',
      status: 'holds',
      source: r.source ?? '',
    });
  }
  const index = new Map<string, KnownRelation[]>();
  for (const r of rows) {
    for (const key of new Set([`${r.kind}/${r.a}/${r.b}`, `${r.kind}/${r.b}/${r.a}`, `of/${r.a}`, `of/${r.b}`])) {
      const have = index.get(key);
      if (have) have.push(r);
      else index.set(key, [r]);
    }
  }
  return {
    check(kind, a, b, status, day) {
      const found = index.get(`${kind}/${a}/${b}`) ?? [];
      if (found.length === 0) return status === 'denied' ? undefined : 'new';
      if (day === undefined || status === 'sought') return undefined;
      const now = found.some((r) => r.status !== 'denied' && r.status !== 'sought' && holds(r.start, r.end, day));
      return now === (status === 'holds') ? 'confirmed' : 'contradicts';
    },
    of: (party, day) => (index.get(`of/${party}`) ?? []).filter((r) => holds(r.start, r.end, day)),
  };
}
