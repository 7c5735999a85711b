/** Copies: exact and near-duplicate texts, grouped by origin. Parties, dates and numbers decide before likeness does. */

import { byCode } from '../../7-store/by-code.ts';
import type { CopyGroup, Record } from '../../model/index.ts';
import { conflictsBetween, haveOtherLeads, linesOf } from '../conflicts.ts';
import { readSpans } from '../traits.ts';
import { bandsOf, containment, shingleHashes } from './shingles.ts';

export interface CopyOptions {
  /** Part of the smaller text's shingles that the other must have; default 0.4. */
  readonly least?: number;
}

interface Sketch {
  readonly id: string;
  readonly day: string;
  readonly publisher: string | undefined;
  readonly shingles: ReadonlySet<number>;
  /** Its sentences, made when first asked for: most texts are never compared. */
  readonly lines: () => ReturnType<typeof linesOf>;
}

/** Groups of two or more records whose texts are copies, each beginning with the one published first; the same for any order of records. */
export function findCopies(records: readonly Pick<Record, 'article'>[], options: CopyOptions = {}): readonly CopyGroup[] {
  if (records.length < 2) return [];
  const least = options.least ?? 0.4;
  const sketches = records.map(sketchOf).sort((a, b) => (a.day === b.day ? byCode(a.id, b.id) : byCode(a.day, b.day)));
  const parent = sketches.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  for (const [i, j] of candidates(sketches)) {
    const a = sketches[i];
    const b = sketches[j];
    if (!a || !b || rootOf(i) === rootOf(j) || !isCopy(a, b, least)) continue;
    const [low, high] = [Math.min(rootOf(i), rootOf(j)), Math.max(rootOf(i), rootOf(j))];
    parent[high] = low;
  }
  const groups = new Map<number, string[]>();
  sketches.forEach(({ id }, i) => {
    const root = rootOf(i);
    groups.set(root, [...(groups.get(root) ?? []), id]);
  });
  return [...groups.values()].filter((g) => g.length > 1).map((articles) => ({ origin: articles[0] ?? '', articles }));
}

function isCopy(a: Sketch, b: Sketch, least: number): boolean {
  const shared = containment(a.shingles, b.shingles);
  if (shared < least) return false;
  if (shared === 1 && a.shingles.size === b.shingles.size) return true;
  // One publisher with the like text on another day has a new item made from a template, unless it says the same throughout.
  if (a.publisher !== undefined && a.publisher === b.publisher && a.day !== b.day && shared < 0.9) return false;
  return !haveOtherLeads(a.lines(), b.lines()) && conflictsBetween(a.lines(), b.lines()) === 0;
}

function* candidates(sketches: readonly Sketch[]): Generator<readonly [number, number]> {
  const byBand = new Map<number, number[]>();
  for (const [i, { shingles }] of sketches.entries()) {
    const met = new Set<number>();
    for (const band of bandsOf(shingles)) {
      const others = byBand.get(band);
      if (!others) byBand.set(band, [i]);
      else {
        for (const j of others) met.add(j);
        others.push(i);
      }
    }
    for (const j of [...met].sort((x, y) => x - y)) yield [j, i];
  }
}

function sketchOf(record: Pick<Record, 'article'>): Sketch {
  const { article } = record;
  const text = readSpans(article)
    .map((s) => article.text.slice(s.start, s.end))
    .join('\n');
  let lines: ReturnType<typeof linesOf> | undefined;
  return {
    id: article.id,
    day: article.published?.value ?? '9999',
    publisher: article.publisher?.id,
    shingles: shingleHashes(text),
    lines: () => {
      lines ??= linesOf(record);
      return lines;
    },
  };
}
