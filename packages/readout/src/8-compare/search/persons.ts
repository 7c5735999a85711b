/** Persons in a search: by surname, under another spelling, by a short form of the first name, or by an office that they hold. */
import type { Span } from '../../model/index.ts';
import type { Word } from '../words.ts';
import { foldSound, headOf, isSpeltLike } from './names.ts';
import { isNamesake } from './parts.ts';
import { type SearchText, sameName } from './text.ts';
import { type SearchWords, wordsOf } from './words.ts';

/** Two to four capitalised words, none of which is a part of many names, unless a first name begins them. */
export function isPersonName(name: string, words: readonly Word[], known: SearchWords): boolean {
  if (words.length < 2 || words.length > 4 || / of | and /.test(name) || !words.every((w) => /^\p{Lu}/u.test(w.form))) return false;
  return known.isGivenName(words[0]?.form ?? '') || !words.some((w) => known.isKind(w.form));
}

/** All words in a row, one of them in another spelling: a long one alone, a short one beside others that are the same. */
export function findSpelling(text: SearchText, name: readonly Word[]): Span | undefined {
  const wanted = name.map((w) => foldSound(w.form));
  const least = wanted.length > 2 ? 2 : wanted.length === 2 ? 6 : 8;
  for (const { words, sounds } of text.sentences)
    for (let i = 0; i + wanted.length <= words.length; i++) {
      const here = words.slice(i, i + wanted.length);
      const [first, last] = [here[0], here.at(-1)];
      if (!first || !last || !/^\p{Lu}/u.test(first.form)) continue;
      const others = here.filter((_, k) => sounds[i + k] !== wanted[k]);
      if (others.length > 1) continue;
      const isLike = here.every(
        (w, k) => /^\p{L}/u.test(w.form) && isSpeltLike(sounds[i + k] ?? '', wanted[k] ?? '', least, wanted.length > 2),
      );
      if (isLike) return { start: first.start, end: last.end };
    }
  return undefined;
}

/** A surname alone, or behind a word that is no other first name: "Jan Novak" is not found in "Marta Novak". */
export function findName(text: SearchText, name: readonly Word[], isStrict: boolean): Span | undefined {
  const last = name.at(-1);
  const stems = name.map((n) => n.stem);
  if (!last) return undefined;
  const surname = last.form.toLowerCase();
  for (const { words } of text.sentences) {
    for (const [i, w] of words.entries()) {
      if (!/^\p{Lu}/u.test(w.form)) continue;
      if (w.form.toLowerCase() !== surname && !(surname.length >= 9 && isSpeltLike(w.form.toLowerCase(), surname, 9))) continue;
      const span = { start: w.start, end: w.end };
      const mention = text.record.mentions.find(
        (m) => (m.kind === 'name' || m.kind === 'metonym') && m.span.start <= w.start && w.end <= m.span.end,
      );
      const known = text.entities.find((e) => e.entity.id === mention?.entities[0]);
      // "Sky News" has no word of "GB News": what a body is comes last. But the Novak Space Center bears a Novak's name.
      const isOther = mention !== undefined && known !== undefined && isNamesake(text, mention.span, known.entity.kind);
      const isBody = known !== undefined && !isOther && known.entity.kind !== 'person' && known.stems.length > 1 && !sameName(known, stems);
      if (isBody && (isStrict || known.entity.kind === 'state' || (mention?.span.end === w.end && text.words.isKind(w.form)))) continue;
      const head = known && wordsOf(text.words, known.entity.name)[headOf(known.entity.name)];
      const isNamedAfter = head !== undefined && head.stem !== w.stem && text.words.isKind(head.form) && !text.words.isOffice(head.form);
      const isBare =
        mention !== undefined && mention.span.start === w.start && mention.span.end === w.end && !isNamedInFull(text, known, w);
      if (known?.entity.kind === 'person' && !isNamedAfter && !isBare && isOtherPerson(text, known.entity.name, name)) continue;
      if (isBeforeGivenName(text, words, i, stems)) continue;
      const before = words[i - 1];
      const isAdjacent = before !== undefined && /^[^\S\n]?$/.test(text.record.article.text.slice(before.end, w.start));
      const isName = isAdjacent && /^\p{Lu}/u.test(before.form) && !text.words.isOffice(before.form) && !text.words.isKind(before.form);
      // A building that is named after somebody begins with the name: what stands before is no first name.
      const isFirst = mention !== undefined && mention.span.start === w.start && mention.span.end > w.end;
      if ((!known || isOther) && !isFirst && isName && !isFirstNameOf(text, before.form, name) && !stems.includes(before.stem)) continue;
      return span;
    }
  }
  return undefined;
}

