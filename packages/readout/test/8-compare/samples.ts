/** The records of the sample reports: four happenings, three accounts each; the file's name begins with the happening. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Record } from '../../src/model/index.ts';
import { openParts } from '../../src/open.ts';
import { extract, read } from '../../src/pipeline.ts';
import { root } from '../engine.ts';

export interface Sample {
  readonly name: string;
  readonly happening: string;
  readonly record: Record;
}

const folder = join(root, 'samples');

/** All samples, and texts made from them: `change` gives the text to read in place of a sample's. */
export async function sampleRecords(more: readonly { readonly name: string; readonly text: string }[] = []): Promise<readonly Sample[]> {
  const files = readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: sampleText(name) }));
  const all = [...files, ...more];
  const parts = await openParts();
  const records = await extract(
    all.map(({ text }) => read({ source: text }, parts)),
    parts,
  );
  return all.map(({ name }, i) => ({ name, happening: name.split('-')[0] ?? '', record: records[i] as Record }));
}

export const sampleText = (name: string): string => readFileSync(join(folder, name), 'utf8');
