/**
 * Silver names: texts that may be trained on (corpus/, CC BY) → one token a line with IOB2 labels. Names of the knowledge are sure, so are the
 * model's own at 0.9 and above; what the model only suspects is `?` and teaches nothing.
 * Usage: npx tsx training/2-sentences/label.ts --out work/silver.iob FILE.jsonl …
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { annotate } from '../../packages/readout/src/2-sentences/index.ts';
import { readTree } from '../../packages/readout/src/2-sentences/syntax.ts';
import { findNameHits } from '../../packages/readout/src/3-mentions/names/names.ts';
import type { Article } from '../../packages/readout/src/model/index.ts';
import { openParts } from '../../packages/readout/src/open.ts';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'training/2-sentences/work/silver.iob' } },
  allowPositionals: true,
});
const parts = await openParts({ threads: 1 });
const out: string[] = [];
const KINDS: Readonly<Record<string, string>> = {
  person: 'PER',
  state: 'LOC',
  place: 'LOC',
  organisation: 'ORG',
  body: 'ORG',
  outlet: 'ORG',
  'news-agency': 'ORG',
  'armed-group': 'ORG',
};
for (const file of positionals) {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as { text: string });
  for (let from = 0; from < rows.length; from += 40) {
    const articles = rows
      .slice(from, from + 40)
      .map(({ text }): Article => ({ id: 'x', text, language: 'en', parts: [{ kind: 'body', span: { start: 0, end: text.length } }] }));
    for (const sentence of (await annotate(articles, parts.network, parts.sentences)).flat()) {
      if (sentence.tokens.length < 5 || sentence.tokens.length > 60) continue;
      const tree = readTree(sentence, parts.words);
      const labels = sentence.tokens.map(() => 'O');
      const mark = (start: number, end: number, label: string): void => {
        for (let i = start; i < end; i++) labels[i] = label === '?' ? '?' : `${i === start ? 'B' : 'I'}-${label}`;
      };
      for (const n of sentence.names) mark(n.start, n.end, n.probability >= 0.9 && n.label !== 'MISC' ? n.label : '?');
      for (const hit of findNameHits(tree, parts.mentions.gazetteer, parts.mentions.roles, parts.mentions.genders)) {
        const kinds = new Set(
          hit.readings.filter((r) => r.kind !== 'adjective' && r.kind !== 'people' && r.kind !== 'person').map((r) => KINDS[r.entityKind]),
        );
        const [kind] = [...kinds];
        if (hit.readings.length > 0 && hit.readings.every((r) => r.kind === 'adjective' || r.kind === 'people' || r.kind === 'person'))
          mark(hit.start, hit.end, '?');
        else if (kinds.size === 1 && kind) mark(hit.start, hit.end, kind);
      }
      // A capital inside a sentence that nobody claimed may be a name.
      sentence.tokens.forEach((t, i) => {
        if (labels[i] === 'O' && i > 0 && t.upos === 'PROPN') labels[i] = '?';
      });
      if (!labels.some((l) => l.startsWith('B-'))) continue;
      out.push(...sentence.tokens.map((t, i) => `${t.form}\t${labels[i]}`), '');
    }
  }
}
writeFileSync(values.out, `${out.join('\n')}\n`);
console.error(`${values.out}: ${out.filter((l) => l === '').length} sentences, ${out.filter((l) => l.includes('\tB-')).length} names`);
