import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { carriedBy, saidBy } from '../../../4-claims/said-by.ts';
import type { Claim } from '../../../model/claim.ts';
import type { ClaimFilter, ClaimView, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { reportConditions } from './articles.ts';
import { besideDriver, type Driver, ownDriver } from './drivers.ts';
import { driversOf } from './few.ts';
import { entityIds, rarestFirst } from './names.ts';
import { speaksOf, topicDrivers } from './topics.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'claim', Claim> = {
  kind: 'claim',
  table: 'claims',
  spans: (c) => [...(c.source ? [c.source.span] : []), ...c.cue, ...c.content],
  entities: (c) => [...saidBy(c), ...c.chain.flatMap(carriedBy), ...(c.addressee ?? []).map((a) => a.entity), ...c.topics],
};

/** Claims, latest first; the current ones of current texts, unless asked otherwise. */
export async function listClaims(db: Kysely<Tables>, filter: ClaimFilter): Promise<Page<ClaimView>> {
  const conditions: Expression<SqlBool>[] = await reportConditions(db, filter, { days: true });
  const drivers: (readonly Driver[])[] = [];
  const status = filter.status ?? (filter.all ? undefined : 'current');
  if (status !== undefined) conditions.push(sql<SqlBool>`claims.status = ${status}`);
  if (filter.act !== undefined) conditions.push(sql<SqlBool>`claims.act = ${filter.act}`);
  if (filter.source !== undefined) {
    const ids = await entityIds(db, filter.source);
    conditions.push(spokenBy(ids));
    drivers.push(sourceDrivers(ids));
  }
  if (filter.about !== undefined) {
    const ids = await entityIds(db, filter.about);
    conditions.push(speaksOf('claims', ids));
    drivers.push(topicDrivers('claims', ids));
  }
  if (filter.state !== undefined) {
    const ids = await entityIds(db, filter.state);
    conditions.push(sql<SqlBool>`(${spokenBy(ids)} OR ${speaksOf('claims', ids)})`);
    drivers.push([...sourceDrivers(ids), ...topicDrivers('claims', ids)]);
  }
  const others = await rarest(db, filter, drivers);
  return viewPage(db, SHOWN, { drivers: await driversOf(db, filter, { table: 'claims', day: 'published', others }), conditions }, filter);
}

/** With a source and a topic the list is read from the one that fewer reports mention. */
async function rarest(
  db: Kysely<Tables>,
  { source, about }: ClaimFilter,
  drivers: readonly (readonly Driver[])[],
): Promise<readonly Driver[] | undefined> {
  if (source === undefined || about === undefined) return drivers[0];
  const [first] = await rarestFirst(db, [source, about]);
  return first === about ? drivers[1] : drivers[0];
}

/** Said by one of these entities, or for one of these states, alone or with others. */
function spokenBy(ids: readonly string[]) {
  const list = sql.join(ids);
  const together = sql`EXISTS (SELECT 1 FROM claim_voices v WHERE v.claim = claims.id AND (v.entity IN (${list}) OR v.state IN (${list})))`;
  return sql<SqlBool>`(claims.source IN (${list}) OR claims.source_state IN (${list}) OR (claims.source IS NULL AND ${together}))`;
}

function sourceDrivers(ids: readonly string[]): readonly Driver[] {
  return ids.flatMap((id) => [
    ...(['source', 'source_state'] as const).map((column) =>
      ownDriver('claims', 'published', sql<SqlBool>`${sql.ref(`claims.${column}`)} = ${id}`),
    ),
    ...(['entity', 'state'] as const).map((column) =>
      besideDriver('claim_voices', 'claims', { id: 'claim', day: 'published', where: sql<SqlBool>`${sql.ref(`d.${column}`)} = ${id}` }),
    ),
  ]);
}
