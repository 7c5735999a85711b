import { readFileSync } from 'node:fs';
import { type TimeLexicon, timeLexicon } from '../../src/3-mentions/times/lexicon.ts';
import type { LexiconRow } from '../../src/3-mentions/times/words.ts';

/** The time lexicon of the knowledge package, read from its tables. */
export function readTimeLexicon(): TimeLexicon {
  return timeLexicon({ words: table('times-words'), holidays: table('times-holidays'), days: table('times-days') });
}

function table(name: string): readonly LexiconRow[] {
  const text = readFileSync(new URL(`../../../knowledge/lexicon/${name}.tsv`, import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
