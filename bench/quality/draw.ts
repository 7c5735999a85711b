/** Articles of shared/data/corpus drawn at a fixed seed, so that what is read by eye is the same everywhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Drawn {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
}

const data = process.env.READOUT_DATA ?? resolve(import.meta.dirname, '../../../shared/data');

/** Draws `count` articles of a corpus after the first `skip` in the order drawn; a note and none where the data is absent. One generator serves all draws. */
export function drawer(start: number): (corpus: string, count: number, skip?: number) => readonly Drawn[] {
  let seed = start;
  const draw = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return (corpus, count, skip = 0) => {
    const file = join(data, 'corpus', `${corpus}.jsonl`);
    if (!existsSync(file)) {
      console.log(`${corpus}: no data`);
      return [];
    }
    const rows: Drawn[] = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l));
    const drawn = Array.from({ length: Math.min(skip + count, rows.length) }, () => rows.splice(draw(rows.length), 1)[0]);
    return drawn.slice(skip).flatMap((a) => a ?? []);
  };
}
