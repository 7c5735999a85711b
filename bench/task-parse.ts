/** The task `parse`: tokens, tags, heads, relations and names, of given tokens or of raw text. */
import { repairNames } from '../packages/readout/src/2-sentences/names/listed-names.ts';
import { readNames } from '../packages/readout/src/2-sentences/names/reading.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { type Answer, pair, type Row, readAll, textOf } from './read-all.ts';

export async function parse(rows: readonly Row[], parts: Parts): Promise<Answer[]> {
  const given = rows.filter((r) => Array.isArray(r.tokens));
  const parses = await parts.network.parse(given.map((r) => (r.tokens as unknown[]).map(String)));
  const { lemmatize } = await import('../packages/readout/src/2-sentences/lemmas/lemmatize.ts');
  const byRow = new Map(given.map((r, i) => [r, parses[i]]));
  const raw = await readAll(
    rows.filter((r) => !Array.isArray(r.tokens)).map((r) => ({ text: textOf(r) })),
    parts,
  );
  let next = 0;
  return rows.map((row) => {
    const p = byRow.get(row);
    if (!p) {
      const sentences = raw[next++]?.sentences ?? [];
      return {
        id: row.id,
        sentences: sentences.map((s) => ({
          span: pair(s.span),
          tokens: s.tokens.map((t) => ({
            start: t.start,
            end: t.end,
            form: t.form,
            upos: t.upos,
            xpos: t.xpos,
            lemma: t.lemma,
            head: t.head + 1,
            deprel: t.deprel,
          })),
        })),
      };
    }
    const forms = (row.tokens as unknown[]).map(String);
    const upos = p.tags.map((t) => t.split('|')[0] ?? 'X');
    const xpos = p.tags.map((t) => t.split('|')[1] ?? 'FW');
    const read = readNames(forms, p.tags, p.nameScores, parts.network.nameReading, parts.sentences.names);
    return {
      id: row.id,
      upos,
      xpos,
      lemma: forms.map((f, i) => lemmatize(f, upos[i] ?? 'X', xpos[i] ?? 'FW', parts.sentences.lemmas)),
      head: [...p.heads].map((h) => h + 1),
      deprel: p.relations,
      names: repairNames(forms, p.tags, read, parts.sentences.names).map((n) => ({ start: n.start, end: n.end, label: n.label })),
    };
  });
}
