/**
 * Searches a whole text for a thing by the names that others use for it: as written, under other names, shortened, as initials, by a mention linked to
 * it, by an office that its bearer holds, or in other words.
 */
import type { Span } from '../model/index.ts';
import { ANYTHING, beforeComma, cleanName, initialsOf, isProper, withoutKind } from './search-names.ts';
import { findNamePart, findPart, findSynonym, PART } from './search-parts.ts';
import { findName, findOffice, findSpelling, foldSound, isPersonName } from './search-persons.ts';
import { findPhrase, type SearchText, sameName } from './search-text.ts';
import { type SearchWords, wordsOf } from './search-words.ts';
import type { Word } from './words.ts';

export interface Found {
  /** Where it stands; absent when it is not in the text. */
  readonly span?: Span;
  readonly by?: 'words' | 'mention' | 'alias' | 'surname' | 'initials' | 'office' | 'part' | 'synonym';
  /** What was looked through and for. */
  readonly sentences: number;
  readonly names: readonly string[];
}

export interface SearchOptions {
  /** Only whole names, linked mentions, initials, offices and surnames, no part of a name; default false. */
  readonly strict?: boolean;
  /** A place has no surname: "Taiwan" is not found for "Free Area of Taiwan" by its last word; default false. */
  readonly isPlace?: boolean;
}

/** Where a thing of these names is in a text, if it is. Ids and titles of encyclopedias are read as names too (`Al%2DHaram`, `Paris (city)`). */
export function findThing(text: SearchText, given: readonly string[], { strict = false, isPlace = false }: SearchOptions = {}): Found {
  const names = [...new Set(given.map(cleanName).filter((name) => name !== '' && !ANYTHING.test(name)))];
  const searched = names.flatMap((name) => variantsOf(name, names.length === 1 && !strict, text.words));
  const found = (by: Found['by'], span: Span): Found => ({ ...(by ? { by } : {}), span, sentences: text.sentences.length, names });
  const hasName = names.some(isProper);
  // A title of one word that says in brackets what it is has a word with other uses: "Time (magazine)" is not "time".
  const isWord = given.length > 0 && given.every((g) => /^\p{Lu}\p{Ll}+[ _]\(.+\)$/u.test(g));
  for (const name of searched) {
    const words = wordsOf(text.words, name);
    const stems = words.map((w) => w.stem);
    if (stems.length === 0) continue;
    const phrase = findPhrase(text, words, isWord) ?? (isProper(name) ? (findSpelling(text, words) ?? findJoined(text, words)) : undefined);
    if (phrase) return found('words', phrase);
    const shared = isProper(name) ? findCoordinated(text, words) : undefined;
    if (shared) return found('words', shared);
    const linked = text.entities.find((e) => sameName(e, stems));
    if (linked) return found('mention', linked.span);
    if (!isProper(name)) {
      const part = stems.length >= 2 ? findPart(text, stems, 1) : undefined;
      if (part) return found('part', part);
      const other = strict || hasName ? undefined : findSynonym(text, words);
      if (other) return found('synonym', other);
      continue;
    }
    const alias = findAlias(text, name);
    if (alias) return found('alias', alias);
    const office = isPlace ? undefined : findOffice(text, name);
    if (office) return found('office', office);
    const initials = initialsOf(name);
    const short = initials.size > 0 ? findWord(text, (w) => isInitials(w, initials)) : undefined;
    if (short) return found('initials', short);
    const isPerson = isPersonName(name, words, text.words);
    const surname =
      isPerson && !isPlace && (text.words.isGivenName(words[0]?.form ?? '') || !text.words.isPlace(words.at(-1)?.form ?? ''))
        ? findName(text, words, strict)
        : undefined;
    if (surname) return found('surname', surname);
    if (strict) continue;
    const isPlain = words.every((w) => /^[\p{Lu}\p{N}]|^(?:st|nd|rd|th)$/u.test(w.form));
    const part = stems.length < 2 ? undefined : isPlain ? findNamePart(text, name, words, isPerson) : findPart(text, stems, PART.phrase);
    if (part) return found('part', part);
    const bearer = findBearer(text, name);
    if (bearer) return found('part', bearer);
    const other = names.length === 1 && words.slice(1).every((w) => /^\p{Ll}/u.test(w.form)) ? findSynonym(text, words) : undefined;
    if (other) return found('synonym', other);
  }
  return { sentences: text.sentences.length, names };
}

/** A name, and what may be left of it: without the place behind a comma; where there is no other name, without the words that say its kind. */
function variantsOf(name: string, isOnly: boolean, words: SearchWords): readonly string[] {
  const short = beforeComma(name);
  const bare = isOnly ? withoutKind(name) : undefined;
  // Without a year before it, and without a given name in Chinese or Korean behind another: "Jan Novak Mi-na".
  const undated = /^\p{N}{4}\s+(.*\p{L}.*)$/u.exec(name)?.[1];
  const western = /^(\p{Lu}\p{L}+ \p{Lu}\p{L}+) \p{Lu}\p{L}+-\p{Ll}+$/u.exec(name)?.[1];
  // A number with gaps around its point.
  const number = /\d [.,] \d/.test(name) ? name.replace(/(?<=\d) ([.,]) (?=\d)/g, '$1') : undefined;
  // A state's office as its texts write it: "U.S. Department of Justice".
  const us = /\bUnited States\b(?=.)/.test(name) && name !== 'United States' ? name.replace(/\bUnited States\b/, 'U.S.') : undefined;
  return [name, number, short, bare, undated, western, us, divisionOf(name, words), ...(isOnly ? withoutTail(name, words) : [])].flatMap(
    (n) => n ?? [],
  );
}

