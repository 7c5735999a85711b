/** Names as exact spans with their kinds. */
import type { Report } from './events.ts';

interface Gold {
  /** BIO labels, one a token. */
  readonly labels: readonly string[];
}
interface Found {
  readonly names: readonly { readonly start: number; readonly end: number; readonly label: string }[];
}

/** F1 of persons, and of persons, organisations and places together. */
export function scoreNames(gold: readonly Gold[], predicted: readonly Found[]): Report {
  return { persons: f1(gold, predicted, ['PER']), f1: f1(gold, predicted, ['PER', 'ORG', 'LOC']) };
}

/** F1 in percent, with one decimal. */
function f1(gold: readonly Gold[], predicted: readonly Found[], kinds: readonly string[]): number {
  let right = 0;
  let all = 0;
  for (const [i, { labels }] of gold.entries()) {
    const spans = namedSpans(labels, kinds);
    const found = (predicted[i]?.names ?? []).filter((n) => kinds.includes(n.label)).map((n) => `${n.start}-${n.end}-${n.label}`);
    right += found.filter((f) => spans.has(f)).length;
    all += found.length + spans.size;
  }
  return Math.round((2000 * right) / Math.max(1, all)) / 10;
}

/** The names in BIO labels, as start, end and kind. */
function namedSpans(labels: readonly string[], kinds: readonly string[]): ReadonlySet<string> {
  const spans = new Set<string>();
  for (const [start, label] of labels.entries()) {
    const kind = label.slice(2);
    if (!label.startsWith('B-') || !kinds.includes(kind)) continue;
    let end = start + 1;
    while (labels[end] === `I-${kind}`) end++;
    spans.add(`${start}-${end}-${kind}`);
  }
  return spans;
}
