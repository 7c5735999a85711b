/** Ways of reading a dependency tree: children, noun-phrase extents, clause words. Pure views on a Sentence; later stages start here. */
import type { Sentence, Token } from '../model/index.ts';
import { CHILDLESS, childrenOf } from './children.ts';
import { interned, lowerCase } from './interned.ts';
import { mapped } from './mapped.ts';
import type { Mood } from './mood-kinds.ts';
import type { WordSets } from './word-sets.ts';

/** A sentence with its children at hand. Token numbers are indices in `sentence.tokens`. */
export interface Tree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  readonly root: number;
  /** The relation of each token without its subtype. */
  readonly bases: readonly string[];
  /** Which words belong together, for whoever reads the tree. */
  readonly words: WordSets;
  readonly kept: Kept;
}

/** What rules ask of a token again and again, kept once it is known: a tree never changes. The lists are made when first asked for. */
interface Kept {
  cases: (string | undefined)[] | undefined;
  passive: (boolean | undefined)[] | undefined;
  objects: (readonly number[] | undefined)[] | undefined;
  subjects: (readonly number[] | undefined)[] | undefined;
  moods: (Mood | undefined)[] | undefined;
  prepositions: readonly string[] | undefined;
  lemmas: readonly string[] | undefined;
  forms: readonly string[] | undefined;
  /** What stage 3 keeps of each token: its role by lexicon/roles.tsv, null where nobody asked. */
  roles: unknown[] | undefined;
}

const nothingKept = (): Kept => ({
  cases: undefined,
  passive: undefined,
  objects: undefined,
  subjects: undefined,
  moods: undefined,
  prepositions: undefined,
  lemmas: undefined,
  forms: undefined,
  roles: undefined,
});

/** The view on a sentence that rules read: children, relations without subtype, root; `words` go with it to all stages. */
export function readTree(sentence: Sentence, words: WordSets): Tree {
  const { tokens } = sentence;
  const n = tokens.length;
  const children = childrenOf(tokens);
  const bases = new Array<string>(n);
  let root = 0;
  for (let i = 0; i < n; i++) {
    const t = tokens[i] as Token;
    bases[i] = baseRelation(t.deprel);
    if (t.head < 0) root = i;
  }
  return { sentence, tokens, children, root, bases, words, kept: nothingKept() };
}

/** The lemmas of a tree in small letters; the same string where nothing changes, so that it is hashed once. */
export function lemmasOf(tree: Tree): readonly string[] {
  tree.kept.lemmas ??= mapped(tree.tokens, (t) => lowerCase(t.lemma));
  return tree.kept.lemmas;
}

/** The words of a tree in small letters. */
export function formsOf(tree: Tree): readonly string[] {
  tree.kept.forms ??= mapped(tree.tokens, (t) => lowerCase(t.form));
  return tree.kept.forms;
}

/** The base of a token's relation; empty where there is no such token. */
export const baseAt = (tree: Tree, i: number): string => tree.bases[i] ?? '';

/** Bases of relations met so far; there are a few dozen. */
const BASES = new Map<string, string>();

/** The relation without its subtype. */
export function baseRelation(deprel: string): string {
  let base = BASES.get(deprel);
  if (base === undefined) {
    base = interned(deprel.split(':', 1)[0] ?? '');
    BASES.set(deprel, base);
  }
  return base;
}

/** The lemma of token `i`, as the lemmatiser wrote it; '' outside the sentence. */
export const lemmaAt = (tree: Tree, i: number): string => tree.tokens[i]?.lemma ?? '';
/** The relation of token `i` to its head, with its subtype; '' outside the sentence. */
export const relationAt = (tree: Tree, i: number): string => tree.tokens[i]?.deprel ?? '';

/**
 * Children of `i` whose relation (with or without subtype) is one of up to six. They are parameters and no list, and most tokens without children are
 * answered by one list for all, since nothing is asked more often.
 */
export function childrenBy(
  tree: Tree,
  i: number,
  a: string,
  b?: string,
  c?: string,
  d?: string,
  e?: string,
  f?: string,
): readonly number[] {
  const children = tree.children[i];
  if (!children) return CHILDLESS;
  // A list that begins with its first has no room for sixteen more, which an empty one makes at the first push.
  let found: number[] | undefined;
  for (let k = 0; k < children.length; k++) {
    const child = children[k] as number;
    const r = tree.tokens[child]?.deprel;
    const base = tree.bases[child];
    if (r !== a && base !== a && (b === undefined || !isOneOf(r, base, b, c, d, e, f))) continue;
    if (found) found.push(child);
    else found = [child];
  }
  return found ?? CHILDLESS;
}

