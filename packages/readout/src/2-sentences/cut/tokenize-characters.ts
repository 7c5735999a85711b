/** Classes of UTF-16 code units, as the splitter and the tokeniser see them. */

const WORD_POINT = /[\p{L}\p{M}\p{Nd}\p{Nl}]/u;
const UPPER_POINT = /[\p{Lu}\p{Lt}]/u;
const LOWER_POINT = /\p{Ll}/u;

/** Whether the unit is white space (the same units as `\s`). */
export function isBlank(c: number): boolean {
  if (c < 0x80) return c === 32 || (c >= 9 && c <= 13);
  return (
    c === 0xa0 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000 ||
    c === 0xfeff
  );
}

/** `0` to `9`, by its code. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** Whether a letter, digit, mark or underscore stands at `i`; of a surrogate pair both halves are asked for the pair. */
export function isWordAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c < 0x80) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;
  if (c >= 0xc0 && c <= 0x24f) return c !== 0xd7 && c !== 0xf7;
  if (c >= 0x2010 && c <= 0x206f) return false;
  return Number.isNaN(c) ? false : WORD_POINT.test(pointAt(text, i));
}

/** Whether a capital stands at `i`. */
export function isUpperAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c < 0x80) return c >= 65 && c <= 90;
  return Number.isNaN(c) ? false : UPPER_POINT.test(pointAt(text, i));
}

/** Whether a small letter stands at `i`. */
export function isLowerAt(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c < 0x80) return c >= 97 && c <= 122;
  return Number.isNaN(c) ? false : LOWER_POINT.test(pointAt(text, i));
}

/** Whether a letter or mark stands at `i`: what `isWordAt` takes, without ASCII digits and the underscore. */
export function isLetterAt(text: string, i: number): boolean {
  return isWordAt(text, i) && !isDigit(text.charCodeAt(i)) && text.charCodeAt(i) !== 95;
}

/** `'` or `’`. */
export function isApostrophe(c: number): boolean {
  return c === 39 || c === 0x2019;
}

/** `.`, `!`, `?` or `…`. */
export function isStop(c: number): boolean {
  return c === 46 || c === 33 || c === 63 || c === 0x2026;
}

/** A quote or bracket that may close after a stop. */
export function isCloser(c: number): boolean {
  return c === 34 || c === 39 || c === 41 || c === 93 || c === 125 || c === 0x2019 || c === 0x201d || c === 0xbb || c === 0x203a;
}

/** A quote or bracket that may open before a word. */
export function isOpener(c: number): boolean {
  return (
    c === 34 ||
    c === 39 ||
    c === 40 ||
    c === 91 ||
    c === 123 ||
    c === 96 ||
    c === 0x2018 ||
    c === 0x201c ||
    c === 0x201e ||
    c === 0xab ||
    c === 0x2039
  );
}

/** The whole character at `i`, also when `i` is the second half of a pair. */
function pointAt(text: string, i: number): string {
  const c = text.charCodeAt(i);
  const low = c >= 0xdc00 && c <= 0xdfff && i > 0;
  const before = low ? text.charCodeAt(i - 1) : 0;
  const at = low && before >= 0xd800 && before <= 0xdbff ? i - 1 : i;
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