/** Whether a text has more of a person's name than the surname: else it is known only that one of that surname is meant. */
function isNamedInFull({ record }: SearchText, known: SearchText['entities'][number] | undefined, surname: Word): boolean {
  return record.mentions.some(
    (m) =>
      m.kind === 'name' &&
      m.entities[0] === known?.entity.id &&
      /\p{L} \p{Lu}/u.test(record.article.text.slice(m.span.start, m.span.end)) &&
      m.span.end - m.span.start > surname.form.length + 2,
  );
}

/** "Novak Mi-na" is no Marta Novak: the family name stands before a given name with a hyphen. */
function isBeforeGivenName({ record }: SearchText, words: readonly Word[], i: number, stems: readonly string[]): boolean {
  const [word, next, rest] = words.slice(i, i + 3);
  if (!word || !next || !rest || stems.includes(next.stem)) return false;
  const { text } = record.article;
  const isHyphenated = text.slice(next.end, rest.start) === '-' && /^\p{Ll}/u.test(rest.form);
  return isHyphenated && /^\p{Lu}/u.test(next.form) && text.slice(word.end, next.start) === ' ';
}

/** Whether a known person's first name is another: neither the same, nor a short form or initial of it, nor an office. */
function isOtherPerson(text: SearchText, known: string, name: readonly Word[]): boolean {
  const first = wordsOf(text.words, known).slice(0, -1);
  const others = first.filter((w) => !text.words.isOffice(w.form));
  return others.length > 0 && !others.some(({ form }) => isFirstNameOf(text, form, name));
}

function isFirstNameOf(text: SearchText, form: string, name: readonly Word[]): boolean {
  const wanted = name.slice(0, -1).map((w) => w.form.toLowerCase());
  const [is, full] = [form.toLowerCase(), text.words.fullNames(form)];
  return wanted.some((w) => {
    if (w.startsWith(is.slice(0, 2)) || is.length === 1 || w.length === 1) return w[0] === is[0];
    return full.has(w) || text.words.fullNames(w).has(is);
  });
}

/** An office that the bearer of a name holds on the text's day, in a sentence that names its state, or a text that names its organisation. */
export function findOffice(text: SearchText, name: string): Span | undefined {
  const day = text.record.article.published?.value;
  const offices = text.words.offices(name, day).filter((o) => o);
  const whole = { start: 0, end: text.record.article.text.length };
  for (const { words: phrases, of, isBody } of offices) {
    for (const { span, words, stems } of text.sentences) {
      const at = phrases.flatMap((phrase) => findWords(words, wordsOf(text.words, phrase), stems)).find((p) => isHeldNow(text, words, p));
      if (!at || !of.some((o) => isNamedIn(text, isBody ? whole : span, o))) continue;
      const [first, last] = [words[at.from], words[at.to]];
      if (first && last) return { start: first.start, end: last.end };
    }
  }
  return undefined;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function findWords(words: readonly Word[], phrase: readonly Word[], has: ReadonlySet<string>): readonly Place[] {
  if (phrase.length === 0 || !phrase.every((w) => has.has(w.stem))) return [];
  const places: Place[] = [];
  for (let i = 0; i + phrase.length <= words.length; i++)
    if (phrase.every((w, k) => words[i + k]?.stem === w.stem)) places.push({ from: i, to: i + phrase.length - 1 });
  return places;
}

/** Neither a former holder nor somebody else who is named behind the office, nor a deputy. */
function isHeldNow({ record, words: known }: SearchText, words: readonly Word[], { from, to }: Place): boolean {
  const [before, first, last, next] = [words[from - 1], words[from], words[to], words[to + 1]];
  if (!first || !last) return false;
  if (before && known.isNotNow(before.form) && first.start - before.end <= 2) return false;
  const isNamed = next !== undefined && /^\p{Lu}/u.test(next.form) && record.article.text.slice(last.end, next.start) === ' ';
  if (isNamed) return false;
  // "The president" is somebody, "the duties of president" and "the first Latino Senator" tell of the office.
  const opening = record.article.text.slice(Math.max(0, first.start - 12), first.start);
  return !/\b(?:of|as|for|become|be|a|an|any|no|every|each) $/i.test(opening);
}

function isNamedIn({ record }: SearchText, { start, end }: Span, name: string): boolean {
  const text = record.article.text.slice(start, end);
  const at = text.indexOf(name);
  return at >= 0 && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ') && !/[\p{L}\p{N}]/u.test(text[at + name.length] ?? ' ');
}
