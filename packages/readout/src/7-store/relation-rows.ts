import type { Record } from '../model/record.ts';
import { keptRow, type RowSource } from './row-source.ts';
import type { ChildRows } from './tables.ts';

/** The relations of a record. */
export function relationRows(from: RowSource): readonly ChildRows['relations'][] {
  return from.record.relations.map((r, seq) => ({
    ...keptRow(from, 'relation', r, seq),
    kind: r.kind,
    status: r.status,
    knowledge: r.knowledge ?? null,
    day: r.start?.start ?? null,
    day_end: r.end?.end ?? null,
    rule: r.rule,
    parties: partiesOf(r),
    published: from.published,
  }));
}

/** Between whom the relations are. */
export function relationPartyRows({ record, idOf, stateOf, published }: RowSource): readonly ChildRows['relation_parties'][] {
  return record.relations.flatMap((r) =>
    r.parties.map((p, party) => ({
      relation: idOf('relation', r.id),
      party,
      entity: p.entity,
      state: stateOf(p.entity),
      part: p.as ?? null,
      published,
    })),
  );
}

/** A relation's entities and parts as JSON, the same for the same parties in any order. */
export function partiesOf(relation: Pick<Record['relations'][number], 'parties'>): string {
  const pairs = relation.parties.map((p) => (p.as === undefined ? [p.entity] : [p.entity, p.as]).join('\t')).sort();
  return JSON.stringify(pairs.map((p) => p.split('\t')));
}
