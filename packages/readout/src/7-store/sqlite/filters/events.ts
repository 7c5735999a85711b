import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Event } from '../../../model/event.ts';
import { firstTrigger } from '../../quote.ts';
import type { EventFilter, EventView, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { articleConditions, endOf } from './articles.ts';
import { entityIds } from './names.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'event', Event> = {
  kind: 'event',
  spans: (record) => firstTrigger(record.evidence),
  entities: (e) => [...e.actor, ...e.recipient, ...(e.location ? [e.location] : [])].map((p) => p.entity),
};

/** Events, latest first. Those that are asserted to have happened, are current and stand in a current text, unless asked otherwise. */
export async function listEvents(db: Kysely<Tables>, filter: EventFilter): Promise<Page<EventView>> {
  const eb = expressionBuilder<Tables, 'events'>();
  const conditions: Expression<SqlBool>[] = articleConditions(filter, { days: false });
  const modality = filter.modality ?? (filter.all ? undefined : 'asserted');
  const status = filter.status ?? (filter.all ? undefined : 'current');
  if (modality !== undefined) conditions.push(eb('events.modality', '=', modality));
  if (status !== undefined) conditions.push(eb('events.status', '=', status));
  if (!filter.all) conditions.push(eb('events.polarity', '=', 'positive'));
  if (filter.event !== undefined) conditions.push(eb('events.event', '=', filter.event));
  if (filter.since !== undefined) conditions.push(eb('events.day_end', '>=', filter.since));
  if (filter.until !== undefined) conditions.push(eb('events.day', '<=', endOf(filter.until)));
  conditions.push(...(await partyConditions(db, filter)));
  const query = db
    .selectFrom('events')
    .innerJoin('articles', 'articles.n', 'events.article')
    .where((e) => e.and(conditions));
  return viewPage(db, query, 'events', SHOWN, { ...filter, day: 'events.day' });
}

async function partyConditions(db: Kysely<Tables>, filter: EventFilter): Promise<Expression<SqlBool>[]> {
  const actor = filter.actor === undefined ? undefined : await entityIds(db, filter.actor);
  const recipient = filter.recipient === undefined ? undefined : await entityIds(db, filter.recipient);
  const state = filter.state === undefined ? undefined : await entityIds(db, filter.state);
  const conditions: Expression<SqlBool>[] = [];
  const acts = (alias: string, ids: readonly string[]) => sql`${sql.ref(`${alias}.role`)} = 'actor' AND ${isParty(alias, ids)}`;
  const receives = (alias: string, ids: readonly string[]) =>
    sql`${sql.ref(`${alias}.role`)} IN ('recipient', 'with') AND ${isParty(alias, ids)}`;
  if (actor && recipient)
    conditions.push(
      sql<SqlBool>`events.id IN (SELECT a.event FROM event_parties a JOIN event_parties b ON b.event = a.event AND b.party <> a.party
        WHERE ${acts('a', actor)} AND ${receives('b', recipient)})`,
    );
  else if (actor) conditions.push(sql<SqlBool>`events.id IN (SELECT a.event FROM event_parties a WHERE ${acts('a', actor)})`);
  else if (recipient) conditions.push(sql<SqlBool>`events.id IN (SELECT b.event FROM event_parties b WHERE ${receives('b', recipient)})`);
  if (state) conditions.push(sql<SqlBool>`events.id IN (SELECT p.event FROM event_parties p WHERE ${isParty('p', state)})`);
  return conditions;
}

/** Whether a row of parties is one of these entities, or acts for one of these states. */
function isParty(alias: string, ids: readonly string[]) {
  const list = sql.join(ids);
  return sql`(${sql.ref(`${alias}.entity`)} IN (${list}) OR ${sql.ref(`${alias}.state`)} IN (${list}))`;
}
