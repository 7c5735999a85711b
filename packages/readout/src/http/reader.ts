/** Reads pasted texts with the engine: one request at a time, a few waiting, the rest told to come again. */
import { readSources } from '../1-article/index.ts';
import { openStore, type Store } from '../7-store/index.ts';
import { ReadoutError } from '../errors.ts';
import type { Record } from '../model/index.ts';
import type { Parts } from '../pipeline.ts';

/** A text as it was pasted, with what is known of it. */
export interface Pasted {
  readonly text: string;
  readonly format?: 'text' | 'html' | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
  readonly publisher?: string | undefined;
  readonly state?: string | undefined;
  readonly url?: string | undefined;
}

const WAITING = 4;

export class Reader {
  readonly #store: Store;
  readonly #open: () => Promise<Parts>;
  #parts: Promise<Parts> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** `open`: the engine; default: the installed one, opened when first asked for. */
  constructor(store: Store, open: () => Promise<Parts> = async () => (await import('../open.ts')).openParts()) {
    this.#store = store;
    this.#open = open;
  }

  /** The records of texts in their order, kept in the store only when `keep`. Throws what the command line says of a bad text, and `http/busy`. */
  async read(texts: readonly Pasted[], keep: boolean): Promise<readonly Record[]> {
    if (this.#waiting > WAITING)
      throw new ReadoutError('http/busy', 'The engine is reading other texts. Ask again in some seconds.', { at: 'read' });
    this.#waiting++;
    const mine = this.#last.then(() => this.#readNow(texts, keep));
    this.#last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.#waiting--;
    }
  }

  async #readNow(texts: readonly Pasted[], keep: boolean): Promise<readonly Record[]> {
    const { extract, read } = await import('../pipeline.ts');
    const parts = await this.#engine();
    const reads = [];
    for (const [i, { text, format, ...hints }] of texts.entries()) {
      const name = `text ${i + 1}`;
      for await (const item of readSources([Buffer.from(text, 'utf8')], { name, format: format ?? (isPage(text) ? 'html' : 'text') })) {
        if (item.kind === 'refused') throw item.error;
        reads.push(read({ source: item.source, hints: given(hints) }, parts));
      }
    }
    const records = await extract(reads, parts);
    if (keep) await this.#keep(records);
    return records;
  }

  async #engine(): Promise<Parts> {
    this.#parts ??= this.#open();
    try {
      return await this.#parts;
    } catch (error) {
      // What is missing may be there at the next try.
      this.#parts = undefined;
      throw error;
    }
  }

  /** The served store is open for reading only; a second hold writes. */
  async #keep(records: readonly Record[]): Promise<void> {
    if (this.#store.path === ':memory:') return void (await this.#store.upsert(records));
    const writer = await openStore(this.#store.path);
    try {
      await writer.upsert(records);
    } finally {
      await writer.close();
    }
  }
}

const isPage = (text: string): boolean => /^\s*(?:<!doctype html|<html)/i.test(text);

function given<T extends object>(hints: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(hints).filter(([, value]) => value !== undefined)) as never;
}
