/**
 * Whole accounts beside each other, from cases/8-compare/accounts.yaml: pairs written for it, and samples with sentences taken out or changed. What
 * differs is known, so it can be counted what a comparison finds and what it says wrongly.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compareAccounts, searchWords, textAccounts } from '../packages/readout/src/8-compare/index.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';
import type { Record as ArticleRecord, Comparison, Difference, ReadArticle, Row, Span } from '../packages/readout/src/model/index.ts';
import { extract, type Parts, read } from '../packages/readout/src/pipeline.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

type Is = 'same' | 'gone' | 'new' | Difference['field'];
/** A sentence of either text and what a comparison must say of it. */
interface Line {
  readonly spans: readonly [Span | undefined, Span | undefined];
  readonly is: Is;
}
interface Pair {
  readonly id: string;
  readonly texts: readonly [ReadArticle, ReadArticle];
  readonly lines: readonly Line[];
}
interface Cases {
  readonly pairs: readonly { readonly id: string; readonly date: string; readonly lines: readonly (readonly [string, string, Is])[] }[];
  readonly samples: readonly {
    readonly sample: string;
    readonly gone: readonly string[];
    readonly change: readonly (readonly [string, string, Difference['field']])[];
  }[];
}

/** One thing that was found, missed or said wrongly. */
export interface Outcome {
  readonly pair: string;
  readonly is: Is;
  readonly sentence: string;
  /** `unseen`: a sentence of which neither record holds anything, so nothing can be compared. */
  readonly outcome: 'found' | 'missed' | 'unseen' | 'right' | 'false-omission' | 'false-difference';
}

/** What became of each sentence of each pair. */
export async function compareCases(parts: Parts): Promise<readonly Outcome[]> {
  const cases = parse(readFileSync(join(root, 'cases/8-compare/accounts.yaml'), 'utf8')) as Cases;
  const pairs = [...cases.pairs.map(writtenPair), ...cases.samples.map((s) => samplePair(s, parts))];
  const records = await extract(
    pairs.flatMap((p) => p.texts),
    parts,
  );
  const words = searchWords(loadKnowledge());
  return pairs.flatMap((pair, i) => {
    const both = [records[2 * i], records[2 * i + 1]] as [ArticleRecord, ArticleRecord];
    const comparison = compareAccounts(textAccounts(both), both, words);
    return pair.lines.map((line) => outcomeOf(pair.id, line, both, comparison));
  });
}

/** Shares in percent: omissions and differences found of those that a record could show, and false ones of the sentences that both tell. */
export function scoreAccounts(outcomes: readonly Outcome[]): { readonly [metric: string]: number } {
  const share = (of: (o: Outcome) => boolean, among: (o: Outcome) => boolean): number => {
    const all = outcomes.filter(among);
    return Math.round((1000 * all.filter(of).length) / Math.max(1, all.length)) / 10;
  };
  const isLeftOut = (o: Outcome): boolean => o.is === 'gone' || o.is === 'new';
  const differs = (o: Outcome): boolean => o.is !== 'same' && !isLeftOut(o);
  return {
    omissionsFound: share((o) => o.outcome === 'found', isLeftOut),
    differencesFound: share((o) => o.outcome === 'found', differs),
    falseSilence: share(
      (o) => o.outcome === 'false-omission',
      (o) => o.is === 'same' || differs(o),
    ),
    falseDifference: share(
      (o) => o.outcome === 'false-difference',
      (o) => o.is === 'same',
    ),
  };
}

