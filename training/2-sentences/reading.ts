/**
 * What reading.py trains on: three copies of the sentences that may be trained on, their names exchanged (exchange.ts), with the network's scores,
 * its tags and the evidence of lists and letters for each word.
 * Usage: npx tsx training/2-sentences/reading.ts --data DIR --out work (writes reading.i32, reading.f32 and reading.json)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EVIDENCE, evidenceOf } from '../../packages/readout/src/2-sentences/names/evidence.ts';
import { listedNames } from '../../packages/readout/src/2-sentences/names/listed-names.ts';
import { loadKnowledge } from '../../packages/readout/src/knowledge.ts';
import { openModel } from '../../packages/readout/src/model-files.ts';
import { dice, exchanger } from './exchange.ts';
import { annotations, readNews } from './news.ts';
import { readIob, readTreebank, type Sentence, withNames } from './read.ts';

const { values } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data' }, out: { type: 'string', default: 'training/2-sentences/work' } },
});
const COPIES = 3;
/** Longer sentences teach nothing that shorter ones do not. */
const LONGEST = 100;
mkdirSync(values.out, { recursive: true });
const text = (file: string): string => readFileSync(join(values.data, file), 'utf8');
const knowledge = loadKnowledge();
const listed = listedNames(knowledge);
const ewt = withNames(readTreebank(text('treebank/ewt.train.conllu')), annotations('names-ewt.tsv'));
const gum = readTreebank(text('treebank/gumfree.train.conllu'));
const wikinews = readNews(text('corpus/wikinews.jsonl'), annotations('names-wikinews.tsv'));
const wikigold = readIob(text('names/wikigold.txt'));
const network = await openModel();
const { labels } = network.nameReading;
const exchange = exchanger([...ewt, ...gum, ...wikinews, ...wikigold], knowledge, listed);
const roll = dice(20261128);
const sets: readonly (readonly [name: string, sentences: readonly Sentence[], copies: number])[] = [
  ['annotated', [...ewt, ...wikinews, ...wikigold], COPIES],
  ['gum', gum, 1],
];
const rows: number[] = [];
const scores: Float32Array[] = [];
for (const [set, [name, sentences, copies]] of sets.entries()) {
  const made = Array.from({ length: copies }, () =>
    sentences.flatMap((s, i) => {
      const copy = exchange(s, roll);
      return s.names && copy.forms.length > 0 && copy.forms.length <= LONGEST ? [{ ...copy, i }] : [];
    }),
  ).flat();
  const parses = await network.parse(made.map((s) => s.forms));
  for (const [k, { forms, names, i }] of made.entries()) {
    const parse = parses[k];
    if (!parse) continue;
    const evidence = evidenceOf(forms, listed);
    rows.push(set, i, forms.length);
    for (const t of forms.keys())
      rows.push(labels.indexOf(names?.[t] ?? 'O'), network.nameReading.tags.indexOf(parse.tags[t]?.split('|')[0] ?? ''), evidence[t] ?? 0);
    scores.push(parse.nameScores);
  }
  console.error(`${name}: ${made.length} sentences`);
}
writeFileSync(join(values.out, 'reading.i32'), Buffer.from(Int32Array.from(rows).buffer));
writeFileSync(join(values.out, 'reading.f32'), Buffer.concat(scores.map((s) => Buffer.from(s.buffer, s.byteOffset, s.byteLength))));
writeFileSync(join(values.out, 'reading.json'), `${JSON.stringify({ labels, evidence: EVIDENCE, tags: network.nameReading.tags })}\n`);
