/** The samples' records hold what samples/expected says they must, and nothing of what they must not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Record } from '../src/model/index.ts';
import { openParts } from '../src/open.ts';
import { extract, read } from '../src/pipeline.ts';
import { root } from './engine.ts';
import { type Expected, missing, present } from './expected.ts';

const folder = join(root, 'samples');
const names = readdirSync(folder)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => f.replace('.txt', ''))
  .sort();

describe('samples', () => {
  const records = new Map<string, Record>();
  beforeAll(async () => {
    const parts = await openParts();
    const reads = names.map((n) => read({ source: readFileSync(join(folder, `${n}.txt`), 'utf8') }, parts));
    for (const [i, r] of (await extract(reads, parts)).entries()) records.set(names[i] ?? '', r);
  });

  it('give the same bytes twice, and alone as in company', async () => {
    const parts = await openParts();
    for (const name of names.slice(0, 3)) {
      const [again] = await extract([read({ source: readFileSync(join(folder, `${name}.txt`), 'utf8') }, parts)], parts);
      expect(JSON.stringify(again) === JSON.stringify(records.get(name))).toBe(true);
    }
  });

  it('are twelve', () => {
    expect(names.length).toBeGreaterThanOrEqual(12);
  });

  for (const name of names) {
    const expected = parse(readFileSync(join(folder, 'expected', `${name}.yaml`), 'utf8')) as { must: Expected[]; not?: Expected[] };
    for (const e of expected.must) {
      it(`${name} holds ${JSON.stringify(e)}`, () => {
        const record = records.get(name);
        if (!record) throw new Error('not read');
        expect(missing(record, e)).toBeUndefined();
      });
    }
    for (const e of expected.not ?? []) {
      it(`${name} does not hold ${JSON.stringify(e)}`, () => {
        const record = records.get(name);
        if (!record) throw new Error('not read');
        expect(present(record, e)).toBe(false);
      });
    }
  }
});
