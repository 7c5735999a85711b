/** Searches a whole text for a thing by the names that others use for it: as written, shortened, as initials, or by a mention linked to it. */
import { roughSentences } from '../1-article/rough-sentences.ts';
import type { Entity, Record, Span } from '../model/index.ts';
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

/** Words that refer to anything: looked for never, since every text has them. */
const ANYTHING =
  /^(?:i|me|my|he|him|his|she|her|hers|it|its|we|us|our|they|them|their|theirs|you|your|who|whom|whose|which|that|this|these|those|here|there|one|ones|himself|herself|itself|themselves|he's|she's|they're|it's|both|some|others?)$/i;

/** Offices before a surname. */
const OFFICE =
  /^(?:president|vice|prime|minister|senator|representative|secretary|chancellor|chairman|governor|mayor|judge|justice|general|king|queen|pope|sir|professor|premier|officer|detective|sergeant|captain|lawyer|attorney)$/i;

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
  const found = (by: Found['by'], span: Span): Found => ({ ...(by ? { by } : {}), span, sentences: text.sentences.length, names });
  for (const name of names) {
    const words = contentWords(name);
    const stems = words.map((w) => w.stem);
    if (stems.length === 0) continue;
    const phrase = findPhrase(text, stems);
    if (phrase) return found('words', phrase);
    const linked = text.entities.find((e) => sameName(e, stems));
    if (linked) return found('mention', linked.span);
    if (!isProper(name)) {
      const part = stems.length >= 2 ? findPart(text, stems, 1) : undefined;
      if (part) return found('part', part);
      continue;
    }
    const initials = words.length >= 2 ? findInitials(text, words) : undefined;
    if (initials) return found('initials', initials);
    const isPerson = words.length >= 2 && words.length <= 4 && words.every((w) => /^\p{Lu}/u.test(w.form)) && !/ of | and /.test(name);
    const surname = isPerson && !isPlace ? findName(text, words) : undefined;
    if (surname) return found('surname', surname);
    if (strict) continue;
    const isPlain = words.every((w) => /^[\p{Lu}\p{N}]/u.test(w.form));
    const part = stems.length >= 2 ? findPart(text, stems, isPlain ? PART.name : PART.phrase) : undefined;
    if (part) return found('part', part);
  }
  return { sentences: text.sentences.length, names };
}

/** A name without article, preposition, possessive ending, quotation marks, escapes and what stands in brackets behind it. */
function cleanName(name: string): string {
  return name
    .replace(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll('_', ' ')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .replace(/\s*['’]s?\s*$/, '')
    .replace(/^["“'‘\s]+|["”\s]+$/g, '')
    .replace(/^(?:(?:in|on|at|of|off|from|near|to|for|by|with|outside|inside)\s+)?(?:(?:the|a|an|his|her|their|its)\s+)?/i, '')
    .trim();
}

function isProper(name: string): boolean {
  return /(?:^|\s)[\p{Lu}\p{N}]/u.test(name);
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

function findInitials(text: SearchText, words: readonly Word[]): Span | undefined {
  const initials = words
    .map((w) => w.form[0] ?? '')
    .join('')
    .toLowerCase();
  return findWord(text, (w) => w.form.replaceAll('.', '').toLowerCase() === initials && /^\p{Lu}{2}|\./u.test(w.form));
}

/** A surname alone, or behind a word that is no other first name: "Horace Cheung" is not found in "Fernando Cheung". */
function findName(text: SearchText, name: readonly Word[]): Span | undefined {
  const last = name.at(-1);
  if (!last) return undefined;
  for (const { words } of text.sentences) {
    for (const [i, w] of words.entries()) {
      if (w.stem !== last.stem || !/^\p{Lu}/u.test(w.form)) continue;
      const span = { start: w.start, end: w.end };
      const mention = text.record.mentions.find((m) => m.kind === 'name' && m.span.start <= w.start && w.end <= m.span.end);
      const known = text.entities.find((e) => e.entity.id === mention?.entities[0]);
      if (known?.entity.kind === 'state') continue;
      if (known?.entity.kind === 'person' && isOtherPerson(known.entity.name, name)) continue;
      const before = words[i - 1];
      const isAdjacent = before !== undefined && w.start - before.end <= 2;
      if (!known && isAdjacent && /^\p{Lu}/u.test(before.form) && !name.some((n) => n.stem === before.stem)) continue;
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
