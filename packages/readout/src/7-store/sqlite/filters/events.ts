import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Event } from '../../../model/event.ts';
import { SURE } from '../../acts.ts';
import { firstTrigger } from '../../quote.ts';
import type { EventFilter, EventView, Happening, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { endOf, FEW, reportConditions } from './articles.ts';
import { besideDriver, type Driver, ownDriver } from './drivers.ts';
import { driversOf } from './few.ts';
import { entityIds } from './names.ts';
import { type Asked, recordPage, type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'event', Event> = {
  kind: 'event',
  table: 'events',
  spans: (record) => firstTrigger(record.evidence),
  entities: (e) => [...e.actor, ...e.recipient, ...(e.location ? [e.location] : [])].map((p) => p.entity),
};

/** Events, latest first. Those that are asserted to have happened, are current, not doubtful and stand in a current text, unless asked otherwise. */
export async function listEvents(db: Kysely<Tables>, filter: EventFilter): Promise<Page<EventView>> {
  return viewPage(db, SHOWN, await eventsAsked(db, filter), filter);
}

/** The same without their words. */
export async function listHappenings(db: Kysely<Tables>, filter: EventFilter): Promise<Page<Happening>> {
  const { items, next } = await recordPage(db, SHOWN, await eventsAsked(db, filter), filter);
  return { items: items.map(({ key, record }) => ({ article: key.report, record })), ...(next === undefined ? {} : { next }) };
}

async function eventsAsked(db: Kysely<Tables>, filter: EventFilter): Promise<Asked> {
  const conditions = [...(await reportConditions(db, filter, { days: false })), ...ownConditions(filter)];
  const pair = await pairOf(db, filter);
  const parties = await partiesOf(db, pair ? given(filter.state) : filter);
  conditions.push(...parties.map((p) => p.condition));
  const others = (await typeDrivers(db, filter)) ?? parties[0]?.drivers;
  const drivers = pair ?? (await driversOf(db, filter, { table: 'events', day: 'day', others }));
  return { drivers, conditions };
}

function ownConditions(filter: EventFilter): Expression<SqlBool>[] {
  const modality = filter.modality ?? (filter.all ? undefined : 'asserted');
  const status = filter.status ?? (filter.all ? undefined : 'current');
  const conditions: RawBuilder<SqlBool>[] = [];
  if (modality !== undefined) conditions.push(sql`events.modality = ${modality}`);
  if (status !== undefined) conditions.push(sql`events.status = ${status}`);
  if (!filter.all) conditions.push(sql`events.polarity = 'positive'`);
  if (filter.event !== undefined) conditions.push(sql`events.event = ${filter.event}`);
  if (filter.quad !== undefined) conditions.push(sql`events.quad = ${filter.quad}`);
  if (filter.confidence !== undefined) conditions.push(sql`coalesce(events.confidence, 0) >= ${filter.confidence}`);
  else if (!filter.all) conditions.push(sql`coalesce(events.confidence, 1) >= ${SURE}`);
  if (filter.location !== undefined) conditions.push(sql`events.location = ${filter.location}`);
  if (filter.since !== undefined) conditions.push(sql`events.day_end >= ${filter.since}`);
  if (filter.until !== undefined) conditions.push(sql`events.day <= ${endOf(filter.until)}`);
  return conditions;
}

/** A party of every twentieth report or more has so many events that those of one type are found sooner by type than by party. */
async function typeDrivers(db: Kysely<Tables>, { event, actor, recipient, state }: EventFilter): Promise<readonly Driver[] | undefined> {
  const who = actor ?? recipient ?? state;
  if (event === undefined || who === undefined) return undefined;
  const { rows } = await sql<{ reports: number; all: number }>`
    SELECT coalesce(max(reports), 0) AS reports, (SELECT coalesce(max(n), 0) FROM reports) AS "all" FROM totals
    WHERE id IN (${sql.join(await entityIds(db, who))})`.execute(db);
  const [found] = rows;
  const isCommon = found !== undefined && found.reports > FEW && found.reports * 20 >= found.all;
  return isCommon ? [ownDriver('events', 'day', sql<SqlBool>`events.event = ${event}`)] : undefined;
}

/** With two sides the acts between them are read; those of several ids (an id, entities of that name) one after the other. */
async function pairOf(db: Kysely<Tables>, filter: EventFilter): Promise<readonly Driver[] | undefined> {
  const [first, second] = filter.between ?? [filter.actor, filter.recipient];
  if (first === undefined || second === undefined) return undefined;
  const [from, to] = [await entityIds(db, first), await entityIds(db, second)];
  return from.flatMap((x) =>
    to.map((y) => {
      const turned = x > y;
      const [a, b] = turned ? [y, x] : [x, y];
      const where: RawBuilder<SqlBool>[] = [sql`d.a = ${a} AND d.b = ${b}`];
      if (!filter.between) where.push(sql`d.way IN (3, ${turned ? 2 : 1})`);
      if (filter.period !== undefined) where.push(sql`d.day >= ${filter.period} AND d.day <= ${endOf(filter.period)}`);
      if (filter.own) where.push(sql`d.own = 1`);
      return {
        from: sql`acts AS d CROSS JOIN events CROSS JOIN reports`,
        where: sql<SqlBool>`${sql.join(where, sql` AND `)} AND events.article = d.article AND events.seq = d.seq AND reports.n = d.article`,
        day: sql<string>`d.day`,
        nullable: false,
      };
    }),
  );
}

const given = (state: string | undefined): EventFilter => (state === undefined ? {} : { state });

interface Party {
  readonly condition: RawBuilder<SqlBool>;
  readonly drivers: readonly Driver[];
}

async function partiesOf(db: Kysely<Tables>, filter: EventFilter): Promise<readonly Party[]> {
  const parties: Party[] = [];
  const add = async (who: string | undefined, roles: readonly string[]): Promise<void> => {
    if (who === undefined) return;
    const ids = await entityIds(db, who);
    const list = sql.join(ids);
    parties.push({
      condition: sql`EXISTS (SELECT 1 FROM event_parties p WHERE p.event = events.id AND p.role IN (${sql.join(roles)})
        AND (p.entity IN (${list}) OR p.state IN (${list})))`,
      drivers: ids.flatMap((id) =>
        roles.flatMap((role) =>
          (['entity', 'state'] as const).map((column) =>
            besideDriver('event_parties', 'events', {
              id: 'event',
              day: 'day',
              where: sql<SqlBool>`${sql.ref(`d.${column}`)} = ${id} AND d.role = ${role}`,
            }),
          ),
        ),
      ),
    });
  };
  await add(filter.actor, ['actor']);
  await add(filter.recipient, ['recipient', 'with']);
  await add(filter.state, ['actor', 'recipient']);
  return parties;
}
