/** Words with what joins their parts: stops in acronyms and numbers, apostrophes, hyphens, ampersands, slashes. */
import type { CutLexicon } from './lexicon.ts';
import { isApostrophe, isBlank, isCloser, isDigit, isLetterAt, isLowerAt, isStop, isUpperAt, isWordAt } from './tokenize-characters.ts';
import { isJoiningHyphen, telephoneEnd } from './tokenize-hyphens.ts';
import { slashDateEnd } from './tokenize-numbers.ts';

/** What the word is read in: `end` of the unbroken text, `last` where the sentence ends, and what is known of words. */
export interface WordContext {
  readonly end: number;
  readonly last: number;
  readonly lexicon: CutLexicon;
}

/** Where the word that begins at `start` ends; clitics and units are still in it. */
export function wordEnd(text: string, start: number, context: WordContext): number {
  const { end } = context;
  if (isDigit(text.charCodeAt(start))) {
    const number = Math.max(telephoneEnd(text, start), slashDateEnd(text, start));
    if (number > start && number <= end) return number;
  }
  // Where the part after the last stop began: a part of one letter makes an acronym.
  let part = start;
  let j = start + 1;
  for (; j < end; j++) {
    if (isWordAt(text, j)) continue;
    const c = text.charCodeAt(j);
    const next = j + 1 < end && isWordAt(text, j + 1);
    if (c === 46) {
      // "Dr.Marsh", "Nov.28": a blank was forgotten.
      if (next && part === start && isGluedAbbreviation(text, start, j, context.lexicon)) return j + 1;
      if (next ? joinsInside(text, start, part, j, context.lexicon) : keepsStop(text, start, part, j, context)) {
        if (!next) return j + 1;
        part = j + 1;
        continue;
      }
      return next && isInitial(text, part, j) ? j + 1 : j;
    }
    if (c === 33 && !next && context.lexicon.abbreviations.has(text.slice(start, j + 1))) return j + 1;
    if (c === 45) {
      if (next && isJoiningHyphen(text, start, j, context.lexicon)) continue;
      return j;
    }
    if (isApostrophe(c)) {
      if (next && isLetterAt(text, j + 1)) continue;
      return j;
    }
    if (c === 44 || c === 58) {
      if (next && isDigit(text.charCodeAt(j - 1)) && isDigit(text.charCodeAt(j + 1))) continue;
      return j;
    }
    if (c === 38) {
      if (next && joinsAmpersand(text, start, j)) continue;
      return j;
    }
    if (c === 47) {
      if (joinsSlash(text, start, j, end)) continue;
      return j;
    }
    if (c === 36) return isUpperAt(text, j - 1) && j - start <= 3 ? j + 1 : j;
    if (c === 64 && next) continue;
    if (c === 42 && next && isLetterAt(text, j - 1) && isLetterAt(text, j + 1)) continue;
    return j;
  }
  return j;
}

/** An abbreviation of two letters or more right before a capitalised word or a number. */
function isGluedAbbreviation(text: string, start: number, stop: number, { abbreviations }: CutLexicon): boolean {
  if (stop - start < 2 || !(isUpperAt(text, stop + 1) ? isLowerAt(text, stop + 2) : isDigit(text.charCodeAt(stop + 1)))) return false;
  return abbreviations.has(text.slice(start, stop + 1));
}

/** A stop inside: `3.5`, `U.S`, `p.m`, `example.com`; not where a blank was forgotten (`said.The`). */
function joinsInside(text: string, start: number, part: number, stop: number, { abbreviations, words }: CutLexicon): boolean {
  const before = isDigit(text.charCodeAt(stop - 1));
  const after = isDigit(text.charCodeAt(stop + 1));
  if (before && after) return true;
  // "Ph.D.", "M.Phil."
  const last = text.indexOf('.', stop + 1);
  if (part === start && last > 0 && last - stop < 6 && abbreviations.has(text.slice(start, last + 1))) return true;
  if (isInitial(text, part, stop)) return false;
  if (stop - part === 1 || after || isLowerAt(text, stop + 1)) return true;
  return (
    (isUpperAt(text, stop - 1) && isUpperAt(text, stop + 1)) || words['domain-endings'].has(text.slice(stop + 1, stop + 4).toLowerCase())
  );
}

