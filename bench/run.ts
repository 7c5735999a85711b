/**
 * npm run bench: every measured task on whatever is under READOUT_DATA (default ../shared/data), one table: task, metric, score, floor, speed. Absent data
 * is printed as `skipped: no data`. Exit 1 when a score lies under its floor (bench/baseline.json). `--write FILE` keeps the numbers; `--only TASK` takes
 * a name, a kind of task or the beginning of a name, or several with commas between.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareCases, scoreAccounts } from './accounts.ts';
import { BENCHES, type Bench } from './benches.ts';
import { ACCOUNTS, chosenTasks } from './only.ts';
import { openBenchParts } from './parses.ts';
import type { Answer } from './read-all.ts';
import type { Report } from './score/events.ts';
import { predictor, WHOLE } from './tasks.ts';

const here = dirname(fileURLToPath(import.meta.url));
const data = process.env.READOUT_DATA ?? resolve(here, '../../shared/data');
const { values } = parseArgs({ options: { write: { type: 'string' }, only: { type: 'string' } } });
const floors = JSON.parse(readFileSync(join(here, 'baseline.json'), 'utf8')) as { [key: string]: number };
const chosen = tasksOf(values.only);

const parts = await openBenchParts();
const results: { [key: string]: number } = {};
const details: { [bench: string]: readonly string[] } = {};
let under = 0;

line('task', 'metric', 'score', 'floor', 'rows/s');
for (const bench of BENCHES) {
  if (!chosen.has(bench.name)) continue;
  const file = join(data, bench.file);
  if (existsSync(file)) await measure(bench, bench.rows(readFileSync(file, 'utf8')));
  else line(bench.name, 'skipped: no data');
}
if (chosen.has(ACCOUNTS)) {
  const { value: outcomes, rate } = await timed(
    () => compareCases(parts),
    (cases) => cases.length,
  );
  tell(ACCOUNTS, scoreAccounts(outcomes), rate);
}
if (values.only) for (const lines of Object.values(details)) console.log(`\n${lines.join('\n')}`);
if (values.write) writeFileSync(values.write, `${JSON.stringify({ engine: parts.engine, results, details }, null, 1)}\n`);
if (under > 0) {
  console.error(`${under} scores under their floors`);
  process.exitCode = 1;
}

/** The tasks asked for; ends the process where a name is none. */
function tasksOf(only: string | undefined): ReadonlySet<string> {
  try {
    return chosenTasks(only, BENCHES);
  } catch (error) {
    console.error(`bench: ${(error as Error).message}`);
    return process.exit(2);
  }
}

/** Answers the rows of a task and prints its scores. */
async function measure(bench: Bench, rows: Answer[]): Promise<void> {
  const predict = predictor(bench.task, parts);
  const step = WHOLE.has(bench.task) ? rows.length : 100;
  const { value: answers, rate } = await timed(
    async () => {
      const all: Answer[] = [];
      for (let i = 0; i < rows.length; i += step) all.push(...(await predict(rows.slice(i, i + step))));
      return all;
    },
    () => rows.length,
  );
  const report = { ...bench.score(rows, answers) };
  if (bench.orders) report.spread = await spreadOf(bench, rows, predict, Object.values(report)[0] ?? 0);
  if (bench.details) details[bench.name] = bench.details(rows, answers);
  tell(bench.name, report, rate);
}

/** How far the main score moves with the order of the rows: every order-th row in turn, another order each time and the same in every run. */
async function spreadOf(bench: Bench, rows: Answer[], predict: (rows: Answer[]) => Promise<Answer[]>, first: number): Promise<number> {
  const scores = [first];
  for (let order = 1; order < (bench.orders ?? 0); order++) {
    const mixed = Array.from({ length: order + 1 }, (_, k) => rows.filter((__, i) => i % (order + 1) === k))
      .flat()
      .reverse();
    scores.push(Object.values(bench.score(mixed, await predict(mixed)))[0] ?? 0);
  }
  return Math.round(10 * (Math.max(...scores) - Math.min(...scores))) / 10;
}

/** What is done, and how many a second. */
async function timed<T>(work: () => Promise<T>, count: (value: T) => number): Promise<{ readonly value: T; readonly rate: number }> {
  const started = performance.now();
  const value = await work();
  return { value, rate: Math.round(count(value) / ((performance.now() - started) / 1000)) };
}

/** Keeps and prints the scores of a task beside their floors, the rate beside the first. */
function tell(name: string, report: Report, rate: number): void {
  for (const [i, [metric, score]] of Object.entries(report).entries()) {
    const key = `${name}/${metric}`;
    const floor = floors[key];
    results[key] = score;
    const isUnder = floor !== undefined && (countsErrors(metric) ? score > floor : score < floor);
    if (isUnder) under++;
    line(
      name,
      metric,
      String(score),
      floor === undefined ? '' : String(floor),
      `${isUnder ? 'UNDER THE FLOOR ' : ''}${i === 0 ? rate : ''}`,
    );
  }
}

/** Rates of error count downwards. */
function countsErrors(metric: string): boolean {
  return /^(fallbacks|false\w*|unknown|rowsPerSentence|spread|merged)$/.test(metric);
}

function line(name: string, metric: string, score = '', floor = '', note = ''): void {
  console.log(`${name.padEnd(18)}${metric.padEnd(18)}${score.padStart(8)}${floor.padStart(8)}  ${note}`);
}
