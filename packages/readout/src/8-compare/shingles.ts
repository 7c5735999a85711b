/** MinHash over word shingles: a short sketch of a text, from which near-duplicates are found without comparing all pairs (Broder 1997). */

/** Words in a shingle. Four, so that a changed word costs four shingles, not eight. */
const LENGTH = 4;
/** Hashes of a sketch, in bands of two: texts with three tenths of all their shingles in common meet in a band 99 times of 100. */
const HASHES = 96;
const ROWS = 2;

/** The hashes of a text's shingles; case and marks do not count. */
export function shingleHashes(text: string, length = LENGTH): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map(hashOf);
  const shingles = new Set<number>();
  for (let i = 0; i + length <= hashes.length; i++) {
    let h = 17;
    for (let k = 0; k < length; k++) h = Math.imul(h ^ (hashes[i + k] ?? 0), 0x01000193) ^ (h >>> 15);
    shingles.add(h >>> 0);
  }
  if (shingles.size === 0) for (const h of hashes) shingles.add(h);
  return shingles;
}

/** The bands of a text's sketch: two texts that share one are worth comparing. */
export function bandsOf(shingles: ReadonlySet<number>): readonly string[] {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles)
    for (let k = 0; k < HASHES; k++) {
      const h = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1));
      if (h < (least[k] ?? 0)) least[k] = h;
    }
  const bands: string[] = [];
  for (let k = 0; k < HASHES; k += ROWS) bands.push(`${k}:${least.slice(k, k + ROWS).join(',')}`);
  return bands;
}

/** The part of the smaller set that the other has. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const x of small) if (large.has(x)) n++;
  return small.size === 0 ? 0 : n / small.size;
}

function hashOf(word: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193);
  return mix(h);
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
