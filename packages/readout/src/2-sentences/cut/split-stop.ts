/** Whether a full stop ends a sentence: initials, acronyms, abbreviations and list numbers speak against it. */
import type { Span } from '../../model/span.ts';
import type { CutLexicon } from './lexicon.ts';
import { type Abbreviation, findAbbreviation } from './split-abbreviations.ts';
import { isBareSpeechTail } from './split-quotes.ts';
import { isApostrophe, isBlank, isCloser, isDigit, isLetterAt, isLowerAt, isOpener, isUpperAt, isWordAt } from './tokenize-characters.ts';

/** What stands around a stop: the stop's place, where the sentence so far began, and the next word's place. */
export interface StopContext {
  readonly stop: number;
  /** First place after the stop and the quotes or brackets that close there. */
  readonly after: number;
  readonly sentence: number;
  readonly block: Span;
}

/** Whether the single full stop at `context.stop` ends the sentence. */
export function isSentenceEnd(text: string, context: StopContext, lexicon: CutLexicon): boolean {
  const { stop, block, sentence } = context;
  const start = wordStart(text, stop, block.start);
  const next = nextWord(text, context);
  if (start === stop) return !isLowerAt(text, next) || text.startsWith('http', next);
  const form = text.slice(start, stop + 1);
  const acronym = start > sentence && text.charAt(start - 1) === '.' ? acronymStart(text, start, block.start) : start;
  if (isListNumber(text, start, stop, sentence)) return false;
  if (text.startsWith('http', next)) return true;
  if (acronym < start) return endsAfterAcronym(text, acronym, stop, next, lexicon);
  if (stop - start === 1 && isUpperAt(text, start)) return endsAfterInitial(text, start, next, lexicon);
  const abbreviation = findAbbreviation(form, lexicon.abbreviations);
  if (abbreviation) return endsAfterAbbreviation(text, abbreviation, next, lexicon);
  if (isLowerAt(text, next)) {
    // `… for the court. "the case is closed"`: an opening quotation begins a sentence, however it is written.
    if (hasQuote(text, stop, context.after)) return false;
    // Who writes all in small letters ends sentences before them.
    if (isLowerAt(text, block.start) && (isPlainNumber(text, start, stop) || isPlainWord(text, start, stop, 2))) return true;
    if (lexicon.words['short-and-last'].has(form.slice(0, -1))) return true;
    // "in Houston. looks fine": so long a name is no abbreviation.
    if (isUpperAt(text, start) && stop - start > 3 && context.after === stop + 1) return true;
    return isPlainWord(text, start, stop) || '"“'.includes(text.charAt(next - 1));
  }
  return !hasQuote(text, stop, context.after) || !isBareSpeechTail(text, context.after, block.end, lexicon);
}

function endsAfterAbbreviation(text: string, abbreviation: Abbreviation, next: number, lexicon: CutLexicon): boolean {
  switch (abbreviation.ends) {
    case 'never':
      return false;
    case 'number':
      return !isDigit(text.charCodeAt(next)) && !isRoman(text, next) && !isLowerAt(text, next) && text.charAt(next) !== '#';
    case 'often':
      return isUpperAt(text, next);
    case 'seldom':
      return isStarter(text, next, lexicon);
  }
}

/** "J. R. R. Tolkien" goes on, "Plan B. The" does not. */
function endsAfterInitial(text: string, start: number, next: number, lexicon: CutLexicon): boolean {
  if (isLowerAt(text, next)) return false;
  if (isUpperAt(text, next) && !isWordAt(text, next + 1) && text.charAt(next + 1) === '.') return false;
  if (isStarter(text, next, lexicon)) return true;
  // "it was I. Kim", "in World War I. Germany": a lone letter after a small letter's word is no initial.
  return text.charAt(start) === 'I' && isLowerWordBefore(text, start) && isUpperAt(text, next);
}

/** "the U.S. President" goes on, "in the U.S. The" and "at 10 p.m. Police" do not. */
function endsAfterAcronym(text: string, start: number, stop: number, next: number, lexicon: CutLexicon): boolean {
  const abbreviation = findAbbreviation(text.slice(start, stop + 1), lexicon.abbreviations);
  if (abbreviation?.ends === 'never' || !isUpperAt(text, next)) return false;
  const form = text.slice(start, stop).toLowerCase();
  if (form === 'a.m' || form === 'p.m') return !goesOnWithHour(text, next, lexicon);
  if (abbreviation?.ends === 'often') return true;
  return isStarter(text, next, lexicon);
}

