/** Numbers over the whole store, from indexes alone: no text and no JSON is read. */
import type { Database } from 'better-sqlite3';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { EventType } from '../../model/event.ts';
import type { RelationKind } from '../../model/relation.ts';
import { SURE, type Telling, type Way } from '../acts.ts';
import { byCode } from '../by-code.ts';
import type { DayCount, DyadCount, MeasureFilter, PlaceCount, PublisherCount, Tie, TieFilter, Told } from '../store.ts';
import type { Tables } from '../tables.ts';
import { endOf } from './filters/articles.ts';
import { entityIds, publishers, rarestFirst } from './filters/names.ts';

const WAYS: readonly Way[] = ['forth', 'back', 'both'];

type TellingRow = [day: string, type: EventType, quad: 1 | 2 | 3 | 4, goldstein: number, way: number, act: string];

/** All tellings of acts between two ids; `way` as seen from the first. The heaviest pair of a large store has ten thousand: from one index, as bare rows. */
export function tellingsBetween(database: Database, x: string, y: string, { since, until, all }: MeasureFilter): readonly Telling[] {
  if (x === y) return [];
  const turned = x > y;
  const [a, b] = turned ? [y, x] : [x, y];
  const shown = all ? '' : 'AND shown = 1 AND article NOT IN (SELECT n FROM reports WHERE shown = 0)';
  return database
    .prepare<[string, string, string, string], TellingRow>(
      `SELECT day, event, quad, goldstein, way, act FROM acts WHERE a = ? AND b = ? AND day >= ? AND day <= ? ${shown} ORDER BY day, article, seq`,
    )
    .raw()
    .all(a, b, since ?? (until === undefined ? '' : '0'), until === undefined ? '~' : endOf(until))
    .map(([day, type, quad, goldstein, number, act]) => {
      const way = wayOf(number, turned);
      return day === '' ? { type, quad, goldstein, way, act } : { day, type, quad, goldstein, way, act };
    });
}

function wayOf(way: number, turned: boolean): Way {
  const seen = WAYS[way - 1] ?? 'both';
  return !turned || seen === 'both' ? seen : seen === 'forth' ? 'back' : 'forth';
}

/** How many current reports each day has, rising; one without a day counts under ''. */
export async function reportDays(db: Kysely<Tables>): Promise<readonly DayCount[]> {
  const { rows } = await sql<DayCount>`SELECT day, count(*) AS reports FROM reports WHERE shown = 1 GROUP BY day ORDER BY day`.execute(db);
  return rows;
}

