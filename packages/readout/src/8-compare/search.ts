/** Searches a whole text for a thing by the names that others use for it: as written, shortened, as initials, or by a mention linked to it. */
import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Entity, Record, Span } from '../model/index.ts';
import { ANYTHING, beforeComma, cleanName, headOf, initialsOf, isProper, isSpeltLike, OFFICE, withoutKind } from './search-names.ts';
import { readSpans } from './traits.ts';
import { contentWords, type Word } from './words.ts';

export interface Found {
  /** Where it stands; absent when it is not in the text. */
  readonly span?: Span;
  readonly by?: 'words' | 'mention' | 'surname' | 'initials' | 'part';
  /** What was looked through and for. */
  readonly sentences: number;
  readonly names: readonly string[];
}

/** A text made ready to be searched many times. */
export interface SearchText {
  readonly record: Record;
  readonly sentences: readonly { readonly span: Span; readonly words: readonly Word[]; readonly stems: ReadonlySet<string> }[];
  /** Who and what the record knows to be mentioned, by the first mention that is a name, else the first. */
  readonly entities: readonly { readonly entity: Entity; readonly stems: readonly string[]; readonly span: Span }[];
}

/** Part of the words that one sentence must have: of a plain name ("World Trade Center site"), and of a phrase with other words. */
const PART = { name: 0.5, phrase: 0.7 } as const;

export interface SearchOptions {
  /** Only whole names, linked mentions, initials and surnames, no part of a name; default false. */
  readonly strict?: boolean;
  /** A place has no surname: "Taiwan" is not found for "Free Area of Taiwan" by its last word; default false. */
  readonly isPlace?: boolean;
}

export function searchText(record: Record): SearchText {
  const { text } = record.article;
  const sentences = readSpans(record.article)
    .flatMap((part) => roughSentences(text, part))
    .map((span) => {
      const words = contentWords(text, span.start, span.end);
      return { span, words, stems: new Set(words.map((w) => w.stem)) };
    });
  const firstOf = new Map<string, Span>();
  for (const m of record.mentions) for (const id of m.entities) if (!firstOf.has(id)) firstOf.set(id, m.span);
  const entities = record.entities.flatMap((e) => {
    const span = firstOf.get(e.id);
    return span ? [{ entity: e, stems: contentWords(e.name).map((w) => w.stem), span }] : [];
  });
  return { record, sentences, entities };
}

/** Where a thing of these names is in a text, if it is. Ids and titles of encyclopedias are read as names too (`Al%2DHaram`, `Paris (city)`). */
export function findThing(text: SearchText, given: readonly string[], { strict = false, isPlace = false }: SearchOptions = {}): Found {
  const names = [...new Set(given.map(cleanName).filter((name) => name !== '' && !ANYTHING.test(name)))];
  const searched = names.flatMap((name) => variantsOf(name, names.length === 1 && !strict));
  const found = (by: Found['by'], span: Span): Found => ({ ...(by ? { by } : {}), span, sentences: text.sentences.length, names });
  for (const name of searched) {
    const words = contentWords(name);
    const stems = words.map((w) => w.stem);
    if (stems.length === 0) continue;
    const phrase = findPhrase(text, stems) ?? (isProper(name) ? findSpelling(text, words) : undefined);
    if (phrase) return found('words', phrase);
    const linked = text.entities.find((e) => sameName(e, stems));
    if (linked) return found('mention', linked.span);
    if (!isProper(name)) {
      const part = stems.length >= 2 ? findPart(text, stems, 1) : undefined;
      if (part) return found('part', part);
      continue;
    }
    const initials = initialsOf(name);
    const short = initials.size > 0 ? findWord(text, (w) => isInitials(w, initials)) : undefined;
    if (short) return found('initials', short);
    const isPerson = words.length >= 2 && words.length <= 4 && words.every((w) => /^\p{Lu}/u.test(w.form)) && !/ of | and /.test(name);
    const surname = isPerson && !isPlace ? findName(text, words, strict) : undefined;
    if (surname) return found('surname', surname);
    if (strict) continue;
    const isPlain = words.every((w) => /^[\p{Lu}\p{N}]/u.test(w.form));
    const part = stems.length < 2 ? undefined : isPlain ? findNamePart(text, name, words) : findPart(text, stems, PART.phrase);
    if (part) return found('part', part);
  }
  return { sentences: text.sentences.length, names };
}

