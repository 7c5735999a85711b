/** Records of pasted texts: in this tab's memory only, gone when it is closed or loaded anew. */
import type { Record as ReadoutRecord } from '../../../../packages/readout/src/model/index.ts';

const kept = new Map<string, ReadoutRecord>();

export function keepRecords(records: readonly ReadoutRecord[]): void {
  for (const r of records) kept.set(r.article.id.slice(7, 23), r);
}
/** By its id or the first 16 digits of it. */
export const keptRecord = (id: string): ReadoutRecord | undefined => kept.get(id.replace(/^sha256:/, '').slice(0, 16));
