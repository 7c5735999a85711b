/** Scores of links, actors, metonymy and parses. */
import { percent, type Report } from './events.ts';

interface Linked {
  readonly start: number;
  readonly end: number;
  readonly iso3?: string;
}

/** The words of a span without article and possessive mark: "the UK" is "UK", "Italy's" is "Italy". */
function bare(span: Linked, text: string): Linked {
  const words = text.slice(span.start, span.end);
  const front = /^(the|a|an)\s+/i.exec(words)?.[0].length ?? 0;
  const back = /\s*['’]s?$/.exec(words)?.[0].length ?? 0;
  return front + back < words.length ? { ...span, start: span.start + front, end: span.end - back } : span;
}

/** How much of two spans is shared, 0 to 1; under 0.6 they are not the same phrase: "U.S." is not "U.S. President Jan Novak". */
function likeness(a: Linked, b: Linked): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const ratio = (2 * shared) / (a.end - a.start + b.end - b.start);
  return ratio >= 0.6 ? ratio : 0;
}

/** The one of `spans` that is most like `to`; among equals the first that has a state. */
function mostAlike(spans: readonly Linked[], to: Linked): Linked | undefined {
  let best: Linked | undefined;
  let most = 0;
  for (const s of spans) {
    const l = likeness(s, to);
    if (l > most || (l > 0 && l === most && !best?.iso3 && s.iso3)) {
      best = s;
      most = l;
    }
  }
  return best;
}

/** States on the spans that the gold links: precision, recall and F1 of iso3. A mention answers the gold span that it is most like. */
export function scoreLinks(
  gold: readonly { readonly text: string; readonly mentions: readonly Linked[] }[],
  predicted: readonly { readonly mentions: readonly Linked[] }[],
): Report {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  gold.forEach((doc, d) => {
    const spans = doc.mentions.map((m) => bare(m, doc.text));
    const answers = new Map<Linked, Linked[]>();
    for (const m of predicted[d]?.mentions ?? []) {
      const own = bare(m, doc.text);
      const g = mostAlike(spans, own);
      if (g) answers.set(g, [...(answers.get(g) ?? []), own]);
    }
    for (const g of spans) {
      const p = mostAlike(answers.get(g) ?? [], g);
      const iso3 = p?.iso3 || undefined;
      if (g.iso3) {
        if (iso3 === g.iso3) tp++;
        else fn++;
        if (iso3 && iso3 !== g.iso3) fp++;
      } else if (iso3) fp++;
    }
  });
  return {
    precision: percent(tp / Math.max(1, tp + fp)),
    recall: percent(tp / Math.max(1, tp + fn)),
    f1: percent((2 * tp) / Math.max(1, 2 * tp + fp + fn)),
  };
}

export function scoreActors(
  gold: readonly {
    readonly country: string | null;
    readonly notCountry: string | null;
    readonly sector: string | null;
    readonly sectors: readonly string[] | null;
  }[],
  predicted: readonly { readonly iso3: string; readonly sector: string }[],
): Report {
  let n = 0;
  let country = 0;
  let m = 0;
  let sector = 0;
  gold.forEach((g, i) => {
    const p = predicted[i];
    if (!p) return;
    if (g.country !== null || g.notCountry !== null) {
      n++;
      if (g.notCountry !== null ? p.iso3 !== g.notCountry : p.iso3 === g.country) country++;
    }
    const wanted = g.sectors ?? (g.sector === null ? undefined : [g.sector]);
    if (wanted) {
      m++;
      if (wanted.includes(p.sector)) sector++;
    }
  });
  return { country: percent(country / Math.max(1, n)), sector: percent(sector / Math.max(1, m)) };
}

export function accuracy(gold: readonly string[], predicted: readonly string[]): Report {
  return { accuracy: percent(gold.filter((g, i) => g === predicted[i]).length / Math.max(1, gold.length)) };
}

interface ParseGold {
  readonly upos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}
const RELATIONS = ['nsubj', 'nsubj:pass', 'obj', 'iobj', 'obl', 'ccomp', 'xcomp', 'advcl', 'acl', 'appos', 'nmod', 'conj', 'parataxis'];

/** UPOS, UAS and LAS (with subtypes, without punctuation), and F1 of the relations that extraction rests on. */
export function scoreParses(
  gold: readonly ParseGold[],
  predicted: readonly { readonly upos: readonly string[]; readonly head: readonly number[]; readonly deprel: readonly string[] }[],
): Report {
  let tokens = 0;
  let upos = 0;
  let words = 0;
  let uas = 0;
  let las = 0;
  const counts = new Map(RELATIONS.map((r) => [r, { tp: 0, p: 0, g: 0 }]));
  gold.forEach((g, i) => {
    const p = predicted[i];
    if (!p) return;
    g.upos.forEach((u, k) => {
      tokens++;
      if (p.upos[k] === u) upos++;
      const head = p.head[k] === g.heads[k];
      for (const r of [g.relations[k] ?? '']) {
        const c = counts.get(r);
        if (c) {
          c.g++;
          if (head && p.deprel[k] === r) c.tp++;
        }
      }
      const c = counts.get(p.deprel[k] ?? '');
      if (c) c.p++;
      if (u === 'PUNCT') return;
      words++;
      if (head) uas++;
      if (head && p.deprel[k] === g.relations[k]) las++;
    });
  });
  const report: { [m: string]: number } = { upos: percent(upos / tokens), uas: percent(uas / words), las: percent(las / words) };
  for (const [r, c] of counts) report[`f1 ${r}`] = percent((2 * c.tp) / Math.max(1, c.p + c.g));
  return report;
}
