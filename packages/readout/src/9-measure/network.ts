/** Networks: who meets whom, who accuses whom, who speaks for which state. */

import { saidBy } from '../4-claims/said-by.ts';
import { byCode } from '../7-store/by-code.ts';
import { spokenFor, type Tie } from '../7-store/index.ts';
import { addUnder } from '../add-under.ts';
import type { Record } from '../model/index.ts';
import { actsOf, type MeasureOptions, type Ref } from './acts.ts';

export type EdgeKind = Tie['kind'];

/** A tie with its tellings; of a meeting the parties stand in the order of their ids, since it has no direction. `weight` counts tellings. */
export interface Edge extends Tie {
  readonly refs: readonly Ref[];
}

interface Draft {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly ref: Ref;
  readonly day: string | undefined;
}

export interface NetworkOptions extends MeasureOptions {
  readonly kinds?: readonly EdgeKind[];
  /** States in place of those who act for them; default false: the parties themselves. */
  readonly states?: boolean;
}

/** The edges over records, heaviest first. */
export function networkEdges(records: readonly Record[], options: NetworkOptions = {}): readonly Edge[] {
  const kinds = options.kinds ?? ['meets', 'accuses', 'speaks-for'];
  const byEdge = new Map<string, Draft[]>();
  for (const draft of [...actEdges(records, options), ...voiceEdges(records, options)]) {
    if (!kinds.includes(draft.kind) || draft.from === draft.to) continue;
    const key = `${draft.kind}|${draft.from}|${draft.to}`;
    addUnder(byEdge, key, draft);
  }
  return [...byEdge.values()].flatMap(edgeOf).sort(heaviest);
}

function edgeOf(drafts: readonly Draft[]): readonly Edge[] {
  const [one] = drafts;
  if (!one) return [];
  const days = drafts.flatMap((d) => d.day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return [
    {
      kind: one.kind,
      from: one.from,
      to: one.to,
      weight: drafts.length,
      reports: new Set(drafts.map((d) => d.ref.article)).size,
      ...(first === undefined ? {} : { first }),
      ...(last === undefined ? {} : { last }),
      refs: drafts.map((d) => d.ref),
    },
  ];
}

function actEdges(records: readonly Record[], options: NetworkOptions): readonly Draft[] {
  return actsOf(records, options).flatMap(({ event, between, ref, day }) => {
    if (event.event !== 'CONSULT' && event.event !== 'ACCUSE') return [];
    const pairs = between.filter((p) => (options.states ? p.states : p.own));
    return pairs.flatMap(({ a, b, way }): readonly Draft[] => {
      if (event.event === 'CONSULT') return [{ kind: 'meets', from: a, to: b, ref, day }];
      const forth: Draft = { kind: 'accuses', from: a, to: b, ref, day };
      const back: Draft = { kind: 'accuses', from: b, to: a, ref, day };
      return way === 'forth' ? [forth] : way === 'back' ? [back] : [forth, back];
    });
  });
}

/** Organs of a state and its official media, whose claims are reported, speak for it (7-store/spoken-for.ts); a state itself for nobody. */
function voiceEdges(records: readonly Record[], options: NetworkOptions): readonly Draft[] {
  return records.flatMap(({ article, entities, mentions, claims }) => {
    const byId = new Map(entities.map((e) => [e.id, e]));
    const mentionById = new Map(mentions.map((m) => [m.id, m]));
    return claims.flatMap((claim): readonly Draft[] => {
      if (!options.all && claim.status !== 'current') return [];
      const ref = { article: article.id, id: claim.id };
      return saidBy(claim).flatMap((id): readonly Draft[] => {
        const words = claim.source?.entity === id ? mentionById.get(claim.source.mention ?? '') : undefined;
        const state = spokenFor(byId.get(id), words);
        if (state === null || byId.get(id)?.kind === 'state') return [];
        return [{ kind: 'speaks-for', from: id, to: state, ref, day: article.published?.value }];
      });
    });
  });
}

export interface GraphNode {
  readonly id: string;
  /** Sum of the weights of its ties that are shown. */
  readonly weight: number;
  readonly ties: number;
}

/** The heaviest ties whose ends are at most `limit` nodes, with what was left out counted. */
export interface Graph<T extends Tie> {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly T[];
  readonly of: { readonly nodes: number; readonly edges: number };
}

/** A graph that can be drawn: ties are taken from the heaviest down as long as their ends fit into `limit` nodes. */
export function graphOf<T extends Tie>(ties: readonly T[], limit = 150): Graph<T> {
  const kept = new Set<string>();
  const edges = [...ties].sort(heaviest).filter(({ from, to }) => {
    const more = [from, to].filter((id) => !kept.has(id));
    if (kept.size + more.length > limit) return false;
    for (const id of more) kept.add(id);
    return true;
  });
  const nodes = new Map<string, { weight: number; ties: number }>();
  for (const { from, to, weight } of edges)
    for (const id of [from, to]) {
      const node = nodes.get(id) ?? { weight: 0, ties: 0 };
      nodes.set(id, { weight: node.weight + weight, ties: node.ties + 1 });
    }
  return {
    nodes: [...nodes].map(([id, node]) => ({ id, ...node })).sort((a, b) => b.weight - a.weight || byCode(a.id, b.id)),
    edges,
    of: { nodes: new Set(ties.flatMap((t) => [t.from, t.to])).size, edges: ties.length },
  };
}

function heaviest(a: Tie, b: Tie): number {
  return b.weight - a.weight || byCode(`${a.kind}|${a.from}|${a.to}`, `${b.kind}|${b.from}|${b.to}`);
}
