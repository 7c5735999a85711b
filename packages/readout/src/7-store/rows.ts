import type { Record } from '../model/record.ts';
import { actKey, betweenOf, dayOf, isMutual, isShown } from './acts.ts';
import { evidenceRows } from './evidence-rows.ts';
import { frameOf, recordHash } from './frame.ts';
import { recordKeys } from './record-ids.ts';
import type { ArticleRow, ChildRows, ChildTable } from './tables.ts';

/** All rows of one record. */
export interface Rows {
  readonly article: ArticleRow;
  readonly children: { readonly [T in ChildTable]: readonly ChildRows[T][] };
}

/** The rows of a record: what is asked for in columns, the whole thing beside it as JSON. Depends on nothing but the record. */
export function rowsOf(record: Record): Rows {
  const { article } = record;
  const stateOf = statesIn(record);
  const ids = new Map(recordKeys(record).map((k) => [`${k.kind} ${k.local}`, k.id]));
  const kept = <T extends { readonly id: string }>(kind: string, item: T, seq: number) => ({
    seq,
    id: ids.get(`${kind} ${item.id}`) ?? '',
    local: item.id,
    json: JSON.stringify(item),
  });
  const published = article.published?.value ?? '';
  const topic = (entity: string, record: string, seq: number) => ({ record, seq, entity, state: stateOf(entity), published });
  const counted = new Map<string, number>();
  for (const m of record.mentions) for (const id of m.entities) counted.set(id, (counted.get(id) ?? 0) + 1);

  return {
    article: {
      id: article.id,
      hash: recordHash(record),
      engine: record.engine.version,
      knowledge: record.engine.knowledge,
      model: record.engine.model,
      title: article.title ?? null,
      text: article.text,
      names: [...new Set(record.entities.map((e) => e.name))].join('\n'),
      url: article.url ?? null,
      page: pageOf(article.url),
      language: article.language,
      publisher: article.publisher?.id ?? null,
      publisher_name: article.publisher?.name ?? null,
      publisher_state: article.publisher?.state ?? null,
      official: article.publisher ? Number(article.publisher.official) : null,
      day: article.published?.value ?? null,
      frame: frameOf(record),
    },
    children: {
      entities: record.entities.map((e, seq) => ({
        seq,
        id: e.id,
        kind: e.kind,
        name: e.name,
        state: stateOf(e.id),
        sector: e.sector ?? null,
        mentions: counted.get(e.id) ?? 0,
        json: JSON.stringify(e),
      })),
      mentions: record.mentions.map((m, seq) => ({
        seq,
        local: m.id,
        span_start: m.span.start,
        span_end: m.span.end,
        kind: m.kind,
        json: JSON.stringify(m),
      })),
      times: record.times.map((t, seq) => ({
        seq,
        local: t.id,
        span_start: t.span.start,
        span_end: t.span.end,
        type: t.type,
        value: t.value,
        json: JSON.stringify(t),
      })),
      claims: record.claims.map((c, seq) => ({
        ...kept('claim', c, seq),
        source: c.source?.entity ?? null,
        source_state: sourceState(record, c.source, stateOf),
        act: c.act,
        quotation: c.quotation,
        status: c.status,
        polarity: c.polarity,
        rule: c.rule,
        published,
      })),
      claim_voices: record.claims.flatMap((c) =>
        voicesOf(record, c).map((entity, seq) => ({
          claim: ids.get(`claim ${c.id}`) ?? '',
          seq,
          entity,
          state: stateOf(entity),
          status: c.status,
          published,
        })),
      ),
      topics: [
        ...record.claims.flatMap((c) => c.topics.map((entity, seq) => topic(entity, ids.get(`claim ${c.id}`) ?? '', seq))),
        ...record.silences.flatMap((s) => s.about.map((entity, seq) => topic(entity, ids.get(`silence ${s.id}`) ?? '', seq))),
      ],
      events: record.events.map((e, seq) => ({
        ...kept('event', e, seq),
        event: e.event,
        mode: e.mode ?? null,
        cameo: e.cameo,
        quad: e.quad,
        goldstein: e.goldstein,
        modality: e.modality,
        polarity: e.polarity,
        status: e.status,
        day: e.date?.start ?? e.date?.end ?? null,
        day_end: e.date?.end ?? e.date?.start ?? null,
        location: e.location?.entity ?? null,
        claim: e.claim ?? null,
        rule: e.rule,
        confidence: e.confidence ?? null,
      })),
      event_parties: record.events.flatMap((e) => eventParties(e, ids.get(`event ${e.id}`) ?? '', stateOf)),
      acts: record.events.flatMap((e, seq) => actRows(e, seq, stateOf)),
      relations: record.relations.map((r, seq) => ({
        ...kept('relation', r, seq),
        kind: r.kind,
        status: r.status,
        knowledge: r.knowledge ?? null,
        day: r.start?.start ?? null,
        day_end: r.end?.end ?? null,
        rule: r.rule,
        parties: partiesOf(r),
        published,
      })),
      relation_parties: record.relations.flatMap((r) =>
        r.parties.map((p, party) => ({
          relation: ids.get(`relation ${r.id}`) ?? '',
          party,
          entity: p.entity,
          state: stateOf(p.entity),
          part: p.as ?? null,
          published,
        })),
      ),
      silences: record.silences.map((s, seq) => ({
        ...kept('silence', s, seq),
        by_entity: s.by.entity ?? null,
        by_state: s.by.state ?? (s.by.entity === undefined ? null : stateOf(s.by.entity)),
        kind: s.kind,
        rule: s.rule,
        published,
      })),
      figures: record.figures.map((f, seq) => ({ ...kept('figure', f, seq), value: f.value, unit: f.unit })),
      problems: record.problems.map((p, seq) => ({ seq, code: p.code, json: JSON.stringify(p) })),
      evidence: evidenceRows(record, (kind, local) => ids.get(`${kind} ${local}`) ?? ''),
    },
  };
}

