/** Cuts a text into sentences. Blocks first, then stops: a stop is judged by the words around it, and nothing is read twice. */
import type { Span } from '../../model/span.ts';
import type { CutLexicon } from './lexicon.ts';
import { findBlocks } from './split-blocks.ts';
import { isSpeechTail, saysWho } from './split-quotes.ts';
import { findSeams, headEnd } from './split-seams.ts';
import { isSentenceEnd } from './split-stop.ts';
import { isBlank, isCloser, isDigit, isLetterAt, isLowerAt, isOpener, isStop, isUpperAt, isWordAt } from './tokenize-characters.ts';

/** What `splitSentences` needs besides the text. */
export interface SplitOptions {
  readonly lexicon: CutLexicon;
  /** The stretches to read, in order and apart (the article's parts); no sentence crosses their ends. Default: the whole text. */
  readonly spans?: readonly Span[];
}

/**
 * The sentences of `text` as trimmed spans, in order and apart; every character that is not white space lies in exactly one. Paragraphs,
 * and lines that no margin broke, end sentences; a headline without a stop is a sentence.
 */
export function splitSentences(text: string, options: SplitOptions): Span[] {
  const sentences: Span[] = [];
  for (const region of options.spans ?? [{ start: 0, end: text.length }]) {
    for (const block of findBlocks(text, region)) {
      for (const piece of pieces(text, block, options.lexicon)) splitBlock(text, piece, options.lexicon, sentences);
    }
  }
  return sentences;
}

/** A block cut at its seams. */
function pieces(text: string, block: Span, lexicon: CutLexicon): Span[] {
  const found: Span[] = [];
  let start = block.start;
  for (const seam of [...findSeams(text, block, lexicon), block.end]) {
    while (start < seam && isBlank(text.charCodeAt(start))) start++;
    let end = seam;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start) found.push({ start, end });
    start = seam;
  }
  return found;
}

function splitBlock(text: string, block: Span, lexicon: CutLexicon, sentences: Span[]): void {
  let sentence = skipHead(text, block.start, block, lexicon, sentences);
  for (let i = sentence; i < block.end; i++) {
    const c = text.charCodeAt(i);
    if (!isStop(c)) continue;
    let run = i + 1;
    while (run < block.end && isStop(text.charCodeAt(run))) run++;
    // "? ? ?" is one mark, and ". . ." an ellipsis, too.
    while (c !== 46 && run + 1 < block.end && isBlank(text.charCodeAt(run)) && text.charCodeAt(run + 1) === c) run += 2;
    while (run + 1 < block.end && isBlank(text.charCodeAt(run)) && text.charAt(run + 1) === '.' && text.charAt(run + 2) !== '.') run += 2;
    const after = faceEnd(text, lateClosers(text, closersEnd(text, run, block), block, lexicon), block);
    if (after >= block.end) break;
    if (isEnd(text, { first: i, run, after, sentence, block }, lexicon)) {
      sentences.push({ start: sentence, end: after });
      sentence = skipHead(text, skipBlanks(text, after, block), block, lexicon, sentences);
    }
    i = Math.max(run, after, sentence) - 1;
  }
  if (sentence < block.end) sentences.push({ start: sentence, end: block.end });
}

/** Where a sentence begins at `start` behind what stands alone there, which is a sentence of its own. */
function skipHead(text: string, start: number, block: Span, lexicon: CutLexicon, sentences: Span[]): number {
  const end = headEnd(text, start, block, lexicon);
  if (end > start) sentences.push({ start, end });
  return end > start ? skipBlanks(text, end, block) : start;
}

function skipBlanks(text: string, from: number, block: Span): number {
  let i = from;
  while (i < block.end && isBlank(text.charCodeAt(i))) i++;
  return i;
}

interface Stop {
  /** The run of stops, half-open, and the place after the quotes and brackets that close behind it. */
  readonly first: number;
  readonly run: number;
  readonly after: number;
  readonly sentence: number;
  readonly block: Span;
}

function isEnd(text: string, { first, run, after, sentence, block }: Stop, lexicon: CutLexicon): boolean {
  const single = run - first === 1 && text.charCodeAt(first) === 46;
  if (!isBlank(text.charCodeAt(after)))
    return isForgottenBlank(text, first, run, after) && !isListed(text, first, lexicon) && !isDomain(text, after, lexicon);
  let next = after;
  while (next < block.end && isBlank(text.charCodeAt(next))) next++;
  let word = next;
  while (word < block.end && word - next < 10 && isOpener(text.charCodeAt(word))) word++;
  if (single) return isSentenceEnd(text, { stop: first, after, sentence, block }, lexicon);
  if (isLowerAt(text, word) && !text.startsWith('http', word)) return after === run && endsBeforeSmall(text, first, next, block, lexicon);
  const last = text.charCodeAt(run - 1);
  const ellipsis = last === 0x2026 || last === 46;
  // "... and 20 others", "We ... I mean": an ellipsis ends a sentence only before a capital.
  if (ellipsis) return isUpperAt(text, word) && first > sentence;
  if (text.startsWith('!', first) && isListed(text, first, lexicon)) return false;
  return after === run || !isSpeechTail(text, next, block.end, lexicon);
}

