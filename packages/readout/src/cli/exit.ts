import type { ErrorCode } from '../errors.ts';

/** Exit codes of every command; 130 when the person stopped it. */
export const EXIT = { ok: 0, nothing: 1, usage: 2, partly: 3, mismatch: 4, stopped: 130 } as const;

/** The exit code of an error that ended a command: what stands in the store, what was read, or how it was called. */
export function exitOf(code: ErrorCode): number {
  if (code === 'store/mismatch' || code === 'store/newer' || code === 'store/not-a-store') return EXIT.mismatch;
  if (code === 'store/not-found') return EXIT.nothing;
  if (/^(?:article|input|engine)\//.test(code) || code === 'store/full' || code === 'store/busy' || code === 'store/io') return EXIT.partly;
  return EXIT.usage;
}