/** "West Coast" of "West Coast of the United States", "Ministry of Culture" of "Ministry of Culture and Sports", where a war is. */
function withoutTail(name: string, words: SearchWords): readonly string[] {
  const [, before, of = ''] = /^(\p{Lu}.* .*\p{L}) (?:of|in) (?:the )?(\p{Lu}.*)$/u.exec(name) ?? [];
  const [, both] = /^(\p{Lu}\p{L}+ (?:of|for) (?:the )?\p{Lu}\p{L}+)(?:,| and ).*$/u.exec(name) ?? [];
  const where = /^(?:War|Conflict|Crisis|Genocide|Insurgency|Protests|Unrest|Elections?) in (?:the )?(\p{Lu}.*)$/u.exec(name)?.[1];
  return [before !== undefined && words.isPlace(of) ? before : undefined, both, where].flatMap((n) => n ?? []);
}

/** "Livorno" of "Province of Livorno", "southern Finland" of "Southern Finland Province". */
function divisionOf(name: string, words: SearchWords): string | undefined {
  const [, kind = '', of] = /^(\p{Lu}\p{L}+) of (\p{Lu}.*)$/u.exec(name) ?? [];
  if (of !== undefined && words.isDivision(kind)) return of;
  const [, before, last = ''] = /^(\p{Lu}.*) (\p{Lu}\p{L}+)$/u.exec(name) ?? [];
  return before !== undefined && words.isDivision(last) && before.length >= 4 ? before : undefined;
}

/** "Presidency of Tomas Varga", "Murder of …": the one whose it is, where the words before are of many names. */
function findBearer(text: SearchText, name: string): Span | undefined {
  const [, kind, of] = /^(\p{Lu}\p{L}+) of (?:the )?(\p{Lu}.*)$/u.exec(name) ?? [];
  if (kind === undefined || of === undefined) return undefined;
  const words = wordsOf(text.words, of);
  return isPersonName(of, words, text.words) && !text.words.isPlace(of) ? findName(text, words, false) : undefined;
}

/** The letters of a name in a row of words that are parted otherwise: "South East Asia", "Bat Cave". */
function findJoined(text: SearchText, name: readonly Word[]): Span | undefined {
  const wanted = name.map((w) => foldSound(w.form)).join('');
  if (wanted.length < 7) return undefined;
  for (const { words } of text.sentences)
    for (let i = 0; i < words.length; i++) {
      let joined = '';
      for (let k = i; k < words.length && k <= i + name.length; k++) {
        joined += foldSound(words[k]?.form ?? '');
        if (!wanted.startsWith(joined)) break;
        const [first, last] = [words[i], words[k]];
        if (joined === wanted && first && last && /^\p{Lu}/u.test(first.form)) return { start: first.start, end: last.end };
      }
    }
  return undefined;
}

/** A name of two words whose second stands once for two: "the State and Homeland Security Departments", "South and Latin America". */
function findCoordinated(text: SearchText, [a, b, ...more]: readonly Word[]): Span | undefined {
  if (!a || !b || more.length > 0) return undefined;
  const all = text.record.article.text;
  for (const { words } of text.sentences)
    for (const [i, w] of words.entries()) {
      if (w.stem !== a.stem || !/^\p{Lu}/u.test(w.form)) continue;
      const last = words.slice(i + 1, i + 5).find((x) => x.stem === b.stem && /^\p{Lu}/u.test(x.form));
      if (last && /^,? (?:and|or) /.test(all.slice(w.end)) && !/[,;.]/.test(all.slice(w.end + 1, last.start)))
        return { start: w.start, end: last.end };
    }
  return undefined;
}

/** One of the other names under which a thing is known, capitals as they are there. */
function findAlias(text: SearchText, name: string): Span | undefined {
  for (const alias of text.words.aliases(name)) {
    const words = wordsOf(text.words, alias);
    // "IS group" loses a word that stands everywhere, and with it what it says.
    if (words.length === 0 || words.length < alias.split(/[\s-]+/).filter((w) => !/^(?:of|the|and|for|in|on|at|to)$/i.test(w)).length)
      continue;
    const span = findPhrase(text, words) ?? findCoordinated(text, words);
    const first = /^\p{Lu}|^\p{N}/u.test(words[0]?.form ?? '');
    if (span && (!first || /^[\p{Lu}\p{N}]/u.test(text.record.article.text.slice(span.start, span.end)))) return span;
  }
  return undefined;
}

/** Initials, in the plural too. */
function isInitials(word: Word, initials: ReadonlySet<string>): boolean {
  return /^\p{Lu}{2}|\./u.test(word.form) && initials.has(word.form.replaceAll('.', '').replace(/s$/, '').toLowerCase());
}

function findWord(text: SearchText, is: (word: Word) => boolean): Span | undefined {
  for (const { words } of text.sentences) {
    const word = words.find(is);
    if (word) return { start: word.start, end: word.end };
  }
  return undefined;
}
