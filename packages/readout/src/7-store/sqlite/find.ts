import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { ReadoutError } from '../../errors.ts';
import type { RecordKind, recordKeys } from '../record-ids.ts';
import type { Found } from '../store.ts';
import type { Tables } from '../tables.ts';
import { listEntities } from './filters/entities.ts';
import { readRecord } from './read-record.ts';

const KINDS: { readonly [letter: string]: RecordKind } = { c: 'claim', e: 'event', r: 'relation', s: 'silence', f: 'figure' };
const LISTS = { claim: 'claims', event: 'events', relation: 'relations', silence: 'silences', figure: 'figures' } as const;

/** What an id or the unique beginning of one stands for: `e_3f2a`, `sha256:9c1d`, `9c1d` (an article), `KOR`. */
export async function findById(database: Database, db: Kysely<Tables>, id: string): Promise<Found | undefined> {
  const kind = KINDS[id.slice(0, 1)];
  if (kind && /^[a-z]_[0-9a-f]*$/.test(id)) return findRecord(database, kind, id);
  const entity = (await listEntities(db, { all: true, limit: 1 }, id)).items[0];
  if (entity) return { kind: 'entity', id, entity };
  return /^(?:sha256:)?[0-9a-f]{4,64}$/.test(id) ? findArticle(database, id.replace(/^(?:sha256:)?/, 'sha256:')) : undefined;
}

function findRecord(database: Database, kind: RecordKind, id: string): Found | undefined {
  const rows = database
    .prepare<[string, string], { id: string; article: number; local: string }>(
      `SELECT id, article, local FROM ${LISTS[kind]} WHERE id >= ? AND id < ? ORDER BY id LIMIT 4`,
    )
    .all(id, `${id}g`);
  const row = only(rows, id);
  return row && foundIn(readRecord(database, row.article), kind, row.local, row.id);
}

function findArticle(database: Database, id: string): Found | undefined {
  const rows = database
    .prepare<[string, string], { id: string; n: number }>('SELECT id, n FROM articles WHERE id >= ? AND id < ? ORDER BY id LIMIT 4')
    .all(id, `${id}g`);
  const row = only(rows, id);
  const record = row && readRecord(database, row.n);
  return record && { kind: 'article', id: record.article.id, record };
}

function only<T extends { readonly id: string }>(rows: readonly T[], id: string): T | undefined {
  if (rows.length > 1)
    throw new ReadoutError(
      'store/ambiguous',
      `Several records begin with ${id}: ${rows.map((r) => r.id).join(', ')}. Give more of the id.`,
      { at: id },
    );
  return rows[0];
}

function foundIn(record: ReturnType<typeof readRecord>, kind: RecordKind, local: string, id: string): Found | undefined {
  return record && itemOf(record, { kind, local, id });
}

/** One record of an article as an answer. */
export function itemOf(record: NonNullable<ReturnType<typeof readRecord>>, key: ReturnType<typeof recordKeys>[number]): Found | undefined {
  const { kind, local, id } = key;
  const item = record[LISTS[kind]].find((i) => i.id === local);
  return item && ({ kind, id, record, item } as Found);
}
