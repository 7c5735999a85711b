/** MinHash over word shingles: a short sketch of a text, from which near-duplicates are found without comparing all pairs (Broder 1997). */

/** Words in a shingle. Four, so that a changed word costs four shingles, not eight. */
const LENGTH = 4;
/** Hashes of a sketch, in bands of two: texts with three tenths of all their shingles in common meet in a band 99 times of 100. */
const HASHES = 96;
const ROWS = 2;

/** The hashes of a text's shingles; case and marks do not count. */
export function shingleHashes(text: string, length = LENGTH): ReadonlySet<number> {
  const hashes = wordHashes(text.toLowerCase());
  const shingles = new Set<number>();
  for (let i = 0; i + length <= hashes.length; i++) {
    let h = 17;
    for (let k = 0; k < length; k++) h = Math.imul(h ^ (hashes[i + k] ?? 0), 0x01000193) ^ (h >>> 15);
    shingles.add(h >>> 0);
  }
  if (shingles.size === 0) for (const h of hashes) shingles.add(h);
  return shingles;
}

/** What each hash function is made of. */
const SEEDS = Int32Array.from({ length: HASHES }, (_, k) => Math.imul(k + 1, 0x9e3779b1));

/** The bands of a text's sketch as numbers: two texts that share one are worth comparing. */
export function bandsOf(shingles: ReadonlySet<number>): readonly number[] {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles)
    for (let k = 0; k < HASHES; k++) {
      const h = mix(shingle ^ (SEEDS[k] ?? 0));
      if (h < (least[k] ?? 0)) least[k] = h;
    }
  const bands: number[] = [];
  // Band and both hashes in one number: 48 bits of hash, so that two bands are hardly ever taken for one; a chance hit costs one comparison.
  for (let k = 0; k < HASHES; k += ROWS) {
    const both = mix((least[k] ?? 0) ^ Math.imul(least[k + 1] ?? 0, 0x27d4eb2f) ^ k);
    bands.push(both * 65536 + (mix((least[k] ?? 0) + k) & 0xffff));
  }
  return bands;
}

/** The part of the smaller set that the other has. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const x of small) if (large.has(x)) n++;
  return small.size === 0 ? 0 : n / small.size;
}

/** A hash of each word, letter by letter: no word is cut out, so that nothing is left to collect. */
function wordHashes(text: string): readonly number[] {
  const hashes: number[] = [];
  let h = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isWordCode(code)) {
      h = Math.imul((isInside ? h : 0x811c9dc5) ^ code, 0x01000193);
      isInside = true;
    } else if (isInside) {
      hashes.push(mix(h));
      isInside = false;
    }
  }
  if (isInside) hashes.push(mix(h));
  return hashes;
}

function isWordCode(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  // Halves of letters beyond the first plane stand for themselves.
  return (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
