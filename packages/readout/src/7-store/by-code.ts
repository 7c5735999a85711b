/** Order of names and ids that is the same on every machine: by UTF-16 code units, not by the customs of a language. */
export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
