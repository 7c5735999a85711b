import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Relation } from '../../../model/relation.ts';
import { firstTrigger } from '../../quote.ts';
import type { Page, RelationFilter, RelationView } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { reportConditions } from './articles.ts';
import { besideDriver, type Driver, ownDriver } from './drivers.ts';
import { driversOf } from './few.ts';
import { entityIds, rarestFirst } from './names.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'relation', Relation> = {
  kind: 'relation',
  table: 'relations',
  spans: (record) => firstTrigger(record.evidence),
  entities: (r) => r.parties.map((p) => p.entity),
};

/** Relations, latest report first; those said to hold, unless asked otherwise. */
export async function listRelations(db: Kysely<Tables>, filter: RelationFilter): Promise<Page<RelationView>> {
  const conditions: Expression<SqlBool>[] = await reportConditions(db, filter, { days: true });
  const drivers: (readonly Driver[])[] = [];
  const status = filter.status ?? (filter.all ? undefined : 'holds');
  if (status !== undefined) conditions.push(sql<SqlBool>`relations.status = ${status}`);
  const columns = filter.own ? (['entity'] as const) : (['entity', 'state'] as const);
  const named = await rarestFirst(db, [...(filter.parties ?? []), ...(filter.state === undefined ? [] : [filter.state])]);
  const parties: (readonly string[])[] = [];
  for (const party of named) parties.push(await entityIds(db, party));
  const isParty = (relation: string, ids: readonly string[]) => {
    const list = sql.join(ids);
    return sql<SqlBool>`EXISTS (SELECT 1 FROM relation_parties p WHERE p.relation = ${sql.ref(relation)}
      AND (p.entity IN (${list})${filter.own ? sql`` : sql` OR p.state IN (${list})`}))`;
  };
  conditions.push(...parties.map((ids) => isParty('relations.id', ids)));
  const [first, ...others] = parties;
  // The other parties are asked for before the relation is read.
  const also = others.map((ids) => sql`AND ${isParty('d.relation', ids)}`);
  if (first) drivers.push(first.flatMap((id) => columns.map((column) => partyDriver(column, id, sql.join(also, sql` `)))));
  if (filter.kind !== undefined) {
    conditions.push(sql<SqlBool>`relations.kind = ${filter.kind}`);
    drivers.push([ownDriver('relations', 'published', sql<SqlBool>`relations.kind = ${filter.kind}`)]);
  }
  const chosen = await driversOf(db, filter, { table: 'relations', day: 'published', others: drivers[0] });
  return viewPage(db, SHOWN, { drivers: chosen, conditions }, filter);
}

function partyDriver(column: 'entity' | 'state', id: string, also: RawBuilder<unknown>): Driver {
  const where = sql<SqlBool>`${sql.ref(`d.${column}`)} = ${id} ${also}`;
  return besideDriver('relation_parties', 'relations', { id: 'relation', day: 'published', where });
}
