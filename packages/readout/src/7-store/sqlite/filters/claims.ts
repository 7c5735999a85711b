import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { Claim } from '../../../model/claim.ts';
import type { ClaimFilter, ClaimView, Page } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { articleConditions } from './articles.ts';
import { entityIds } from './names.ts';
import { speaksOf } from './topics.ts';
import { type Shown, viewPage } from './views.ts';

const SHOWN: Shown<'claim', Claim> = {
  kind: 'claim',
  spans: (c) => [...(c.source ? [c.source.span] : []), ...c.cue, ...c.content],
  entities: (c) => [
    ...(c.source?.entity === undefined ? [] : [c.source.entity]),
    ...c.chain.map((link) => link.entity),
    ...(c.addressee ?? []).map((a) => a.entity),
    ...c.topics,
  ],
};

/** Claims, latest first; the current ones of current texts, unless asked otherwise. */
export async function listClaims(db: Kysely<Tables>, filter: ClaimFilter): Promise<Page<ClaimView>> {
  const eb = expressionBuilder<Tables, 'claims'>();
  const conditions: Expression<SqlBool>[] = articleConditions(filter, { days: true });
  const status = filter.status ?? (filter.all ? undefined : 'current');
  const said = (ids: string[]) => eb.or([eb('claims.source', 'in', ids), eb('claims.source_state', 'in', ids)]);
  if (status !== undefined) conditions.push(eb('claims.status', '=', status));
  if (filter.act !== undefined) conditions.push(eb('claims.act', '=', filter.act));
  if (filter.source !== undefined) conditions.push(said(await entityIds(db, filter.source)));
  if (filter.about !== undefined) conditions.push(speaksOf('claims', await entityIds(db, filter.about)));
  if (filter.state !== undefined) {
    const ids = await entityIds(db, filter.state);
    conditions.push(eb.or([said(ids), speaksOf('claims', ids)]));
  }
  const query = db
    .selectFrom('claims')
    .innerJoin('articles', 'articles.n', 'claims.article')
    .where((e) => e.and(conditions));
  return viewPage(db, query, 'claims', SHOWN, { ...filter, day: 'articles.day' });
}
