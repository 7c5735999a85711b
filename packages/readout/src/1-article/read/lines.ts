/** A line without its break, or the fact that it was longer than the limit and was dropped. Lines count from 1. */
export type Line = { readonly line: number; readonly bytes: Uint8Array } | { readonly line: number; readonly tooLong: number };

const NEWLINE = 10;

/**
 * The lines of a stream of bytes. A line of more than `maxBytes` is let pass unread and only its length comes back, so memory stays at about one
 * line and one chunk, whatever comes.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): AsyncGenerator<Line> {
  let held: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    while (from <= chunk.length) {
      const newline = chunk.indexOf(NEWLINE, from);
      const end = newline < 0 ? chunk.length : newline;
      length += end - from;
      if (length > maxBytes) held = [];
      // A copy: the owner of the chunk may use its memory again.
      else if (end > from) held.push(chunk.slice(from, end));
      if (newline < 0) break;
      yield finished(line, held, length, maxBytes);
      held = [];
      length = 0;
      line++;
      from = newline + 1;
    }
  }
  if (length > 0) yield finished(line, held, length, maxBytes);
}

function finished(line: number, held: readonly Uint8Array[], length: number, maxBytes: number): Line {
  if (length > maxBytes) return { line, tooLong: length };
  const [only] = held;
  return { line, bytes: held.length === 1 && only ? only : new Uint8Array(Buffer.concat(held)) };
}