/** A name, and what may be left of it: without the place behind a comma; where there is no other name, without the words that say its kind. */
function variantsOf(name: string, isOnly: boolean): readonly string[] {
  const short = beforeComma(name);
  const bare = isOnly ? withoutKind(name) : undefined;
  return [name, ...(short === undefined ? [] : [short]), ...(bare === undefined ? [] : [bare])];
}

function findPhrase(text: SearchText, stems: readonly string[]): Span | undefined {
  for (const { words, stems: has } of text.sentences) {
    if (!stems.every((s) => has.has(s))) continue;
    for (let i = 0; i + stems.length <= words.length; i++)
      if (stems.every((s, k) => words[i + k]?.stem === s))
        return { start: words[i]?.start ?? 0, end: words[i + stems.length - 1]?.end ?? 0 };
  }
  return undefined;
}

/** One name is the other; of people also without first name, middle initials or office. "Midwestern United States" is not the United States. */
function sameName({ entity, stems }: SearchText['entities'][number], wanted: readonly string[]): boolean {
  if (stems.length === 0) return false;
  if (stems.join(' ') === wanted.join(' ')) return true;
  const [short, long] = stems.length <= wanted.length ? [stems, wanted] : [wanted, stems];
  if (short.length < 2 || !short.every((w) => long.includes(w))) return false;
  return entity.kind === 'person' || (short === wanted && entity.kind !== 'state');
}

function isInitials(word: Word, initials: ReadonlySet<string>): boolean {
  return /^\p{Lu}{2}|\./u.test(word.form) && initials.has(word.form.replaceAll('.', '').toLowerCase());
}

/** All words in a row, one of them in another spelling: a long one alone, a short one beside two that are the same. */
function findSpelling(text: SearchText, name: readonly Word[]): Span | undefined {
  const wanted = name.map((w) => w.form.toLowerCase());
  for (const { words } of text.sentences)
    for (let i = 0; i + wanted.length <= words.length; i++) {
      const here = words.slice(i, i + wanted.length);
      const isLike = here.every(
        (w, k) => /^\p{Lu}|^\p{Ll}/u.test(w.form) && isSpeltLike(w.form.toLowerCase(), wanted[k] ?? '', wanted.length > 2 ? 2 : 7),
      );
      const others = here.filter((w, k) => w.form.toLowerCase() !== wanted[k]);
      const [first, last] = [here[0], here.at(-1)];
      if (isLike && others.length <= 1 && /^\p{Lu}/u.test(first?.form ?? '') && first && last) return { start: first.start, end: last.end };
    }
  return undefined;
}

/** A surname alone, or behind a word that is no other first name: "Horace Cheung" is not found in "Fernando Cheung". */
function findName(text: SearchText, name: readonly Word[], isStrict: boolean): Span | undefined {
  const last = name.at(-1);
  const stems = name.map((n) => n.stem);
  if (!last) return undefined;
  for (const { words } of text.sentences) {
    for (const [i, w] of words.entries()) {
      if (w.form.toLowerCase() !== last.form.toLowerCase() || !/^\p{Lu}/u.test(w.form)) continue;
      const span = { start: w.start, end: w.end };
      const mention = text.record.mentions.find((m) => m.kind === 'name' && m.span.start <= w.start && w.end <= m.span.end);
      const known = text.entities.find((e) => e.entity.id === mention?.entities[0]);
      // "Sky News" has no word of "GB News": what a body is comes last. But the Johnson Space Center bears a Johnson's name.
      const isBody = known !== undefined && known.entity.kind !== 'person' && known.stems.length > 1 && !sameName(known, stems);
      if (isBody && (isStrict || known.entity.kind === 'state' || mention?.span.end === w.end)) continue;
      if (known?.entity.kind === 'person' && isOtherPerson(known.entity.name, name)) continue;
      const before = words[i - 1];
      const isAdjacent = before !== undefined && w.start - before.end <= 2;
      const isName = isAdjacent && /^\p{Lu}/u.test(before.form) && !OFFICE.test(before.form);
      if (!known && isName && !stems.includes(before.stem)) continue;
      return span;
    }
  }
  return undefined;
}

