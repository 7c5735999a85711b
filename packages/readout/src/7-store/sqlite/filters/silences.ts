import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Silence } from '../../../model/silence.ts';
import type { Page, SilenceFilter, SilenceView } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { articleConditions } from './articles.ts';
import { entityIds } from './names.ts';
import { speaksOf } from './topics.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'silence', Silence> = {
  kind: 'silence',
  spans: (s) => s.evidence.map((e) => e.span),
  entities: (s) => [...(s.by.entity === undefined ? [] : [s.by.entity]), ...s.about],
};

/** Silences that texts report, latest first. */
export async function listSilences(db: Kysely<Tables>, filter: SilenceFilter): Promise<Page<SilenceView>> {
  const eb = expressionBuilder<Tables, 'silences'>();
  const conditions: Expression<SqlBool>[] = articleConditions(filter, { days: true });
  const by = (ids: string[]) => eb.or([eb('silences.by_entity', 'in', ids), eb('silences.by_state', 'in', ids)]);
  if (filter.by !== undefined) conditions.push(by(await entityIds(db, filter.by)));
  if (filter.about !== undefined) conditions.push(speaksOf('silences', await entityIds(db, filter.about)));
  if (filter.state !== undefined) {
    const ids = await entityIds(db, filter.state);
    conditions.push(eb.or([by(ids), speaksOf('silences', ids)]));
  }
  const query = db
    .selectFrom('silences')
    .innerJoin('articles', 'articles.n', 'silences.article')
    .where((e) => e.and(conditions));
  return viewPage(db, query, 'silences', SHOWN, { ...filter, day: 'articles.day' });
}
