// `readout gaps` over a file: as JSON, only what was asked for, and how much is known on stderr.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfTests } from '../folder.ts';
import { run } from './run.ts';

const folder = folderOfTests('gaps');
const file = join(folder, 'a.txt');
writeFileSync(file, 'France met Germany in Bonn. Japan zigzagged on Monday.\n');

describe('readout gaps', { timeout: 120_000 }, () => {
  it('prints what no rule knows as JSON and the coverage on stderr', async () => {
    const ran = await run(['gaps', file, '--verbs', '--json']);
    const gaps = JSON.parse(ran.out) as readonly { kind: string; word: string; unlisted: number; examples: readonly string[] }[];
    expect(gaps).toEqual([{ kind: 'verb', word: 'zigzag', count: 1, unmet: 0, unlisted: 1, examples: ['Japan zigzagged on Monday.'] }]);
    expect(ran.err).toContain('2 verbs with a political subject: 50 % are listed');
    expect(ran.code).toBe(0);
  });
  it('finds nothing where only actors are asked for and all are known', async () => {
    const ran = await run(['gaps', file, '--actors', '--quiet']);
    expect([ran.code, ran.out, ran.err]).toEqual([1, '', '']);
  });
});
