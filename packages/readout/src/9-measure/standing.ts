/** What stands between parties, as intervals: what reports say and what the knowledge says, side by side and never mixed up. */
import { holds } from '../3-mentions/lists/naming.ts';
import type { KnownRelation } from '../6-relations/index.ts';
import { byCode } from '../7-store/by-code.ts';
import { partiesOf, type Told } from '../7-store/index.ts';
import type { Record, RelationKind } from '../model/index.ts';

/** What the knowledge has: an interval with its name and where it comes from. */
export interface KnownInterval {
  readonly name?: string;
  readonly start?: string;
  readonly end?: string;
  readonly status: string;
  readonly source: string;
}

/** What reports say of it with one status. Start and end where a text says so; `first` and `last` are the days of publication. */
export type ToldInterval = Omit<Told, 'kind' | 'parties'>;

export interface Standing {
  readonly kind: RelationKind;
  readonly parties: readonly { readonly entity: string; readonly as?: string }[];
  /** Who says it: reports, the knowledge, or both. */
  readonly says: 'text' | 'knowledge' | 'both';
  readonly knowledge: readonly KnownInterval[];
  readonly text: readonly ToldInterval[];
}

/** Relations of a party (of two, between them), by kind and parties. With `on` only those that hold on that day. */
export function standingRelations(
  known: readonly KnownRelation[],
  told: readonly Told[],
  options: { readonly on?: string } = {},
): readonly Standing[] {
  const { on } = options;
  const found = new Map<string, { kind: RelationKind; parties: Standing['parties']; knowledge: KnownInterval[]; text: ToldInterval[] }>();
  const at = (kind: RelationKind, parties: Standing['parties']) => {
    // Parts differ in wording ("member", "organisation"), so parties alone say which relation it is.
    const key = `${kind}|${parties
      .map((p) => p.entity)
      .sort()
      .join('|')}`;
    const here = found.get(key) ?? { kind, parties, knowledge: [], text: [] };
    found.set(key, here);
    return here;
  };
  for (const row of known) {
    const { name, start, end, status, source } = row;
    if (on !== undefined && (status !== 'holds' || !holds(start, end, on))) continue;
    at(row.kind as RelationKind, [party(row.a, row.aAs), party(row.b, row.bAs)]).knowledge.push({
      ...(name === '' ? {} : { name }),
      ...(start === '' ? {} : { start }),
      ...(end === '' ? {} : { end }),
      status,
      source,
    });
  }
  for (const { kind, parties, ...rest } of told) if (on === undefined || isToldOn(rest, on)) at(kind, parties).text.push(rest);
  return [...found.values()]
    .map(
      ({ kind, parties, knowledge, text }): Standing => ({
        kind,
        parties,
        says: knowledge.length > 0 && text.length > 0 ? 'both' : knowledge.length > 0 ? 'knowledge' : 'text',
        knowledge: knowledge.sort((a, b) => byCode(a.start ?? '', b.start ?? '') || byCode(a.name ?? '', b.name ?? '')),
        text,
      }),
    )
    .sort((a, b) => byCode(a.kind, b.kind) || byCode(keyOf(a), keyOf(b)));
}

/** A report speaks of the days just before it, too. */
const LAG_DAYS = 7;

/**
 * Whether reports say that it holds on a day: from the start that a text gives, else from a week before the first report, to the end that a text gives; a
 * relation whose end no text gives is taken to go on, and `last` says when it was told last.
 */
function isToldOn({ status, start, end, first }: ToldInterval, on: string): boolean {
  if (status !== 'holds') return false;
  const from = start ?? (first === undefined ? undefined : daysBefore(first, LAG_DAYS));
  return from !== undefined && from.slice(0, on.length) <= on && (end === undefined || on.slice(0, end.length) <= end);
}

function daysBefore(day: string, days: number): string {
  if (day.length < 10) return day;
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** What records say of relations whose parties all of `who` are themselves, as a store gives it. */
export function toldBy(records: readonly Record[], who: readonly string[]): readonly Told[] {
  const groups = new Map<string, { told: Omit<Told, 'reports'>; articles: Set<string> }>();
  for (const { article, relations } of records)
    for (const relation of relations) {
      if (!who.every((w) => relation.parties.some((p) => p.entity === w))) continue;
      const { kind, status } = relation;
      const key = `${kind}|${partiesOf(relation)}|${status}`;
      const published = article.published?.value;
      const known = groups.get(key);
      const told = {
        kind,
        parties: (JSON.parse(partiesOf(relation)) as [string, string?][]).map(([entity, as]) => ({
          entity,
          ...(as === undefined ? {} : { as }),
        })),
        status,
        ...bound('start', least([known?.told.start, relation.start?.start])),
        ...bound('end', most([known?.told.end, relation.end?.end])),
        ...bound('first', least([known?.told.first, published])),
        ...bound('last', most([known?.told.last, published])),
      };
      groups.set(key, { told, articles: (known?.articles ?? new Set()).add(article.id) });
    }
  return [...groups.entries()].sort(([a], [b]) => byCode(a, b)).map(([, { told, articles }]) => ({ ...told, reports: articles.size }));
}

function party(entity: string, as: string): { readonly entity: string; readonly as?: string } {
  return as === '' ? { entity } : { entity, as };
}

const keyOf = (s: Standing): string =>
  s.parties
    .map((p) => p.entity)
    .sort()
    .join('|');
const given = (days: readonly (string | undefined)[]): readonly string[] => days.filter((d) => d !== undefined).sort();
const least = (days: readonly (string | undefined)[]): string | undefined => given(days)[0];
const most = (days: readonly (string | undefined)[]): string | undefined => given(days).at(-1);
const bound = <K extends string>(name: K, day: string | undefined): { readonly [k in K]?: string } =>
  (day === undefined ? {} : { [name]: day }) as { readonly [k in K]?: string };
