/**
 * Names as a tree of word forms. A name goes down the tree word by word, no further than texts have gone: most of the names are never met, and an
 * engine opens in half the time.
 */
import { type WordMap, wordMap } from '../../2-sentences/word-map.ts';
import { nameForms } from './naming.ts';

/** A name on its way down the tree. */
interface Entry<T> {
  readonly name: string;
  readonly value: T;
  readonly onlyIfFree: boolean;
  /** Its word forms, once it is cut; names of plain letters are not, but read from blank to blank. */
  forms: readonly string[] | undefined;
  /** Where its next word stands, in `forms` or else in the name; 0 at first. */
  at: number;
}
interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  values: T[] | undefined;
  /** Names that begin so far and have not gone on. */
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

/** The next word of a name behind its first; undefined behind its last. */
function nextWord<T>(entry: Entry<T>, { forms, isWhole }: Cutting): string | undefined {
  const { name } = entry;
  if (entry.at === 0) {
    if (PLAIN_WORDS.test(name)) entry.at = wordEnd(name, 0) + 1;
    else cut(entry, nameForms(name, forms), 1);
  }
  if (entry.forms) return entry.forms[entry.at++];
  if (entry.at > name.length) return undefined;
  const word = name.slice(entry.at, wordEnd(name, entry.at));
  if (isWhole(word)) {
    entry.at += word.length + 1;
    return word;
  }
  const before = name.slice(0, entry.at - 1).split(' ').length;
  cut(entry, nameForms(name, forms), before + 1);
  return entry.forms?.[before];
}

const wordEnd = (name: string, from: number): number => {
  const blank = name.indexOf(' ', from);
  return blank < 0 ? name.length : blank;
};

function cut<T>(entry: Entry<T>, forms: readonly string[], at: number): void {
  entry.forms = forms;
  entry.at = at;
}

/** An empty tree; `same`: whether two values are one. */
export function nameTree<T>(cutting: Cutting, same: (a: T, b: T) => boolean): NameTree<T> {
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
  const wait = (node: Node<T>, entry: Entry<T>): void => {
    if (node.waiting) node.waiting.push(entry);
    else node.waiting = [entry];
  };
  const settle = (node: Node<T>, { value, onlyIfFree }: Entry<T>): void => {
    if (onlyIfFree && node.values) return;
    node.values ??= [];
    if (!node.values.some((v) => same(v, value))) node.values.push(value);
  };
  /** Names that wait go on by one word, in the order of adding, so that `onlyIfFree` sees what came before. */
  const grow = (node: Node<T>, waiting: readonly Entry<T>[]): void => {
    node.waiting = undefined;
    for (const entry of waiting) {
      const word = nextWord(entry, cutting);
      if (word === undefined) settle(node, entry);
      else {
        node.next ??= new Map();
        wait(nodeIn(node.next, word), entry);
      }
    }
  };
  return {
    add(name, value, onlyIfFree = false) {
      const word = FIRST_WORD.exec(name)?.[0];
      const entry: Entry<T> = { name, value, onlyIfFree, forms: undefined, at: 0 };
      if (word !== undefined && cutting.isWhole(word)) {
        wait(nodeIn(rootOf(word), word), entry);
        return;
      }
      const forms = nameForms(name, cutting.forms);
      if (forms.length === 0) return;
      cut(entry, forms, 1);
      wait(nodeIn(rootOf(forms[0] ?? ''), forms[0] ?? ''), entry);
    },
    match(forms, i) {
      const first = forms[i] ?? '';
      let node = isCapital(first) ? capital.get(first) : small.get(first);
      if (!node) return undefined;
      let end = 0;
      let readings: readonly T[] | undefined;
      for (let j = i + 1; ; j++) {
        if (node.waiting) grow(node, node.waiting);
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