function outcomeOf(pair: string, { spans, is }: Line, records: readonly [ArticleRecord, ArticleRecord], comparison: Comparison): Outcome {
  const [a, b] = records;
  const sides = [a.article.id, b.article.id] as const;
  const span = spans[0] ?? spans[1];
  const from = spans[0] ? a : b;
  const sentence = from.article.text.slice(span?.start ?? 0, span?.end ?? 0);
  const rows = comparison.rows.filter((row) => sides.some((side, k) => saidWithin(row, side, spans[k])));
  // Of a sentence with another party it is true that the text does not name the one that the other has.
  const isLeftOutOf = (side: string): boolean =>
    rows.some(({ cells: { [side]: cell } }) => cell?.is === 'not-in-this-text' && !(is === 'party' && cell.omission.basis === 'party'));
  const made = (outcome: Outcome['outcome']): Outcome => ({ pair, is, sentence, outcome });
  if (is === 'gone' || is === 'new') {
    if (rows.length === 0) return made('unseen');
    return made(isLeftOutOf(is === 'gone' ? sides[1] : sides[0]) ? 'found' : 'missed');
  }
  if (sides.some(isLeftOutOf)) {
    // Another party or act makes two rows of one: what each text does not have is then the difference.
    const isTold = is === 'party' || is === 'code' || is === 'act' || is === 'strength';
    return made(isTold && sides.every(isLeftOutOf) ? 'found' : 'false-omission');
  }
  const fields = new Set(
    rows.filter((row) => sides.every((side, k) => saidWithin(row, side, spans[k]))).flatMap((row) => row.differences.map((d) => d.field)),
  );
  if (is === 'same') return made([...fields].some((f) => f !== 'strength' && f !== 'modality') ? 'false-difference' : 'right');
  if (rows.length === 0) return made('unseen');
  const near: { readonly [field: string]: readonly string[] } = {
    act: ['act', 'polarity', 'strength', 'code'],
    strength: ['strength', 'code', 'act'],
    code: ['code', 'strength'],
  };
  return made((near[is] ?? [is]).some((f) => fields.has(f as Difference['field'])) ? 'found' : 'missed');
}

/** Whether a row has something that an account says within a sentence. */
function saidWithin(row: Row, account: string, span: Span | undefined): boolean {
  const cell = row.cells[account];
  return span !== undefined && cell?.is === 'said' && cell.sayings.some((s) => s.span.start >= span.start && s.span.start < span.end);
}

function writtenPair({ id, date, lines }: Cases['pairs'][number]): Pair {
  const spans: [Span | undefined, Span | undefined][] = lines.map(() => [undefined, undefined]);
  const texts = ([0, 1] as const).map((side): ReadArticle => {
    let text = '';
    lines.forEach((line, i) => {
      const sentence = line[side];
      if (sentence === '') return;
      if (text !== '') text += ' ';
      (spans[i] as [Span | undefined, Span | undefined])[side] = { start: text.length, end: text.length + sentence.length };
      text += sentence;
    });
    const name = side === 0 ? 'Baltic Wire' : 'Harbour Times';
    return {
      article: {
        id: `${id}-${side}`,
        text,
        language: 'en',
        publisher: { id: side === 0 ? 'baltic-wire' : 'harbour-times', name, kind: 'outlet', official: false },
        published: { value: date, precision: 'day', basis: 'argument' },
        parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
      },
      problems: [],
    };
  }) as unknown as readonly [ReadArticle, ReadArticle];
  return { id, texts, lines: lines.map((line, i) => ({ spans: spans[i] as Line['spans'], is: line[2] })) };
}

/** A sample beside itself with sentences taken out and words changed; sentences that are as they were are `same`. */
function samplePair({ sample, gone, change }: Cases['samples'][number], parts: Parts): Pair {
  const source = readFileSync(join(root, 'samples', sample), 'utf8');
  const first = read({ source }, parts);
  let other = source;
  for (const start of gone) {
    const at = other.indexOf(start);
    if (at < 0) throw new Error(`${sample} has no sentence "${start}"`);
    const end = /[.!?]["”]?(?=\s)/.exec(other.slice(at));
    other = other.slice(0, at) + other.slice(at + (end ? end.index + end[0].length : 0)).replace(/^ /, '');
  }
  for (const [old, now] of change) {
    if (!other.includes(old)) throw new Error(`${sample} does not say "${old}"`);
    other = other.replace(old, now);
  }
  const second = read({ source: other.replace(/^publisher: .*$/m, 'publisher: Second Reading (fictional)') }, parts);
  const spanOf = ({ article }: ReadArticle, words: string): Span | undefined => {
    const at = article.text.indexOf(words);
    if (at < 0) return undefined;
    const stop = /[.!?]["”]?(?=\s|$)/.exec(article.text.slice(at));
    const before = Math.max(article.text.lastIndexOf('\n', at), article.text.lastIndexOf('. ', at) + 1);
    return { start: before + 1, end: at + (stop ? stop.index + stop[0].length : words.length) };
  };
  return {
    id: sample,
    texts: [first, second],
    lines: [
      ...gone.map((words): Line => ({ spans: [spanOf(first, words), undefined], is: 'gone' })),
      ...change.map(([old, now, field]): Line => ({ spans: [spanOf(first, old), spanOf(second, now)], is: field })),
    ],
  };
}
