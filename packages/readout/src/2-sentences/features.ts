/**
 * What the network sees of a token: six numbers, computed here for run time and for training alike (training reads the
 * numbers that `training/2-sentences/prepare.ts` writes with this file), so that the two cannot drift.
 */

/** Buckets of the hashed affix features and of the hashed word shapes. */
export const AFFIX_BUCKETS = 4096;
/** Buckets that the shapes of words are hashed into. */
export const SHAPE_BUCKETS = 512;
/** Numbers per token. */
export const FEATURES = 6;
/** Ids shared by both vocabularies. */
export const UNKNOWN = 1;
/** The id of the root of a tree, in both vocabularies. */
export const ROOT = 2;
/** What the first ids stand for, in their order. */
export const RESERVED = ['<pad>', '<unk>', '<root>'] as const;

/** The two word lists of a model: words with a fixed vector, and words with a trained one. */
export interface Vocabulary {
  readonly fixed: ReadonlyMap<string, number>;
  readonly trained: ReadonlyMap<string, number>;
}

/** 32-bit FNV-1a over UTF-16 code units. */
export function fnv1a(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

/** The shape of a word: `X` for capitals, `x` for small letters, `d` for digits, runs shortened; at most 12 letters are read. */
export function wordShape(form: string): string {
  let shape = '';
  let last = '';
  for (let i = 0; i < form.length && i < 12; i++) {
    const c = form.charCodeAt(i);
    const s = c >= 65 && c <= 90 ? 'X' : c >= 97 && c <= 122 ? 'x' : c >= 48 && c <= 57 ? 'd' : form.charAt(i);
    if (s !== last) shape += s;
    last = s;
  }
  return shape;
}

const QUOTES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‛': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '…': '...',
};

/** Whether a word has a letter from « on: most have none. */
function hasMark(form: string): boolean {
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) >= 0xab) return true;
  return false;
}

/** The form a word is looked up by: typographic quotes and dashes made plain. */
export function plainForm(form: string): string {
  return hasMark(form) ? form.replace(/[“”„«»‘’‛–—‐‑…]/g, (c) => QUOTES[c] ?? c) : form;
}

/** The key of a word in the vocabularies: lower case, numbers as `0`. */
export function wordKey(form: string): string {
  const lower = plainForm(form).toLowerCase();
  return /^\d[\d,.]*$/.test(lower) ? '0' : lower;
}

/** The six feature numbers of a token: fixed vector, trained vector, suffix of 3, suffix of 2, prefix of 3, shape. */
export function tokenFeatures(form: string, vocabulary: Vocabulary): readonly [number, number, number, number, number, number] {
  const plain = plainForm(form);
  const lower = plain.toLowerCase();
  const key = wordKey(form);
  return [
    vocabulary.fixed.get(key) ?? UNKNOWN,
    vocabulary.trained.get(key) ?? UNKNOWN,
    fnv1a(`3${lower.slice(-3)}`) % AFFIX_BUCKETS,
    fnv1a(`2${lower.slice(-2)}`) % AFFIX_BUCKETS,
    fnv1a(`P${lower.slice(0, 3)}`) % AFFIX_BUCKETS,
    fnv1a(`s${wordShape(plain)}`) % SHAPE_BUCKETS,
  ];
}

/** The features of the artificial root that stands before each sentence. */
export const ROOT_FEATURES = [ROOT, ROOT, 0, 0, 0, 0] as const;