/** "at 10 p.m. EDT", "at 4 a.m. Monday". */
function goesOnWithHour(text: string, next: number, { words }: CutLexicon): boolean {
  let end = next + 1;
  while (end - next < 16 && isLetterAt(text, end)) end++;
  const word = text.slice(next, end);
  return words['after-hours'].has(word) || words['days-and-months'].has(word.toLowerCase());
}

/** "1. Open the box": a number or a letter that begins its sentence. */
function isListNumber(text: string, start: number, stop: number, sentence: number): boolean {
  if (stop - start > 3 || (start !== sentence && !isFirstNumber(text, start, stop))) return false;
  for (let i = start; i < stop; i++) if (!isDigit(text.charCodeAt(i))) return stop - start === 1 || isRoman(text, start);
  return true;
}

function isStarter(text: string, next: number, { words }: CutLexicon): boolean {
  if (!isUpperAt(text, next)) return false;
  let end = next + 1;
  while (end - next < 16 && isWordAt(text, end)) end++;
  // "A. Smith", "No. 2": the capital word is an abbreviation itself.
  if (text.charAt(end) === '.' && end - next < 3) return false;
  return words['begins-sentences'].has(text.slice(next, end));
}

/** "the following: 1. Each", "*1. Each" */
function isFirstNumber(text: string, start: number, stop: number): boolean {
  const first = text.slice(start, stop) === '1' && text.slice(start - 2, start) === ': ';
  return first || (text.charAt(start - 1) === '*' && isDigit(text.charCodeAt(start)));
}

/** An unknown small word of three letters or more with a vowel in it, before a small letter: a careless writer, not an abbreviation. */
function isPlainWord(text: string, start: number, stop: number, least = 3): boolean {
  let vowel = false;
  for (let i = start; i < stop; i++) {
    if (!isLowerAt(text, i)) return false;
    vowel ||= 'aeiouy'.includes(text.charAt(i));
  }
  return vowel && stop - start >= least;
}

/** "call 555-0199. they": where all is written in small letters, a number ends a sentence, too. */
function isPlainNumber(text: string, start: number, stop: number): boolean {
  for (let i = start; i < stop; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return stop - start > 1;
}

function hasQuote(text: string, stop: number, after: number): boolean {
  for (let i = stop + 1; i < after; i++) if (text.charAt(i) !== ')' && text.charAt(i) !== ']') return true;
  return false;
}

/** The first letter or digit after the stop, behind blanks, quotes and brackets; the block's end where there is none. */
function nextWord(text: string, { after, block }: StopContext): number {
  let i = after;
  while (i < block.end && i - after < 40 && (isBlank(text.charCodeAt(i)) || isOpener(text.charCodeAt(i)) || isCloser(text.charCodeAt(i))))
    i++;
  return i;
}

function wordStart(text: string, stop: number, from: number): number {
  let i = stop;
  while (i > from && stop - i < 40 && isWordAt(text, i - 1)) i--;
  return i;
}

/** Where `U.S` begins, given where its last part begins; parts are of one or two letters (`Ph.D`), so that `example.org` is none. */
function acronymStart(text: string, start: number, from: number): number {
  let i = start;
  while (start - i < 12 && i - 2 >= from && text.charAt(i - 1) === '.' && isLetterAt(text, i - 2)) {
    const j = i - 3 >= from && isLetterAt(text, i - 3) ? i - 3 : i - 2;
    if (j - 1 >= from && isWordAt(text, j - 1)) return start;
    i = j;
  }
  return i;
}

function isRoman(text: string, at: number): boolean {
  let end = at;
  while (end - at < 6 && 'IVXLivxl'.includes(text.charAt(end)) && end < text.length) end++;
  // "he said no. I left": who speaks is no number.
  if (end - at === 1 && text.charAt(at) === 'I' && (isApostrophe(text.charCodeAt(end)) || isLowerAt(text, end + 1))) return false;
  return end > at && !isWordAt(text, end);
}

function isLowerWordBefore(text: string, start: number): boolean {
  let i = start - 1;
  while (i > 0 && isBlank(text.charCodeAt(i))) i--;
  return i >= 0 && (isLowerAt(text, i) || isDigit(text.charCodeAt(i)));
}
