/**
 * Trees from raw text: the text of treebank documents is split, tokenised and parsed, and each gold word with its head and relation is looked for by its place.
 * Usage: tsx bench/quality/sentences/raw-las.ts FILE.conllu …   Prints one JSON line a file: F1 of words with the right head (uas) and relation too (las),
 * punctuation left out, subtypes counted, by the places of words and heads (Zeman et al., CoNLL 2018); beside it the same with gold sentences and tokens.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { annotate } from '../../../packages/readout/src/2-sentences/index.ts';
import { openParts } from '../../../packages/readout/src/open.ts';
import { readTreebank as readTrees } from '../../../training/2-sentences/read.ts';
import { readTreebank } from './treebank.ts';

const parts = await openParts({ threads: 1 });
const percent = (a: number, b: number): number => Math.round((1000 * a) / Math.max(1, b)) / 10;

for (const file of process.argv.slice(2)) {
  const trees = readTrees(readFileSync(file, 'utf8'));
  let at = 0;
  const total = { gold: 0, found: 0, heads: 0, labels: 0, goldTokens: 0, goldLabels: 0 };
  for (const { text, sentences } of readTreebank(file)) {
    const gold = new Map<number, { end: number; head: number; relation: string }>();
    const own = trees.slice(at, at + sentences.length);
    at += sentences.length;
    for (const [k, s] of sentences.entries()) {
      const tree = own[k];
      for (const [i, w] of s.words.entries()) {
        const head = (tree?.heads?.[i] ?? 0) - 1;
        gold.set(w.start, { end: w.end, head: head < 0 ? -1 : (s.words[head]?.start ?? -1), relation: tree?.relations?.[i] ?? '' });
      }
    }
    const parses = await parts.network.parse(own.map((t) => t.forms));
    for (const [k, tree] of own.entries())
      for (const [i, relation] of (tree.relations ?? []).entries()) {
        if (relation === 'punct') continue;
        total.goldTokens++;
        if ((parses[k]?.heads[i] ?? -1) + 1 === tree.heads?.[i] && parses[k]?.relations[i] === relation) total.goldLabels++;
      }
    const [read = []] = await annotate(
      [{ id: 'x', text, language: 'en', parts: [{ kind: 'body', span: { start: 0, end: text.length } }] }],
      parts.network,
      parts.sentences,
    );
    for (const g of gold.values()) if (g.relation !== 'punct') total.gold++;
    for (const s of read)
      for (const t of s.tokens) {
        if (t.deprel === 'punct') continue;
        total.found++;
        const g = gold.get(t.start);
        if (!g || g.end !== t.end || g.head !== (t.head < 0 ? -1 : (s.tokens[t.head]?.start ?? -1))) continue;
        total.heads++;
        if (g.relation === t.deprel) total.labels++;
      }
  }
  const both = total.gold + total.found;
  console.log(
    JSON.stringify({
      file: basename(file),
      uas: percent(2 * total.heads, both),
      las: percent(2 * total.labels, both),
      lasGoldTokens: percent(total.goldLabels, total.goldTokens),
    }),
  );
}
