/** What stories are told apart by: the words, entities, acts and days of one record. */
import type { Article, DateRange, Entity, Event, Record, Span } from '../model/index.ts';
import { contentWords, countPairs, countWords, inOrder } from './words.ts';

/** Counts are in the order of their keys. */
export interface Traits {
  readonly id: string;
  /** Words written with a capital, and numbers: what tells one happening from another of its kind. */
  readonly names: ReadonlyMap<string, number>;
  /** Two content words in a row. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Words of title and first sentences. */
  readonly lead: ReadonlyMap<string, number>;
  /** Mentions by entity. */
  readonly entities: ReadonlyMap<string, number>;
  /** `CONSULT CHN KOR`: type and party states of what is current, asserted or not. */
  readonly acts: ReadonlySet<string>;
  /** First and last day that it reports or was published on; absent when neither is known. */
  readonly days?: { readonly first: string; readonly last: string };
}

/** Letters of title and text that count as the lead. */
const LEAD = 400;

/** The traits of a record. */
export function traitsOf(record: Record): Traits {
  const { article } = record;
  const spans = readSpans(article);
  const words = spans.flatMap((s) => contentWords(article.text, s.start, s.end));
  const isTitleInside = article.title === undefined || article.parts.some((p) => p.kind === 'title');
  const title = isTitleInside ? [] : contentWords(article.title ?? '');
  const from = spans[0]?.start ?? 0;
  const days = daysOf(record);
  return {
    id: article.id,
    names: countWords([...title, ...words].filter((w) => /^[\p{Lu}\p{N}]/u.test(w.form))),
    pairs: countPairs(words),
    lead: countWords([...title, ...words.filter((w) => w.end <= from + LEAD)]),
    entities: entityCounts(record),
    acts: new Set(record.events.filter((e) => e.status === 'current').map((e) => actOf(e, record.entities))),
    ...(days ? { days } : {}),
  };
}

/** Traits of several reports as one. */
export function mergeTraits(id: string, all: readonly Traits[]): Traits {
  const [only, ...more] = all;
  if (only && more.length === 0) return { ...only, id };
  const sum = (of: (t: Traits) => ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const t of all) for (const [key, n] of of(t)) counts.set(key, (counts.get(key) ?? 0) + n);
    return inOrder(counts);
  };
  const days = all.flatMap((t) => (t.days ? [t.days.first, t.days.last] : [])).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    id,
    names: sum((t) => t.names),
    pairs: sum((t) => t.pairs),
    lead: sum((t) => t.lead),
    entities: sum((t) => t.entities),
    acts: new Set(all.flatMap((t) => [...t.acts])),
    ...(first === undefined || last === undefined ? {} : { days: { first, last } }),
  };
}

/** The stretches that are read: title, body and captions. */
export function readSpans(article: Pick<Article, 'parts'>): readonly Span[] {
  return article.parts.filter((p) => p.kind === 'title' || p.kind === 'body' || p.kind === 'caption').map((p) => p.span);
}

/** An event's type with the states of its parties, else the parties. */
export function actOf(event: Event, entities: readonly Entity[]): string {
  const sides = [...event.actor, ...event.recipient].map((p) => p.state ?? stateOf(p.entity, entities) ?? p.entity);
  return [event.event, ...[...new Set(sides)].sort()].join(' ');
}

/** The state an entity is or belongs to. */
export function stateOf(id: string, entities: readonly Entity[]): string | undefined {
  const entity = entities.find((e) => e.id === id);
  return entity?.kind === 'state' ? entity.id : entity?.state;
}

function entityCounts(record: Record): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const m of record.mentions) for (const id of m.entities) counts.set(id, (counts.get(id) ?? 0) + 1);
  return inOrder(counts);
}

/**
 * The days of what is current and dated to the day, and the day of publication. A report of something announced for next month is of the day it
 * was published, so only what was asserted counts, and what lies over a week before publication is taken for history that was not marked.
 */
function daysOf(record: Record): Traits['days'] {
  const published = record.article.published?.precision === 'day' ? record.article.published.value : undefined;
  const days = record.events
    .filter((e) => e.status === 'current' && e.modality === 'asserted' && e.date?.precision === 'day')
    .flatMap((e) => dayOf(e.date))
    .filter((day) => published === undefined || (day <= published && daysBetween(day, published) <= 7));
  // Dates that the text names, such as "on Thursday", reach back a week too.
  const named = record.times
    .filter((t) => t.type === 'DATE' && /^\d{4}-\d\d-\d\d$/.test(t.value))
    .map((t) => t.value)
    .filter((day) => published !== undefined && day <= published && daysBetween(day, published) <= 7);
  const all = [...days, ...named, ...(published === undefined ? [] : [published])].sort();
  const first = all[0];
  const last = all.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function dayOf(date: DateRange | undefined): readonly string[] {
  return date?.start === undefined ? [] : [date.start.slice(0, 10)];
}

/** Whole days from one ISO day to another, never negative. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
