/**
 * Names from other scripts under another spelling: "Moammar Qadhafi", "Dmitriy Medvedyev". Rules take what transliterations do differently out of a name, and
 * two names are one where nothing else is left. Rules: lexicon/transliterations.tsv, for persons of the states in the set `states-of-other-letters`.
 */
import type { Knowledge } from '../../knowledge.ts';

/** Finds the person whose name these words are under another spelling; undefined where there is none or there are two. */
export type Transliterated = (words: string) => string | undefined;

/** Names with fewer letters left are too short to tell anybody apart. */
const SHORTEST = 9;

/** A finder over the persons of the lists, made ready when it is first asked. */
export function transliterations(knowledge: Knowledge): Transliterated {
  let keys: ReadonlyMap<string, string> | undefined;
  const rules: Rules = {
    changes: knowledge.lexicon('transliterations').map((r) => [new RegExp(r.from ?? '', 'g'), r.to ?? ''] as const),
    articles: wordsOf(knowledge, 'articles-of-names'),
  };
  return (words) => {
    const key = keyOf(words, rules);
    if (key === undefined) return undefined;
    keys ??= keysOf(knowledge, rules);
    return keys.get(key) || undefined;
  };
}

/** What is taken out of names: the words that are left out, and the changes in the order of their rows. */
interface Rules {
  readonly changes: readonly (readonly [RegExp, string])[];
  readonly articles: ReadonlySet<string>;
}

/** One set of words of the knowledge. */
const wordsOf = (knowledge: Knowledge, set: string): ReadonlySet<string> =>
  new Set(knowledge.lexicon('word-sets').flatMap((r) => (r.set === set ? [r.word ?? ''] : [])));

/** Each key with its person; '' for a key that two persons have. */
function keysOf(knowledge: Knowledge, rules: Rules): ReadonlyMap<string, string> {
  const states = wordsOf(knowledge, 'states-of-other-letters');
  const keys = new Map<string, string>();
  const met = new Map<string, string>();
  for (const { id = '', name = '', aliases = '', state = '' } of knowledge.list('persons')) {
    if (!states.has(state)) continue;
    for (const n of [name, ...aliases.split('|')]) {
      const key = keyOf(n, rules, met);
      if (key !== undefined) keys.set(key, (keys.get(key) ?? id) === id ? id : '');
    }
  }
  return keys;
}

/** What is left of a name of two words or more; undefined for others, and for short ones. `met`: what was left of words before. */
function keyOf(name: string, { changes, articles }: Rules, met = new Map<string, string>()): string | undefined {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .split(/[ -]/)
    .filter((w) => !articles.has(w));
  if (words.length < 2) return undefined;
  for (const w of words)
    if (!met.has(w))
      met.set(
        w,
        changes.reduce((left, [from, to]) => left.replace(from, to), w),
      );
  const key = words.map((w) => met.get(w)).join('');
  return key.length < SHORTEST ? undefined : key;
}
