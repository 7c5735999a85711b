import { type Found, recordKeys } from '../../7-store/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Record } from '../../model/record.ts';
import { SCHEMA } from '../../model/record.ts';

const LISTS = { claim: 'claims', event: 'events', relation: 'relations', silence: 'silences', figure: 'figures' } as const;

/**
 * What an id stands for among records (the output of `extract`): an id of the store, its beginning, or the local one (`e1`) where one record alone has it.
 * Throws `store/ambiguous` and names the candidates.
 */
export function findInRecords(records: readonly Record[], id: string): Found | undefined {
  const found = records.flatMap((record) => inRecord(record, id));
  if (found.length > 1)
    throw new ReadoutError(
      'store/ambiguous',
      `Several records are called ${id}: ${found
        .slice(0, 6)
        .map((f) => f.id)
        .join(', ')}${found.length > 6 ? ' …' : ''}. Give one of these.`,
      { at: id },
    );
  return found[0] ?? entityIn(records, id);
}

function inRecord(record: Record, id: string): readonly Found[] {
  const { article } = record;
  if (id.length >= 4 && (article.id.startsWith(id) || article.id.startsWith(`sha256:${id}`)))
    return [{ kind: 'article', id: article.id, record }];
  return recordKeys(record).flatMap((key): readonly Found[] => {
    if (key.local !== id && !(id.length >= 4 && key.id.startsWith(id))) return [];
    const item = record[LISTS[key.kind]].find((i) => i.id === key.local);
    return item ? [{ kind: key.kind, id: key.id, record, item } as Found] : [];
  });
}

function entityIn(records: readonly Record[], id: string): Found | undefined {
  const having = records.filter((r) => r.entities.some((e) => e.id === id));
  const entity = having[0]?.entities.find((e) => e.id === id);
  if (!entity) return undefined;
  const { kind, name, state, sector } = entity;
  const mentions = having.flatMap((r) => r.mentions).filter((m) => m.entities.includes(id)).length;
  return {
    kind: 'entity',
    id,
    entity: {
      id,
      kind,
      name,
      ...(state === undefined ? {} : { state }),
      ...(sector === undefined ? {} : { sector }),
      articles: having.length,
      mentions,
    },
  };
}

/** The records of NDJSON; `name` is the file's. Throws `input/not-a-record` with the line for what is none. */
export function readRecords(ndjson: string, name: string): readonly Record[] {
  return ndjson.split('\n').flatMap((line, i): readonly Record[] => {
    if (line.trim() === '') return [];
    const at = `${name}:${i + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new ReadoutError('input/not-a-record', `${at}: The line is not JSON. --in takes the output of \`readout extract\`.`, {
        at,
        cause,
      });
    }
    if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== SCHEMA)
      throw new ReadoutError(
        'input/not-a-record',
        `${at}: The line is no record (${SCHEMA}). --in takes the output of \`readout extract\`.`,
        { at },
      );
    return [value as Record];
  });
}
