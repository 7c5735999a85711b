/**
 * Sentence splitting, tokenising and lemmas on treebank files as raw text.
 * Usage: tsx bench/quality/sentences/raw.ts [--errors] FILE.conllu …   Prints one JSON line a file: F1 of sentences, of tokens from raw
 * text and in gold sentences, lemma accuracy with gold tags, megabytes a second of splitting and tokenising. `--errors` lists the mistakes.
 */
import { basename } from 'node:path';
import { type CutLexicon, cutLexicon } from '../../../packages/readout/src/2-sentences/cut/lexicon.ts';
import { splitSentences } from '../../../packages/readout/src/2-sentences/cut/split.ts';
import { tokenize } from '../../../packages/readout/src/2-sentences/cut/tokenize.ts';
import { type LemmaTables, lemmaTables, lemmatize } from '../../../packages/readout/src/2-sentences/lemmas/lemmatize.ts';
import { loadKnowledge } from '../../../packages/readout/src/knowledge.ts';
import type { Span } from '../../../packages/readout/src/model/index.ts';
import { type GoldDocument, readTreebank } from './treebank.ts';

interface Tally {
  gold: number;
  found: number;
  right: number;
}

const f1 = ({ gold, found, right }: Tally): number => Math.round((20000 * right) / (gold + found)) / 100;

/** Counts spans found in both, and names those that are in one only. */
function compare(gold: readonly Span[], found: readonly Span[], tally: Tally, miss: (span: Span, side: 'gold' | 'found') => void): void {
  const key = (s: Span): string => `${s.start}-${s.end}`;
  const wanted = new Set(gold.map(key));
  const had = new Set(found.map(key));
  tally.gold += gold.length;
  tally.found += found.length;
  for (const s of found) if (wanted.has(key(s))) tally.right++;
  for (const s of gold) if (!had.has(key(s))) miss(s, 'gold');
  for (const s of found) if (!wanted.has(key(s))) miss(s, 'found');
}

function measure(
  documents: readonly GoldDocument[],
  lexicon: CutLexicon,
  lemmas: LemmaTables,
  showsErrors: boolean,
): Record<string, number> {
  const sentences: Tally = { gold: 0, found: 0, right: 0 };
  const tokens: Tally = { gold: 0, found: 0, right: 0 };
  const inGold: Tally = { gold: 0, found: 0, right: 0 };
  let words = 0;
  let rightLemmas = 0;
  const show = (kind: string, text: string): void => {
    if (showsErrors) console.log(`${kind}\t${text.replaceAll('\n', '⏎')}`);
  };
  for (const { text, sentences: gold } of documents) {
    const spans = splitSentences(text, { lexicon });
    compare(gold, spans, sentences, (s, side) => show(`sentence.${side}`, text.slice(s.start, s.end)));
    compare(
      gold.flatMap((s) => s.words),
      spans.flatMap((s) => tokenize(text, s, lexicon)),
      tokens,
      () => undefined,
    );
    for (const s of gold) {
      const context = (span: Span): string =>
        `${text.slice(span.start, span.end)}\t…${text.slice(Math.max(s.start, span.start - 30), span.end + 20)}`;
      compare(s.words, tokenize(text, s, lexicon), inGold, (span, side) => show(`token.${side}`, context(span)));
      for (const w of s.words) {
        if (w.lemma === '_') continue;
        words++;
        const lemma = lemmatize(w.form, w.upos, w.xpos, lemmas);
        if (lemma === w.lemma) rightLemmas++;
        else show('lemma', `${w.form}\t${w.upos} ${w.xpos}\t${lemma}\t${w.lemma}`);
      }
    }
  }
  return {
    sentences: f1(sentences),
    tokens: f1(tokens),
    tokensInGoldSentences: f1(inGold),
    lemmas: Math.round((10000 * rightLemmas) / words) / 100,
  };
}

/** Megabytes of UTF-8 a second, splitting and tokenising. */
function speed(documents: readonly GoldDocument[], lexicon: CutLexicon): number {
  const text = documents.map((d) => d.text).join('\n\n');
  const bytes = Buffer.byteLength(text);
  const run = (): void => {
    for (const s of splitSentences(text, { lexicon })) tokenize(text, s, lexicon);
  };
  run();
  run();
  const started = performance.now();
  let rounds = 0;
  while (performance.now() - started < 1500) {
    run();
    rounds++;
  }
  return Math.round((rounds * bytes) / (performance.now() - started) / 10) / 100;
}

const args = process.argv.slice(2);
const showsErrors = args.includes('--errors');
const rows = loadKnowledge().lexicon;
const lexicon = cutLexicon(rows);
const lemmas = lemmaTables({ irregulars: rows('irregulars'), stems: rows('verb-stems') });
for (const file of args.filter((a) => !a.startsWith('--'))) {
  const documents = readTreebank(file);
  const scores = measure(documents, lexicon, lemmas, showsErrors);
  console.log(JSON.stringify({ file: basename(file), ...scores, megabytesPerSecond: speed(documents, lexicon) }));
}
