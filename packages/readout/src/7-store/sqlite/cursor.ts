import { ReadoutError } from '../../errors.ts';

/** Where the next page begins: the sort keys of the last item, opaque to callers. */
export function encodeCursor(keys: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');
}

/** The keys of a cursor; `kinds` says what each must be. Throws `usage/bad-value` for what is none. */
export function decodeCursor(cursor: string, kinds: readonly ('string' | 'number')[]): readonly (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keys) && keys.length === kinds.length && keys.every((key, i) => isOf(kinds[i], key))) return keys;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ReadoutError('usage/bad-value', `The cursor ${JSON.stringify(cursor)} is none. Use the value of \`next\` as it was given.`, {
    at: 'cursor',
  });
}

/** Counts and places in a list are whole numbers from 0; SQLite knows no others there. */
const isOf = (kind: 'string' | 'number' | undefined, key: unknown): boolean =>
  kind === 'number' ? Number.isSafeInteger(key) && (key as number) >= 0 : typeof key === kind;

/** How many items a page has: 100, at most 1,000. Throws `usage/bad-value` for what is no whole number above 0. */
export function pageSize(limit: number | undefined): number {
  if (limit === undefined) return 100;
  if (!Number.isInteger(limit) || limit < 1)
    throw new ReadoutError('usage/bad-value', `The limit ${limit} is not a whole number above 0.`, { at: 'limit' });
  return Math.min(limit, 1_000);
}
