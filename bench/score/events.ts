/** Scores of event tasks, as shared/score/events_score.py and events_score_e2e.py define them. */

export interface Report {
  readonly [metric: string]: number;
}

/** Macro-F1 over the labels of the gold side, in percent. */
export function macroF1(gold: readonly string[], predicted: readonly string[]): number {
  const labels = [...new Set(gold)];
  const f = labels.map((l) => {
    let tp = 0;
    let fp = 0;
    let fn = 0;
    gold.forEach((g, i) => {
      const p = predicted[i];
      if (g === l && p === l) tp++;
      else if (p === l) fp++;
      else if (g === l) fn++;
    });
    return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
  });
  return percent(f.reduce((a, b) => a + b, 0) / labels.length);
}

export const percent = (x: number): number => Math.round(x * 1000) / 10;

interface PairRow {
  readonly root: string;
  readonly quad: number | string;
}

const binary = (quad: number): string => (quad === 0 ? '0' : quad < 3 ? '1' : '2');

export function scorePairs(gold: readonly PairRow[], predicted: readonly (PairRow & { readonly fallback?: boolean })[]): Report {
  const quad = (r: PairRow | undefined): number => Math.trunc(Number(r?.quad ?? 0)) || 0;
  return {
    root: macroF1(
      gold.map((g) => g.root),
      predicted.map((p) => p.root),
    ),
    quad: macroF1(
      gold.map((g) => String(quad(g))),
      predicted.map((p) => String(quad(p))),
    ),
    binary: macroF1(
      gold.map((g) => binary(quad(g))),
      predicted.map((p) => binary(quad(p))),
    ),
    fallbacks: percent(predicted.filter((p) => p.fallback).length / Math.max(1, predicted.length)),
  };
}

/** Precision and recall of every type, in percent, and the ten commonest confusions, as lines to read. */
export function pairDetails(gold: readonly PairRow[], predicted: readonly PairRow[]): string[] {
  const types = [...new Set(gold.map((g) => g.root))].sort();
  const lines = types.map((t) => {
    const wanted = gold.filter((g) => g.root === t).length;
    const found = predicted.filter((p) => p.root === t).length;
    const hit = gold.filter((g, i) => g.root === t && predicted[i]?.root === t).length;
    const cells = [`${percent(hit / Math.max(1, found))}`, `${percent(hit / Math.max(1, wanted))}`, `${wanted}`];
    return t.padEnd(10) + cells.map((c) => c.padStart(9)).join('');
  });
  const counts = new Map<string, number>();
  gold.forEach((g, i) => {
    const p = predicted[i]?.root;
    if (p !== g.root) counts.set(`${g.root} as ${p}`, (counts.get(`${g.root} as ${p}`) ?? 0) + 1);
  });
  const worst = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 10);
  return [
    'type      precision   recall    pairs',
    ...lines,
    'commonest confusions',
    ...worst.map(([what, n]) => `${String(n).padStart(4)}  ${what}`),
  ];
}

type Pair = readonly [number, number];
interface EventRow {
  readonly source: Pair | null;
  readonly target: Pair | null;
  readonly root: string;
  readonly quad: number;
}

const STOP = new Set("the a an of 's in on at for and to its his her their".split(' '));

