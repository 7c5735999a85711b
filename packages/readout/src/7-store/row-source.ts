import type { Entity } from '../model/entity.ts';
import type { Record } from '../model/record.ts';
import { type RecordKind, recordKeys } from './record-ids.ts';

/** A record and what its rows are told from: ids of the store, states of entities, the day. */
export interface RowSource {
  readonly record: Record;
  /** The id in the store of what the record calls `local`; empty for what it does not have. */
  readonly idOf: (kind: RecordKind, local: string) => string;
  /** The state that an entity of this record is or belongs to. */
  readonly stateOf: (entity: string) => string | null;
  /** An entity of this record. */
  readonly entityOf: (entity: string) => Entity | undefined;
  /** Day of publication; empty for none. */
  readonly published: string;
}

/** The source of a record's rows. */
export function rowSource(record: Record): RowSource {
  const ids = new Map(recordKeys(record).map((k) => [`${k.kind} ${k.local}`, k.id]));
  const entities = new Map(record.entities.map((e) => [e.id, e]));
  return {
    record,
    idOf: (kind, local) => ids.get(`${kind} ${local}`) ?? '',
    stateOf: statesIn(record),
    entityOf: (entity) => entities.get(entity),
    published: record.article.published?.value ?? '',
  };
}

/** The columns that claims, events, relations, silences and figures have alike. */
export const keptRow = ({ idOf }: RowSource, kind: RecordKind, item: { readonly id: string }, seq: number) => ({
  seq,
  id: idOf(kind, item.id),
  local: item.id,
  json: JSON.stringify(item),
});

/** The state that an entity of this record is or belongs to. */
export function statesIn(record: Record): (entity: string) => string | null {
  const known = new Map(record.entities.map((e) => [e.id, e.state ?? e.iso3 ?? (e.kind === 'state' ? e.id : null)]));
  return (entity) => known.get(entity) ?? null;
}
