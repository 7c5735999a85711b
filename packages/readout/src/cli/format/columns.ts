import { carriedBy, saidBy } from '../../4-claims/said-by.ts';
import type { ClaimView, EntityView, EventView, RelationView, SilenceView } from '../../7-store/index.ts';
import type { DateRange, Event, Party, Publisher } from '../../model/index.ts';
import type { Column } from './column.ts';
import { listed } from './listed.ts';

interface InArticle {
  readonly id: string;
  readonly quote: string;
  readonly article: {
    readonly id: string;
    readonly title?: string;
    readonly url?: string;
    readonly publisher?: Publisher;
    readonly published?: string;
  };
}

type Names = { readonly [entity: string]: string };

/** An id as tables show it: long enough to be unique, short enough to type. */
export function shortId(id: string): string {
  return id.slice(0, id.startsWith('sha256:') ? 17 : 10);
}

/** A name, else the id without what kind of id it is. */
export function nameOf(id: string, names: Names): string {
  return names[id] ?? id.replace(/^[a-z]+:/, '');
}

/** Parties by name, with the state they act for where the name does not say it. */
export function partyNames(parties: readonly Party[], names: Names): string {
  return parties.map((p) => `${nameOf(p.entity, names)}${p.state !== undefined && p.state !== p.entity ? ` (${p.state})` : ''}`).join(', ');
}

/** An interval of days in few characters: the day, month or year where it is one. */
export function dayText(date: DateRange | undefined): string | undefined {
  if (!date) return undefined;
  const { start, end, precision } = date;
  if (precision === 'month') return (start ?? end)?.slice(0, 7);
  if (precision === 'year') return (start ?? end)?.slice(0, 4);
  return start === end || end === undefined ? start : `${start ?? ''}…${end}`;
}

/** The event's type, with what makes it other than done: `not AGREE`, `CONSULT (intended)`. */
export function eventText(event: Event): string {
  const notes = [event.modality === 'asserted' ? [] : event.modality, event.status === 'current' ? [] : event.status].flat();
  return `${event.polarity === 'negative' ? 'not ' : ''}${event.event}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

const sources: readonly Column<InArticle>[] = [
  { name: 'publisher', value: (v) => v.article.publisher?.name, flexible: 1 },
  { name: 'published', value: (v) => v.article.published, onlyCsv: true },
  { name: 'title', value: (v) => v.article.title, onlyCsv: true },
  { name: 'url', value: (v) => v.article.url, onlyCsv: true },
  { name: 'article', value: (v) => v.article.id, onlyCsv: true },
];
const id: Column<InArticle> = { name: 'id', value: (v) => shortId(v.id), exact: (v) => v.id };
const quote: Column<InArticle> = { name: 'words', value: (v) => v.quote, flexible: 3 };

export const EVENT_COLUMNS: readonly Column<EventView>[] = [
  id,
  { name: 'day', value: (v) => dayText(v.record.date) },
  { name: 'actor', value: (v) => partyNames(v.record.actor, v.names), flexible: 1 },
  { name: 'event', value: (v) => eventText(v.record) },
  { name: 'recipient', value: (v) => partyNames(v.record.recipient, v.names), flexible: 1 },
  { name: 'actor ids', value: (v) => v.record.actor.map((p) => p.entity).join(' '), onlyCsv: true },
  { name: 'recipient ids', value: (v) => v.record.recipient.map((p) => p.entity).join(' '), onlyCsv: true },
  { name: 'place', value: (v) => v.record.location && nameOf(v.record.location.entity, v.names), onlyCsv: true },
  { name: 'cameo', value: (v) => v.record.cameo, onlyCsv: true },
  { name: 'goldstein', value: (v) => v.record.goldstein, onlyCsv: true },
  { name: 'confidence', value: (v) => v.record.confidence, onlyCsv: true },
  quote,
  ...sources,
];

export const CLAIM_COLUMNS: readonly Column<ClaimView>[] = [
  id,
  { name: 'published', value: (v) => v.article.published },
  {
    name: 'source',
    value: (v) => listed(saidBy(v.record).map((id) => nameOf(id, v.names))) || undefined,
    flexible: 1,
  },
  { name: 'act', value: (v) => `${v.record.polarity === 'negative' ? 'not ' : ''}${v.record.act}` },
  { name: 'about', value: (v) => v.record.topics.map((t) => nameOf(t, v.names)).join(', '), flexible: 1 },
  {
    name: 'chain',
    value: (v) => v.record.chain.map((l) => listed(carriedBy(l).map((id) => nameOf(id, v.names)))).join(' → '),
    onlyCsv: true,
  },
  { name: 'quotation', value: (v) => v.record.quotation, onlyCsv: true },
  quote,
  ...sources.filter((c) => c.name !== 'published'),
];

export const RELATION_COLUMNS: readonly Column<RelationView>[] = [
  id,
  { name: 'kind', value: (v) => v.record.kind },
  {
    name: 'parties',
    value: (v) => v.record.parties.map((p) => nameOf(p.entity, v.names) + (p.as ? ` as ${p.as}` : '')).join(', '),
    flexible: 1,
  },
  { name: 'status', value: (v) => v.record.status },
  { name: 'since', value: (v) => dayText(v.record.start), onlyCsv: true },
  { name: 'until', value: (v) => dayText(v.record.end), onlyCsv: true },
  quote,
  ...sources,
];

export const SILENCE_COLUMNS: readonly Column<SilenceView>[] = [
  id,
  { name: 'published', value: (v) => v.article.published },
  {
    name: 'by',
    value: (v) => (v.record.by.entity === undefined ? v.record.by.state : nameOf(v.record.by.entity, v.names)),
    flexible: 1,
  },
  { name: 'kind', value: (v) => v.record.kind },
  { name: 'about', value: (v) => v.record.about.map((a) => nameOf(a, v.names)).join(', '), flexible: 1 },
  quote,
  ...sources.filter((c) => c.name !== 'published'),
];

export const ENTITY_COLUMNS: readonly Column<EntityView>[] = [
  { name: 'id', value: (v) => v.id },
  { name: 'name', value: (v) => v.name, flexible: 1 },
  { name: 'kind', value: (v) => v.kind },
  { name: 'state', value: (v) => v.state },
  { name: 'sector', value: (v) => v.sector },
  { name: 'mentions', value: (v) => v.mentions },
  { name: 'reports', value: (v) => v.articles },
];
