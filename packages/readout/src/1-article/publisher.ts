import type { ArticleHints, Publisher } from '../model/article.ts';
import type { Stated } from './source.ts';

/** Known publishers; the compiled knowledge answers as one. Names are compared as the index sees fit (case, articles), hosts without `www.`. */
export interface PublisherIndex {
  byName(name: string): Publisher | undefined;
  byDomain(host: string): Publisher | undefined;
}

/** What a text and its medium say of who published it. */
export interface PublisherClues {
  readonly hints: ArticleHints;
  /** Front matter of the text itself. */
  readonly front: Stated;
  /** Fields of a row, meta tags of a page. */
  readonly meta: Stated;
  /** The agency in the dateline. */
  readonly agency?: string;
  /** Names in the byline, in a notice of rights or in a text credit at the end, likeliest first. */
  readonly credits: readonly string[];
  readonly url?: string;
}

/**
 * Who published the text: as told by the caller or the front matter, then by the medium, the dateline's agency, a text credit, the address. A name told or
 * stated that the index does not know makes an outlet of that name; names found in the text count only when known. An agency quoted in the body is none.
 */
export function findPublisher(clues: PublisherClues, index: PublisherIndex): Publisher | undefined {
  const { hints, front, meta } = clues;
  const told = hints.publisher ?? front.publisher;
  const state = hints.state ?? front.state ?? meta.state;
  const official = hints.official ?? front.official ?? meta.official;
  const known =
    told !== undefined
      ? lookUp(told, index)
      : ((meta.publisher !== undefined ? lookUp(meta.publisher, index) : undefined) ??
        // A site that calls itself by a name of its own is known by its address.
        (meta.publisher !== undefined ? byUrl(clues.url, index) : undefined));
  const named = told ?? meta.publisher;
  const found = known ?? (named !== undefined ? unknownOutlet(named) : undefined) ?? fromText(clues, index) ?? byUrl(clues.url, index);
  if (!found) return undefined;
  const iso3 = state !== undefined && /^[A-Z]{3}$/i.test(state.trim()) ? state.trim().toUpperCase() : undefined;
  return { ...found, ...(iso3 === undefined ? {} : { state: iso3 }), ...(official === undefined ? {} : { official }) };
}

/** The host of an address, without `www.`; undefined when it is no http address. */
export function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^@/?#]*@)?([a-z0-9.-]+)/i
    .exec(url.trim())?.[1]
    ?.toLowerCase()
    .replace(/^www\d?\./, '');
  return host?.includes('.') ? host : undefined;
}

function lookUp(name: string, index: PublisherIndex): Publisher | undefined {
  const bare = name.trim();
  const inBrackets = /^(.+?)(?<!\s)\s*\(([^()]+)\)$/.exec(bare);
  const candidates = [bare, bare.replace(/^the /i, ''), inBrackets?.[1], inBrackets?.[2], bare.split(/\s[-–—|]\s/)[0]];
  for (const candidate of candidates) {
    if (!candidate) continue;
    const found =
      index.byName(candidate) ??
      (/^[\w-]+(?:\.[\w-]+)+$/.test(candidate) ? byHost(candidate.toLowerCase(), index) : byUrl(candidate, index));
    if (found) return found;
  }
  return undefined;
}

function fromText(clues: PublisherClues, index: PublisherIndex): Publisher | undefined {
  for (const name of [clues.agency, ...clues.credits]) {
    const found =
      name === undefined
        ? undefined
        : (index.byName(name) ??
          name
            .split(/[/|]|, | via /)
            .map((part) => index.byName(part.trim()))
            .find(Boolean));
    if (found) return found;
  }
  return undefined;
}

function byUrl(url: string | undefined, index: PublisherIndex): Publisher | undefined {
  const host = url === undefined ? undefined : hostOf(url);
  return host === undefined ? undefined : byHost(host, index);
}

/** The host itself, then the domains above it: `english.news.example` before `news.example`. */
function byHost(host: string, index: PublisherIndex): Publisher | undefined {
  const labels = host
    .replace(/^www\d?\./, '')
    .split('.')
    .slice(-6);
  for (let i = 0; i + 1 < labels.length; i++) {
    const found = index.byDomain(labels.slice(i).join('.'));
    if (found) return found;
  }
  return undefined;
}

function unknownOutlet(name: string): Publisher | undefined {
  const id = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? undefined : { id, name: name.trim(), kind: 'outlet', official: false };
}
