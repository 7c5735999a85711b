import type { Record } from '../model/record.ts';
import { keptRow, type RowSource } from './row-source.ts';
import { spokenFor } from './spoken-for.ts';
import type { ChildRows } from './tables.ts';

type Claim = Record['claims'][number];

/** The claims of a record. */
export function claimRows(from: RowSource): readonly ChildRows['claims'][] {
  return from.record.claims.map((c, seq) => ({
    ...keptRow(from, 'claim', c, seq),
    source: c.source?.entity ?? null,
    source_state: sourceState(from, c),
    act: c.act,
    quotation: c.quotation,
    status: c.status,
    polarity: c.polarity,
    rule: c.rule,
    published: from.published,
  }));
}

/** The state in whose name a claim is made. */
function sourceState({ record, entityOf }: RowSource, { source }: Claim): string | null {
  if (!source) return null;
  const mention = source.mention === undefined ? undefined : record.mentions.find((m) => m.id === source.mention);
  return spokenFor(source.entity === undefined ? undefined : entityOf(source.entity), mention);
}

/** Who makes a claim together with others. */
export function voiceRows({ record, idOf, entityOf, published }: RowSource): readonly ChildRows['claim_voices'][] {
  return record.claims.flatMap((c) =>
    voicesOf(record, c).map((entity, seq) => ({
      claim: idOf('claim', c.id),
      seq,
      entity,
      state: spokenFor(entityOf(entity)),
      status: c.status,
      published,
    })),
  );
}

/** Who says a claim together; nobody where one does. Records of before `source.entities` have them in the mention alone. */
function voicesOf(record: Record, { source }: Claim): readonly string[] {
  if (!source || source.entity !== undefined) return [];
  const voices = source.entities ?? record.mentions.find((m) => m.id === source.mention)?.entities ?? [];
  return voices.length > 1 ? voices : [];
}

/** What claims and silences are about. */
export function topicRows({ record, idOf, stateOf, published }: RowSource): readonly ChildRows['topics'][] {
  const about = (id: string, entities: readonly string[]): ChildRows['topics'][] =>
    entities.map((entity, seq) => ({ record: id, seq, entity, state: stateOf(entity), published }));
  return [
    ...record.claims.flatMap((c) => about(idOf('claim', c.id), c.topics)),
    ...record.silences.flatMap((s) => about(idOf('silence', s.id), s.about)),
  ];
}

/** What nobody would say. */
export function silenceRows(from: RowSource): readonly ChildRows['silences'][] {
  return from.record.silences.map((s, seq) => ({
    ...keptRow(from, 'silence', s, seq),
    by_entity: s.by.entity ?? null,
    by_state: s.by.state ?? (s.by.entity === undefined ? null : from.stateOf(s.by.entity)),
    kind: s.kind,
    rule: s.rule,
    published: from.published,
  }));
}
