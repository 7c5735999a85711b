/** Scores of stage 8: BCubed of stories, pairs of copies by share of edited sentences, absences. */
import { percent, type Report } from './events.ts';

/** BCubed precision, recall and F1 (Bagga and Baldwin 1998) of groups against gold groups. */
export function scoreStories(gold: readonly { readonly cluster: string }[], predicted: readonly { readonly story: string }[]): Report {
  const mean = (a: readonly string[], b: readonly string[]): number => {
    const both = new Map<string, number>();
    const ofA = new Map<string, number>();
    a.forEach((x, i) => {
      ofA.set(x, (ofA.get(x) ?? 0) + 1);
      both.set(`${x}\n${b[i]}`, (both.get(`${x}\n${b[i]}`) ?? 0) + 1);
    });
    return a.reduce((sum, x, i) => sum + (both.get(`${x}\n${b[i]}`) ?? 0) / (ofA.get(x) ?? 1), 0) / Math.max(1, a.length);
  };
  const g = gold.map((r) => r.cluster);
  const p = predicted.map((r) => r.story);
  const [precision, recall] = [mean(p, g), mean(g, p)];
  return { f1: percent((2 * precision * recall) / (precision + recall)), precision: percent(precision), recall: percent(recall) };
}

interface CopyRow {
  readonly id: string;
  readonly copyOf?: string | null;
  readonly edit?: number;
}

/** Pair precision, and the share of copies found with their original by share of edited sentences. */
export function scoreCopies(gold: readonly CopyRow[], predicted: readonly { readonly id: string; readonly copyOf?: string }[]): Report {
  const goldOf = new Map(gold.map((r) => [r.id, r.copyOf ?? r.id]));
  const found = new Map(predicted.map((r) => [r.id, r.copyOf]));
  const groups = new Map<string, string[]>();
  for (const { id, copyOf } of predicted) if (copyOf !== undefined) groups.set(copyOf, [...(groups.get(copyOf) ?? []), id]);
  let pairs = 0;
  let right = 0;
  for (const ids of groups.values())
    ids.forEach((a, i) => {
      for (const b of ids.slice(0, i)) {
        pairs++;
        if (goldOf.get(a) === goldOf.get(b)) right++;
      }
    });
  const report: { [metric: string]: number } = { precision: percent(right / Math.max(1, pairs)) };
  for (const edit of [...new Set(gold.flatMap((r) => (r.copyOf && r.edit !== undefined ? [r.edit] : [])))].sort((a, b) => a - b)) {
    const rows = gold.filter((r) => r.copyOf && r.edit === edit);
    const hits = rows.filter((r) => found.get(r.id) !== undefined && found.get(r.id) === found.get(r.copyOf ?? ''));
    report[`recall${Math.round(100 * edit)}`] = percent(hits.length / rows.length);
  }
  return report;
}

/** How many traps, items from one template that are two items, were put into one group. */
export function scoreTraps(predicted: readonly { readonly copyOf?: string }[]): Report {
  const origins = predicted.flatMap((r) => r.copyOf ?? []);
  return { merged: origins.length - new Set(origins).size };
}

/** F1 of absent, and the share of present things called absent. */
export function scoreOmissions(gold: readonly { readonly absent: boolean }[], predicted: readonly { readonly absent: boolean }[]): Report {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  gold.forEach((g, i) => {
    const isAbsent = predicted[i]?.absent === true;
    if (g.absent && isAbsent) tp++;
    else if (isAbsent) fp++;
    else if (g.absent) fn++;
    else tn++;
  });
  return { f1: percent((2 * tp) / Math.max(1, 2 * tp + fp + fn)), falseSilence: percent(fp / Math.max(1, fp + tn)) };
}