/** `J` in `J.Smith`: one capital before the stop and a capitalised word after it. */
function isInitial(text: string, part: number, stop: number): boolean {
  return stop - part === 1 && isUpperAt(text, part) && isUpperAt(text, stop + 1) && isLowerAt(text, stop + 2);
}

/**
 * A stop after the word with no word after it. Inside a sentence it belongs to an abbreviation, since the splitter found no end there. At the
 * end EWT cuts it off and GUM does not: it stays with acronyms in capitals (`U.S.`, as in GUM), and is cut off from all others (as in EWT).
 */
function keepsStop(text: string, start: number, part: number, stop: number, context: WordContext): boolean {
  const acronym = isAcronym(text, start, part, stop);
  if (isStop(text.charCodeAt(stop + 1)) && stop + 1 < context.last) {
    if (text.charCodeAt(stop + 1) !== 46) return acronym;
    // "Inc.." has its own stop and the sentence's; "wait..." has an ellipsis.
    return !isStop(text.charCodeAt(stop + 2)) && (acronym || context.lexicon.abbreviations.has(text.slice(start, stop + 1)));
  }
  if (isFinal(text, stop + 1, context.last)) {
    if (isUpperAt(text, start) && acronym) return true;
    return context.lexicon.abbreviations.has(text.slice(start, stop + 1)) && isCloser(text.charCodeAt(stop + 1)) && stop + 1 < context.last;
  }
  if (acronym) return true;
  const next = text.charCodeAt(stop + 1);
  if (!isLetterAt(text, stop - 1)) return false;
  if (isCloser(next) || next === 91 || next === 40)
    return context.lexicon.abbreviations.has(text.slice(start, stop + 1)) || (isApostrophe(next) && isWordAt(text, stop + 2));
  const known = context.lexicon.abbreviations.has(text.slice(start, stop + 1));
  if (!known && isPlainWord(text, start, stop)) return false;
  if (!isBlank(next)) return true;
  // A note number: "in Dulwich. [17]".
  return known || text.charCodeAt(stop + 2) !== 91;
}

/** A word of four small letters or more, with a vowel: its stop, which the splitter took for none, is a stop all the same ("good. :)"). */
function isPlainWord(text: string, start: number, stop: number): boolean {
  return stop - start > 3 && /^(?=.*[aeiouy])[a-z]+$/.test(text.slice(start, stop));
}

function isAcronym(text: string, start: number, part: number, stop: number): boolean {
  return part > start && stop - part === 1 && part - start <= 8 && isLetterAt(text, part);
}

/** Whether nothing but stops, quotes, brackets and faces of marks follows in the sentence. */
function isFinal(text: string, from: number, last: number): boolean {
  for (let i = from; i < last; i++) {
    const c = text.charCodeAt(i);
    if (!isCloser(c) && !isStop(c) && !isBlank(c) && c !== 0x201c && !isInFace(text, i)) return false;
  }
  return true;
}

/** `:`, `;`, `=`, and the mouth behind one of them: `:)`, `:D`. */
function isInFace(text: string, i: number): boolean {
  return ':;='.includes(text.charAt(i)) || ('(DPO'.includes(text.charAt(i)) && ':;=-'.includes(text.charAt(i - 1)));
}

/** `AT&T`, `R&D`, `p&l`; `rock&roll` is three words. */
function joinsAmpersand(text: string, start: number, at: number): boolean {
  return (isUpperAt(text, at - 1) && isUpperAt(text, at + 1)) || (at - start === 1 && !isWordAt(text, at + 2));
}

/** `w/o`, `b/c`, `I/C`: one letter before the slash and at most one after it. */
function joinsSlash(text: string, start: number, at: number, end: number): boolean {
  if (at - start !== 1 || !isLetterAt(text, start)) return false;
  if (at + 1 >= end) return (text.charCodeAt(start) | 32) === 119;
  if (text.slice(start, at + 4).toLowerCase() === 's/he' || text.slice(start, at + 4).toLowerCase() === 'w/out') return true;
  return isLetterAt(text, at + 1) && (at + 2 >= end || !isWordAt(text, at + 2));
}
