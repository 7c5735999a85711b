/** The engine's API, as the page uses it. Answers come from our own server, so their shape is trusted; their text is not. */
import type {
  Comparison,
  EntityKind,
  Publisher,
  Record as ReadoutRecord,
  Story,
  Thread,
} from '../../../../packages/readout/src/model/index.ts';
import { keptRecord } from './kept.ts';

export interface Counts {
  readonly articles: number;
  readonly publishers: number;
  readonly events: number;
  readonly claims: number;
  readonly relations: number;
  readonly silences: number;
}

export interface ArticleRow {
  readonly id: string;
  readonly title?: string;
  readonly publisher?: Publisher;
  /** ISO day. */
  readonly published?: string;
  readonly counts: { readonly events: number; readonly claims: number; readonly relations: number; readonly silences: number };
  /** In a search: words around the hits, each hit between U+0002 and U+0003. */
  readonly snippet?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface Facet {
  readonly value: string;
  readonly name: string;
  readonly articles: number;
  /** The address of the list, in the API. */
  readonly list: string;
}
export interface Facets {
  readonly publishers: readonly Facet[];
  readonly states: readonly Facet[];
  readonly years: readonly Facet[];
  /** Entities of the name that was searched. */
  readonly entities: readonly { readonly id: string; readonly name: string; readonly kind: EntityKind }[];
}
export interface ReportsPage extends Page<ArticleRow> {
  /** How many there are in all; only of a search, as the facets. */
  readonly articles?: number;
  readonly facets?: Omit<Facets, 'entities'>;
  readonly entities?: Facets['entities'];
}

export interface Head {
  readonly id: string;
  readonly title?: string;
  readonly url?: string;
  readonly publisher?: Publisher;
  readonly published?: string;
}
type Names = { readonly [entity: string]: string };
export interface StoryPage extends Page<Story> {
  readonly threads: readonly Thread[];
  readonly reports: { readonly [article: string]: Head };
  /** Of the parties to what the stories tell. */
  readonly names: Names;
  /** In a large store: how many reports were grouped, of how many, and from which day on. */
  readonly part?: { readonly reports: number; readonly of: number; readonly from?: string };
}
export interface StoryView {
  readonly story: Story;
  readonly thread?: Thread;
  readonly stories: readonly Story[];
  readonly reports: readonly Head[];
  readonly names: Names;
}
export interface ComparisonView {
  readonly story?: Story;
  readonly comparison: Comparison;
  readonly reports: readonly Head[];
  readonly names: Names;
}

export interface RuleWords {
  readonly id: string;
  readonly stage: string;
  readonly makes?: string;
  readonly wording: readonly string[];
  readonly source?: string;
}

/** An error answer (RFC 9457) or a connection that failed, in words for a reader. */
export class ApiError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** A GET of the API. Throws ApiError, or what the signal does when it is aborted. */
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask(path, { headers: { accept: 'application/json' } }, signal);

/** A POST of JSON. */
export const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  ask(
    path,
    { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) },
    signal,
  );

async function ask<T>(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'Readout does not answer. Is `readout serve` still running?');
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new ApiError(response.status, problem.detail ?? problem.title ?? `The server answered ${response.status}.`);
  }
  return (await response.json()) as T;
}

/** A record: of a text that was pasted in this tab, else of the store. */
export const getArticle = async (id: string, signal?: AbortSignal): Promise<ReadoutRecord> =>
  keptRecord(id) ?? get(`/api/articles/${encodeURIComponent(id)}`, signal);

export const getRule = (id: string, signal?: AbortSignal): Promise<RuleWords> => get(`/api/rules/${encodeURIComponent(id)}`, signal);

/** Reports of a list; with words, the best first and how they spread. */
export const getReports = (query: string, signal?: AbortSignal): Promise<ReportsPage> =>
  get(`/api/${new URLSearchParams(query).has('q') ? 'search' : 'articles'}${query ? `?${query}` : ''}`, signal);
