/**
 * Lists of words that rules ask a whole sentence for: `when`, `unless`, and what else a trigger of several words needs. A sentence is gone through
 * once, each word calling up the lists that hold it; to hold every list against the sentence took a seventh of the stage's time.
 */
import { formsOf, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import { wordMap } from '../2-sentences/word-map.ts';

/** Lists of words with a number each, so that a sentence is compared with all of them at once. */
export interface WordLists {
  /** Enters a list and gives its number; equal lists have the same. */
  enter(words: readonly string[]): number;
  /** The lists that have a lemma or a form of the sentence, or words of one that stand together, the last as a lemma. */
  heldBy(tree: Tree): HeldLists;
  /** Whether a list has a word among the tokens from one to before another. */
  heldWithin(tree: Tree, list: number, from: number, to: number): boolean;
}

/** A bit for each list, by number; a plain list, since typed ones of this size cost more to make than to fill. */
export type HeldLists = readonly number[];

/** Whether a list is among the held ones. */
export const isHeld = (held: HeldLists, list: number): boolean => (((held[list >> 5] ?? 0) >> (list & 31)) & 1) === 1;

/** What the last of several words says of a list: which words must stand before it, the nearest of them. */
interface Phrase {
  readonly before: readonly string[];
  readonly nearest: string;
  readonly list: number;
}

/** What a word says of lists: those that hold it, and those that hold it behind others. */
interface Called {
  readonly lists: number[];
  readonly phrases: Phrase[];
}

/** The words of a list, and whether some stand together. */
interface Entered {
  readonly words: ReadonlySet<string>;
  readonly hasPairs: boolean;
}

/** No lists yet. */
export function wordLists(): WordLists {
  const numbers = new Map<string, number>();
  const entered: Entered[] = [];
  const called = wordMap<Called>();
  const calledBy = (word: string): Called => {
    const have = called.get(word) ?? { lists: [], phrases: [] };
    called.set(word, have);
    return have;
  };
  return {
    enter(words) {
      const key = words.join('|');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = numbers.size;
      numbers.set(key, number);
      entered.push({ words: new Set(words), hasPairs: words.some((w) => w.includes(' ')) });
      for (const word of new Set(words)) {
        const before = word.split(' ');
        const last = before.pop() ?? '';
        if (before.length === 0) calledBy(last).lists.push(number);
        else calledBy(last).phrases.push({ before, nearest: before[before.length - 1] ?? '', list: number });
      }
      return number;
    },
    heldWithin(tree, list, from, to) {
      const { words, hasPairs } = entered[list] as Entered;
      const [forms, lemmas] = [formsOf(tree), lemmasOf(tree)];
      for (let i = Math.max(0, from); i < to && i < forms.length; i++) {
        if (words.has(lemmas[i] ?? '') || words.has(forms[i] ?? '')) return true;
        if (hasPairs && i > 0 && words.has(`${forms[i - 1]} ${lemmas[i]}`)) return true;
      }
      return false;
    },
    heldBy(tree) {
      const held = new Array<number>((numbers.size >> 5) + 1).fill(0);
      const hold = (list: number): void => {
        held[list >> 5] = (held[list >> 5] ?? 0) | (1 << (list & 31));
      };
      const forms = formsOf(tree);
      const lemmas = lemmasOf(tree);
      const holdAll = (lists: readonly number[]): void => {
        for (let k = 0; k < lists.length; k++) hold(lists[k] as number);
      };
      for (let i = 0; i < lemmas.length; i++) {
        const lemma = lemmas[i] ?? '';
        const form = forms[i] ?? '';
        const byLemma = called.get(lemma);
        if (byLemma) {
          holdAll(byLemma.lists);
          for (let k = 0; k < byLemma.phrases.length; k++) {
            const phrase = byLemma.phrases[k] as Phrase;
            if (phrase.nearest === forms[i - 1] && standsBefore(forms, i, phrase.before)) hold(phrase.list);
          }
        }
        const byForm = form === lemma ? undefined : called.get(form);
        if (byForm) holdAll(byForm.lists);
      }
      return held;
    },
  };
}

/** Whether words stand right before a token. */
function standsBefore(forms: readonly string[], at: number, words: readonly string[]): boolean {
  const start = at - words.length;
  if (start < 0) return false;
  for (let k = 0; k < words.length; k++) if (forms[start + k] !== words[k]) return false;
  return true;
}
