import { ReadoutError } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { Source } from '../source.ts';
import { windows1252 } from './windows-1252.ts';

/** Largest single report, in bytes: a book is smaller. */
export const MAX_TEXT_BYTES = 10_000_000;

/** First bytes of common files that are not text. */
const MAGIC = [
  '%PDF-',
  '\x89PNG',
  'PK\x03\x04',
  '\x1f\x8b',
  'GIF8',
  '\xff\xd8\xff',
  '\x7fELF',
  'BZh',
  '7z\xbc\xaf',
  'Rar!',
  '\xfd7zXZ',
  'SQLite format 3',
  '\xd0\xcf\x11\xe0',
  'OggS',
  'RIFF',
  'ID3',
];
const SAMPLE = 65_536;

/**
 * A plain text as a source: decoded and cleaned. Bytes are UTF-8 (invalid ones become U+FFFD and are counted), UTF-16, or what reads as Windows-1252.
 * Throws `article/too-large`, `article/binary`, `article/empty`.
 */
export function readText(input: string | Uint8Array, options: { maxBytes?: number; at?: string } = {}): Source {
  const at = options.at === undefined ? {} : { at: options.at };
  const maxBytes = options.maxBytes ?? MAX_TEXT_BYTES;
  if (input.length > maxBytes) {
    throw new ReadoutError(
      'article/too-large',
      `The text has ${input.length} bytes; the limit for one report is ${maxBytes}. Split it, one report each.`,
      at,
    );
  }
  const decoded: Decoded = typeof input === 'string' ? { text: input, replaced: 0 } : decodeText(input, at);
  const cleaned = cleanText(decoded.text);
  if (cleaned.text.trim() === '') throw new ReadoutError('article/empty', 'The input has no text: there is nothing to read.', at);
  return {
    text: cleaned.text,
    parts: [],
    stated: {},
    problems: textProblems({ ...decoded, replaced: decoded.replaced + cleaned.replaced }, cleaned.removed),
  };
}

/** What bytes were read as. */
export interface Decoded {
  readonly text: string;
  /** Sequences that could not be read and became U+FFFD. */
  readonly replaced: number;
  /** Characters beyond ASCII of a text that nothing says is Windows-1252 and that reads as such; absent for all others. */
  readonly guessed?: number;
}

/** The characters that bytes stand for. Throws `article/binary` when the bytes are no text. */
export function decodeText(bytes: Uint8Array, at: { at?: string } = {}): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'binary')
    throw new ReadoutError('article/binary', 'The input is not text but a binary file. Give plain text, HTML or JSONL.', at);
  const text = new TextDecoder(encoding).decode(bytes);
  let replaced = count(text, '\ufffd');
  if (replaced > 0 && encoding === 'utf-8') replaced -= countWritten(bytes);
  const old = replaced > 0 && encoding === 'utf-8' ? windows1252(bytes) : undefined;
  if (old) return { text: old.text, replaced: 0, guessed: old.beyond };
  if (replaced > 20 && replaced > text.length / 5)
    throw new ReadoutError('article/binary', 'Most of the input is neither UTF-8 nor UTF-16 text. Convert it to UTF-8.', at);
  return { text, replaced };
}

/**
 * The text as it is stored: lines end in `\n`, spaces that do not break are spaces, and what cannot be seen (byte order marks, soft hyphens,
 * zero-width spaces, direction marks, control characters) is gone; lone surrogates become U+FFFD. Cleaning a clean text changes nothing.
 */
export function cleanText(raw: string): { readonly text: string; readonly replaced: number; readonly removed: number } {
  const formed = raw.isWellFormed() ? raw : raw.toWellFormed();
  const replaced = formed === raw ? 0 : count(formed, '\ufffd') - count(raw, '\ufffd');
  const lines = formed
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const text = lines.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  return { text, replaced, removed: lines.length - text.length };
}

/** What decoding and cleaning have to report. */
export function textProblems({ replaced, guessed = 0 }: Omit<Decoded, 'text'>, removed: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (guessed > 0)
    problems.push({
      code: 'article/guessed-encoding',
      message: `The text is not UTF-8; it was read as Windows-1252, by ${guessed} ${guessed === 1 ? 'character' : 'characters'} beyond ASCII. If names look wrong, convert it to UTF-8 first.`,
    });
  if (replaced > 0)
    problems.push({
      code: 'article/not-utf8',
      message: `${replaced} invalid ${replaced === 1 ? 'sequence was' : 'sequences were'} replaced by U+FFFD. Convert the text to UTF-8.`,
    });
  if (removed > 0)
    problems.push({
      code: 'article/control',
      message: `${removed} control ${removed === 1 ? 'character was' : 'characters were'} removed.`,
    });
  return problems;
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  if (MAGIC.some((magic) => head.startsWith(magic))) return 'binary';
  const sample = bytes.subarray(0, SAMPLE);
  const nulls = [0, 0];
  let control = 0;
  for (const [i, byte] of sample.entries()) {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  const [even = 0, odd = 0] = nulls;
  // Latin text in UTF-16 without a mark: every second byte is zero.
  if (sample.length >= 8 && odd > sample.length * 0.35 && even < sample.length * 0.02) return 'utf-16le';
  if (sample.length >= 8 && even > sample.length * 0.35 && odd < sample.length * 0.02) return 'utf-16be';
  return even + odd + control > 8 + sample.length * 0.02 ? 'binary' : 'utf-8';
}

function count(text: string, character: string): number {
  let n = 0;
  for (let i = text.indexOf(character); i >= 0; i = text.indexOf(character, i + 1)) n++;
  return n;
}

/** U+FFFD that stand in the bytes themselves: they were there before. */
function countWritten(bytes: Uint8Array): number {
  let n = 0;
  for (let i = bytes.indexOf(0xef); i >= 0; i = bytes.indexOf(0xef, i + 1)) if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) n++;
  return n;
}
