/** How a relation of the text stands to the knowledge: relations/known.tsv and memberships at the article's day. */
import { holds } from '../3-mentions/gazetteer.ts';
import type { Knowledge } from '../knowledge.ts';
import type { RelationKind } from '../model/index.ts';

export interface KnownRelations {
  /** `confirmed` when an interval covers the day, `contradicts` when all had ended, `new` when nothing is known of the pair. */
  check(kind: RelationKind, a: string, b: string, day: string | undefined): 'confirmed' | 'new' | 'contradicts' | undefined;
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
  const rows: KnownRelation[] = knowledge
    .relations('known')
    .map((r) => ({
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
  for (const r of knowledge.list('memberships'))
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
  const index = new Map<string, KnownRelation[]>();
  for (const r of rows) {
    for (const key of [`${r.kind}/${r.a}/${r.b}`, `${r.kind}/${r.b}/${r.a}`, `of/${r.a}`, `of/${r.b}`]) {
      const have = index.get(key);
      if (have) have.push(r);
      else index.set(key, [r]);
    }
  }
  return {
    check(kind, a, b, day) {
      const found = index.get(`${kind}/${a}/${b}`) ?? [];
      if (found.length === 0) return 'new';
      if (day === undefined) return undefined;
      return found.some((r) => r.status !== 'denied' && holds(r.start, r.end, day)) ? 'confirmed' : 'contradicts';
    },
    of: (party, day) => (index.get(`of/${party}`) ?? []).filter((r) => holds(r.start, r.end, day)),
  };
}
