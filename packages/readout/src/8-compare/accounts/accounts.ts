/** Accounts: what one voice says of a story: a publisher's whole text, or a voice relayed inside somebody's text. */
import { carriedBy } from '../../4-claims/said-by.ts';
import type { Account, Claim, Entity, Record, Voice } from '../../model/index.ts';

/** The whole texts, one account each, in the order of the records. */
export function textAccounts(records: readonly Record[]): readonly Account[] {
  return records.map((record) => {
    const { article } = record;
    const { publisher } = article;
    return {
      id: article.id,
      kind: 'text',
      voice: {
        id: publisher?.id ?? article.id,
        name: publisher?.name ?? article.title ?? 'This text',
        ...(publisher?.state === undefined ? {} : { state: publisher.state }),
        ...(publisher ? { official: publisher.official, publisher } : {}),
      },
      article: article.id,
      partial: false,
      speakers: mostFirst(record.claims.flatMap((c) => (c.chain[0] ? carriedBy(c.chain[0]) : []))),
      events: record.events.map((e) => e.id),
      claims: record.claims.map((c) => c.id),
      relations: record.relations.map((r) => r.id),
      figures: record.figures.map((f) => f.id),
    };
  });
}

/**
 * The voices that a text relays, grouped by the first entity in a claim's chain that is a publisher or stands for a state; those with most claims first,
 * publishers before others. What several say together stands in the account of each. Claims that recall history are left out, and so are the bits of a report that somebody did not mention something.
 */
export function relayedAccounts(record: Record): readonly Account[] {
  const entities = new Map(record.entities.map((e) => [e.id, e]));
  const byVoice = new Map<string, Claim[]>();
  for (const claim of record.claims) {
    if (claim.status === 'background' || isOfSilence(claim, record)) continue;
    const voices = claim.chain.map((link) => carriedBy(link).filter((id) => isVoice(entities.get(id)))).find((ids) => ids.length > 0);
    for (const voice of voices ?? []) byVoice.set(voice, [...(byVoice.get(voice) ?? []), claim]);
  }
  const accounts = [...byVoice].map(([id, claims]): Account => {
    const held = new Set(claims.map((c) => c.id));
    const isHeld = (item: { readonly claim?: string }): boolean => item.claim !== undefined && held.has(item.claim);
    const events = record.events.filter(isHeld).map((e) => e.id);
    return {
      id: `${record.article.id}#${id}`,
      kind: 'relayed',
      voice: voiceOf(entities.get(id), id),
      article: record.article.id,
      partial: true,
      speakers: mostFirst(claims.flatMap((c) => c.chain.flatMap(carriedBy)).filter((e) => e !== id)),
      events,
      claims: claims.map((c) => c.id),
      relations: record.relations.filter(isHeld).map((r) => r.id),
      figures: record.figures
        .filter((f) => (f.of?.claim !== undefined && held.has(f.of.claim)) || isWithin(f.span, claims))
        .map((f) => f.id),
    };
  });
  const rank = (a: Account): number => (isPublisher(entities.get(a.voice.id)) ? 0 : 1);
  return accounts.sort((a, b) => rank(a) - rank(b) || b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
}

/** The voices to lay beside each other from one text: those of publishers when it relays two, else all. */
export function voicesOf(record: Record): readonly Account[] {
  const relayed = relayedAccounts(record);
  const publishers = relayed.filter((a) => isPublisher(record.entities.find((e) => e.id === a.voice.id)));
  return publishers.length >= 2 ? publishers : relayed;
}

function voiceOf(entity: Entity | undefined, id: string): Voice {
  return {
    id,
    name: entity?.name ?? id,
    ...(entity?.state === undefined ? {} : { state: entity.state }),
    ...(entity?.official === undefined ? {} : { official: entity.official }),
  };
}

function isPublisher(entity: Entity | undefined): boolean {
  return entity?.kind === 'news-agency' || entity?.kind === 'outlet';
}

function isVoice(entity: Entity | undefined): boolean {
  return entity !== undefined && (isPublisher(entity) || entity.kind === 'state' || entity.state !== undefined);
}

/** Whether a claim's words lie in a reported silence: "made no mention of North Korea" says nothing of North Korea. */
export function isOfSilence(claim: Claim, record: Record): boolean {
  return record.silences.some((s) => {
    if (s.claim === claim.id) return true;
    const about = s.evidence.filter((e) => e.as === 'about').map((e) => e.span);
    return (
      claim.content.length > 0 &&
      claim.content.every((c) => about.some((a) => a.start <= c.end && c.start <= a.end && c.start >= a.start - 4))
    );
  });
}

function isWithin(span: { readonly start: number; readonly end: number }, claims: readonly Claim[]): boolean {
  return claims.some((c) => c.content.some((s) => s.start <= span.start && span.end <= s.end));
}

function mostFirst(ids: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
}
