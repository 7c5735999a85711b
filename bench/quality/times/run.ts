/** Scores `findTimes` on the development half of TimeBank and AQUAINT. READOUT_DATA: the data folder (default ../shared/data). `--errors` lists what differs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTimes } from '../../../packages/readout/src/3-mentions/times/find-times.ts';
import { readTimeLexicon } from '../../../packages/readout/test/3-mentions/times-tables.ts';
import { pairsOf, scoreTimexes, type Timex, timexOf } from './score.ts';

interface Document {
  readonly id: string;
  readonly text: string;
  readonly dct?: string | null;
  readonly timexes: readonly Timex[];
}

const path = join(process.env.READOUT_DATA ?? '../shared/data', 'times/timebank.dev.jsonl');
if (!existsSync(path)) {
  console.log('skipped: no data');
} else {
  const documents = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    // Our own file, in the shape that tasks.md states.
    .map((line) => JSON.parse(line) as Document);
  const lexicon = readTimeLexicon();
  const started = performance.now();
  const scored = documents.map(({ id, text, dct, timexes }) => ({
    id,
    text,
    dct,
    gold: timexes,
    found: findTimes(text, { lexicon, ...(dct ? { publishedAt: dct } : {}) }).map(timexOf),
  }));
  const seconds = (performance.now() - started) / 1000;
  if (process.argv.includes('--errors')) for (const document of scored) listErrors(document);
  const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
  console.log(
    JSON.stringify(
      { ...scoreTimexes(scored), documents: documents.length, charactersPerSecond: Math.round(characters / seconds) },
      null,
      1,
    ),
  );
}

function listErrors({
  text,
  dct,
  gold,
  found,
}: {
  text: string;
  dct: string | null | undefined;
  gold: readonly Timex[];
  found: readonly Timex[];
}): void {
  const pairs = pairsOf(gold, found);
  const show = ({ start, end, type, value }: Timex): string => `[${text.slice(start, end)}] ${type} ${value}`.replaceAll('\n', ' ');
  const around = ({ start, end }: Timex): string => text.slice(Math.max(0, start - 60), end + 30).replaceAll('\n', ' ');
  for (const timex of gold) if (!pairs.some(([a]) => a === timex)) console.log(`MISS ${show(timex)} :: ${around(timex)}`);
  for (const timex of found) if (!pairs.some(([, b]) => b === timex)) console.log(`EXTRA ${show(timex)} :: ${around(timex)}`);
  for (const [a, b] of pairs) {
    if (a.start !== b.start || a.end !== b.end) console.log(`SPAN ${show(a)} <> ${show(b)}`);
    if (a.type !== b.type) console.log(`TYPE ${show(a)} <> ${show(b)} :: ${around(a)}`);
    if (a.value !== b.value) console.log(`VALUE ${dct} ${show(a)} <> ${show(b)} :: ${around(a)}`);
  }
}