/** The address under which a later text is a new version of this one; null for none and for front pages, where many articles stand in turn. */
export function pageOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, host, pathname, search } = new URL(url);
  return /^https?:$/.test(protocol) && pathname + search !== '/' ? `${host}${pathname}${search}` : null;
}

const WAYS = { forth: 1, back: 2, both: 3 } as const;

function actRows(event: Record['events'][number], seq: number, stateOf: (entity: string) => string | null): readonly ChildRows['acts'][] {
  const between = betweenOf(event, stateOf);
  if (between.length === 0) return [];
  const act = actKey(event, stateOf);
  return between.map(({ a, b, way, own, states }) => ({
    seq,
    a,
    b,
    way: WAYS[way],
    own: Number(own),
    states: Number(states),
    shown: Number(isShown(event)),
    day: dayOf(event) ?? '',
    event: event.event,
    quad: event.quad,
    goldstein: event.goldstein,
    act,
  }));
}

/** The state that an entity of this record is or belongs to. */
export function statesIn(record: Record): (entity: string) => string | null {
  const known = new Map(record.entities.map((e) => [e.id, e.state ?? e.iso3 ?? (e.kind === 'state' ? e.id : null)]));
  return (entity) => known.get(entity) ?? null;
}

/** A relation's entities and parts as JSON, the same for the same parties in any order. */
export function partiesOf(relation: Pick<Record['relations'][number], 'parties'>): string {
  const pairs = relation.parties.map((p) => (p.as === undefined ? [p.entity] : [p.entity, p.as]).join('\t')).sort();
  return JSON.stringify(pairs.map((p) => p.split('\t')));
}

/** Who says a claim together; nobody where one does. Records of before `source.entities` have them in the mention alone. */
function voicesOf(record: Record, { source }: Record['claims'][number]): readonly string[] {
  if (!source || source.entity !== undefined) return [];
  const voices = source.entities ?? record.mentions.find((m) => m.id === source.mention)?.entities ?? [];
  return voices.length > 1 ? voices : [];
}

function sourceState(
  record: Record,
  source: Record['claims'][number]['source'],
  stateOf: (entity: string) => string | null,
): string | null {
  if (!source) return null;
  const mention = source.mention === undefined ? undefined : record.mentions.find((m) => m.id === source.mention);
  return mention?.state ?? (source.entity === undefined ? null : stateOf(source.entity));
}

function eventParties(
  event: Record['events'][number],
  id: string,
  stateOf: (entity: string) => string | null,
): readonly ChildRows['event_parties'][] {
  const day = event.date?.start ?? event.date?.end ?? null;
  const row = (
    p: Record['events'][number]['actor'][number],
    role: ChildRows['event_parties']['role'],
    party: number,
  ): ChildRows['event_parties'] => ({
    event: id,
    role,
    party,
    entity: p.entity,
    state: p.state ?? stateOf(p.entity),
    sector: p.sector ?? null,
    day,
  });
  return [
    ...event.actor.map((p, i) => row(p, 'actor', i)),
    ...event.recipient.map((p, i) => row(p, 'recipient', event.actor.length + i)),
    ...(isMutual(event) ? event.actor.map((p, i) => row(p, 'with', i)) : []),
  ];
}
