/** A list as an Atom feed (RFC 4287): a saved search that a feed reader can follow. Text of reports leaves as text, never as markup. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { ArticleHead, ArticleView } from '../7-store/store.ts';

/** One entry: what it is called, where it is read, and when it was published. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly path: string;
  /** ISO day of publication; absent when unknown. */
  readonly day?: string;
  readonly author?: string;
}

/** When nothing says when: a fixed instant, so that the same list makes the same bytes. */
const UNKNOWN = '1970-01-01';

/** The feed of a list's address. `updated` is the latest day among its entries: nothing depends on the clock. */
export function feedOf(c: Context, title: string, entries: readonly Entry[]): string {
  const { origin, pathname, search } = new URL(c.req.url);
  const self = `${origin}${pathname}${search}`;
  const latest =
    entries
      .map((e) => e.day ?? UNKNOWN)
      .sort()
      .at(-1) ?? UNKNOWN;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <title>${safe(`Readout: ${title}`)}</title>`,
    `  <id>urn:sha256:${createHash('sha256').update(`${pathname}${search}`, 'utf8').digest('hex')}</id>`,
    `  <link rel="self" href="${safe(self)}"/>`,
    `  <updated>${instant(latest)}</updated>`,
    '  <author><name>Readout</name></author>',
    ...entries.flatMap((e) => [
      '  <entry>',
      `    <id>urn:readout:${safe(encodeURIComponent(e.id))}</id>`,
      `    <title>${safe(e.title)}</title>`,
      `    <link href="${safe(`${origin}${e.path}`)}"/>`,
      `    <updated>${instant(e.day ?? UNKNOWN)}</updated>`,
      ...(e.author === undefined ? [] : [`    <author><name>${safe(e.author)}</name></author>`]),
      `    <summary type="text">${safe(e.summary)}</summary>`,
      '  </entry>',
    ]),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

export function feedOfArticles(items: readonly ArticleView[]): readonly Entry[] {
  return items.map((a) => {
    const { events, claims, relations, silences } = a.counts;
    const counts = `${events} events, ${claims} claims, ${relations} relations, ${silences} silences`;
    return { ...base(a.id, a), title: a.title ?? a.id, summary: a.snippet ?? counts, path: `/a/${a.id}` };
  });
}

/** A record's words are its summary; it is read on its own page, or in its article. */
export function feedOfViews(
  items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly quote: string;
    readonly article: ArticleHead;
    readonly record: object;
  }[],
): readonly Entry[] {
  return items.map((v) => {
    const type = 'event' in v.record ? v.record.event : 'kind' in v.record ? v.record.kind : 'act' in v.record ? v.record.act : '';
    const where = v.article.title === undefined ? '' : ` in “${v.article.title}”`;
    return {
      ...base(v.id, v.article),
      title: `${v.kind} ${String(type)}${where}`,
      summary: v.quote,
      // By its id in every store: the link still leads there when its report was read anew.
      path: v.kind === 'event' ? `/event/${v.id}` : `/r/${v.id}`,
    };
  });
}

function base(id: string, { published, publisher }: ArticleHead): Pick<Entry, 'id' | 'day' | 'author'> {
  return { id, ...(published === undefined ? {} : { day: published }), ...(publisher ? { author: publisher.name } : {}) };
}

const instant = (day: string): string => `${day.padEnd(10, '-01')}T00:00:00Z`;

/** Text for XML: what has a meaning is escaped, and what XML 1.0 cannot hold is left out. */
function safe(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}
