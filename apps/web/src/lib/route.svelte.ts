/** The address is the state: path, query and hash as a rune; `go` changes them, `back` and `forward` bring them back. */
import { knownQuery } from './address.ts';

interface Place {
  readonly path: string;
  readonly query: string;
  readonly hash: string;
}

function here(): Place {
  return { path: location.pathname, query: knownQuery(location.search.slice(1)), hash: decodeHash(location.hash.slice(1)) };
}

function decodeHash(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return '';
  }
}

export const route = $state({
  ...here(),
  /** Where the page stood when it was left, on the way back. */ scrollY: undefined as number | undefined,
});

/** What another path needs before it can be shown; undefined when nothing. */
let prepare: (path: string) => Promise<unknown> | undefined = () => undefined;
export const beforeRoute = (load: typeof prepare): void => {
  prepare = load;
};

/** Takes the address over once its screen is there: until then the screen that is shown keeps its own. */
function read(scrollY: number | undefined): void {
  const to = here();
  const waiting = to.path === route.path ? undefined : prepare(to.path);
  const take = (): void => {
    if (location.pathname === to.path) Object.assign(route, here(), { scrollY });
  };
  if (waiting) waiting.then(take, take);
  else take();
}

/** Goes to an address of this page. `replace` for what is no step of its own (a letter typed in the search, the next record). */
export function go(to: string, options: { replace?: boolean } = {}): void {
  const url = new URL(to, location.href);
  if (options.replace) history.replaceState(history.state, '', url);
  else {
    history.replaceState({ scrollY: window.scrollY }, '');
    history.pushState(null, '', url);
  }
  read(undefined);
}

/** Starts listening; returns what stops it. Links within the page are followed without a load. */
export function listen(): () => void {
  history.scrollRestoration = 'manual';
  const onPop = (event: PopStateEvent): void => read((event.state as { scrollY?: number } | null)?.scrollY);
  const onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest('a');
    const href = link?.getAttribute('href');
    // Also links in a drawing, whose `href` is no string.
    if (!link || href === null || href === undefined || link.hasAttribute('target') || link.hasAttribute('download')) return;
    const url = new URL(href, location.href);
    if (url.origin !== location.origin || /^\/(api\/|openapi)/.test(url.pathname)) return;
    event.preventDefault();
    go(url.href, { replace: url.href === location.href });
  };
  addEventListener('popstate', onPop);
  document.addEventListener('click', onClick);
  return () => {
    removeEventListener('popstate', onPop);
    document.removeEventListener('click', onClick);
  };
}

/** The query with some names set; an empty value takes the name out. */
export function withQuery(query: string, changes: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  return params.toString();
}
