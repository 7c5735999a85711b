/** Scores of attributions, as shared/score/score_polnear.py, recall_speech.py and tasks.md define them. */
import { percent, type Report } from './events.ts';

type Pair = readonly [number, number];
export interface Attribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}
interface GoldText {
  readonly text: string;
  readonly attributions: readonly Attribution[];
}
type Part = 'source' | 'cue' | 'content';
const PARTS: readonly Part[] = ['source', 'cue', 'content'];
const SAY =
  /\b(say|says|said|saying|tell|tells|told|telling|add|adds|added|adding|write|writes|wrote|writing|tweet\w*|ask|asks|asked|asking|note|notes|noted|noting|announc\w+|declar\w+|explain\w*|repl(?:y|ies|ied)|respond\w*|argu\w+|insist\w*|warn\w*|report\w*|claim\w*|state|states|stated|accus\w+|call(?:ed|s|ing)?|suggest\w*|predict\w*|acknowledg\w+|according to|describ\w+|quipped|joked|recalled|continued|concluded|criticiz\w+|den(?:y|ies|ied)|urg\w+|promis\w+|vow\w*|pledg\w+|blam\w+|prais\w+|comment\w*|mention\w*|refer\w*)\b/i;

function tokens(text: string): Pair[] {
  return [...text.matchAll(/[\p{L}\p{N}_]+(?:[’'.-][\p{L}\p{N}_]+)*|[^\p{L}\p{N}_\s]/gu)].map(
    (m) => [m.index, m.index + m[0].length] as const,
  );
}

function tokenSet(spans: readonly Pair[], all: readonly Pair[]): Set<number> {
  const set = new Set<number>();
  for (const [a, b] of spans) {
    for (let i = 0; i < all.length; i++) {
      const t = all[i];
      if (!t) break;
      if (t[0] < b && t[1] > a) set.add(i);
      else if (t[0] >= b) break;
    }
  }
  return set;
}

const both = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
};
const same = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && both(a, b) === a.size;
const f1 = (tp: number, p: number, g: number): number => percent((2 * tp) / Math.max(1, p + g));

/** Exact F1 of cue and source, token-overlap F1 of content, joint-soft F1, and joint recall on speech cues. */
export function scoreAttributions(gold: readonly GoldText[], predicted: readonly (readonly Attribution[])[]): Report {
  const c = {
    exact: { source: 0, cue: 0, content: 0 },
    p: { source: 0, cue: 0, content: 0 },
    g: { source: 0, cue: 0, content: 0 },
    overlap: 0,
    pTokens: 0,
    gTokens: 0,
    soft: 0,
    pAll: 0,
    gAll: 0,
    speech: 0,
    speechHit: 0,
  };
  gold.forEach((doc, d) => {
    const all = tokens(doc.text);
    const sets = (list: readonly Attribution[]) =>
      list.map((a) => ({ source: tokenSet(a.source, all), cue: tokenSet(a.cue, all), content: tokenSet(a.content, all) }));
    const G = sets(doc.attributions);
    const P = sets(predicted[d] ?? []);
    for (const a of G) for (const k of PARTS) c.g[k] += a[k].size > 0 ? 1 : 0;
    for (const a of P) for (const k of PARTS) c.p[k] += a[k].size > 0 ? 1 : 0;
    for (const a of G) c.gTokens += a.content.size;
    for (const a of P) c.pTokens += a.content.size;
    c.gAll += G.length;
    c.pAll += P.length;
    const candidates: [boolean, number, number, number][] = [];
    G.forEach((a, i) => {
      P.forEach((b, j) => {
        const cue = both(a.cue, b.cue);
        const content = both(a.content, b.content);
        if (cue > 0 || (content > 0 && content >= 0.5 * Math.min(a.content.size, b.content.size)))
          candidates.push([cue > 0, content, i, j]);
      });
    });
    candidates.sort((x, y) => Number(y[0]) - Number(x[0]) || y[1] - x[1]);
    const usedG = new Set<number>();
    const usedP = new Set<number>();
    for (const [, , i, j] of candidates) {
      const a = G[i];
      const b = P[j];
      if (!a || !b || usedG.has(i) || usedP.has(j)) continue;
      usedG.add(i);
      usedP.add(j);
      for (const k of PARTS) if (a[k].size > 0 && same(a[k], b[k])) c.exact[k]++;
      c.overlap += both(a.content, b.content);
      const union = a.content.size + b.content.size - both(a.content, b.content);
      const source = both(a.source, b.source) > 0 || (a.source.size === 0 && b.source.size === 0);
      if (both(a.cue, b.cue) > 0 && source && both(a.content, b.content) / Math.max(1, union) >= 0.5) c.soft++;
    }
    doc.attributions.forEach((attribution, i) => {
      if (!SAY.test(attribution.cue.map(([a, b]) => doc.text.slice(a, b)).join(' '))) return;
      const a = G[i];
      if (!a) return;
      c.speech++;
      if (
        P.some(
          (b) =>
            both(a.cue, b.cue) > 0 &&
            (both(a.source, b.source) > 0 || (a.source.size === 0 && b.source.size === 0)) &&
            both(a.content, b.content) >= 0.5 * (a.content.size + b.content.size - both(a.content, b.content)),
        )
      )
        c.speechHit++;
    });
  });
  return {
    cueExact: f1(c.exact.cue, c.p.cue, c.g.cue),
    sourceExact: f1(c.exact.source, c.p.source, c.g.source),
    contentOverlap: f1(c.overlap, c.pTokens, c.gTokens),
    jointSoft: f1(c.soft, c.pAll, c.gAll),
    speechRecall: percent(c.speechHit / Math.max(1, c.speech)),
  };
}

interface GoldQuote {
  readonly content: Pair;
  readonly speaker: Pair | null;
}

/** Of quotes of at least four words: found (content Dice ≥ ½) with an overlapping speaker of like size; and how many speakers stay unknown. */
export function scoreQuotes(
  gold: readonly { readonly text: string; readonly quotes: readonly GoldQuote[] }[],
  predicted: readonly (readonly GoldQuote[])[],
): Report {
  let n = 0;
  let ok = 0;
  let unknown = 0;
  gold.forEach((doc, d) => {
    const used = new Set<number>();
    for (const q of doc.quotes) {
      if (doc.text.slice(...q.content).split(/\s+/).length < 4) continue;
      n++;
      let best = -1;
      let bestDice = 0.5;
      (predicted[d] ?? []).forEach((p, i) => {
        if (used.has(i)) return;
        const overlap = Math.max(0, Math.min(q.content[1], p.content[1]) - Math.max(q.content[0], p.content[0]));
        const dice = (2 * overlap) / (q.content[1] - q.content[0] + p.content[1] - p.content[0]);
        if (dice >= bestDice) {
          bestDice = dice;
          best = i;
        }
      });
      const p = best < 0 ? undefined : (predicted[d] ?? [])[best];
      if (!p) continue;
      used.add(best);
      if (!p.speaker) unknown++;
      else if (q.speaker && p.speaker[0] < q.speaker[1] && q.speaker[0] < p.speaker[1]) ok++;
    }
  });
  return { speaker: percent(ok / Math.max(1, n)), unknown: percent(unknown / Math.max(1, n)) };
}

interface GoldNested {
  readonly genre: string;
  readonly attributions: readonly { readonly attr: Pair; readonly content: Pair; readonly parent: number | null }[];
}

/** Nested attributions of news texts: found with the right parent, of how many. */
export function scoreNested(
  gold: readonly GoldNested[],
  predicted: readonly (readonly (Attribution & { readonly id: string; readonly within?: string })[])[],
): Report {
  let n = 0;
  let found = 0;
  gold.forEach((doc, d) => {
    if (doc.genre !== 'news') return;
    const list = predicted[d] ?? [];
    const of = (a: { readonly attr: Pair; readonly content: Pair } | undefined) =>
      a &&
      list.filter(
        (p) => p.cue.some((c) => c[0] < a.attr[1] && a.attr[0] < c[1]) && p.content.some((c) => c[0] < a.content[1] && a.content[0] < c[1]),
      );
    for (const a of doc.attributions) {
      if (a.parent === null) continue;
      n++;
      const children = of(a) ?? [];
      const parents = of(doc.attributions[a.parent]) ?? [];
      if (children.some((c) => parents.some((p) => c.within === p.id))) found++;
    }
  });
  return { found, of: n };
}