/** "Really? why", "it works! try it": a question or a cry ends a sentence before a small letter, too, but not in a name nor before who says it. */
function endsBeforeSmall(text: string, mark: number, next: number, block: Span, lexicon: CutLexicon): boolean {
  if ('.…'.includes(text.charAt(mark)) || isSpeechTail(text, next, block.end, lexicon)) return false;
  if (text.charAt(mark) === '?' || isLowerAt(text, block.start)) return true;
  let start = mark;
  while (start > block.start && isWordAt(text, start - 1)) start--;
  return isLowerAt(text, start);
}

/** "Yahoo!" and "Gen." stand in the list of abbreviations. */
function isListed(text: string, mark: number, { abbreviations }: CutLexicon): boolean {
  let start = mark;
  while (start > 0 && mark - start < 20 && isWordAt(text, start - 1)) start--;
  return start < mark && abbreviations.has(text.slice(start, mark + 1));
}

/** "it ended.The next": a small word of two letters or more, a stop, a capitalised word. */
function isForgottenBlank(text: string, first: number, run: number, after: number): boolean {
  if (!isUpperAt(text, after) || !isLetterAt(text, after + 1) || !isLowerAt(text, first - 1) || !isLowerAt(text, first - 2)) return false;
  return run - first === 1 && (after === run ? !isAddressAround(text, first) : true);
}

/** `Example.Com` */
function isDomain(text: string, start: number, { words }: CutLexicon): boolean {
  return words['domain-endings'].has(text.slice(start, start + 3).toLowerCase()) && !isWordAt(text, start + 3);
}

/** Whether the unbroken text around the stop looks like an address. */
function isAddressAround(text: string, stop: number): boolean {
  for (let i = stop - 1; i >= 0 && stop - i < 80 && !isBlank(text.charCodeAt(i)); i--) if ('/@.:_'.includes(text.charAt(i))) return true;
  for (let i = stop + 1; i < text.length && i - stop < 80 && !isBlank(text.charCodeAt(i)); i++) {
    if ('/@_'.includes(text.charAt(i)) || (text.charAt(i) === '.' && isLetterAt(text, i + 1))) return true;
  }
  return false;
}

/** The place after the quotes, brackets and note numbers that close behind a stop. */
function closersEnd(text: string, from: number, block: Span): number {
  let i = from;
  while (i < block.end) {
    const c = text.charCodeAt(i);
    if (isCloser(c) || (c === 0x201c && isGap(text, i + 1, block.end))) {
      // A straight quote right before a word opens: `."He`.
      if (i > from || !isWordAt(text, i + 1) || (c !== 34 && c !== 39)) i++;
      else break;
    } else if (c === 91 || (c === 32 && text.charCodeAt(i + 1) === 91)) {
      // A note number, also after a blank: "in 1805. [17]".
      let j = i + (c === 91 ? 1 : 2);
      const digits = j;
      while (j < block.end && isDigit(text.charCodeAt(j))) j++;
      if (j === digits || j - digits > 3 || text.charCodeAt(j) !== 93) break;
      i = j + 1;
    } else if (i > from && isStop(c) && isGap(text, i + 1, block.end)) i++;
    else break;
  }
  return i;
}

const LATE = /\s+([)\]”’"'])(?=\s|$)/y;

/** "We left. )", `They won. "`: brackets and quotes behind a blank, the straight ones only where one is open in the block. */
function lateClosers(text: string, after: number, block: Span, lexicon: CutLexicon): number {
  LATE.lastIndex = after;
  const found = LATE.exec(text);
  const mark = found?.[1] ?? '';
  if (!found || after + found[0].length > block.end) return after;
  if (mark === '"' || mark === "'") {
    const stretches = text.slice(block.start, after).split(mark);
    // Behind who said the last quotation another one begins.
    if (stretches.length % 2 === 1 || saysWho(stretches[stretches.length - 1] ?? '', lexicon)) return after;
  }
  return after + found[0].length;
}

const FACE = /\s+(?:[:;=]-?[)(DPO]|\^_+\^)(?=\s|$)/y;

/** "We won. :)": a face of marks belongs to the sentence before it. */
function faceEnd(text: string, after: number, block: Span): number {
  FACE.lastIndex = after;
  const face = FACE.exec(text);
  return face && after + face[0].length <= block.end ? after + face[0].length : after;
}

/** Whether a blank or the end stands at `i`: a “ before it closes (as writers of German and Russian type it), a stop doubles. */
function isGap(text: string, i: number, end: number): boolean {
  return i >= end || isBlank(text.charCodeAt(i));
}
