import { ReadoutError } from '../../errors.ts';
import type { Source } from '../source.ts';
import { type PageLimits, PageReader } from './html.ts';
import { readJsonl } from './jsonl.ts';
import { MAX_TEXT_BYTES, readText } from './text.ts';

export type Format = 'text' | 'html' | 'jsonl';

/** One report of an input, or why one was left out. `at` is the name, for rows with the line: `day.jsonl:17`. */
export type ReadItem =
  | { readonly kind: 'source'; readonly at: string; readonly id?: string; readonly source: Source }
  | { readonly kind: 'refused'; readonly at: string; readonly error: ReadoutError };

export interface ReadSourcesOptions {
  /** The input's name for messages and, by its ending, its format; default `-`. */
  readonly name?: string;
  /** Default: by the name's ending, else by the first bytes. */
  readonly format?: Format;
  readonly limits?: PageLimits;
  /** A reader to use for pages; without one, one is opened and closed. */
  readonly pages?: PageReader;
}

/**
 * The reports of one input (a file, standard input): a text or a page is one, a JSONL stream is one a line. A bad document is an item that says so and the rest is
 * read; only errors of the stream itself (reading the file) are thrown.
 */
export async function* readSources(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadSourcesOptions = {},
): AsyncGenerator<ReadItem> {
  const at = options.name ?? '-';
  const { head, all } = await peek(input);
  const format = options.format ?? formatByName(at) ?? formatByBytes(head);
  if (format === 'jsonl') {
    for await (const row of readJsonl(all, { name: at })) {
      const where = `${at}:${row.line}`;
      if ('error' in row) yield { kind: 'refused', at: where, error: row.error };
      else yield { kind: 'source', at: where, ...(row.id === undefined ? {} : { id: row.id }), source: row.source };
    }
    return;
  }
  const owned = format === 'html' && !options.pages ? new PageReader(options.limits) : undefined;
  const pages = options.pages ?? owned;
  try {
    const bytes = await joined(all, MAX_TEXT_BYTES, at);
    const source = format === 'html' && pages ? await pages.read(bytes, { at }) : readText(bytes, { at });
    yield { kind: 'source', at, source };
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    yield { kind: 'refused', at, error };
  } finally {
    await owned?.close();
  }
}

/** The format that a name's ending tells; undefined for others. */
export function formatByName(name: string): Format | undefined {
  if (/\.(?:jsonl|ndjson|jsonlines)$/i.test(name)) return 'jsonl';
  if (/\.(?:x?html?|xht)$/i.test(name)) return 'html';
  return /\.(?:txt|text|md)$/i.test(name) ? 'text' : undefined;
}

function formatByBytes(head: Uint8Array): Format {
  const start = new TextDecoder()
    .decode(head.subarray(0, 4096))
    .replace(/^\ufeff/, '')
    .trimStart();
  if (
    /^(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(start) ||
    /^<!--[\s\S]{0,2000}-->\s*<(?:!doctype|html)/i.test(start)
  )
    return 'html';
  return /^\{\s*"/.test(start) ? 'jsonl' : 'text';
}

/** The first chunk that has bytes, and the whole stream with it. */
async function peek(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const chunks = each(input);
  const first = await chunks.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* all(): AsyncGenerator<Uint8Array> {
    if (!first.done) yield head;
    yield* chunks;
  }
  return { head, all: all() };
}

async function* each(input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of input) if (chunk.length > 0) yield chunk;
}

async function joined(chunks: AsyncIterable<Uint8Array>, maxBytes: number, at: string): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes)
      throw new ReadoutError(
        'article/too-large',
        `The input is larger than ${maxBytes} bytes, the limit for one report. Give many reports as JSONL.`,
        { at },
      );
    held.push(chunk.slice());
  }
  return new Uint8Array(Buffer.concat(held));
}
