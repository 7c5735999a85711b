import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Format, PageReader, readSources } from '../../1-article/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { ArticleHints, ReadArticle } from '../../model/article.ts';
import { type Parts, read } from '../../pipeline.ts';
import type { Listed } from './paths.ts';

/** One report that was read, or why it could not be; `at` is file and line. */
export type Reading =
  | { readonly kind: 'read'; readonly at: string; readonly read: ReadArticle }
  | { readonly kind: 'refused'; readonly at: string; readonly error: ReadoutError };

export interface ReadingsOptions {
  readonly stdin: Readable;
  readonly format?: Format;
  readonly hints?: ArticleHints;
  /** Told when an input is done: its bytes. */
  readonly onDone?: (bytes: number) => void;
}

/** The reports of many inputs in their order. What cannot be read is an item that says why; nothing of the kind is thrown. */
export async function* readings(listed: readonly Listed[], parts: Parts, options: ReadingsOptions): AsyncGenerator<Reading> {
  const pages = new PageReader();
  try {
    for (const item of listed) {
      if (item.kind === 'refused') yield item;
      else {
        const name = item.kind === 'stdin' ? '-' : item.path;
        const bytes = item.kind === 'stdin' ? options.stdin : createReadStream(item.path);
        yield* readingsOf(bytes, name, pages, parts, options);
      }
      options.onDone?.(item.kind === 'file' ? item.bytes : 0);
    }
  } finally {
    await pages.close();
  }
}

async function* readingsOf(
  bytes: Readable,
  name: string,
  pages: PageReader,
  parts: Parts,
  options: ReadingsOptions,
): AsyncGenerator<Reading> {
  const { format, hints } = options;
  try {
    for await (const item of readSources(bytes, { name, pages, ...(format ? { format } : {}) })) {
      if (item.kind === 'refused') yield item;
      else
        yield readOne(
          () => ({ kind: 'read', at: item.at, read: read({ source: item.source, ...(hints ? { hints } : {}) }, parts) }),
          item.at,
        );
    }
  } catch (cause) {
    if (!isReadFailure(cause)) throw cause;
    const message = `The file could not be read (${cause.code}).${cause.code === 'EACCES' ? ' Check its permissions.' : ''}`;
    yield { kind: 'refused', at: name, error: new ReadoutError('input/unreadable', message, { at: name, cause }) };
  } finally {
    bytes.destroy();
  }
}

function readOne(act: () => Reading, at: string): Reading {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return { kind: 'refused', at, error };
  }
}

function isReadFailure(cause: unknown): cause is Error & { readonly code: string } {
  return (
    cause instanceof Error &&
    !(cause instanceof ReadoutError) &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    /^E[A-Z]+$/.test(cause.code)
  );
}
