/** The report this project started from (not in the repository): its record holds what issue 2 asks. Skipped, and said so, where shared/ is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Record } from '../src/model/index.ts';
import { openParts } from '../src/open.ts';
import { extract, read } from '../src/pipeline.ts';
import { root } from './engine.ts';
import { type Expected, missing, present } from './expected.ts';

const file = join(process.env.READOUT_DATA ?? join(root, '../shared/data'), 'seed/apec-yoon-xi.txt');
const here = existsSync(file);
if (!here) console.log(`seed: skipped, no ${file}`);

const MUST: readonly Expected[] = [
  { published: '2024-11-15' },
  { part: 'caption', words: 'Callao' },
  { part: 'credit', words: 'AFP' },
  { part: 'header', words: '2024-11-15' },
  { entity: 'yoon-suk-yeol', office: 'president' },
  { entity: 'xi-jinping', office: 'president' },
  { entity: 'kim-jong-un' },
  { entity: 'yonhap' },
  { entity: 'xinhua' },
  { entity: 'apec' },
  { mention: 'The two leaders', is: ['yoon-suk-yeol', 'xi-jinping'] },
  { mention: 'his Chinese counterpart', is: ['xi-jinping'] },
  { mention: 'our two nations', is: ['KOR', 'CHN'] },
  { mention: 'the North', is: ['PRK'] },
  { mention: 'the South', is: ['KOR'] },
  { mention: 'Pyongyang', is: ['PRK'] },
  { mention: 'Moscow', is: ['RUS'] },
  { event: 'CONSULT', cameo: '044', actor: ['yoon-suk-yeol', 'xi-jinping'], day: '2024-11-15', status: 'current' },
  { event: 'COERCE', cameo: '173', actor: ['CHN'], recipient: ['KOR'] },
  { claim: 'greater cooperation with Beijing', chain: ['yonhap', 'yoon-suk-yeol'] },
  {
    claim: 'our two nations will cooperate',
    source: 'yoon-suk-yeol',
    chain: ['yonhap', 'yoon-suk-yeol'],
    quotation: 'direct',
    about: ['PRK', 'UKR', 'RUS'],
  },
  { claim: 'strategic cooperative partnership', chain: ['xinhua', 'xi-jinping'] },
  { claim: 'deepening military cooperation between Pyongyang and Moscow', source: 'KOR' },
  { claim: 'arrested a South Korean citizen', source: 'CHN', act: 'announce' },
  { claim: 'political settlement', source: 'CHN', status: 'background' },
  { relation: 'alliance', parties: ['CHN', 'PRK'], degree: 'key' },
  { relation: 'war', parties: ['KOR', 'PRK'] },
  { relation: 'patronage', parties: ['CHN', 'PRK'], degree: 'main' },
  { relation: 'trade', parties: ['CHN', 'KOR'] },
  { relation: 'partnership', parties: ['CHN', 'KOR'] },
  { relation: 'alliance', parties: ['KOR', 'USA'] },
  { relation: 'military-cooperation', parties: ['PRK', 'RUS'] },
  { relation: 'war', parties: ['RUS', 'UKR'] },
  { relation: 'hostility', parties: ['KOR', 'PRK'] },
  { figure: 21, unit: 'economies' },
  { figure: 60, unit: '%' },
  { silence: 'left-out', by: 'CHN', about: ['PRK', 'RUS'] },
];
const NOT: readonly Expected[] = [
  { event: 'CONSULT', actor: ['kim-jong-un'] },
  { event: 'ASSAULT', actor: ['CHN'] },
  { relation: 'alliance', parties: ['CHN', 'USA'] },
  { relation: 'patronage', parties: ['KOR', 'PRK'] },
  { silence: 'left-out', by: 'KOR' },
];

describe.skipIf(!here)('the seed report', () => {
  let record: Record;
  let again: string;
  beforeAll(async () => {
    const parts = await openParts();
    const source = readFileSync(file, 'utf8');
    const one = (await extract([read({ source }, parts)], parts))[0];
    // In other company, and a second time: the same bytes.
    const two = (
      await extract(
        [read({ source: 'Peru and Chile signed a treaty in Lima on Monday, officials said.' }, parts), read({ source }, parts)],
        parts,
      )
    )[1];
    if (!one || !two) throw new Error('not read');
    record = one;
    again = JSON.stringify(two);
  });
  for (const e of MUST) it(`holds ${JSON.stringify(e)}`, () => expect(missing(record, e)).toBeUndefined());
  for (const e of NOT) it(`does not hold ${JSON.stringify(e)}`, () => expect(present(record, e)).toBe(false));
  it('gives the same bytes alone and in other company', () => expect(JSON.stringify(record) === again).toBe(true));
});
