import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Silence } from '../../../model/silence.ts';
import type { Page, SilenceFilter, SilenceView } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { reportConditions } from './articles.ts';
import { driversOf } from './few.ts';
import { entityIds } from './names.ts';
import { speaksOf } from './topics.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'silence', Silence> = {
  kind: 'silence',
  table: 'silences',
  spans: (s) => s.evidence.map((e) => e.span),
  entities: (s) => [...(s.by.entity === undefined ? [] : [s.by.entity]), ...s.about],
};

/** Silences that texts report, latest first. They are rare, so a list is read by day whatever is asked of it. */
export async function listSilences(db: Kysely<Tables>, filter: SilenceFilter): Promise<Page<SilenceView>> {
  const conditions: Expression<SqlBool>[] = await reportConditions(db, filter, { days: true });
  const by = (ids: readonly string[]) =>
    sql<SqlBool>`(silences.by_entity IN (${sql.join(ids)}) OR silences.by_state IN (${sql.join(ids)}))`;
  if (filter.by !== undefined) conditions.push(by(await entityIds(db, filter.by)));
  if (filter.about !== undefined) conditions.push(speaksOf('silences', await entityIds(db, filter.about)));
  if (filter.state !== undefined) {
    const ids = await entityIds(db, filter.state);
    conditions.push(sql<SqlBool>`(${by(ids)} OR ${speaksOf('silences', ids)})`);
  }
  const drivers = await driversOf(db, filter, { table: 'silences', day: 'published', others: undefined });
  return viewPage(db, SHOWN, { drivers, conditions }, filter);
}
