/**
 * Seams: places where a sentence ends without a stop. Mail and posts whose line breaks were lost have them: a rule of marks, the hour at which
 * a message was written, an address, a file, a greeting or a closing before a name, a face of marks; pages leave brackets before sentences.
 */
import type { Span } from '../../model/span.ts';
import type { CutLexicon } from './lexicon.ts';

/** Whether a block has any mark that a seam begins with, so that plain prose is not searched. */
const HINT = /[=_*#~-]{3}|:\/\/|\d:\d\d|[:;]-?[)(]|^--|>>|\]\]|\.(?:doc|xls|pdf)\b/i;

/** Rules of marks stand alone: both of their ends are seams. */
const RULE = /(?<=^|\s)(?:={3,}|_{3,}|\*{3,}|#{3,}|~{3,}|-{4,})(?=\s|$)/g;
/** `08/17/2000 11:21 AM`, the head of a message. */
const HOUR = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?\b/g;
const ADDRESS = /\bhttps?:\/\/\S/;
/** What ends before a gap, from its gap on: so each stretch is looked at once, however many addresses stand in it without one. */
const BEFORE_CAPITAL = /(?<!\S)\S+(?!\S)(?=\s+(?:["“(]?\p{Lu}|https?:))/gu;
const FACE = /(?<=\s)[:;]-?[)(](?=\s+\p{Lu})/gu;
/** `<<annex.doc>> The`, `annex.doc - list.xls`: files that were attached, one a line. */
const FILE = />>(?=\s+[\p{L}-])|\.(?:doc|xls|pdf)(?=\s+- )/giu;
/** `]] The`, what is left of a picture. */
const BRACKETS = /\]\](?=\s+\p{Lu})/gu;
/** The mark before a signature. */
const DASHES = /^--(?=\s+\p{Lu})/u;
/** No name or subject before an hour is longer. */
const HEAD = 90;
/** The last word before a place. */
const LAST_WORD = /(?<!\p{L})(\p{L}+)\s+$/u;

/** The places of a block where a sentence ends without a stop, rising; none of them at its start or end. */
export function findSeams(text: string, block: Span, lexicon: CutLexicon): number[] {
  const words = text.slice(block.start, block.end);
  const openings = [...words.matchAll(lexicon.opening)];
  const greeting = lexicon.greeting.exec(words);
  if (!greeting && openings.length === 0 && !HINT.test(words)) return [];
  const at = new Set<number>(openings.map((m) => m.index));
  for (const m of words.matchAll(RULE)) {
    at.add(m.index);
    at.add(m.index + m[0].length);
  }
  for (const m of words.matchAll(HOUR)) {
    at.add(m.index + m[0].length);
    const before = LAST_WORD.exec(words.slice(Math.max(0, m.index - HEAD), m.index))?.[1] ?? '';
    if (!lexicon.words['before-hours'].has(before.toLowerCase())) at.add(m.index);
  }
  for (const m of words.matchAll(BEFORE_CAPITAL)) if (ADDRESS.test(m[0])) at.add(m.index + m[0].length);
  for (const pattern of [FACE, FILE, BRACKETS]) for (const m of words.matchAll(pattern)) at.add(m.index + m[0].length);
  const first = greeting ?? DASHES.exec(words);
  if (first) at.add(first[0].length);
  return [...at]
    .filter((k) => k > 0 && k < words.length)
    .sort((a, b) => a - b)
    .map((k) => k + block.start);
}

/** Where what stands alone at the start of a sentence ends ("Best regards," before the name that signs), or `start`. */
export function headEnd(text: string, start: number, block: Span, { head }: CutLexicon): number {
  head.lastIndex = start;
  const length = head.exec(text)?.[0].length ?? 0;
  return start + length < block.end ? start + length : start;
}
