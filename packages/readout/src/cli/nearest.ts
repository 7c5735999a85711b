/** The word among others that a mistyped one is likely to be: at most two letters apart and a third of its length. */
export function nearest(given: string, among: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(2, Math.floor(given.replace(/^-+/, '').length / 3)) + 1;
  for (const word of among) {
    const distance = lettersApart(given.toLowerCase(), word.toLowerCase());
    if (distance < least) [best, least] = [word, distance];
  }
  return best;
}

/** Levenshtein distance. */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
