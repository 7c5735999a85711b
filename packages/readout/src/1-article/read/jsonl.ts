import { ReadoutError } from '../../errors.ts';
import type { Part } from '../../model/article.ts';
import type { Source, Stated } from '../source.ts';
import { isSameTitle } from '../title.ts';
import { readLines } from './lines.ts';
import { cleanText, type Decoded, decodeText, MAX_TEXT_BYTES, textProblems } from './text.ts';

/** A row of a JSONL file, or why it was left out. */
export type Row =
  | { readonly line: number; readonly id?: string; readonly source: Source }
  | { readonly line: number; readonly error: ReadoutError };

/** Names under which each field is looked for, best first; case, `_` and `-` do not matter. */
const NAMES = {
  id: ['id', 'articleid', 'docid', 'guid', 'uuid'],
  title: ['title', 'headline', 'heading'],
  text: ['text', 'body', 'content', 'article', 'maintext', 'articlebody', 'fulltext', 'articletext', 'bodytext', 'story'],
  date: [
    'date',
    'published',
    'publishedat',
    'publisheddate',
    'publicationdate',
    'pubdate',
    'datepublished',
    'datepublish',
    'datetime',
    'publishdate',
    'publishtime',
    'time',
    'timestamp',
    'created',
  ],
  url: ['url', 'link', 'sourceurl', 'webpage', 'permalink', 'uri'],
  publisher: ['publisher', 'source', 'outlet', 'sitename', 'sourcename', 'publication', 'newspaper', 'site', 'sourcedomain', 'domain'],
  state: ['state', 'country', 'sourcecountry'],
  official: ['official', 'isofficial'],
} as const;

/**
 * The reports of a JSONL stream, one a line. A line that is no JSON object, has no text or is longer than `maxLineBytes` (10 MB) comes back
 * as an error with its number; the rest is read. Blank lines are passed over.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: { maxLineBytes?: number; name?: string } = {},
): AsyncGenerator<Row> {
  const maxLineBytes = options.maxLineBytes ?? MAX_TEXT_BYTES;
  for await (const read of readLines(chunks, maxLineBytes)) {
    const { line } = read;
    const at = `${options.name ?? 'line'}:${line}`;
    if ('tooLong' in read) {
      const message = `The line has ${read.tooLong} bytes; the limit is ${maxLineBytes}. It was left out.`;
      yield { line, error: new ReadoutError('input/line-too-long', message, { at }) };
      continue;
    }
    if (read.bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
    yield { line, ...readRow(read.bytes, at) };
  }
}

function readRow(bytes: Uint8Array, at: string): { readonly id?: string; readonly source: Source } | { readonly error: ReadoutError } {
  try {
    const decoded = decodeText(bytes, { at });
    const fields = fieldsOf(parsed(decoded.text, at));
    const source = sourceOf(fields, decoded);
    if (!source)
      return {
        error: new ReadoutError('input/no-text-field', `The row has no text (looked for ${NAMES.text.join(', ')}). It was left out.`, {
          at,
        }),
      };
    const id = textField(fields, 'id');
    return { ...(id === undefined ? {} : { id }), source };
  } catch (error) {
    if (error instanceof ReadoutError) return { error };
    throw error;
  }
}

function parsed(text: string, at: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // RangeError: nested too deeply for the parser.
    if (cause instanceof SyntaxError || cause instanceof RangeError)
      throw new ReadoutError(
        'input/not-json',
        `The line is not JSON (${cause.message.slice(0, 120)}); each line is to be one whole object. It was left out.`,
        {
          at,
        },
      );
    throw cause;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new ReadoutError('input/not-json', 'The line is JSON but not an object. It was left out.', { at });
}

/** Own fields by plain name. A Map, so `__proto__` is a name like any other. */
function fieldsOf(row: object): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const plain = name.toLowerCase().replace(/[_\s-]/g, '');
    if (!fields.has(plain)) fields.set(plain, value);
  }
  return fields;
}

function sourceOf(fields: ReadonlyMap<string, unknown>, decoded: Decoded): Source | undefined {
  const body = cleanText(
    NAMES.text.map((name) => paragraphs(fields.get(name))).find((text) => text !== undefined && text.trim() !== '') ?? '',
  );
  if (body.text.trim() === '') return undefined;
  const title = cleanText(textField(fields, 'title') ?? '')
    .text.replace(/\s+/g, ' ')
    .trim();
  const official = NAMES.official.map((name) => fields.get(name)).find((value) => value !== undefined && value !== null);
  const stated: Stated = {
    ...(title === '' ? {} : { title }),
    ...optional('date', dateField(fields)),
    ...optional('url', textField(fields, 'url')),
    ...optional('publisher', textField(fields, 'publisher')),
    ...optional('state', textField(fields, 'state')),
    ...(official === undefined ? {} : { official: official === true || /^(?:true|yes|1)$/i.test(String(official)) }),
  };
  const problems = textProblems({ ...decoded, replaced: decoded.replaced + body.replaced }, body.removed);
  const firstLine = body.text.trimStart().split('\n', 1)[0] ?? '';
  if (title === '' || isSameTitle(firstLine, title)) return { text: body.text, parts: [], stated, problems };
  const parts: readonly Part[] = [{ kind: 'title', span: { start: 0, end: title.length } }];
  return { text: `${title}\n\n${body.text}`, parts, stated, problems };
}

/** A text field, or a list of paragraphs. */
function paragraphs(value: unknown): string | undefined {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('\n\n');
  return typeof value === 'string' ? value : undefined;
}

function textField(fields: ReadonlyMap<string, unknown>, field: keyof typeof NAMES): string | undefined {
  for (const name of NAMES[field]) {
    const value = plainValue(fields.get(name));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A name, a number, the first of a list, or the name of an object like `{"name": …}`. */
function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.length > 0 ? plainValue(value[0]) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['name', 'title', 'id']) if (Object.hasOwn(value, key)) return plainValue(Reflect.get(value, key));
  return undefined;
}

/** A date as written; seconds or milliseconds since 1970 become a day. */
function dateField(fields: ReadonlyMap<string, unknown>): string | undefined {
  const written = textField(fields, 'date');
  if (written === undefined || !/^\d{9,13}(?:\.\d+)?$/.test(written)) return written;
  const number = Number(written);
  return new Date(number < 1e11 ? number * 1000 : number).toISOString().slice(0, 10);
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: string }); // one known key
}
