import { ReadoutError } from '../../errors.ts';
import type { Record } from '../../model/record.ts';
import { extract, type Parts } from '../../pipeline.ts';
import type { Reading } from './readings.ts';

/** The record of a report, or why there is none. */
export type Extracted =
  | { readonly kind: 'record'; readonly at: string; readonly record: Record }
  | { readonly kind: 'refused'; readonly at: string; readonly error: ReadoutError };

/** The records of a batch in its order. When the engine fails on the batch its reports are tried one by one, so that one cannot take the others with it. */
export async function extractBatch(batch: readonly Reading[], parts: Parts): Promise<readonly Extracted[]> {
  const reads = batch.flatMap((item) => (item.kind === 'read' ? [item.read] : []));
  try {
    const records = await extract(reads, parts);
    let next = 0;
    return batch.flatMap((item): readonly Extracted[] => {
      if (item.kind === 'refused') return [item];
      const record = records[next++];
      return record ? [{ kind: 'record', at: item.at, record }] : [];
    });
  } catch (cause) {
    const [only, ...others] = batch;
    if (only?.kind === 'read' && others.length === 0) return [failed(only.at, cause)];
    const each: Extracted[] = [];
    for (const item of batch) each.push(...(await extractBatch([item], parts)));
    return each;
  }
}

function failed(at: string, cause: unknown): Extracted {
  const message = `The engine failed on this report (${cause instanceof Error ? cause.message : String(cause)}). It was left out; please report it.`;
  return { kind: 'refused', at, error: new ReadoutError('engine/failed', message, { at, cause }) };
}
