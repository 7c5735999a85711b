import type { Worker } from 'node:worker_threads';
import { ReadoutError } from '../../errors.ts';
import type { Part } from '../../model/article.ts';
import type { Source, Stated } from '../source.ts';
import { isSameTitle } from '../title.ts';
import { htmlEncoding } from './html-encoding.ts';
import type { Page, PageResult } from './page.ts';
import { answerOf, startPageThread } from './page-thread.ts';
import { cleanText, type Decoded, textProblems } from './text.ts';

/** Limits of a page; what exceeds them is refused before a tree is built. */
export interface PageLimits {
  /** Default 10 MB. */
  readonly maxBytes?: number;
  /** Default 512. */
  readonly maxDepth?: number;
  /** Default 100,000. */
  readonly maxElements?: number;
  /** On one element; default 256. */
  readonly maxAttributes?: number;
  /** Reading time of one page once the worker runs; default 1,500 ms. */
  readonly timeoutMs?: number;
  /** Heap of the worker; default 192 MB. */
  readonly maxHeapMb?: number;
}

const DEFAULTS = { maxBytes: 10_000_000, maxDepth: 512, maxElements: 100_000, maxAttributes: 256, timeoutMs: 1_500, maxHeapMb: 192 };

/** Reads pages one after the other in a worker thread, so that a hostile one takes neither the process nor its event loop. Close it when done. */
export class PageReader {
  readonly #limits: Required<PageLimits>;
  #thread: Promise<Worker> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: PageLimits = {}) {
    this.#limits = { ...DEFAULTS, ...limits };
  }

  /**
   * The article of a page as a source: title, byline, captions and paragraphs. Rejects with `article/too-large`, `article/hostile`, `article/time-out`,
   * `article/binary` or `article/no-text`; never with anything else for any input.
   */
  read(html: string | Uint8Array, options: { url?: string; at?: string } = {}): Promise<Source> {
    const next = this.#last.then(() => this.#read(html, options));
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Ends the worker. A later read starts a new one. */
  async close(): Promise<void> {
    await this.#last;
    const thread = this.#thread;
    this.#thread = undefined;
    await (await thread?.catch(() => undefined))?.terminate();
  }

  async #read(html: string | Uint8Array, options: { url?: string; at?: string }): Promise<Source> {
    const at = options.at === undefined ? {} : { at: options.at };
    const { maxBytes, timeoutMs } = this.#limits;
    if (html.length > maxBytes)
      throw new ReadoutError('article/too-large', `The page has ${html.length} bytes; the limit is ${maxBytes}.`, at);
    const decoded: Decoded = typeof html === 'string' ? { text: html, replaced: 0 } : htmlEncoding(html, at);
    const result = await this.#ask(decoded.text);
    if (result === 'time-out') throw new ReadoutError('article/time-out', `The page was not read within ${timeoutMs} ms.`, at);
    if ('failed' in result) throw new ReadoutError('article/hostile', `The page could not be read: ${result.failed.slice(0, 200)}.`, at);
    if ('excess' in result) throw new ReadoutError('article/hostile', `The page was refused: ${result.excess}.`, at);
    if ('empty' in result) throw new ReadoutError('article/no-text', 'No article text was found in the page.', at);
    return sourceOf(result.page, decoded, options.url);
  }

  async #ask(html: string): Promise<PageResult | { readonly failed: string } | 'time-out'> {
    this.#thread ??= startPageThread(this.#limits.maxHeapMb);
    const worker = await this.#thread.catch((error: unknown) => {
      this.#thread = undefined;
      throw error;
    });
    worker.ref();
    const { maxDepth, maxElements, maxAttributes, timeoutMs } = this.#limits;
    const answer = answerOf<PageResult | { readonly failed: string }>(worker, timeoutMs);
    worker.postMessage({ html, caps: { maxDepth, maxElements, maxAttributes } });
    const result = await answer;
    worker.unref();
    if (result === 'time-out' || 'ended' in result) {
      await worker.terminate();
      // At once, so that the next page does not wait for it.
      this.#thread = startPageThread(this.#limits.maxHeapMb);
      this.#thread.catch(() => undefined);
    }
    return result;
  }
}

function sourceOf(page: Page, decoded: Decoded, url: string | undefined): Source {
  const address = url ?? page.url;
  const title = page.title === undefined ? undefined : oneLine(page.title);
  const byline = page.byline === undefined ? undefined : oneLine(page.byline);
  const parts: Part[] = [];
  let text = '';
  let removed = 0;
  let { replaced } = decoded;
  const add = (words: string, kind?: Part['kind']): void => {
    const clean = cleanText(words);
    removed += clean.removed;
    replaced += clean.replaced;
    const trimmed = clean.text.trim();
    if (trimmed === '') return;
    if (text !== '') text += '\n\n';
    if (kind) parts.push({ kind, span: { start: text.length, end: text.length + trimmed.length } });
    text += trimmed;
  };
  if (title) add(title, 'title');
  if (byline) add(byline, 'byline');
  for (const [i, block] of page.blocks.entries()) {
    // The headline and the byline often stand at the head of the main text too.
    if (i < 3 && ((title && isSameTitle(block.text, title)) || (byline && isSameTitle(block.text, byline)))) continue;
    add(block.text, block.kind === 'caption' ? 'caption' : undefined);
  }
  const stated: Stated = {
    ...(title ? { title } : {}),
    ...(address === undefined ? {} : { url: address }),
    ...(page.date === undefined ? {} : { date: page.date }),
    ...(page.publisher === undefined ? {} : { publisher: oneLine(page.publisher) }),
    ...(byline ? { byline } : {}),
  };
  return { text, parts, stated, problems: textProblems({ ...decoded, replaced }, removed) };
}

function oneLine(words: string): string {
  return cleanText(words).text.replace(/\s+/g, ' ').trim();
}
