import { type Decoded, decodeText } from './text.ts';
import { decode1252 } from './windows-1252.ts';

/** Where a page declares its characters: within its first kilobyte (HTML standard, "prescan a byte stream"). */
const PRESCAN = 1024;

/** The characters of a page: by byte order mark, by the charset it declares, else UTF-8 or what reads as Windows-1252. Throws `article/binary` when the bytes are no text. */
export function htmlEncoding(bytes: Uint8Array, at: { at?: string } = {}): Decoded {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1');
  const declared =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/i.exec(head)?.[1];
  const hasMark =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xef && bytes[1] === 0xbb);
  if (declared === undefined || hasMark || /^utf-?(?:8|16)/i.test(declared)) return decodeText(bytes, at);
  const decoder = decoderFor(declared);
  // Binary files do not declare a charset by accident, but may be renamed pages: the check for them stands in decodeText.
  return decoder ? { text: decoder.decode(bytes), replaced: 0 } : decodeText(bytes, at);
}

function decoderFor(label: string): { decode(bytes: Uint8Array): string } | undefined {
  try {
    const decoder = new TextDecoder(label);
    return decoder.encoding === 'windows-1252' ? { decode: decode1252 } : decoder;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a charset nobody knows
    throw error;
  }
}
