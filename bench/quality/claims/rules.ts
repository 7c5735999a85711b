/**
 * Which rules of stage 4 find attributions that PolNeAR's development part has: for each rule its outermost claims, those whose cue the gold
 * shares, and those inside a gold content (which the set leaves unannotated by design). Most misses first.
 * `npx tsx bench/quality/claims/rules.ts [ROWS]`; data: READOUT_DATA/claims/polnear.dev.jsonl.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchParts } from '../../parses.ts';
import { readAll } from '../../read-all.ts';

type Pair = readonly [number, number];
interface GoldRow {
  readonly text: string;
  readonly date?: string;
  readonly attributions: readonly { readonly cue: readonly Pair[]; readonly content: readonly Pair[] }[];
}

const meet = (a: readonly Pair[], b: readonly Pair[]): boolean => a.some(([s, e]) => b.some(([x, y]) => s < y && x < e));

const file = join(process.env.READOUT_DATA ?? join(import.meta.dirname, '../../../../shared/data'), 'claims/polnear.dev.jsonl');
if (!existsSync(file)) console.log('claims by rule  skipped: no data');
else {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldRow);
  const reads = await readAll(rows, await openBenchParts());
  const counts = new Map<string, { found: number; hit: number; inside: number }>();
  reads.forEach(({ claims }, i) => {
    const gold = rows[i]?.attributions ?? [];
    for (const c of claims) {
      if (c.within) continue;
      const cue = c.cue.map((s): Pair => [s.start, s.end]);
      const n = counts.get(c.rule) ?? { found: 0, hit: 0, inside: 0 };
      n.found++;
      if (gold.some((g) => meet(cue, g.cue))) n.hit++;
      else if (gold.some((g) => meet(cue, g.content))) n.inside++;
      counts.set(c.rule, n);
    }
  });
  const misses = (n: { found: number; hit: number }): number => n.found - n.hit;
  const sorted = [...counts].sort(([, a], [, b]) => misses(b) - misses(a)).slice(0, Number(process.argv[2] ?? 40));
  console.log('rule\tfound\thit\tinside');
  for (const [rule, n] of sorted) console.log(`${rule}\t${n.found}\t${n.hit}\t${n.inside}`);
}
