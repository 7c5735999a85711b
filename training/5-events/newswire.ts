/**
 * What has become of the events of newswire that were judged (newswire.tsv), by their verdict and the kind of news:
 *   READOUT_REUTERS=FOLDER npx tsx --conditions=@readout/source training/5-events/newswire.ts
 * An event is found where one of its type has its trigger, whoever takes part: persons listed since then have other ids.
 */
import { readFileSync } from 'node:fs';
import { openBenchParts } from '../../bench/parses.ts';
import { readAll } from '../../bench/read-all.ts';
import { wireReports } from './reuters.ts';

const folder = process.env.READOUT_REUTERS;
if (!folder) throw new Error('READOUT_REUTERS names no folder: see reuters.ts');
const rows = readFileSync(new URL('newswire.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((l) => l.split('\t'));
const wanted = new Set(rows.map((r) => r[0]));
const reports = wireReports(folder).filter((r) => wanted.has(r.id));
const reads = await readAll(
  reports.map((r) => ({ ...r, title: '' })),
  await openBenchParts(),
);
const found = new Set(
  reads.flatMap(({ events }, i) =>
    events
      .filter((e) => e.modality === 'asserted' && e.status === 'current')
      .map((e) => [reports[i]?.id, e.evidence.find((x) => x.as === 'trigger')?.span.start, e.event].join('\t')),
  ),
);
const isFound = (row: readonly string[]): boolean => found.has(row.slice(0, 3).join('\t'));
for (const news of ['politics', 'markets'])
  for (const verdict of ['right', 'wrong', 'doubtful']) {
    const all = rows.filter((r) => r[6] === verdict && r[8] === news);
    console.log(`${news}\t${verdict}\t${all.filter(isFound).length} of ${all.length} found`);
  }
