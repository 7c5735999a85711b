/** Sentences of Wikinews with the names that were annotated by reading (names-wikinews.tsv); the articles come from shared/data/corpus. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cutLexicon } from '../../packages/readout/src/2-sentences/cut/lexicon.ts';
import { tokenize } from '../../packages/readout/src/2-sentences/cut/tokenize.ts';
import { loadKnowledge } from '../../packages/readout/src/knowledge.ts';
import type { Sentence } from './read.ts';

/** Annotations of a file beside this one, by its name. */
export const annotations = (file: string): string => readFileSync(join(dirname(fileURLToPath(import.meta.url)), file), 'utf8');

/** `corpus` is the text of wikinews.jsonl; rows of `annotated` are `article start-end start-end:TYPE …` in characters. Rows of articles that are absent are left out. */
export function readNews(corpus: string, annotated: string): Sentence[] {
  const lexicon = cutLexicon(loadKnowledge().lexicon);
  const articles = new Map<string, string>();
  for (const line of corpus.trimEnd().split('\n')) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    articles.set(id, text);
  }
  const found: Sentence[] = [];
  for (const line of annotated.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue;
    const [id = '', range = '', spans = ''] = line.split('\t');
    const text = articles.get(id);
    if (text === undefined) continue;
    const [start = 0, end = 0] = range.split('-').map(Number);
    const tokens = tokenize(text, { start, end }, lexicon);
    const names = tokens.map(() => 'O');
    for (const span of spans.split(' ').filter(Boolean)) {
      const [, from, to, type] = /^(\d+)-(\d+):(\w+)$/.exec(span) ?? [];
      const inside = [...tokens.keys()].filter((i) => (tokens[i]?.start ?? 0) >= Number(from) && (tokens[i]?.end ?? 0) <= Number(to));
      if (inside.length === 0) throw new Error(`names: ${id} ${span}: no tokens there`);
      for (const [k, i] of inside.entries()) names[i] = `${k === 0 ? 'B' : 'I'}-${type}`;
    }
    found.push({ forms: tokens.map((t) => t.form), names });
  }
  return found;
}