/** Whether a child of `i` has one of up to six relations (with or without subtype). */
export function hasChild(tree: Tree, i: number, a: string, b?: string, c?: string, d?: string, e?: string, f?: string): boolean {
  const children = tree.children[i];
  if (!children) return false;
  for (let k = 0; k < children.length; k++) {
    const child = children[k] as number;
    const r = tree.tokens[child]?.deprel;
    const base = tree.bases[child];
    if (r === a || base === a || (b !== undefined && isOneOf(r, base, b, c, d, e, f))) return true;
  }
  return false;
}

/** Whether a relation or its base is one of some. */
function isOneOf(r?: string, base?: string, b?: string, c?: string, d?: string, e?: string, f?: string): boolean {
  if (r === b || base === b) return true;
  if (c === undefined) return false;
  return r === c || base === c || r === d || base === d || r === e || base === e || r === f || base === f;
}

/** The preposition (or other case marker) of a nominal, lower case; multi-word ones joined by a blank ("because of"). */
export function caseOf(tree: Tree, i: number): string {
  tree.kept.cases ??= new Array(tree.tokens.length);
  const { cases } = tree.kept;
  let found = cases[i];
  if (found === undefined) {
    found = readCase(tree, i);
    if (i >= 0) cases[i] = found;
  }
  return found;
}

function readCase(tree: Tree, i: number): string {
  const forms = formsOf(tree);
  let first = -1;
  let last = -1;
  let marks = 0;
  for (const c of tree.children[i] ?? CHILDLESS) {
    if (c >= i || tree.bases[c] !== 'case') continue;
    if (first < 0) first = c;
    last = c;
    marks++;
  }
  if (first < 0) return '';
  const word = forms[first] ?? '';
  if (hasChild(tree, first, 'fixed')) return [word, ...childrenBy(tree, first, 'fixed').map((f) => forms[f] ?? '')].join(' ');
  if (marks === 1) return word;
  // "from between", "out of": the last marker counts unless they form a known pair.
  return marks === 2 && word === 'out' && forms[last] === 'of' ? 'out of' : (forms[last] ?? '');
}

/** The prepositions of a sentence's complements, each once. */
export function prepositionsOf(tree: Tree): readonly string[] {
  if (tree.kept.prepositions) return tree.kept.prepositions;
  const found: string[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const base = tree.bases[i];
    if (base !== 'obl' && base !== 'nmod') continue;
    const prep = caseOf(tree, i);
    if (!found.includes(prep)) found.push(prep);
  }
  tree.kept.prepositions = found;
  return found;
}

/** Whether token `i` is a noun or name in the plural, by its tag. */
export function isPlural(tree: Tree, i: number): boolean {
  const tag = tree.tokens[i]?.xpos;
  return tag === 'NNS' || tag === 'NNPS';
}

/** Whether a negation hangs on the token: not, never, no, "at no time" … */
export function isNegated(tree: Tree, i: number): boolean {
  return (tree.children[i] ?? CHILDLESS).some((c) => {
    const r = relationAt(tree, c);
    const l = lemmasOf(tree)[c] ?? '';
    if (tree.bases[c] === 'obl') return c < i && tree.words['in-no-way'].has(l) && isNegated(tree, c);
    // "Iran in no way threatened": hung on the subject.
    if (tree.bases[c] === 'nsubj' && c < i - 1)
      return childrenBy(tree, c, 'nmod').some(
        (k) => k > c && k < i && tree.words['in-no-way'].has(lemmasOf(tree)[k] ?? '') && isNegated(tree, k),
      );
    if (r === 'cc') return l === 'nor';
    if (tree.bases[c] !== 'advmod' && r !== 'det' && r !== 'cc:preconj') return false;
    // "not only attacked but robbed".
    if (l === 'not' && tree.words['not-only'].has(tree.tokens[c + 1]?.form.toLowerCase() ?? '')) return false;
    return l === 'not' || l === 'never' || l === "n't" || l === 'no' || l === 'neither';
  });
}

/** The words of tokens `start` to `end` as they stand in the text. */
export function textOf(text: string, tree: Tree, start: number, end: number): string {
  return text.slice(tree.tokens[start]?.start ?? 0, tree.tokens[end - 1]?.end ?? 0);
}

/** The span of tokens `start` to `end` (half-open). */
export function spanOf(tree: Tree, start: number, end: number): { start: number; end: number } {
  return { start: tree.tokens[start]?.start ?? 0, end: tree.tokens[end - 1]?.end ?? 0 };
}
