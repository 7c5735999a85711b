import type { Record } from '../model/record.ts';
import { claimRows, silenceRows, topicRows, voiceRows } from './claim-rows.ts';
import { actRows, eventPartyRows, eventRows } from './event-rows.ts';
import { evidenceRows } from './evidence-rows.ts';
import { frameOf, recordHash } from './frame.ts';
import { relationPartyRows, relationRows } from './relation-rows.ts';
import { keptRow, type RowSource, rowSource } from './row-source.ts';
import type { ArticleRow, ChildRows, ChildTable } from './tables.ts';

/** All rows of one record. */
export interface Rows {
  readonly article: ArticleRow;
  readonly children: { readonly [T in ChildTable]: readonly ChildRows[T][] };
}

/** The rows of a record: what is asked for in columns, the whole thing beside it as JSON. Depends on nothing but the record. */
export function rowsOf(record: Record): Rows {
  const from = rowSource(record);
  return {
    article: articleRow(record),
    children: {
      entities: entityRows(from),
      mentions: mentionRows(record),
      times: timeRows(record),
      claims: claimRows(from),
      claim_voices: voiceRows(from),
      topics: topicRows(from),
      events: eventRows(from),
      event_parties: eventPartyRows(from),
      acts: actRows(from),
      relations: relationRows(from),
      relation_parties: relationPartyRows(from),
      silences: silenceRows(from),
      figures: record.figures.map((f, seq) => ({ ...keptRow(from, 'figure', f, seq), value: f.value, unit: f.unit })),
      problems: record.problems.map((p, seq) => ({ seq, code: p.code, json: JSON.stringify(p) })),
      evidence: evidenceRows(from),
    },
  };
}

function articleRow(record: Record): ArticleRow {
  const { article, engine } = record;
  const { publisher } = article;
  return {
    id: article.id,
    hash: recordHash(record),
    engine: engine.version,
    knowledge: engine.knowledge,
    model: engine.model,
    title: article.title ?? null,
    text: article.text,
    names: [...new Set(record.entities.map((e) => e.name))].join('\n'),
    url: article.url ?? null,
    page: pageOf(article.url),
    language: article.language,
    publisher: publisher?.id ?? null,
    publisher_name: publisher?.name ?? null,
    publisher_state: publisher?.state ?? null,
    official: publisher ? Number(publisher.official) : null,
    day: article.published?.value ?? null,
    frame: frameOf(record),
  };
}

/** The address under which a later text is a new version of this one; null for none and for front pages, where many articles stand in turn. */
function pageOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, host, pathname, search } = new URL(url);
  return /^https?:$/.test(protocol) && pathname + search !== '/' ? `${host}${pathname}${search}` : null;
}

/** The entities, each with how often it is named. */
function entityRows({ record, stateOf }: RowSource): readonly ChildRows['entities'][] {
  const named = new Map<string, number>();
  for (const m of record.mentions) for (const id of m.entities) named.set(id, (named.get(id) ?? 0) + 1);
  return record.entities.map((e, seq) => ({
    seq,
    id: e.id,
    kind: e.kind,
    name: e.name,
    state: stateOf(e.id),
    sector: e.sector ?? null,
    mentions: named.get(e.id) ?? 0,
    json: JSON.stringify(e),
  }));
}

const mentionRows = ({ mentions }: Record): readonly ChildRows['mentions'][] =>
  mentions.map((m, seq) => ({
    seq,
    local: m.id,
    span_start: m.span.start,
    span_end: m.span.end,
    kind: m.kind,
    json: JSON.stringify(m),
  }));

const timeRows = ({ times }: Record): readonly ChildRows['times'][] =>
  times.map((t, seq) => ({
    seq,
    local: t.id,
    span_start: t.span.start,
    span_end: t.span.end,
    type: t.type,
    value: t.value,
    json: JSON.stringify(t),
  }));
