/** Rows of words in a text that are a name written otherwise: parted, joined, in another order, spelt out, in small letters, without its number. */
import type { Span } from '../../model/index.ts';
import type { Word } from '../words.ts';
import { foldSound } from './names.ts';
import { findPhrase, type SearchText } from './text.ts';
import { wordsOf } from './words.ts';

/** The words that initials stand for, in a row: "Kerava City" for "K.C.". */
export function findExpanded(text: SearchText, name: string): Span | undefined {
  const letters = /^\p{Lu}\s?\.\s?\p{Lu}(?:\s?\.?\s?\p{Lu}){0,3}\.?$/u.test(name) ? name.replace(/[\s.]/g, '').toLowerCase() : '';
  if (letters === '') return undefined;
  for (const { words } of text.sentences)
    for (let i = 0; i + letters.length <= words.length; i++) {
      const row = words.slice(i, i + letters.length);
      const [first, last] = [row[0], row.at(-1)];
      if (!first || !last || !row.every((w, k) => /^\p{Lu}\p{Ll}/u.test(w.form) && w.form[0]?.toLowerCase() === letters[k])) continue;
      if (/[^\p{L} '’-]/u.test(text.record.article.text.slice(first.start, last.end))) continue;
      return { start: first.start, end: last.end };
    }
  return undefined;
}

/** Two places of a pair in one sentence, in any order: "Finland and Chile" in "between Chile and Finland". */
export function findBoth(text: SearchText, name: string): Span | undefined {
  const places = name.replace(/^(?:between|from) /, '').split(/,? (?:and|to) |, /);
  if (places.length < 2 || !places.every((p) => text.words.isPlace(p.replace(/^the /, '')))) return undefined;
  const all = places.map((p) => wordsOf(text.words, p));
  for (const { words, stems } of text.sentences) {
    if (!all.every((place) => place.every((w) => stems.has(w.stem)))) continue;
    const first = words.find((w) => all.some((place) => place[0]?.stem === w.stem));
    if (first) return { start: first.start, end: first.end };
  }
  return undefined;
}

/** A name of three words or more in their order, one other word among them, the first with its capital: "FAST Global robotics race". */
export function findParted(text: SearchText, [first, ...rest]: readonly Word[]): Span | undefined {
  if (!first || rest.length < 2) return undefined;
  for (const { words, stems } of text.sentences) {
    if (!rest.every((w) => stems.has(w.stem))) continue;
    for (const [i, w] of words.entries()) {
      if (w.form !== first.form) continue;
      let at = i;
      for (const r of rest) at = words.findIndex((x, k) => k > at && k <= i + rest.length + 1 && x.stem === r.stem) || words.length;
      const last = words[at];
      if (last && at > i && !/[.;:]/.test(text.record.article.text.slice(w.end, last.start))) return { start: w.start, end: last.end };
    }
  }
  return undefined;
}

/** What is left of a body's name without its place, in small letters, where the text has the place: "the state police" for "Kerava State Police". */
export function findCommon(text: SearchText, name: readonly Word[]): Span | undefined {
  const from = name.findIndex(
    (_, i) =>
      i > 0 &&
      text.words.isPlace(
        name
          .slice(0, i)
          .map((w) => w.form)
          .join(' '),
      ),
  );
  const rest = name.slice(from);
  const head = rest.at(-1);
  if (from < 1 || rest.length < 2 || !head || !text.words.isKind(head.form)) return undefined;
  const at = findPhrase(text, rest);
  return at &&
    /^\p{Ll}/u.test(text.record.article.text.slice(at.start)) &&
    text.sentences.some((s) => name.slice(0, from).every((w) => s.stems.has(w.stem)))
    ? at
    : undefined;
}

/** Whether a text has another number behind the word that a name's number stands behind, and this one nowhere: "Explorer 9" is no "Explorer 8". */
export function isOtherNumber(text: SearchText, name: string): boolean {
  const [, before = '', number = ''] = /(?<!\p{L})(\p{Lu}[\p{L}]*)[ -]?(\p{N}{1,4})$/u.exec(name) ?? [];
  if (before === '') return false;
  const numbers = text.sentences.flatMap(({ words }) => words.flatMap((w, i) => (w.form === before ? (words[i + 1]?.form ?? '') : [])));
  return numbers.some((n) => /^\p{N}/u.test(n)) && !numbers.includes(number);
}

/** A family name behind a given name, where the name looked for has the family name first: "Marta Novak" may be "Novak Mi-na". */
export function findWestern(text: SearchText, name: string): Span | undefined {
  const family = /^(\p{Lu}\p{L}+) \p{Lu}\p{L}+-\p{Ll}\p{L}+$/u.exec(name)?.[1];
  if (family === undefined) return undefined;
  for (const { words } of text.sentences)
    for (const [i, w] of words.entries())
      if (w.form === family && text.words.isGivenName(words[i - 1]?.form ?? '') && words[i - 1]?.end === w.start - 1)
        return { start: w.start, end: w.end };
  return undefined;
}

/** The letters of a name in a row of words that are parted otherwise: "South East Asia", "Bat Cave". */
export function findJoined(text: SearchText, name: readonly Word[]): Span | undefined {
  const wanted = name.map((w) => foldSound(w.form)).join('');
  if (wanted.length < 7) return undefined;
  for (const { words, sounds } of text.sentences)
    for (let i = 0; i < words.length; i++) {
      let joined = '';
      for (let k = i; k < words.length && k <= i + name.length; k++) {
        joined += sounds[k] ?? '';
        if (!wanted.startsWith(joined)) break;
        const [first, last] = [words[i], words[k]];
        if (joined === wanted && first && last && /^\p{Lu}/u.test(first.form)) return { start: first.start, end: last.end };
      }
    }
  return undefined;
}

/** A name of two words whose second stands once for two: "the State and Homeland Security Departments", "South and Latin America". */
export function findCoordinated(text: SearchText, [a, b, ...more]: readonly Word[]): Span | undefined {
  if (!a || !b || more.length > 0) return undefined;
  const all = text.record.article.text;
  for (const { words } of text.sentences)
    for (const [i, w] of words.entries()) {
      if (w.stem !== a.stem || !/^\p{Lu}/u.test(w.form)) continue;
      const last = words.slice(i + 1, i + 5).find((x) => x.stem === b.stem && /^\p{Lu}/u.test(x.form));
      if (last && /^,? (?:and|or) /.test(all.slice(w.end, w.end + 6)) && !/[,;.]/.test(all.slice(w.end + 1, last.start)))
        return { start: w.start, end: last.end };
    }
  return undefined;
}
