/**
 * Searches a whole text for a thing by the names that others use for it: as written, under other names, shortened, as initials, by a mention linked to
 * it, by an office that its bearer holds, or in other words.
 */
import type { Span } from '../../model/index.ts';
import type { Word } from '../words.ts';
import { ANYTHING, cleanName, initialsOf, isProper } from './names.ts';
import { findNamePart, findPart, findSynonym, PART } from './parts.ts';
import { findName, findOffice, findSpelling, isPersonName } from './persons.ts';
import { findBoth, findCommon, findCoordinated, findExpanded, findJoined, findParted, findWestern, isOtherNumber } from './rows.ts';
import { findPhrase, type SearchText, sameName } from './text.ts';
import { variantsOf } from './variants.ts';
import { wordsOf } from './words.ts';

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
    const phrase =
      findPhrase(text, words, { isWritten: isWord, isAgreeing: !strict }) ??
      (isProper(name) ? (findSpelling(text, words) ?? findJoined(text, words)) : undefined);
    if (phrase) return found('words', phrase);
    const shared = isProper(name) ? findCoordinated(text, words) : undefined;
    if (shared) return found('words', shared);
    const linked = text.entities.find(
      (e) => sameName(e, stems) && !(isWord && /^\p{Ll}/u.test(text.record.article.text.slice(e.span.start))),
    );
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
    // What a number tells from others of its name ("Explorer 8", "STS-1") is not found without the number.
    if (!strict && isOtherNumber(text, name)) continue;
    const initials = initialsOf(name);
    const hasArticle = given.some((g) => /^The \p{Lu}/u.test(g) && cleanName(g) === name);
    const letters = hasArticle ? new Set([...initials, ...[...initials].map((i) => `t${i}`)]) : initials;
    const short = letters.size > 0 ? findWord(text, (w) => isInitials(w, letters)) : undefined;
    if (short) return found('initials', short);
    const full = findExpanded(text, name);
    if (full) return found('initials', full);
    const both = strict ? undefined : findBoth(text, name);
    if (both) return found('part', both);
    const parted = strict ? undefined : findParted(text, words);
    if (parted) return found('part', parted);
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
    const western = findWestern(text, name);
    if (western) return found('surname', western);
    const common = findCommon(text, words);
    if (common) return found('part', common);
    const bearer = findBearer(text, name);
    if (bearer) return found('part', bearer);
    const other = names.length === 1 && words.slice(1).every((w) => /^\p{Ll}/u.test(w.form)) ? findSynonym(text, words) : undefined;
    if (other) return found('synonym', other);
  }
  return { sentences: text.sentences.length, names };
}

/** "Presidency of Tomas Varga", "Murder of …": the one whose it is, where the words before are of many names. */
function findBearer(text: SearchText, name: string): Span | undefined {
  const [, kind, of] = /^(\p{Lu}\p{L}+) of (?:the )?(\p{Lu}.*)$/u.exec(name) ?? [];
  if (kind === undefined || of === undefined) return undefined;
  const words = wordsOf(text.words, of);
  return isPersonName(of, words, text.words) && !text.words.isPlace(of) ? findName(text, words, false) : undefined;
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
  return (
    /^\p{Lu}{2}|\.|^\p{Lu}\p{Ll}\p{Lu}$/u.test(word.form) && initials.has(word.form.replaceAll('.', '').replace(/s$/, '').toLowerCase())
  );
}

function findWord(text: SearchText, is: (word: Word) => boolean): Span | undefined {
  for (const { words } of text.sentences) {
    const word = words.find(is);
    if (word) return { start: word.start, end: word.end };
  }
  return undefined;
}
