/** Networks: who meets whom, who accuses whom, who speaks for which state. */
import type { Record } from '../model/index.ts';
import { actsOf, type MeasureOptions, type Ref } from './acts.ts';

export type EdgeKind = 'meets' | 'accuses' | 'speaks-for';

export interface Edge {
  readonly kind: EdgeKind;
  /** Entities; of a meeting in the order of their ids, since it has no direction. */
  readonly from: string;
  readonly to: string;
  /** Tellings, and in how many reports. */
  readonly weight: number;
  readonly reports: number;
  readonly first?: string;
  readonly last?: string;
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
  /** States in place of those who act for them; default false. */
  readonly states?: boolean;
}

/** The edges over records, heaviest first. */
export function networkEdges(records: readonly Record[], options: NetworkOptions = {}): readonly Edge[] {
  const kinds = options.kinds ?? ['meets', 'accuses', 'speaks-for'];
  const byEdge = new Map<string, Draft[]>();
  for (const draft of [...actEdges(records, options), ...voiceEdges(records, options)]) {
    if (!kinds.includes(draft.kind) || draft.from === draft.to) continue;
    const key = `${draft.kind}|${draft.from}|${draft.to}`;
    byEdge.set(key, [...(byEdge.get(key) ?? []), draft]);
  }
  return [...byEdge.values()]
    .flatMap((drafts) => {
      const [one] = drafts;
      if (!one) return [];
      const days = drafts.flatMap((d) => d.day ?? []).sort();
      const [first, last] = [days[0], days.at(-1)];
      const edge: Edge = {
        kind: one.kind,
        from: one.from,
        to: one.to,
        weight: drafts.length,
        reports: new Set(drafts.map((d) => d.ref.article)).size,
        ...(first === undefined ? {} : { first }),
        ...(last === undefined ? {} : { last }),
        refs: drafts.map((d) => d.ref),
      };
      return [edge];
    })
    .sort((a, b) => b.weight - a.weight || compare(`${a.kind}|${a.from}|${a.to}`, `${b.kind}|${b.from}|${b.to}`));
}

function actEdges(records: readonly Record[], options: NetworkOptions): readonly Draft[] {
  return actsOf(records, options).flatMap(({ event, ref, day }) => {
    const name = (p: { readonly entity: string; readonly state?: string }): string => (options.states ? (p.state ?? p.entity) : p.entity);
    const from = [...new Set(event.actor.map(name))];
    const to = [...new Set(event.recipient.map(name))];
    if (event.event === 'ACCUSE') return from.flatMap((f) => to.map((t): Draft => ({ kind: 'accuses', from: f, to: t, ref, day })));
    if (event.event !== 'CONSULT') return [];
    const pairs =
      to.length > 0
        ? from.flatMap((f) => to.map((t) => [f, t] as const))
        : from.flatMap((f, i) => from.slice(i + 1).map((t) => [f, t] as const));
    return pairs.map((pair): Draft => {
      const [x, y] = [...pair].sort();
      return { kind: 'meets', from: x ?? '', to: y ?? '', ref, day };
    });
  });
}

/** A person or body whose claims are reported speaks for the state it acts for; a state itself for nobody. */
function voiceEdges(records: readonly Record[], options: NetworkOptions): readonly Draft[] {
  return records.flatMap(({ article, entities, claims }) => {
    const byId = new Map(entities.map((e) => [e.id, e]));
    return claims.flatMap((claim): readonly Draft[] => {
      const speaker = byId.get(claim.source?.entity ?? '');
      if (!speaker || speaker.kind === 'state' || speaker.state === undefined || speaker.sector === undefined) return [];
      if (!options.all && claim.status !== 'current') return [];
      return [
        {
          kind: 'speaks-for',
          from: speaker.id,
          to: speaker.state,
          ref: { article: article.id, id: claim.id },
          day: article.published?.value,
        },
      ];
    });
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
