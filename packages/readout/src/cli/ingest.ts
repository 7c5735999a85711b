import { checkRecord, type Refusal, type Store } from '../7-store/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Record } from '../model/record.ts';
import type { Parts } from '../pipeline.ts';
import { batches } from './input/batches.ts';
import { type Extracted, extractBatch } from './input/extract-batch.ts';
import type { Reading } from './input/readings.ts';

/** What an ingest did, in reports. */
export interface Ingested {
  readonly added: number;
  /** Read before by this engine, and passed over. */
  readonly known: number;
  /** Read before by another engine, and read again. */
  readonly replaced: number;
  /** Older versions that were marked. */
  readonly superseded: number;
  readonly refused: number;
}

export interface IngestOptions {
  /** Read known reports too; default false. */
  readonly again?: boolean;
  readonly onRefusal: (at: string, error: ReadoutError) => void;
  readonly onBatch: (soFar: Ingested) => void;
  readonly stop?: AbortSignal;
}

/**
 * Reads reports into a store, a batch at a time: known ones are passed over before the engine sees them, the others become records, and the batch is
 * written whole or not at all. So it may be stopped at any moment and run again. Throws the store's errors (`store/full` …).
 */
export async function ingest(all: AsyncIterable<Reading>, store: Store, parts: Parts, options: IngestOptions): Promise<Ingested> {
  let sum: Ingested = { added: 0, known: 0, replaced: 0, superseded: 0, refused: 0 };
  for await (const batch of batches(all, (item) => (item.kind === 'read' ? item.read.article.text.length : 0))) {
    const fresh = await unknownOf(batch, store, parts, options.again ?? false);
    const records: Record[] = [];
    const refusals: Refusal[] = [];
    for (const item of await extractBatch(fresh, parts)) {
      const checked = check(item);
      if (checked.kind === 'record') records.push(checked.record);
      else {
        const { code, message } = checked.error;
        refusals.push({ at: checked.at, code, message });
        options.onRefusal(checked.at, checked.error);
      }
    }
    const done = await store.upsert(records);
    await store.noteReadings({ refused: refusals, read: batch.flatMap((item) => (item.kind === 'read' ? [item.at] : [])) });
    sum = {
      added: sum.added + done.added,
      known: sum.known + (batch.length - fresh.length) + done.unchanged,
      replaced: sum.replaced + done.replaced,
      superseded: sum.superseded + done.superseded,
      refused: sum.refused + refusals.length,
    };
    options.onBatch(sum);
    if (options.stop?.aborted) break;
  }
  return sum;
}

/** The items of a batch that are neither in the store nor twice in the batch. */
async function unknownOf(batch: readonly Reading[], store: Store, parts: Parts, again: boolean): Promise<readonly Reading[]> {
  const ids = batch.flatMap((item) => (item.kind === 'read' ? [item.read.article.id] : []));
  const known = new Set(again ? [] : await store.known(ids, parts.engine));
  return batch.filter((item) => {
    if (item.kind !== 'read') return true;
    const { id } = item.read.article;
    if (known.has(id)) return false;
    known.add(id);
    return true;
  });
}

/** A record that the store would refuse is left out before the batch is written, so that the rest is kept. */
function check(item: Extracted): Extracted {
  if (item.kind === 'refused') return item;
  const [fault] = checkRecord(item.record);
  if (!fault) return item;
  const message = `Its record does not fit its text (${fault.at} ${fault.message}). It was left out; please report it.`;
  return { kind: 'refused', at: item.at, error: new ReadoutError('store/mismatch', message, { at: item.at }) };
}
