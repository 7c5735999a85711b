/** Which tokens stand between quotation marks, and whose words they are: "he" in a quote is somebody else than its speaker. */
import { mapped } from '../../2-sentences/mapped.ts';
import { baseAt, childrenBy, type Tree } from '../../2-sentences/syntax.ts';
import type { Token } from '../../model/index.ts';

/** A token of the article. */
export interface Place {
  readonly sentence: number;
  readonly token: number;
}

/** The quotes of an article, asked by token. */
export interface Quoted {
  /** The number of the quote that a token stands in; -1 outside. */
  at(sentence: number, token: number): number;
  /** The token that names the speaker, where the sentence around the quote has one. */
  speaker(quote: number): Place | undefined;
  /** Whether a token names a speaker. */
  isSpeaker(sentence: number, token: number): boolean;
}

const OPENING = /^(“|„|«|``)$/;
const CLOSING = /^(”|»|'')$/;
const MARK = /^(“|„|«|``|”|»|''|")$/;
const NONE: readonly number[] = [];

/** Reads the marks of a text. A quote that nobody closes ends with its paragraph. */
export function readQuotes(trees: readonly Tree[]): Quoted {
  const inside: (readonly number[])[] = [];
  const sentences: number[][] = [];
  let open = -1;
  let paragraph = -1;
  for (const tree of trees) {
    const first = tree.tokens[0]?.form ?? '';
    const continued = open >= 0 && (OPENING.test(first) || first === '"');
    if (tree.sentence.paragraph !== paragraph && !continued) open = -1;
    const skip = tree.sentence.paragraph !== paragraph && continued;
    paragraph = tree.sentence.paragraph;
    // Most sentences stand outside and have no mark: no row says the same as one of -1.
    if (open < 0 && !hasMark(tree)) {
      inside.push(NONE);
      continue;
    }
    const row: number[] = [];
    tree.tokens.forEach((t, i) => {
      if (open < 0 && startsWord(t.form)) {
        row.push(-1);
        return;
      }
      const opens = OPENING.test(t.form) || (t.form === '"' && open < 0);
      const closes = !opens && (CLOSING.test(t.form) || t.form === '"');
      if (closes && !(skip && i === 0)) open = -1;
      row.push(opens || closes ? -1 : open);
      if (opens && open < 0) {
        open = sentences.length;
        sentences.push([]);
      }
      const here = sentences[row[i] ?? -1];
      if (here && here[here.length - 1] !== tree.sentence.index) here.push(tree.sentence.index);
    });
    inside.push(row);
  }
  const speakers = mapped(sentences, (of, q) => speakerAround(trees, inside, of, q));
  // A quote that fills its sentences goes on with the words of the quote before it.
  sentences.forEach((of, q) => {
    const before = sentences[q - 1];
    const alone = of.every((s) => (inside[s] ?? []).every((x, i) => x === q || trees[s]?.tokens[i]?.upos === 'PUNCT'));
    if (!speakers[q] && alone && before && (of[0] ?? 0) - (before[before.length - 1] ?? 0) <= 1) speakers[q] = speakers[q - 1];
  });
  const named = new Set(speakers.map((p) => (p ? `${p.sentence}/${p.token}` : '')));
  return {
    at: (sentence, token) => inside[sentence]?.[token] ?? -1,
    speaker: (quote) => speakers[quote],
    isSpeaker: (sentence, token) => named.has(`${sentence}/${token}`),
  };
}

function hasMark({ tokens }: Tree): boolean {
  for (let i = 0; i < tokens.length; i++) {
    const form = tokens[i]?.form ?? '';
    // The longest of them has two letters.
    if (form.length < 3 && !startsWord(form) && MARK.test(form)) return true;
  }
  return false;
}

/** Whether it begins with a letter or digit. */
function startsWord(form: string): boolean {
  const first = form.charCodeAt(0);
  return (
    (first >= 97 && first <= 122) ||
    (first >= 65 && first <= 90) ||
    ((first > 127 || (first >= 48 && first <= 57)) && /^[\p{L}\p{N}]/u.test(form))
  );
}

/** The subject of the verb that the quote hangs on, or that hangs on the quote, in the first or last of its sentences. */
function speakerAround(
  trees: readonly Tree[],
  inside: readonly (readonly number[])[],
  sentences: readonly number[],
  quote: number,
): Place | undefined {
  for (const s of new Set([sentences[0] ?? -1, sentences[sentences.length - 1] ?? -1])) {
    const tree = trees[s];
    const row = inside[s];
    if (!tree || !row) continue;
    for (let i = 0; i < tree.tokens.length; i++) {
      const t: Token | undefined = tree.tokens[i];
      if (!t || t.upos === 'PUNCT' || t.head < 0) continue;
      const own: boolean = row[i] === quote;
      if (own === (row[t.head] === quote)) continue;
      const verb = own ? t.head : i;
      if (tree.tokens[verb]?.upos !== 'VERB' || (!own && !/^(parataxis|ccomp|conj|dep)$/.test(baseAt(tree, i)))) continue;
      const subject = childrenBy(tree, verb, 'nsubj').find((c) => row[c] !== quote);
      if (subject !== undefined) return { sentence: s, token: subject };
    }
  }
  return undefined;
}