interface TieRow {
  readonly from: string;
  readonly to: string;
  readonly way: number;
  readonly weight: number;
  readonly reports: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Ties of the kinds asked for, heaviest first, then by kind and ends: the same order on every machine. */
export async function listTies(db: Kysely<Tables>, filter: TieFilter): Promise<readonly Tie[]> {
  const who = filter.who === undefined ? undefined : await entityIds(db, filter.who);
  const ties: Tie[] = [];
  for (const kind of filter.kinds) ties.push(...(await (kind === 'speaks-for' ? voices(db, filter, who) : actTies(db, kind, filter, who))));
  return ties.sort((a, b) => b.weight - a.weight || byCode(`${a.kind}|${a.from}|${a.to}`, `${b.kind}|${b.from}|${b.to}`));
}

async function actTies(
  db: Kysely<Tables>,
  kind: 'meets' | 'accuses',
  filter: TieFilter,
  who: readonly string[] | undefined,
): Promise<readonly Tie[]> {
  const event: EventType = kind === 'meets' ? 'CONSULT' : 'ACCUSE';
  const way = kind === 'meets' ? sql`3` : sql`acts.way`;
  const ids = who && sql.join(who);
  // Ties of one party are read from both ends, each by its own index.
  const ends = ids
    ? [
        { index: sql`INDEXED BY acts_from`, where: sql`AND acts.a IN (${ids})` },
        { index: sql`INDEXED BY acts_to`, where: sql`AND acts.b IN (${ids}) AND acts.a NOT IN (${ids})` },
      ]
    : [{ index: sql``, where: sql`` }];
  const rows: TieRow[] = [];
  for (const { index, where } of ends) {
    const read = await sql<TieRow>`
      SELECT acts.a AS "from", acts.b AS "to", ${way} AS way, count(*) AS weight, count(DISTINCT acts.article) AS reports,
        min(nullif(acts.day, '')) AS first, max(nullif(acts.day, '')) AS last
      FROM acts ${index} WHERE acts.event = ${event} AND ${filter.all ? sql`acts.shown IN (0, 1)` : sql`acts.shown = 1`}
        AND ${filter.states ? sql`acts.states = 1` : sql`acts.own = 1`} AND acts.a <> acts.b ${where} ${chosen('acts', filter)}
      GROUP BY acts.a, acts.b, 3`.execute(db);
    rows.push(...read.rows);
  }
  return rows.flatMap((row) => {
    const { way: direction, from, to, ...rest } = row;
    const made = (f: string, t: string): Tie => tieOf(kind, f, t, rest);
    if (kind === 'meets') return [made(from, to)];
    return direction === 1 ? [made(from, to)] : direction === 2 ? [made(to, from)] : [made(from, to), made(to, from)];
  });
}

/** Organs of a state and its official media, whose claims are reported, speak for it (spoken-for.ts); a state itself for nobody. */
async function voices(db: Kysely<Tables>, filter: TieFilter, who: readonly string[] | undefined): Promise<readonly Tie[]> {
  const conditions: RawBuilder<SqlBool>[] = [];
  const { since, until } = filter;
  if (!filter.all) conditions.push(sql`claims.status = 'current'`, isCurrent('claims'));
  conditions.push(...within(sql`claims.published`, filter));
  const ids = who && sql.join(who);
  const isState = sql`claims.source_state > ''`;
  const byState = sql`INDEXED BY claims_voices`;
  // Of some days by the speakers' index of days; of one party from both ends; of all in the order of the states, and who is no speaker is left out of the sums.
  const isSpeaker = sql`claims.source IN (SELECT id FROM totals WHERE kind <> 'state')`;
  const isWhole = since === undefined && until === undefined;
  const ends = ids
    ? [
        { index: byState, where: sql`claims.source_state IN (${ids})` },
        { index: sql``, where: sql`claims.source IN (${ids}) AND claims.source_state NOT IN (${ids})` },
      ]
    : [isWhole ? { index: byState, where: isState } : { index: sql`INDEXED BY claims_source`, where: sql`${isState} AND ${isSpeaker}` }];
  const rows: TieRow[] = [];
  for (const { index, where } of ends) {
    const read = await sql<TieRow>`
      SELECT claims.source AS "from", claims.source_state AS "to", 1 AS way, count(*) AS weight, count(DISTINCT claims.article) AS reports,
        min(nullif(claims.published, '')) AS first, max(nullif(claims.published, '')) AS last
      FROM claims ${index} WHERE ${where} ${and(conditions)}
      GROUP BY claims.source_state, claims.source HAVING ${isSpeaker}`.execute(db);
    rows.push(...read.rows);
  }
  const all = addJoint(rows, await jointVoices(db, filter, ids));
  return all.filter((r) => r.from !== r.to).map(({ from, to, way, ...rest }) => tieOf('speaks-for', from, to, rest));
}

/** The same of claims that several say together; they are few. Reports are those without a claim that the speaker makes alone, which are counted there. */
async function jointVoices(db: Kysely<Tables>, filter: TieFilter, ids: RawBuilder<unknown> | undefined): Promise<readonly TieRow[]> {
  const { all } = filter;
  const conditions: RawBuilder<SqlBool>[] = [sql`voices.state > ''`, sql`voices.entity IN (SELECT id FROM totals WHERE kind <> 'state')`];
  if (!all) conditions.push(sql`voices.status = 'current'`, sql`voices.article NOT IN (SELECT n FROM reports WHERE shown = 0)`);
  conditions.push(...within(sql`voices.published`, filter));
  if (ids) conditions.push(sql`(voices.state IN (${ids}) OR voices.entity IN (${ids}))`);
  const alone = sql`EXISTS (SELECT 1 FROM claims INDEXED BY claims_source WHERE claims.source = voices.entity AND claims.published = voices.published
    AND claims.source_state = voices.state ${all ? sql`` : sql`AND claims.status = 'current'`} AND claims.article = voices.article)`;
  const { rows } = await sql<TieRow>`
    SELECT voices.entity AS "from", voices.state AS "to", 1 AS way, count(*) AS weight,
      count(DISTINCT CASE WHEN NOT ${alone} THEN voices.article END) AS reports,
      min(nullif(voices.published, '')) AS first, max(nullif(voices.published, '')) AS last
    FROM claim_voices AS voices WHERE ${sql.join(conditions, sql` AND `)} GROUP BY voices.state, voices.entity`.execute(db);
  return rows;
}

/** The rows with those of joint claims added to theirs. */
function addJoint(rows: readonly TieRow[], joint: readonly TieRow[]): readonly TieRow[] {
  const byEnds = new Map(rows.map((r) => [`${r.from}\n${r.to}`, r]));
  for (const more of joint) {
    const key = `${more.from}\n${more.to}`;
    const row = byEnds.get(key);
    byEnds.set(key, row ? bothOf(row, more) : more);
  }
  return [...byEnds.values()];
}

function bothOf(a: TieRow, b: TieRow): TieRow {
  const days = [a.first, a.last, b.first, b.last].flatMap((day) => day ?? []).sort();
  return { ...a, weight: a.weight + b.weight, reports: a.reports + b.reports, first: days[0] ?? null, last: days.at(-1) ?? null };
}

function tieOf(kind: Tie['kind'], from: string, to: string, row: Pick<TieRow, 'weight' | 'reports' | 'first' | 'last'>): Tie {
  const { weight, reports, first, last } = row;
  return { kind, from, to, weight, reports, ...(first === null ? {} : { first }), ...(last === null ? {} : { last }) };
}

/** What reports say of relations whose parties all of these are, themselves. */
export async function toldRelations(db: Kysely<Tables>, parties: readonly string[]): Promise<readonly Told[]> {
  const [first = '', ...others] = await rarestFirst(db, parties);
  const also = others.map(
    (who) => sql<SqlBool>`EXISTS (SELECT 1 FROM relation_parties o WHERE o.relation = d.relation AND o.entity = ${who})`,
  );
  const { rows } = await sql<{
    kind: RelationKind;
    parties: string;
    status: Told['status'];
    start: string | null;
    end: string | null;
    first: string | null;
    last: string | null;
    reports: number;
  }>`
    SELECT relations.kind, relations.parties, relations.status, min(relations.day) AS start, max(relations.day_end) AS "end",
      min(nullif(relations.published, '')) AS first, max(nullif(relations.published, '')) AS last, count(DISTINCT relations.article) AS reports
    FROM relation_parties AS d CROSS JOIN relations INDEXED BY relations_told
    WHERE d.entity = ${first} AND relations.id = d.relation AND ${isCurrent('relations')} ${and(also)}
    GROUP BY relations.kind, relations.parties, relations.status ORDER BY relations.kind, relations.parties, relations.status`.execute(db);
  return rows.map(({ kind, parties: json, status, start, end, first: from, last, reports }) => ({
    kind,
    parties: (JSON.parse(json) as [string, string?][]).map(([entity, as]) => ({ entity, ...(as === undefined ? {} : { as }) })),
    status,
    ...(start === null ? {} : { start }),
    ...(end === null ? {} : { end }),
    ...(from === null ? {} : { first: from }),
    ...(last === null ? {} : { last }),
    reports,
  }));
}

/** Acts between states by period: different acts, tellings, and the sum of Goldstein values over different acts. */
export async function countDyads(db: Kysely<Tables>, by: 'month' | 'year', filter: MeasureFilter): Promise<readonly DyadCount[]> {
  const length = by === 'year' ? 4 : 7;
  const { rows } = await sql<Omit<DyadCount, 'way'> & { way: number }>`
    SELECT a, b, way, period, quad, count(*) AS events, sum(told) AS mentions, sum(goldstein) AS goldstein FROM (
      SELECT acts.a, acts.b, acts.way, substr(acts.day, 1, ${length}) AS period, acts.quad, acts.act, min(acts.goldstein) AS goldstein, count(*) AS told
      FROM acts WHERE acts.states = 1 AND acts.a <> acts.b AND length(acts.day) >= ${length}
        ${chosen('acts', filter)}
      GROUP BY acts.a, acts.b, acts.way, period, acts.quad, acts.act) AS different
    GROUP BY a, b, way, period, quad ORDER BY a, b, period, way, quad`.execute(db);
  return rows.map((row) => ({ ...row, way: wayOf(row.way, false) }));
}

/** Tellings of events by place and quad class. */
export async function countPlaces(
  db: Kysely<Tables>,
  filter: MeasureFilter & { readonly event?: EventType },
): Promise<readonly PlaceCount[]> {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (!filter.all)
    conditions.push(
      sql`events.modality = 'asserted' AND events.status = 'current' AND events.polarity = 'positive' AND coalesce(events.confidence, 1) >= ${SURE}
        AND ${isCurrent('events')}`,
    );
  if (filter.event !== undefined) conditions.push(sql`events.event = ${filter.event}`);
  if (filter.since !== undefined) conditions.push(sql`events.day_end >= ${filter.since}`);
  if (filter.until !== undefined) conditions.push(sql`events.day <= ${endOf(filter.until)}`);
  const { rows } = await sql<{ place: string; quad: 1 | 2 | 3 | 4; events: number }>`
    SELECT events.location AS place, events.quad, count(*) AS events FROM events
    WHERE events.location > '' ${and(conditions)} GROUP BY events.location, events.quad`.execute(db);
  const places = new Map<string, { events: number; byQuad: { 1: number; 2: number; 3: number; 4: number } }>();
  for (const { place, quad, events } of rows) {
    const known = places.get(place) ?? { events: 0, byQuad: { 1: 0, 2: 0, 3: 0, 4: 0 } };
    known.events += events;
    known.byQuad[quad] += events;
    places.set(place, known);
  }
  return [...places].map(([place, count]) => ({ place, ...count })).sort((a, b) => b.events - a.events || byCode(a.place, b.place));
}

/** Publishers with their reports, and how many of these mention each entity asked for. */
export async function countPublishers(
  db: Kysely<Tables>,
  filter: MeasureFilter & { readonly entities?: readonly string[]; readonly state?: string },
): Promise<readonly PublisherCount[]> {
  const days: RawBuilder<SqlBool>[] = [];
  if (!filter.all) days.push(sql`reports.shown = 1`);
  if (filter.state !== undefined) days.push(sql`reports.state = ${filter.state}`);
  days.push(...within(sql`reports.day`, filter));
  const { rows } = await sql<{ publisher: string; reports: number }>`
    SELECT publisher, count(*) AS reports FROM reports WHERE publisher IS NOT NULL ${and(days)} GROUP BY publisher`.execute(db);
  const mentioning = new Map<string, { [entity: string]: number }>(rows.map((r) => [r.publisher, {}]));
  for (const entity of new Set(filter.entities)) {
    const { rows: counted } = await sql<{ publisher: string; reports: number }>`
      SELECT reports.publisher, count(*) AS reports FROM entities CROSS JOIN reports
      WHERE entities.id = ${entity} AND reports.n = entities.article AND reports.publisher IS NOT NULL ${and(days)} GROUP BY reports.publisher`.execute(
      db,
    );
    const by = new Map(counted.map((c) => [c.publisher, c.reports]));
    for (const [publisher, counts] of mentioning) counts[entity] = by.get(publisher) ?? 0;
  }
  const known = new Map((await publishers(db)).map((p) => [p.id, p]));
  return rows
    .map(({ publisher, reports }): PublisherCount => {
      const { name = publisher, state = null } = known.get(publisher) ?? {};
      return { id: publisher, name, ...(state === null ? {} : { state }), reports, mentioning: mentioning.get(publisher) ?? {} };
    })
    .sort((a, b) => b.reports - a.reports || byCode(a.id, b.id));
}

/** That no later version stands in place of the article: the few that were replaced are looked for, not each article. */
function isCurrent(table: 'acts' | 'claims' | 'events' | 'relations'): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.ref(`${table}.article`)} NOT IN (SELECT n FROM reports WHERE shown = 0)`;
}

/** Conditions on a table of acts with `shown` and `day`. */
function chosen(table: 'acts', filter: MeasureFilter): RawBuilder<unknown> {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (!filter.all) conditions.push(sql`${sql.ref(`${table}.shown`)} = 1 AND ${isCurrent(table)}`);
  return and([...conditions, ...within(sql.ref<string>(`${table}.day`), filter)]);
}

/** That a day lies between those asked for; what has none ('') is left out where any is asked for, as in lists. */
function within(day: RawBuilder<unknown>, { since, until }: MeasureFilter): readonly RawBuilder<SqlBool>[] {
  const from = since === undefined ? (until === undefined ? [] : [sql<SqlBool>`${day} > ''`]) : [sql<SqlBool>`${day} >= ${since}`];
  return until === undefined ? from : [...from, sql<SqlBool>`${day} <= ${endOf(until)}`];
}

function and(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<unknown> {
  return sql.join([sql``, ...conditions], sql` AND `);
}
