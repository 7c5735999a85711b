/** The measured tasks: file, rows and score of each. */
import { annotations, readNews } from '../training/2-sentences/news.ts';
import { readIob, readTreebank, type Sentence } from '../training/2-sentences/read.ts';
import { scoreTimexes } from './quality/times/score.ts';
import { scoreAttributions, scoreNested, scoreQuotes } from './score/claims.ts';
import { scoreCopies, scoreOmissions, scoreStories, scoreTraps } from './score/compare.ts';
import { pairDetails, type Report, scoreEndToEnd, scorePairs, scoreRelevance, scoreSpans } from './score/events.ts';
import { accuracy, scoreActors, scoreLinks, scoreParses } from './score/mentions.ts';
import { scoreNames } from './score/names.ts';
import { scorePlaces } from './score/places.ts';
import type { Task } from './tasks.ts';

// biome-ignore lint/suspicious/noExplicitAny: rows of many files, each scorer states the shape it reads
type Any = any;
/** A task on one file of data. */
export interface Bench {
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

/** One field of all answers. */
const cells = (rows: Any[], field: string): Any[] => rows.map((r) => r[field]);

const scoreLabels = (gold: Any[], predicted: Any[]): Report => accuracy(cells(gold, 'label'), cells(predicted, 'label'));

function scoreTimes(gold: Any[], predicted: Any[]): Report {
  const s = scoreTimexes(
    gold.map((g, i) => ({ id: g.id, text: g.text, dct: g.dct, gold: g.timexes, found: predicted[i].timexes })) as never,
  ) as unknown as { [k: string]: Any };
  const f = (v: Any): number => (typeof v === 'number' ? v : (v?.f1 ?? v?.[2] ?? 0));
  return { strict: f(s.strict), relaxed: f(s.relaxed), value: f(s.value), type: f(s.type) };
}

/** All measured tasks, in the order of the table. */
export const BENCHES: readonly Bench[] = [
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
    score: (g, p) => scoreEndToEnd(g, cells(p, 'events')),
  },
  {
    name: 'events spans',
    task: 'events',
    file: 'events/spans.dev.jsonl',
    rows: jsonl,
    score: (g, p) => scoreSpans(g, cells(p, 'events')),
  },
  { name: 'relevance', task: 'relevance', file: 'events/relevance.dev.jsonl', rows: jsonl, score: scoreRelevance },
  {
    name: 'claims',
    task: 'claims',
    file: 'claims/polnear.dev.jsonl',
    rows: jsonl,
    score: (g, p) => scoreAttributions(g, cells(p, 'attributions')),
  },
  {
    name: 'quotes',
    task: 'quotes',
    file: 'claims/direct.dev.jsonl',
    rows: jsonl,
    score: (g, p) => scoreQuotes(g, cells(p, 'quotes')),
  },
  {
    name: 'nested',
    task: 'nested',
    file: 'claims/nested.gum.jsonl',
    rows: (t) => jsonl(t).filter((r) => r.genre === 'news'),
    score: (g, p) => scoreNested(g, cells(p, 'attributions')),
  },
  { name: 'times', task: 'times', file: 'times/timebank.dev.jsonl', rows: jsonl, score: scoreTimes },
  {
    name: 'metonymy relocar',
    task: 'metonymy',
    file: 'places/relocar.dev.jsonl',
    rows: jsonl,
    score: scoreLabels,
  },
  {
    name: 'metonymy gwn',
    task: 'metonymy',
    file: 'places/gwn-metonymy.dev.jsonl',
    rows: jsonl,
    score: scoreLabels,
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