/** Whether a known person's first name is another: neither the same, nor a short form or initial of it, nor an office. */
function isOtherPerson(known: string, name: readonly Word[]): boolean {
  const first = contentWords(known).slice(0, -1);
  const others = first.filter((w) => !OFFICE.test(w.form));
  const wanted = name.slice(0, -1).map((w) => w.form.toLowerCase());
  return (
    others.length > 0 && !others.some(({ form }) => wanted.some((w) => w.startsWith(form.toLowerCase().slice(0, 2)) || form.length === 1))
  );
}

function findWord(text: SearchText, is: (word: Word) => boolean): Span | undefined {
  for (const { words } of text.sentences) {
    const word = words.find(is);
    if (word) return { start: word.start, end: word.end };
  }
  return undefined;
}

/** A sentence with enough of the words, where not all, then one of them written with a capital or as a number. */
function findPart(text: SearchText, stems: readonly string[], part: number): Span | undefined {
  for (const { words, stems: has } of text.sentences) {
    const shared = stems.filter((s) => has.has(s));
    if (shared.length < part * stems.length) continue;
    const first = words.find((w) => shared.includes(w.stem) && (shared.length === stems.length || /^[\p{Lu}\p{N}]/u.test(w.form)));
    if (first) return { start: first.start, end: first.end };
  }
  return undefined;
}

/**
 * A sentence with half of the words of a plain name or more, or with the word that it begins with: of those that name nobody else there. "University
 * of Helsinki" has no word of the University of Copenhagen, and "South Korea" none of a South Korean agency.
 */
function findNamePart(text: SearchText, name: string, wanted: readonly Word[]): Span | undefined {
  const head = wanted[headOf(name)]?.stem;
  const [first] = wanted;
  const stems = new Set(wanted.flatMap((w) => (/^(?:st|nd|rd|th)$/.test(w.form) ? [] : w.stem)));
  const anywhere = [...stems].filter((s) => text.sentences.some((t) => t.stems.has(s))).length;
  for (const { words, stems: has } of text.sentences) {
    const shared = [...stems].filter((s) => has.has(s));
    if (shared.length === 0) continue;
    const own = words.filter((w) => stems.has(w.stem) && /^[\p{Lu}\p{N}]/u.test(w.form) && !namesAnother(text, w, stems));
    const kinds = new Set(own.map((w) => w.stem));
    const hasHead = head !== undefined && kinds.has(head) && anywhere > 1;
    const isHalf = (hasHead && anywhere >= PART.name * stems.size) || (kinds.size >= 2 && shared.length >= PART.name * stems.size);
    const at = isHalf ? own[0] : own.find((w) => w.form === first?.form && w.form.length >= 4 && !OFFICE.test(w.form));
    if (at) return { start: at.start, end: at.end };
  }
  return undefined;
}

/** Whether a word stands in the name of somebody else: a state, a person or a place, or a body with hardly a word of the name. */
function namesAnother(text: SearchText, word: Word, stems: ReadonlySet<string>): boolean {
  return text.record.mentions.some((m) => {
    if (m.span.start > word.start || m.span.end < word.end || m.kind === 'pronoun') return false;
    const known = text.entities.find((e) => e.entity.id === m.entities[0]);
    if (!known) return false;
    const n = known.stems.filter((s) => stems.has(s)).length;
    const isBody = known.entity.kind === 'organisation' || known.entity.kind === 'body' || known.entity.kind === 'outlet';
    return isBody
      ? n < 2 || n < PART.name * stems.size
      : n < known.stems.length || known.entity.kind === 'state' || n < PART.name * stems.size;
  });
}
