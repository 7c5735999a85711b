/** The tables and the lexicons that the tests of splitting, tokenising and lemmas read. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { cutLexicon } from '../../src/2-sentences/cut/lexicon.ts';
import { lemmaTables } from '../../src/2-sentences/lemmas/lemmatize.ts';
import { loadKnowledge } from '../../src/knowledge.ts';

const ROOT = new URL('../../../../', import.meta.url);

const rows = loadKnowledge().lexicon;

export const lexicon = cutLexicon(rows);
export const lemmas = lemmaTables({ irregulars: rows('irregulars'), stems: rows('verb-stems') });

/** The rows of `cases/2-sentences/<name>.yaml`. */
export function caseRows<Row>(name: string): Row[] {
  return parse(readFileSync(new URL(`cases/2-sentences/${name}.yaml`, ROOT), 'utf8')) as Row[];
}
