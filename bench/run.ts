/**
 * npm run bench: every measured task on whatever is under READOUT_DATA (default ../shared/data), one table: task, metric, score, floor, speed. Absent data
 * is printed as `skipped: no data`. Exit 1 when a score lies under its floor (bench/baseline.json). `--write FILE` keeps the numbers; `--only TASK`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { annotations, readNews } from '../training/2-sentences/news.ts';
import { readIob, readTreebank, type Sentence } from '../training/2-sentences/read.ts';
import { compareCases, scoreAccounts } from './accounts.ts';
import { openBenchParts } from './parses.ts';
import { scoreTimexes } from './quality/times/score.ts';
import { scoreAttributions, scoreNested, scoreQuotes } from './score/claims.ts';
import { scoreCopies, scoreOmissions, scoreStories, scoreTraps } from './score/compare.ts';
import { pairDetails, type Report, scoreEndToEnd, scorePairs, scoreRelevance, scoreSpans } from './score/events.ts';
import { accuracy, scoreActors, scoreLinks, scoreParses } from './score/mentions.ts';
import { scorePlaces } from './score/places.ts';
import { predictor, type Task, WHOLE } from './tasks.ts';

const here = dirname(fileURLToPath(import.meta.url));
const data = process.env.READOUT_DATA ?? resolve(here, '../../shared/data');
const { values } = parseArgs({ options: { write: { type: 'string' }, only: { type: 'string' } } });
const floors = JSON.parse(readFileSync(join(here, 'baseline.json'), 'utf8')) as { [key: string]: number };

// biome-ignore lint/suspicious/noExplicitAny: rows of many files, each scorer states the shape it reads
type Any = any;
interface Bench {
  readonly name: string;
  readonly task: Task;
  readonly file: string;
  readonly rows: (text: string) => Any[];
  readonly score: (gold: Any[], predicted: Any[]) => Report;
  /** Lines that say where the score comes from: printed with --only, kept with --write. */
  readonly details?: (gold: Any[], predicted: Any[]) => readonly string[];
  /** In how many orders the rows are given; the first score is reported with its spread over them. */
  readonly orders?: number;
}

const jsonl = (text: string): Any[] =>
  text
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l));
const bank = (text: string): Any[] =>
  readTreebank(text).map((s, i) => ({
    id: i,
    tokens: s.forms,
    upos: s.tags?.map((t) => t.split('|')[0]),
    heads: s.heads,
    relations: s.relations,
  }));
const named = (sentences: readonly Sentence[]): Any[] => sentences.map((s, i) => ({ id: i, tokens: s.forms, labels: s.names }));
const names = (text: string): Any[] => named(readIob(text));
/** Sentences of Wikinews that we annotated and hold out. */
const news = (text: string): Any[] => named(readNews(text, annotations('names-wikinews.dev.tsv')));

function scoreNames(gold: Any[], predicted: Any[]): Report {
  const report: { [m: string]: number } = {};
  for (const kinds of [['PER'], ['PER', 'ORG', 'LOC']]) {
    let tp = 0;
    let np = 0;
    let ng = 0;
    gold.forEach((g, i) => {
      const spans = new Set<string>();
      g.labels.forEach((l: string, k: number) => {
        if (!l.startsWith('B-') || !kinds.includes(l.slice(2))) return;
        let end = k + 1;
        while (g.labels[end] === `I-${l.slice(2)}`) end++;
        spans.add(`${k}-${end}-${l.slice(2)}`);
      });
      const found = predicted[i].names.filter((n: Any) => kinds.includes(n.label)).map((n: Any) => `${n.start}-${n.end}-${n.label}`);
      ng += spans.size;
      np += found.length;
      tp += found.filter((f: string) => spans.has(f)).length;
    });
    report[kinds.length === 1 ? 'persons' : 'f1'] = Math.round((2000 * tp) / Math.max(1, np + ng)) / 10;
  }
  return report;
}