function words(text: string, span: Pair): Set<string> {
  const found = new Set<string>();
  for (const m of text.matchAll(/\w+|'s/g)) {
    const w = m[0].toLowerCase();
    if (span[0] <= m.index && m.index < span[1] && !STOP.has(w)) found.add(`${m.index}/${w}`);
  }
  return found;
}

/** Same span, or token Dice of at least a half without function words. */
function matches(text: string, a: Pair | null | undefined, b: Pair | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  if (a[0] === b[0] && a[1] === b[1]) return true;
  const x = words(text, a);
  const y = words(text, b);
  let both = 0;
  for (const w of x) if (y.has(w)) both++;
  return x.size > 0 && y.size > 0 && (2 * both) / (x.size + y.size) >= 0.5;
}

interface EndToEndGold {
  readonly sentence: string;
  readonly source_span: Pair | null;
  readonly target_span: Pair | null;
  readonly source_spans_all?: readonly Pair[];
  readonly target_spans_all?: readonly Pair[];
  readonly root: string;
}

/** Pair and root recall end to end, with the rows predicted a sentence. */
export function scoreEndToEnd(gold: readonly EndToEndGold[], predicted: readonly (readonly EventRow[])[]): Report {
  let n = 0;
  let pair = 0;
  let event = 0;
  let rows = 0;
  gold.forEach((g, i) => {
    if (!g.source_span || !g.target_span) return;
    n++;
    const events = predicted[i] ?? [];
    rows += events.length;
    const sources = g.source_spans_all ?? [g.source_span];
    const targets = g.target_spans_all ?? [g.target_span];
    const hit = events.filter(
      (e) => sources.some((s) => matches(g.sentence, s, e.source)) && targets.some((t) => matches(g.sentence, t, e.target)),
    );
    if (hit.length > 0) pair++;
    if (hit.some((e) => e.root === g.root)) event++;
  });
  return { pairRecall: percent(pair / n), eventRecall: percent(event / n), rowsPerSentence: Math.round((rows / n) * 100) / 100 };
}

interface SpanGold {
  readonly sentence: string;
  readonly source_spans: readonly Pair[];
  readonly target_spans: readonly Pair[];
  readonly reciprocal_spans: readonly Pair[];
  readonly penta?: number | string;
}

/** Overlap F1 of source and of target spans; reciprocal ones count as both. */
export function scoreSpans(gold: readonly SpanGold[], predicted: readonly (readonly EventRow[])[]): Report {
  // Beside the score over all sentences that of those with an act: a statement (penta 0) is a claim in our record, no event.
  const acts = gold.flatMap((g, i) => (g.penta === 0 ? [] : [i]));
  const typed = overlaps(
    acts.map((i) => gold[i] as SpanGold),
    acts.map((i) => predicted[i] ?? []),
  );
  return { ...overlaps(gold, predicted), actsSourceF1: typed.sourceF1 ?? 0, actsTargetF1: typed.targetF1 ?? 0 };
}

function overlaps(gold: readonly SpanGold[], predicted: readonly (readonly EventRow[])[]): Report {
  const report: { [m: string]: number } = {};
  for (const side of ['source', 'target'] as const) {
    let tp = 0;
    let np = 0;
    let ng = 0;
    gold.forEach((g, i) => {
      const wanted = [...(side === 'source' ? g.source_spans : g.target_spans), ...g.reciprocal_spans];
      const keys = new Set<string>();
      const found: Pair[] = [];
      for (const e of predicted[i] ?? []) {
        const s = e[side];
        if (s && !keys.has(s.join())) {
          keys.add(s.join());
          found.push(s);
        }
      }
      const used = new Set<number>();
      for (const p of found) {
        const k = wanted.findIndex((w, j) => !used.has(j) && matches(g.sentence, w, p));
        if (k >= 0) {
          used.add(k);
          tp++;
        }
      }
      np += found.length;
      ng += wanted.length;
    });
    report[`${side}F1`] = percent((2 * tp) / Math.max(1, np + ng));
  }
  return report;
}

/** Share of irrelevant sentences with any event, and of relevant ones found (claims count where the coders said statement). */
export function scoreRelevance(
  gold: readonly { readonly relevant: string; readonly cameo_root_majority: readonly string[] }[],
  predicted: readonly { readonly events: readonly EventRow[]; readonly claims: number }[],
): Report {
  const no = gold.map((g, i) => ({ g, p: predicted[i] })).filter((x) => x.g.relevant === 'no');
  const yes = gold.map((g, i) => ({ g, p: predicted[i] })).filter((x) => x.g.relevant === 'yes');
  const statement = (g: { readonly cameo_root_majority: readonly string[] }): boolean => g.cameo_root_majority.some((r) => /^0-/.test(r));
  const found = yes.filter((x) => (x.p?.events.length ?? 0) > 0 || (statement(x.g) && (x.p?.claims ?? 0) > 0));
  return {
    falseRate: percent(no.filter((x) => (x.p?.events.length ?? 0) > 0).length / Math.max(1, no.length)),
    found: percent(found.length / Math.max(1, yes.length)),
  };
}
