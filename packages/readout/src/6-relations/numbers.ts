/** Numbers of one or several words, and the words around them. Words: lexicon/numbers.tsv, hedges.tsv, currencies.tsv. */
import type { Tree } from '../2-sentences/syntax.ts';
import { addUnder } from '../add-under.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Figure } from '../model/index.ts';
import { type Currencies, readCurrencies } from './currencies.ts';

type Hedge = NonNullable<Figure['hedge']>;

/** Words of numbers, hedges and money. */
export interface FigureWords {
  readonly numbers: ReadonlyMap<string, number>;
  /** Hedges by their last word, longest first. */
  readonly hedges: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly hedge: Hedge }[]>;
  readonly currencies: Currencies;
}

/** The rows of numbers.tsv, hedges.tsv and currencies.tsv, made ready once. */
export function readFigureWords(knowledge: Knowledge): FigureWords {
  const hedges = new Map<string, { words: readonly string[]; hedge: Hedge }[]>();
  for (const row of knowledge.lexicon('hedges')) {
    const words = (row.phrase ?? '').split(' ');
    const key = words[words.length - 1] ?? '';
    const entry = { words, hedge: (row.hedge ?? 'about') as Hedge };
    addUnder(hedges, key, entry);
  }
  for (const list of hedges.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    numbers: new Map(knowledge.lexicon('numbers').map((r) => [r.word ?? '', Number(r.value)])),
    hedges,
    currencies: readCurrencies(knowledge),
  };
}

/** A number in a sentence: the tokens of its words and its value. */
export interface FoundNumber {
  readonly start: number;
  /** The token after it. */
  readonly end: number;
  readonly value: number;
  /** Written as hundreds, dozens … of something uncounted ("hundreds of people", "dozens"): no exact count. */
  readonly round: boolean;
}

