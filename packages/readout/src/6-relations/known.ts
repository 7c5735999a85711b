/** How a relation of the text stands to the knowledge: relations/known.tsv and memberships at the article's day. */
import { holds } from '../3-mentions/lists/naming.ts';
import { addUnder } from '../add-under.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Relation, RelationKind } from '../model/index.ts';

/** What the knowledge has on two parties. */
export interface KnownRelations {
  /** How the pair stood on a day, `as` the part of the first (an observer is no member): in an interval, after one had ended, only before the first, or nothing known. */
  on(
    pair: { readonly kind: RelationKind; readonly a: string; readonly as?: string; readonly b: string },
    day: string | undefined,
  ): 'now' | 'ended' | 'later' | 'unknown' | 'undated';
  /** All that is known of a party, on a day when one is given. */
  of(party: string, day?: string): readonly KnownRelation[];
}

/** A row of relations/known.tsv, or a membership in the same shape; unknown days are ''. */
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

/** Parts that are less than membership. */
const NOT_MEMBERS = new Set([
  'observer',
  'partner',
  'candidate',
  'applicant',
  'invited',
  'signatory',
  'dialogue-partner',
  'guest',
  'aspirant',
  'associate',
]);

/**
 * What the knowledge says to a status of the text: `new` where it knows nothing of the pair, `confirmed` where both agree, `contradicts`
 * where a relation said to hold had ended or one said to be past or denied goes on. Nothing without a day, and for what is only sought.
 */
export function agreement(status: Relation['status'], known: ReturnType<KnownRelations['on']>): Relation['knowledge'] {
  if (status === 'sought' || known === 'undated') return undefined;
  if (status === 'denied') return known === 'now' ? 'contradicts' : known === 'ended' ? 'confirmed' : undefined;
  if (known === 'unknown') return 'new';
  if (status === 'holds') return known === 'now' ? 'confirmed' : known === 'ended' ? 'contradicts' : 'new';
  return known === 'ended' ? 'confirmed' : known === 'now' ? 'contradicts' : 'new';
}

/** The relations and memberships of the knowledge, made ready once. */
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
    for (const key of new Set([`${r.kind}/${r.a}/${r.b}`, `${r.kind}/${r.b}/${r.a}`, `of/${r.a}`, `of/${r.b}`])) addUnder(index, key, r);
  }
  return {
    on({ kind, a, as, b }, day) {
      const found = (index.get(`${kind}/${a}/${b}`) ?? []).filter(
        (r) =>
          r.status !== 'denied' &&
          r.status !== 'sought' &&
          (kind !== 'membership' || NOT_MEMBERS.has(r.aAs) === NOT_MEMBERS.has(as ?? 'member')),
      );
      if (found.length === 0) return 'unknown';
      if (day === undefined) return 'undated';
      if (found.some((r) => holds(r.start, r.end, day))) return 'now';
      return found.some((r) => r.end !== '' && r.end < day) ? 'ended' : 'later';
    },
    of: (party, day) => (index.get(`of/${party}`) ?? []).filter((r) => day === undefined || holds(r.start, r.end, day)),
  };
}
