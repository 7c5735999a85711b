/** Cases of relations and figures: what a text must yield, and why a reading of it does not. */
import type { DateRange, Figure, Relation } from '../../src/model/index.ts';
import type { Whole } from '../engine.ts';

export interface RelationCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly kind?: string;
  /** Entity ids, in any order where the parts are alike. */
  readonly parties?: readonly string[];
  /** Parts of the parties, in the order of `parties`. */
  readonly as?: readonly string[];
  readonly status?: string;
  readonly degree?: string;
  readonly start?: string;
  readonly end?: string;
  readonly knowledge?: string;
  /** Entity that says it; `article` for the article's own voice. */
  readonly source?: string;
  /** No relation of this kind (of none, where no kind is named). */
  readonly none?: boolean;
  readonly todo?: boolean | string;
}

export interface FigureCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly figures?: readonly { readonly value: number; readonly unit: string; readonly hedge?: string; readonly of?: string }[];
  readonly none?: boolean;
  readonly todo?: boolean | string;
}

/** Why a reading does not fulfil a case; undefined when it does. Every relation of the kind must be the expected one. */
export function relationFailure(c: RelationCase, whole: Whole): string | undefined {
  const all = c.kind ? whole.relations.filter((r) => r.kind === c.kind) : whole.relations;
  const shown = whole.relations.map(showRelation).join('; ') || 'no relation';
  if (c.none) return all.length === 0 ? undefined : `expected none, got: ${shown}`;
  const hit = all.find((r) => fulfils(c, r, whole));
  return hit ? undefined : `expected ${c.kind ?? '*'} ${c.parties?.join(' / ')}${c.status ? ` ${c.status}` : ''}, got: ${shown}`;
}

function fulfils(c: RelationCase, r: Relation, whole: Whole): boolean {
  const wanted = c.parties ?? [];
  const claim = whole.claims.find((x) => x.id === r.claim);
  return (
    r.parties.length === wanted.length &&
    wanted.every((w, i) => r.parties.some((p) => p.entity === w && (!c.as || p.as === c.as[i]))) &&
    (r.parties.every((p) => p.as === r.parties[0]?.as) || wanted.every((w, i) => r.parties[i]?.entity === w)) &&
    (!c.status || r.status === c.status) &&
    (!c.degree || r.degree === c.degree) &&
    (!c.start || startsWith(r.start, c.start)) &&
    (!c.end || startsWith(r.end, c.end)) &&
    (!c.knowledge || r.knowledge === c.knowledge) &&
    (!c.source || (c.source === 'article' ? r.claim === undefined : claim?.source?.entity === c.source))
  );
}

const startsWith = (range: DateRange | undefined, day: string): boolean => range?.start?.startsWith(day) ?? false;

export const showRelation = (r: Relation): string =>
  `${r.kind} ${r.parties.map((p) => p.entity + (p.as ? `:${p.as}` : '')).join(' / ')} ${[r.degree, r.status, r.start?.start, r.end?.start, r.knowledge, r.claim].filter((x) => x).join(' ')} (${r.rule})`;

export function figureFailure(c: FigureCase, whole: Whole): string | undefined {
  const shown = whole.figures.map((f) => showFigure(f)).join('; ') || 'no figure';
  if (c.none) return whole.figures.length === 0 ? undefined : `expected none, got: ${shown}`;
  const wanted = c.figures ?? [];
  const missing = wanted.find(
    (w) =>
      !whole.figures.some((f) => f.value === w.value && f.unit === w.unit && f.hedge === w.hedge && (!w.of || belongs(f, w.of, whole))),
  );
  if (missing) return `expected ${missing.value} ${missing.unit} ${missing.hedge ?? ''} ${missing.of ?? ''}, got: ${shown}`;
  return whole.figures.length === wanted.length ? undefined : `expected ${wanted.length} figures, got: ${shown}`;
}

/** `of` names an entity, an event type, a kind of relation, or `claim`. */
function belongs(f: Figure, of: string, whole: Whole): boolean {
  const event = whole.events.find((e) => e.id === f.of?.event);
  const relation = whole.relations.find((r) => r.id === f.of?.relation);
  return f.of?.entity === of || event?.event === of || relation?.kind === of || (of === 'claim' && f.of?.claim !== undefined);
}

export const showFigure = (f: Figure): string => `${f.value} ${f.unit} ${f.hedge ?? ''} ${f.of ? JSON.stringify(f.of) : ''}`;
