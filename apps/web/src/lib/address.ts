/** Addresses of the page: what stands at which path, and where a list of the API is shown. */
const hex = (id: string): string => id.replace(/^[a-z0-9]+:/, '').slice(0, 16);

/** A report, or one record in it, or words of it. */
export const reportAt = (
  article: string,
  at: { readonly record?: string; readonly words?: { readonly start: number; readonly end: number } } = {},
): string => `/a/${hex(article)}${at.record ? `#${encodeURIComponent(at.record)}` : at.words ? `#w${at.words.start}-${at.words.end}` : ''}`;
/** The page of an event, by its report and its id there; `eventPage` by its id in every store. */
export const eventAt = (article: string, local: string): string => `/event/${hex(article)}:${local}`;
export const eventPage = (id: string): string => `/event/${id}`;
export const storyAt = (story: string): string => `/s/${hex(story)}`;
export const comparisonAt = (story: string): string => `/s/${hex(story)}/compare`;
export const compareAt = (articles: readonly string[]): string => `/compare?articles=${articles.map(hex).join(',')}`;
export const dyadAt = (a: string, b: string): string => `/dyad/${encodeURIComponent(a)}/${encodeURIComponent(b)}`;

/** The page of an entity: a state's, a leader's, else its timeline. */
export function entityAt(id: string, kind?: string): string {
  if (kind === 'state' || (kind === undefined && /^[A-Z]{3}$/.test(id))) return `/state/${encodeURIComponent(id)}`;
  if (kind === 'person') return `/leader/${encodeURIComponent(id)}`;
  return `/timeline?entity=${encodeURIComponent(id)}`;
}

/** Where the page shows a list of the API (`/api/events?…` → `/events?…`). */
export const listAt = (list: string): string => list.replace(/^\/api\/articles/, '/reports').replace(/^\/api/, '');

/** The same address of the API in another form. */
export function twinAt(path: string, form: 'csv' | 'atom'): string {
  const [before = '', query] = path.split('?');
  return `${before}.${form}${query ? `?${query}` : ''}`;
}

/** Names that the page asks by: those of the API's lists, and its own. What a mailer or another site adds to an address is not among them. */
const ASKED: ReadonlySet<string> = new Set(
  (
    'about accounts act actor all article articles between by confidence cursor directed entity event kind kinds limit location media modality name on ' +
    'own parties party period publisher q quad r recipient result rule show since source stage state states status thread told topics until with without'
  ).split(' '),
);

/** A query without the names that no screen knows: the API would refuse them, and a reader did not write them. */
export function knownQuery(query: string): string {
  const params = new URLSearchParams(query);
  const unknown = [...params.keys()].filter((name) => !ASKED.has(name));
  for (const name of unknown) params.delete(name);
  return unknown.length === 0 ? query : params.toString();
}

export interface Screen {
  readonly name: ScreenName;
  readonly params: readonly string[];
}
const PATHS = [
  ['home', /^\/$/],
  ['reports', /^\/reports$/],
  ['reader', /^\/a\/([^/]+)$/],
  ['event', /^\/event\/([^/]+)$/],
  ['record', /^\/r\/([^/]+)$/],
  ['story', /^\/s\/([^/]+)$/],
  ['storyCompare', /^\/s\/([^/]+)\/compare$/],
  ['compare', /^\/compare$/],
  ['paste', /^\/paste$/],
  ['actors', /^\/actors$/],
  ['state', /^\/state\/([^/]+)$/],
  ['leader', /^\/leader\/([^/]+)$/],
  ['dyad', /^\/dyad\/([^/]+)\/([^/]+)$/],
  ['records', /^\/(events|claims|relations|silences)$/],
  ['timeline', /^\/timeline$/],
  ['network', /^\/network$/],
  ['map', /^\/map$/],
  ['coverage', /^\/coverage$/],
  ['health', /^\/health$/],
  ['method', /^\/method$/],
] as const;
export type ScreenName = (typeof PATHS)[number][0];

/** The screen of a path, undefined when there is none. */
export function screenOf(path: string): Screen | undefined {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  for (const [name, pattern] of PATHS) {
    const found = pattern.exec(plain);
    if (!found) continue;
    try {
      return { name, params: found.slice(1).map(decodeURIComponent) };
    } catch {
      return undefined;
    }
  }
  return undefined;
}
