/** An answer of the API that follows its address: the old one stays until the new one is there, and what was asked before is given up. */
import { ApiError, get } from './api.ts';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly busy: boolean;
  /** Why there is no answer; empty when there is one or it is awaited. */
  readonly problem: string;
  readonly status: number;
}

/** Call it while a component is made. `path` undefined asks for nothing; `ask` replaces the plain GET. */
export function load<T>(path: () => string | undefined, ask: (path: string, signal: AbortSignal) => Promise<T> = get): Loaded<T> {
  let value = $state.raw<T | undefined>();
  let busy = $state(true);
  let problem = $state('');
  let status = $state(0);
  const asked = $derived(path());
  $effect(() => {
    const at = asked;
    busy = at !== undefined;
    problem = '';
    if (at === undefined) {
      value = undefined;
      return;
    }
    const loading = new AbortController();
    ask(at, loading.signal).then(
      (found) => {
        if (loading.signal.aborted) return;
        value = found;
        busy = false;
      },
      (error: unknown) => {
        if (loading.signal.aborted) return;
        value = undefined;
        busy = false;
        status = error instanceof ApiError ? error.status : 0;
        problem = error instanceof ApiError ? error.message : 'This could not be shown.';
      },
    );
    return () => loading.abort();
  });
  return {
    get value() {
      return value;
    },
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    get status() {
      return status;
    },
  };
}