const BENCHES: readonly Bench[] = [
  { name: 'parse gum', task: 'parse', file: 'treebank/gum.dev.conllu', rows: bank, score: scoreParses },
  { name: 'parse gum news', task: 'parse', file: 'treebank/gumnews.dev.conllu', rows: bank, score: scoreParses },
  { name: 'parse ewt', task: 'parse', file: 'treebank/ewt.dev.conllu', rows: bank, score: scoreParses },
  { name: 'names uner', task: 'parse', file: 'names/uner_ewt_dev.iob2', rows: names, score: scoreNames },
  { name: 'names news', task: 'parse', file: 'corpus/wikinews.jsonl', rows: news, score: scoreNames },
  { name: 'plv', task: 'plv', file: 'events/plv.dev.jsonl', rows: jsonl, score: scorePairs, details: pairDetails },
  {
    name: 'events plv',
    task: 'events',
    file: 'events/plv.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      scoreEndToEnd(
        g,
        p.map((r) => r.events),
      ),
  },
  {
    name: 'events spans',
    task: 'events',
    file: 'events/spans.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      scoreSpans(
        g,
        p.map((r) => r.events),
      ),
  },
  { name: 'relevance', task: 'relevance', file: 'events/relevance.dev.jsonl', rows: jsonl, score: scoreRelevance },
  {
    name: 'claims',
    task: 'claims',
    file: 'claims/polnear.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      scoreAttributions(
        g,
        p.map((r) => r.attributions),
      ),
  },
  {
    name: 'quotes',
    task: 'quotes',
    file: 'claims/direct.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      scoreQuotes(
        g,
        p.map((r) => r.quotes),
      ),
  },
  {
    name: 'nested',
    task: 'nested',
    file: 'claims/nested.gum.jsonl',
    rows: (t) => jsonl(t).filter((r) => r.genre === 'news'),
    score: (g, p) =>
      scoreNested(
        g,
        p.map((r) => r.attributions),
      ),
  },
  { name: 'times', task: 'times', file: 'times/timebank.dev.jsonl', rows: jsonl, score: (g, p) => scoreTimes(g, p) },
  {
    name: 'metonymy relocar',
    task: 'metonymy',
    file: 'places/relocar.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      accuracy(
        g.map((r) => r.label),
        p.map((r) => r.label),
      ),
  },
  {
    name: 'metonymy gwn',
    task: 'metonymy',
    file: 'places/gwn-metonymy.dev.jsonl',
    rows: jsonl,
    score: (g, p) =>
      accuracy(
        g.map((r) => r.label),
        p.map((r) => r.label),
      ),
  },
  { name: 'places geovirus', task: 'places', file: 'places/geovirus.dev.jsonl', rows: jsonl, score: scorePlaces },
  { name: 'places lgl', task: 'places', file: 'places/lgl.dev.jsonl', rows: jsonl, score: scorePlaces },
  { name: 'actors', task: 'actors', file: 'actors/strings.dev.jsonl', rows: jsonl, score: scoreActors },
  { name: 'links gum', task: 'links', file: 'actors/links.gum-news.jsonl', rows: jsonl, score: scoreLinks },
  { name: 'links aida', task: 'links', file: 'actors/links.aida.dev.jsonl', rows: jsonl, score: scoreLinks },
  { name: 'stories ecb', task: 'stories', file: 'accounts/stories.ecb.dev.jsonl', rows: jsonl, score: scoreStories, orders: 3 },
  { name: 'stories basil', task: 'stories', file: 'accounts/stories.basil.dev.jsonl', rows: jsonl, score: scoreStories, orders: 3 },
  { name: 'neardup', task: 'neardup', file: 'accounts/neardup.dev.jsonl', rows: jsonl, score: scoreCopies },
  { name: 'neardup traps', task: 'neardup', file: 'accounts/neardup.traps.jsonl', rows: jsonl, score: (_, p) => scoreTraps(p) },
  { name: 'omission ecb', task: 'omission', file: 'accounts/omission.ecb.dev.jsonl', rows: jsonl, score: scoreOmissions },
  { name: 'omission summary', task: 'omission', file: 'accounts/omission.summary.jsonl', rows: jsonl, score: scoreOmissions },
  { name: 'omission deletion', task: 'omission', file: 'accounts/omission.deletion.jsonl', rows: jsonl, score: scoreOmissions },
];

