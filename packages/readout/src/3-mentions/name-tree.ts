/**
 * Names as a tree of word forms. A name is cut into words only when a text first holds its first word: most of the names are never met,
 * and an engine opens in half the time.
 */
import { type WordMap, wordMap } from '../2-sentences/word-map.ts';
import { nameForms } from './naming.ts';

interface Entry<T> {
  readonly name: string;
  readonly value: T;
  readonly onlyIfFree: boolean;
}
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  values: T[] | undefined;
  /** Names that begin so far and are not yet cut. */
  waiting: Entry<T>[] | undefined;
}

/** Names of several words and what they mean. */
export interface NameTree<T> {
  /** Enters what a name may mean; `onlyIfFree`: unless it means something already. */
  add(name: string, value: T, onlyIfFree?: boolean): void;
  /** The longest name that begins at token `i`. */
  match(forms: readonly string[], i: number): { readonly end: number; readonly readings: readonly T[] } | undefined;
}

const FIRST_WORD = /^\p{L}+(?= |$)/u;
/** Words of plain letters, which are cut at their blanks alone. */
const PLAIN_WORDS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

/** How the engine cuts names. */
export interface Cutting {
  /** The word forms of a name. */
  readonly forms: (name: string) => readonly string[];
  /** Whether a word of letters stays one ("gonna" does not). */
  readonly isWhole: (word: string) => boolean;
}

/** An empty tree; `same`: whether two values are one. */
export function nameTree<T>({ forms: tokenize, isWhole }: Cutting, same: (a: T, b: T) => boolean): NameTree<T> {
  // Words without a capital and marks begin few names but make most of a text: in a map of their own, which is quick to say no.
  const capital = new Map<string, Node<T>>();
  const small = wordMap<Node<T>>();
  const isCapital = (form: string): boolean => form.charCodeAt(0) >= 65 && form.charCodeAt(0) <= 90;
  const rootOf = (form: string): WordMap<Node<T>> => (isCapital(form) ? capital : small);
  const nodeIn = (map: WordMap<Node<T>>, form: string): Node<T> => {
    let node = map.get(form);
    if (!node) {
      node = { next: undefined, values: undefined, waiting: undefined };
      map.set(form, node);
    }
    return node;
  };
  const insert = (from: Node<T>, forms: readonly string[], { value, onlyIfFree }: Entry<T>): void => {
    let node = from;
    for (let i = 1; i < forms.length; i++) {
      node.next ??= new Map();
      node = nodeIn(node.next, forms[i] ?? '');
    }
    if (onlyIfFree && node.values) return;
    node.values ??= [];
    if (!node.values.some((v) => same(v, value))) node.values.push(value);
  };
  const formsIn = (name: string): readonly string[] => {
    const words = PLAIN_WORDS.test(name) ? name.split(' ') : [];
    return words.length > 0 && words.every(isWhole) ? words : nameForms(name, tokenize);
  };
  const grow = (node: Node<T>): void => {
    const { waiting } = node;
    if (!waiting) return;
    node.waiting = undefined;
    for (const entry of waiting) insert(node, formsIn(entry.name), entry);
  };
  return {
    add(name, value, onlyIfFree = false) {
      const word = FIRST_WORD.exec(name)?.[0];
      const entry = { name, value, onlyIfFree };
      if (word !== undefined && isWhole(word)) {
        const node = nodeIn(rootOf(word), word);
        node.waiting ??= [];
        node.waiting.push(entry);
        return;
      }
      const forms = nameForms(name, tokenize);
      if (forms.length === 0) return;
      // In the order of adding, so that `onlyIfFree` sees what came before.
      const node = nodeIn(rootOf(forms[0] ?? ''), forms[0] ?? '');
      node.waiting ??= [];
      node.waiting.push(entry);
    },
    match(forms, i) {
      const first = forms[i] ?? '';
      let node = isCapital(first) ? capital.get(first) : small.get(first);
      if (!node) return undefined;
      if (node.waiting) grow(node);
      let end = 0;
      let readings: readonly T[] | undefined;
      for (let j = i + 1; ; j++) {
        if (node.values) {
          end = j;
          readings = node.values;
        }
        node = j < forms.length ? node.next?.get(forms[j] ?? '') : undefined;
        if (!node) return readings && { end, readings };
      }
    },
  };
}
