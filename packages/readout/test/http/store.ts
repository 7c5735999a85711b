/** A real store in a temporary folder with the hand-made records. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/7-store/index.ts';
import { newFolder } from '../folder.ts';
import { hostileRecord, meetingRecord, shortRecord } from './records.ts';

export interface Filled {
  readonly store: Store;
  close(): Promise<void>;
}

/** The meeting, a hostile report, and `short` reports after them. */
export async function filledStore(short = 60): Promise<Filled> {
  const folder = newFolder('http');
  const store = await openStore(join(folder, 'store.sqlite'), { create: true });
  await store.upsert([meetingRecord(), hostileRecord(), ...Array.from({ length: short }, (_, i) => shortRecord(i + 1))]);
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
