import type { Stated } from '../source.ts';

/** The little of the DOM that is read here; linkedom's nodes have it. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageNode | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'date.issued',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish-date',
  'publish_date',
  'pubdate',
  'publication_date',
  'article.published',
  'article_date_original',
  'cxenseparse:recs:publishtime',
  'date',
];
const SITE_NAMES = ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher', 'publisher'];
const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|WebPage)$/;
/** JSON-LD larger or deeper than this is not read. */
const MAX_JSON = 1_000_000;
const MAX_NODES = 2_000;

/** What the head of a page says of its article: title, day, publisher, address. From JSON-LD, meta tags, `<time>` and the canonical link. */
export function pageMeta(document: PageNode): Omit<Stated, 'byline'> {
  const metas = metaTags(document);
  const linked = linkedData(document);
  const first = (names: readonly string[]): string | undefined => names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const title = linked.title ?? first(['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'parsely-title', 'title']);
  const date = first(DATE_NAMES.slice(0, 3)) ?? linked.date ?? first(DATE_NAMES.slice(3)) ?? timeElement(document);
  const publisher = first(SITE_NAMES.slice(0, 1)) ?? linked.publisher ?? first(SITE_NAMES.slice(1));
  const url = attribute(document, 'link[rel="canonical"]', 'href') ?? metas.get('og:url');
  return {
    ...(title ? { title } : {}),
    ...(date ? { date } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url && /^https?:\/\//i.test(url) ? { url } : {}),
  };
}

function metaTags(document: PageNode): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = (meta.getAttribute('content') ?? '').trim();
    if (content === '' || content.length > 1000) continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(key) ?? '').toLowerCase().split(/\s+/))
        if (name !== '' && !tags.has(name)) tags.set(name, content);
    }
  }
  return tags;
}

function timeElement(document: PageNode): string | undefined {
  const selectors = [
    '[itemprop~="datePublished"]',
    'time[pubdate]',
    'article time[datetime]',
    'h1 ~ time[datetime]',
    'header time[datetime]',
    'time.published',
    'abbr.published',
    'time[datetime]',
  ];
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    const value =
      element?.getAttribute('datetime') ??
      element?.getAttribute('content') ??
      element?.getAttribute('title') ??
      element?.textContent?.trim().slice(0, 80);
    if (value) return value;
  }
  return undefined;
}

/** Fields of the first article among the JSON-LD of the page. */
function linkedData(document: PageNode): { readonly title?: string; readonly date?: string; readonly publisher?: string } {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const json = script.textContent ?? '';
    if (json.length > MAX_JSON) continue;
    const found = articleIn(parsedOrNothing(json));
    if (!found) continue;
    const title = stringOf(found.get('headline'));
    const date = stringOf(found.get('datePublished'));
    const publisher = nameOf(found.get('publisher'));
    return { ...(title ? { title } : {}), ...(date ? { date } : {}), ...(publisher ? { publisher } : {}) };
  }
  return {};
}

function parsedOrNothing(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/g, ''));
  } catch (error) {
    // Broken JSON-LD is common; the page is read without it.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function articleIn(root: unknown): ReadonlyMap<string, unknown> | undefined {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && i < MAX_NODES; i++) {
    const node = queue[i];
    if (Array.isArray(node)) queue.push(...node.slice(0, 100));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const fields = new Map<string, unknown>(Object.entries(node));
    const types = [fields.get('@type')].flat();
    if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)) && fields.has('headline')) return fields;
    queue.push(fields.get('@graph'), fields.get('mainEntity'), fields.get('mainEntityOfPage'));
  }
  return undefined;
}

function stringOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' && first.length <= 1000 ? first.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'object' && first !== null && Object.hasOwn(first, 'name')) return stringOf(Reflect.get(first, 'name'));
  return stringOf(first);
}

function attribute(document: PageNode, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
}
