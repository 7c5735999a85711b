import type { Span } from '../model/span.ts';
import { lineEnd, skipSpace } from './paragraphs.ts';
import type { Stated } from './source.ts';

/** More lines than this are not front matter. */
const MAX_LINES = 40;
const PAIR = /^([A-Za-z][A-Za-z _-]{0,30}):(?:[ \t]+(.*))?$/;

/** What each key is called by those who write it. */
const FIELDS = new Map<string, keyof Stated>([
  ['title', 'title'],
  ['headline', 'title'],
  ['date', 'date'],
  ['published', 'date'],
  ['publisher', 'publisher'],
  ['source', 'publisher'],
  ['outlet', 'publisher'],
  ['state', 'state'],
  ['country', 'state'],
  ['official', 'official'],
  ['url', 'url'],
  ['link', 'url'],
  ['byline', 'byline'],
  ['author', 'byline'],
]);

/**
 * The front matter a text begins with: `key: value` lines between `---` and `---`, or lines closed by `---` alone. Undefined when the text begins
 * otherwise or no key is one of ours. A value may stand in quotes; nothing else of YAML is read.
 */
export function findFrontMatter(text: string): { readonly span: Span; readonly stated: Stated } | undefined {
  const start = skipSpace(text, 0);
  let at = start;
  const opened = text.slice(at, lineEnd(text, at)) === '---';
  if (opened) at = skipSpace(text, lineEnd(text, at));
  const fields = new Map<keyof Stated, string>();
  for (let i = 0; i < MAX_LINES && at < text.length; i++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, Math.min(end, at + 2000));
    if (line === '---') return fields.size === 0 ? undefined : { span: { start, end }, stated: statedOf(fields) };
    const pair = PAIR.exec(line);
    if (!pair && !(opened && /^(?:[ \t]|- |#)/.test(line))) return undefined;
    const field = FIELDS.get((pair?.[1] ?? '').toLowerCase());
    const value = unquoted(pair?.[2] ?? '');
    if (field && value !== '' && !fields.has(field)) fields.set(field, value);
    const next = text.indexOf('\n', end);
    at = next < 0 ? text.length : next + 1;
    while (text[at] === '\n') at++;
  }
  return undefined;
}

function statedOf(fields: ReadonlyMap<keyof Stated, string>): Stated {
  const { official, ...rest } = Object.fromEntries(fields) as Record<string, string>; // only keys of FIELDS
  return official === undefined ? rest : { ...rest, official: /^(?:true|yes|1)$/i.test(official) };
}

function unquoted(value: string): string {
  const trimmed = value.trim();
  const quoted = /^(["'])(.*)\1$/.exec(trimmed);
  return (quoted?.[2] ?? trimmed).trim();
}
