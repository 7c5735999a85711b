import { type Expression, expressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Relation } from '../../../model/relation.ts';
import { firstTrigger } from '../../quote.ts';
import type { Page, RelationFilter, RelationView } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { articleConditions } from './articles.ts';
import { entityIds } from './names.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'relation', Relation> = {
  kind: 'relation',
  spans: (record) => firstTrigger(record.evidence),
  entities: (r) => r.parties.map((p) => p.entity),
};

/** Relations, latest report first; those said to hold, unless asked otherwise. */
export async function listRelations(db: Kysely<Tables>, filter: RelationFilter): Promise<Page<RelationView>> {
  const eb = expressionBuilder<Tables, 'relations'>();
  const conditions: Expression<SqlBool>[] = articleConditions(filter, { days: true });
  const status = filter.status ?? (filter.all ? undefined : 'holds');
  if (status !== undefined) conditions.push(eb('relations.status', '=', status));
  if (filter.kind !== undefined) conditions.push(eb('relations.kind', '=', filter.kind));
  for (const party of [...(filter.parties ?? []), ...(filter.state === undefined ? [] : [filter.state])]) {
    const list = sql.join(await entityIds(db, party));
    conditions.push(
      sql<SqlBool>`relations.id IN (SELECT p.relation FROM relation_parties p WHERE p.entity IN (${list}) OR p.state IN (${list}))`,
    );
  }
  const query = db
    .selectFrom('relations')
    .innerJoin('articles', 'articles.n', 'relations.article')
    .where((e) => e.and(conditions));
  return viewPage(db, query, 'relations', SHOWN, { ...filter, day: 'articles.day' });
}
