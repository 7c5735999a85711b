/** The tables and the lexicons that the tests of splitting, tokenising and lemmas read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lemmaTables } from '../../src/2-sentences/lemmatize.ts';
import { abbreviationTable } from '../../src/2-sentences/split-abbreviations.ts';

const ROOT = new URL('../../../../', import.meta.url);

function lexicon(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(new URL(`packages/knowledge/lexicon/${name}.tsv`, ROOT), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

export const abbreviations = abbreviationTable(lexicon('abbreviations'));
export const lemmas = lemmaTables({ irregulars: lexicon('irregulars'), stems: lexicon('verb-stems') });

/** The rows of `cases/2-sentences/<name>.yaml`. */
export function caseRows<Row>(name: string): Row[] {
  return parse(readFileSync(new URL(`cases/2-sentences/${name}.yaml`, ROOT), 'utf8')) as Row[];
}
