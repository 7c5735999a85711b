/** Money as it is written: signs, symbols and codes before a number, names behind it. Words: lexicon/currencies.tsv. */
import type { Knowledge } from '../knowledge.ts';

/** Words of money, asked as they are written. */
export interface Currencies {
  /** Whether a word as written is a sign ("$", "US$"), a symbol or a code of money. */
  isWritten(form: string): boolean;
  /** The ISO 4217 code of such a word; of a code not listed, itself without a sign behind it. */
  written(form: string): string;
  /**
   * The code of a currency by its name in small letters, singular or plural, and the words between number and name ("hong kong"); `''` where
   * several states have one of that name, undefined where the word names none.
   */
  named(lemma: string, before: string): string | undefined;
}

/** The rows of currencies.tsv, made ready once. */
export function readCurrencies(knowledge: Knowledge): Currencies {
  const written = new Map<string, string>();
  const signs = new Set<string>();
  const named = new Map<string, string>();
  const names = new Set<string>();
  for (const { word = '', kind = '', before = '', currency = '' } of knowledge.lexicon('currencies')) {
    if (kind === 'name') {
      names.add(word);
      named.set(`${before} ${word}`, currency);
    } else {
      written.set(word, currency);
      if (kind === 'sign') signs.add(word);
    }
  }
  return {
    isWritten: (form) => written.has(form) || (form.length < 5 && signs.has(form.slice(-1)) && /^[A-Z]{0,3}$/.test(form.slice(0, -1))),
    written: (form) => written.get(form) ?? form.replace(/^([A-Z]{3})\$$/, '$1'),
    named(lemma, before) {
      const word = lemma.replace(/s$/, '');
      return names.has(word) ? (named.get(`${before} ${word}`) ?? named.get(`* ${word}`) ?? '') : undefined;
    },
  };
}
