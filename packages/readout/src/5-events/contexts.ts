/** PLOVER's contexts of an act from the words near it: lexicon/contexts.tsv (`context word source`). */
import { lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';

/** By the first of its words: contexts of the word alone, and of two words by the second. */
export type ContextWords = ReadonlyMap<
  string,
  { readonly alone: readonly string[]; readonly before: ReadonlyMap<string, readonly string[]> }
>;

/** The rows of contexts.tsv, by first word. */
export function contextWords(knowledge: Knowledge): ContextWords {
  const words = new Map<string, { alone: string[]; before: Map<string, string[]> }>();
  for (const row of knowledge.lexicon('contexts')) {
    const [first = '', ...rest] = (row.word ?? '').toLowerCase().split(' ');
    const second = rest.join(' ');
    const entry = words.get(first) ?? { alone: [], before: new Map<string, string[]>() };
    words.set(first, entry);
    if (second === '') entry.alone.push(row.context ?? '');
    else entry.before.set(second, [...(entry.before.get(second) ?? []), row.context ?? '']);
  }
  return words;
}

/** Contexts named within ten words of the trigger, those of the rule first, each once, sorted. */
export function contextsOf(tree: Tree, trigger: number, own: readonly string[], words: ContextWords): string[] {
  const found = new Set(own);
  const lemmas = lemmasOf(tree);
  for (let i = Math.max(0, trigger - 10); i < Math.min(lemmas.length, trigger + 11); i++) {
    const entry = words.get(lemmas[i] ?? '');
    if (!entry) continue;
    for (const c of entry.alone) found.add(c);
    for (const c of entry.before.get(lemmas[i + 1] ?? '') ?? []) found.add(c);
  }
  return [...found].sort();
}
