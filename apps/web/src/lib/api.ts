/** The engine's API, as the page uses it. Answers come from our own server, so their shape is trusted; their text is not. */
import type { Publisher, Record as ReadoutRecord } from '../../../../packages/readout/src/model/index.ts';

export interface Counts {
  readonly articles: number;
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

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
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

export const getArticles = (query: string, signal?: AbortSignal): Promise<Page<ArticleRow>> =>
  get(`/api/articles${query ? `?${query}` : ''}`, signal);
export const getArticle = (id: string, signal?: AbortSignal): Promise<ReadoutRecord> =>
  get(`/api/articles/${encodeURIComponent(id)}`, signal);
export const getRule = (id: string, signal?: AbortSignal): Promise<RuleWords> => get(`/api/rules/${encodeURIComponent(id)}`, signal);
export const getCounts = (signal?: AbortSignal): Promise<Counts> => get('/api/counts', signal);