/** Whether a token is a sign, a symbol or a code of money. */
export const isCurrency = (tree: Tree, words: FigureWords, i: number): boolean => words.currencies.isWritten(tree.tokens[i]?.form ?? '');

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
/** "2,1 billion": a comma before one or two digits and a scale divides decimals. */
const DECIMAL_COMMA = /^\d{1,3},\d{1,2}$/;
/** "4.5bn", "300m", "12k": number and scale in one word. */
const GLUED = /^(\d+(?:[.,]\d+)*)(bn|m|mn|tn|k|million|billion|trillion)$/;
const GLUE: Readonly<{ [suffix: string]: number }> = {
  bn: 1e9,
  m: 1e6,
  mn: 1e6,
  tn: 1e12,
  k: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** The number that begins at token `i`: "2.5 million", "twenty-one", "three hundred thousand", "1,200". */
export function numberAt(tree: Tree, i: number, words: FigureWords): FoundNumber | undefined {
  const at = (k: number): string => tree.tokens[k]?.form.toLowerCase() ?? '';
  const glued = GLUED.exec(at(i));
  if (glued?.[1])
    return { start: i, end: i + 1, value: exact(Number(glued[1].replaceAll(',', '')), GLUE[glued[2] ?? ''] ?? 1), round: false };
  const decimal = DECIMAL_COMMA.test(at(i)) ? GLUE[at(i + 1)] : undefined;
  if (decimal) return { start: i, end: i + 2, value: exact(Number(at(i).replace(',', '.')), decimal), round: false };
  const half = halfAt(tree, i, words);
  if (half) return half;
  let total = 0;
  let current = 0;
  let end = i;
  let scaled = false;
  while (end < tree.tokens.length) {
    const form = at(end);
    if (form === '-' && end > i && smallWord(at(end + 1), words)) {
      end++;
      continue;
    }
    if (
      form === 'and' &&
      end > i &&
      scaled &&
      current % 100 === 0 &&
      smallWord(at(end + 1), words) &&
      tree.tokens[end + 1]?.upos === 'NUM'
    ) {
      end++;
      continue;
    }
    const digits = DIGITS.test(form) ? Number(form.replaceAll(',', '')) : undefined;
    const value = words.numbers.get(form);
    if (digits !== undefined) {
      if (end > i) break;
      current = digits;
    } else if (value !== undefined && counts(tree, end, value, end > i)) {
      if (value >= 1000) {
        total += exact(current || 1, value);
        current = 0;
        scaled = true;
      } else if (value === 100 || value === 12) {
        current = (current || 1) * value;
        scaled = true;
      } else if (end > i && !scaled && !(current >= 20 && current < 100 && value < 10)) break;
      else current += value;
    } else break;
    end++;
  }
  if (end === i) return undefined;
  while (at(end - 1) === '-' || at(end - 1) === 'and') end--;
  const first = at(i);
  const scale = gluedScale(tree, words, i, end);
  if (scale) return { start: i, end: end + 1, value: exact(total + current, scale), round: false };
  return { start: i, end, value: total + current, round: /^(hundreds|thousands|millions|billions|dozens|tens|scores)$/.test(first) };
}

/** "half a dozen", "a half million", "two and a half million": halves of a dozen and more. */
function halfAt(tree: Tree, i: number, words: FigureWords): FoundNumber | undefined {
  const at = (k: number): string => tree.tokens[k]?.form.toLowerCase() ?? '';
  const whole =
    at(i) === 'half' ? 0 : at(i + 1) === 'and' && /^an?$/.test(at(i + 2)) && at(i + 3) === 'half' ? smallNumber(at(i), words) : undefined;
  if (whole === undefined) return undefined;
  const after = whole === 0 ? i + 1 : i + 4;
  const end = whole === 0 && /^an?$/.test(at(after)) ? after + 1 : after;
  const scale = words.numbers.get(at(end)) ?? 0;
  return scale >= 12 ? { start: i, end: end + 1, value: exact(whole + 0.5, scale), round: false } : undefined;
}

const smallNumber = (form: string, words: FigureWords): number | undefined =>
  /^\d{1,3}$/.test(form) ? Number(form) : smallWord(form, words) ? words.numbers.get(form) : undefined;

/** "£1.6m" in two tokens: the scale stands at the number without a space, after a currency where it could be metres. */
function gluedScale(tree: Tree, words: FigureWords, start: number, end: number): number | undefined {
  const suffix = tree.tokens[end]?.form.toLowerCase() ?? '';
  if (end !== start + 1 || tree.tokens[start]?.spaceAfter !== false || !/^(bn|mn?|tn|k)$/.test(suffix)) return undefined;
  return /^(m|k)$/.test(suffix) && !isCurrency(tree, words, start - 1) ? undefined : GLUE[suffix];
}

const smallWord = (form: string, words: FigureWords): boolean => {
  const v = words.numbers.get(form);
  return v !== undefined && v < 100;
};

function counts(tree: Tree, i: number, value: number, goesOn: boolean): boolean {
  const tag = tree.tokens[i]?.upos;
  if (tag === 'NUM') return true;
  return (
    (goesOn && value >= 12) ||
    (value >= 12 &&
      (tag === 'NOUN' || tag === 'DET') &&
      /^(dozen|hundred|thousand|million|billion|trillion|bn|tn)$/.test(tree.tokens[i]?.form.toLowerCase() ?? '') &&
      /^an?$/.test(tree.tokens[i - 1]?.form.toLowerCase() ?? ''))
  );
}

/** Products of decimals without the noise of binary fractions: 4.6 million is 4600000. */
const exact = (n: number, scale: number): number => Number((n * scale).toPrecision(12));

/** The hedge that ends before token `start` ("more than"), the longest first. */
export function hedgeBefore(tree: Tree, start: number, words: FigureWords): { readonly start: number; readonly hedge: Hedge } | undefined {
  const at = (k: number): string => tree.tokens[k]?.form.toLowerCase() ?? '';
  for (const h of words.hedges.get(at(start - 1)) ?? []) {
    const a = start - h.words.length;
    if (a >= 0 && h.words.every((w, k) => at(a + k) === w)) return { start: a, hedge: h.hedge };
  }
  return undefined;
}

/** "20 or so", "10,000 or more". */
export function hedgeAfter(tree: Tree, end: number): { readonly end: number; readonly hedge: Hedge } | undefined {
  const at = (k: number): string => tree.tokens[k]?.form.toLowerCase() ?? '';
  if (at(end) !== 'or') return undefined;
  if (at(end + 1) === 'so') return { end: end + 2, hedge: 'about' };
  if (at(end + 1) === 'more') return { end: end + 2, hedge: 'at-least' };
  if (/^(less|fewer)$/.test(at(end + 1))) return { end: end + 2, hedge: 'up-to' };
  return undefined;
}
