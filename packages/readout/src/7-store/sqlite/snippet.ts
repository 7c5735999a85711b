/** The words around a search's first hit, from the text itself: SQLite's own snippet() asks the whole index again for each row, and shows front matter. */

/** Words before the hit, and how long a snippet is in words. */
const BEFORE = 6;
const LENGTH = 24;
const [OPEN, CLOSE] = ['\u0002', '\u0003'];

interface Word {
  readonly start: number;
  readonly end: number;
  /** As the index has it: small, without diacritics. */
  readonly plain: string;
}

/** What is looked for: words one after the other; `open` when the last may go on. */
export interface Term {
  readonly words: readonly string[];
  readonly open: boolean;
}

/** Part of a text that is read before others: the body before headlines, datelines and credits. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Hits between U+0002 and U+0003; undefined when no term is in the text (it is in the title, or a name). */
export function snippetOf(text: string, terms: readonly Term[], body: readonly Stretch[]): string | undefined {
  const words = wordsOf(text);
  const hits = hitsOf(words, terms);
  if (hits.length === 0) return undefined;
  const inBody = (word: Word | undefined): boolean => word !== undefined && body.some((s) => word.start >= s.start && word.end <= s.end);
  const first = hits.find(([from]) => inBody(words[from])) ?? hits[0];
  if (!first) return undefined;
  const stretch = body.find((s) => (words[first[0]]?.start ?? -1) >= s.start && (words[first[0]]?.end ?? -1) <= s.end);
  let from = Math.max(0, first[0] - BEFORE);
  while (stretch && from < first[0] && (words[from]?.start ?? 0) < stretch.start) from++;
  const to = Math.min(words.length, from + LENGTH);
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? text.length];
  let made = from === 0 || start === stretch?.start ? '' : '…';
  let at = start;
  for (const [hit, last] of hits) {
    const [a, b] = [words[hit]?.start ?? 0, words[last]?.end ?? 0];
    if (hit < from || last >= to || a < at) continue;
    made += `${text.slice(at, a)}${OPEN}${text.slice(a, b)}${CLOSE}`;
    at = b;
  }
  return `${made}${text.slice(at, end)}${to === words.length ? text.slice(end) : '…'}`;
}

/** First and last word of each hit, in the order of the text. */
function hitsOf(words: readonly Word[], terms: readonly Term[]): readonly (readonly [first: number, last: number])[] {
  const hits: (readonly [number, number])[] = [];
  for (let i = 0; i < words.length; i++) {
    const found = terms.find(({ words: wanted, open }) =>
      wanted.every((w, k) => {
        const here = words[i + k]?.plain;
        return here !== undefined && (here === w || (open && k === wanted.length - 1 && here.startsWith(w)));
      }),
    );
    if (found && found.words.length > 0) hits.push([i, i + found.words.length - 1]);
  }
  return hits;
}

/** The words of a text as the index cuts them (unicode61: runs of letters, digits and marks). */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    plain: m[0].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  }));
}