function scoreTimes(gold: Any[], predicted: Any[]): Report {
  const s = scoreTimexes(
    gold.map((g, i) => ({ id: g.id, text: g.text, dct: g.dct, gold: g.timexes, found: predicted[i].timexes })) as never,
  ) as unknown as { [k: string]: Any };
  const f = (v: Any): number => (typeof v === 'number' ? v : (v?.f1 ?? v?.[2] ?? 0));
  return { strict: f(s.strict), relaxed: f(s.relaxed), value: f(s.value), type: f(s.type) };
}

const parts = await openBenchParts();
const results: { [key: string]: number } = {};
const details: { [bench: string]: readonly string[] } = {};
let under = 0;
const line = (...cells: string[]): void =>
  console.log(
    `${(cells[0] ?? '').padEnd(18)}${(cells[1] ?? '').padEnd(18)}${(cells[2] ?? '').padStart(8)}${(cells[3] ?? '').padStart(8)}  ${cells[4] ?? ''}`,
  );
line('task', 'metric', 'score', 'floor', 'rows/s');
for (const bench of BENCHES) {
  if (values.only && bench.name !== values.only && bench.task !== values.only) continue;
  const file = join(data, bench.file);
  if (!existsSync(file)) {
    line(bench.name, 'skipped: no data');
    continue;
  }
  const rows = bench.rows(readFileSync(file, 'utf8'));
  const predict = predictor(bench.task, parts);
  const started = performance.now();
  const answers: Any[] = [];
  const step = WHOLE.has(bench.task) ? rows.length : 100;
  for (let i = 0; i < rows.length; i += step) answers.push(...(await predict(rows.slice(i, i + step))));
  const speed = Math.round(rows.length / ((performance.now() - started) / 1000));
  const report: { [metric: string]: number } = { ...bench.score(rows, answers) };
  if (bench.orders) {
    const [main = ''] = Object.keys(report);
    const scores = [report[main] ?? 0];
    for (let order = 1; order < bench.orders; order++) {
      // Every order-th row in turn: another order each time, and the same in every run.
      const mixed = Array.from({ length: order + 1 }, (_, k) => rows.filter((__, i) => i % (order + 1) === k))
        .flat()
        .reverse();
      scores.push(bench.score(mixed, await predict(mixed))[main] ?? 0);
    }
    report.spread = Math.round(10 * (Math.max(...scores) - Math.min(...scores))) / 10;
  }
  if (bench.details) details[bench.name] = bench.details(rows, answers);
  for (const [metric, score] of Object.entries(report)) {
    const key = `${bench.name}/${metric}`;
    results[key] = score;
    const floor = floors[key];
    // Rates of error count downwards.
    const bad =
      floor !== undefined &&
      (/^(fallbacks|falseRate|unknown|rowsPerSentence|spread|merged|falseSilence)$/.test(metric) ? score > floor : score < floor);
    if (bad) under++;
    line(
      bench.name,
      metric,
      String(score),
      floor === undefined ? '' : String(floor),
      `${bad ? 'UNDER THE FLOOR ' : ''}${metric === Object.keys(report)[0] ? speed : ''}`,
    );
  }
}
if (!values.only || values.only === 'accounts') {
  const started = performance.now();
  const outcomes = await compareCases(parts);
  const speed = Math.round(outcomes.length / ((performance.now() - started) / 1000));
  for (const [metric, score] of Object.entries(scoreAccounts(outcomes))) {
    results[`accounts/${metric}`] = score;
    const floor = floors[`accounts/${metric}`];
    const bad = floor !== undefined && (metric.startsWith('false') ? score > floor : score < floor);
    if (bad) under++;
    line(
      'accounts',
      metric,
      String(score),
      floor === undefined ? '' : String(floor),
      `${bad ? 'UNDER THE FLOOR ' : ''}${metric === 'omissionsFound' ? speed : ''}`,
    );
  }
}
if (values.only) for (const lines of Object.values(details)) console.log(`\n${lines.join('\n')}`);
if (values.write) writeFileSync(values.write, `${JSON.stringify({ engine: parts.engine, results, details }, null, 1)}\n`);
if (under > 0) {
  console.error(`${under} scores under their floors`);
  process.exitCode = 1;
}
