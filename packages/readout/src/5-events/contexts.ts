/** PLOVER's contexts of an act from the words near it: lexicon/contexts.tsv (`context word source`). */
import type { Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';

export function contextWords(knowledge: Knowledge): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const row of knowledge.lexicon('contexts')) {
    const key = (row.word ?? '').toLowerCase();
    const list = words.get(key);
    if (list) list.push(row.context ?? '');
    else words.set(key, [row.context ?? '']);
  }
  return words;
}

/** Contexts named within ten words of the trigger, those of the rule first, each once, sorted. */
export function contextsOf(tree: Tree, trigger: number, own: readonly string[], words: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set(own);
  for (let i = Math.max(0, trigger - 10); i < Math.min(tree.tokens.length, trigger + 11); i++) {
    const lemma = tree.tokens[i]?.lemma.toLowerCase() ?? '';
    for (const c of words.get(lemma) ?? []) found.add(c);
    for (const c of words.get(`${lemma} ${tree.tokens[i + 1]?.lemma.toLowerCase() ?? ''}`) ?? []) found.add(c);
  }
  return [...found].sort();
}
