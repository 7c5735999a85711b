/**
 * Whether bytes that are not UTF-8 read as Windows-1252, the old encoding of Western texts (Latin-1 with curly quotes and dashes): letters with accents
 * stand beside letters, signs do not stand inside words, and hardly anything is UTF-8 after all. Cyrillic, Greek and Asian encodings have too much beyond
 * ASCII, and a text cut off in a character has it where no word would. (chardet and jschardet, asked the same, call UTF-8 with a fault, Polish and Chinese
 * beside much English Windows-1252 too, as sure as of the real thing.)
 */

/** Of all bytes, the share beyond ASCII that Western texts stay below: French has 4 %. */
const MOST = 0.15;
/** Of the bytes beyond ASCII, the share that must stand where they would in words. */
const LEAST_AT_HOME = 0.9;
/** Bytes that Windows-1252 has no character for. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Signs that stand inside words: ’ ‘ – — · ª º, the soft hyphen. */
const WITHIN_WORDS = new Set([0x91, 0x92, 0x96, 0x97, 0xb7, 0xaa, 0xba, 0xad]);
const EURO = 0x80;
/** Š Œ Ž and Ÿ, š œ ž: letters among the signs. */
const CAPITALS = new Set([0x8a, 0x8c, 0x8e, 0x9f]);
const SMALL = new Set([0x9a, 0x9c, 0x9e]);

/** Bytes as Windows-1252. As part of a stream, where Node 20's decoder is right: alone it takes them for Latin-1 and makes controls of quotes and dashes. */
export const decode1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes, { stream: true });

/** The text and how many of its characters are beyond ASCII; undefined where the bytes are more likely something else. */
export function windows1252(bytes: Uint8Array): { readonly text: string; readonly beyond: number } | undefined {
  let beyond = 0;
  let atHome = 0;
  let utf8 = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    if (UNASSIGNED.has(byte)) return undefined;
    beyond++;
    if (isAtHome(bytes, i)) atHome++;
    if (beginsUtf8(bytes, i)) utf8++;
  }
  // "CAFÉ”" happens to be UTF-8 too; a text in UTF-8 has such pairs for nearly all it has beyond ASCII.
  if (beyond === 0 || beyond > bytes.length * MOST || atHome < beyond * LEAST_AT_HOME || utf8 * 8 > beyond) return undefined;
  return { text: decode1252(bytes), beyond };
}

function isAtHome(bytes: Uint8Array, i: number): boolean {
  const byte = bytes[i] ?? 0;
  const [before, after] = [bytes[i - 1] ?? 0x20, bytes[i + 1] ?? 0x20];
  // "â€™" with a part missing: marks in UTF-8 begin with the byte of "€"; and a text that was cut off ends with the first byte of a character.
  if ((byte === EURO && after >= 0x80) || (before === EURO && byte >= 0x80)) return false;
  if (i === bytes.length - 1 && byte >= 0xc2 && byte <= 0xf4) return false;
  if (!isLetter(byte)) return WITHIN_WORDS.has(byte) || !(isLetter(before) && isLetter(after));
  // A letter stands beside a letter; no capital behind a small one, and no three letters with accents in a row.
  if (isCapital(byte) && isSmall(before)) return false;
  if (isAccented(before) && isAccented(after)) return false;
  return isLetter(before) || isLetter(after);
}

const isAccented = (byte: number): boolean => byte >= 0x80 && isLetter(byte);
const isLetter = (byte: number): boolean => isCapital(byte) || isSmall(byte);
const isCapital = (byte: number): boolean =>
  (byte >= 0x41 && byte <= 0x5a) || (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7) || CAPITALS.has(byte);
const isSmall = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0xdf && byte !== 0xf7) || SMALL.has(byte);

/** Whether a character of two bytes or more could begin here in UTF-8. */
function beginsUtf8(bytes: Uint8Array, i: number): boolean {
  const lead = bytes[i] ?? 0;
  const more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  if (lead < 0xc2 || lead > 0xf4) return false;
  for (let k = 1; k <= more; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return false;
  return true;
}
