/** What a story says of its reports: id, title, days, parties, the act they share, copies among them. */
import { createHash } from 'node:crypto';
import type { Event, EventType, Record, Story } from '../../model/index.ts';
import { stateOf, type Traits } from '../traits.ts';
import { findCopies } from './copies.ts';

/** `story:` or `thread:` and a hash of the id of its first part: later parts do not change it. */
export function idFrom(kind: 'story' | 'thread', first: string): string {
  return `${kind}:${createHash('sha256').update(first, 'utf8').digest('hex').slice(0, 32)}`;
}

/** What a story is made from. */
type Told = Pick<Record, 'article' | 'events' | 'entities'>;

/** A story of these reports; `middle` is the place of the one nearest to all others, which gives the title. */
export function storyOf(members: readonly Traits[], byId: ReadonlyMap<string, Told>, middle: number): Story {
  const ids = members.map((m) => m.id).sort();
  const records = ids.flatMap((id) => byId.get(id) ?? []);
  records.sort(
    (a, b) => compare(a.article.published?.value ?? '9', b.article.published?.value ?? '9') || compare(a.article.id, b.article.id),
  );
  const days = members.flatMap((m) => (m.days ? [m.days.first, m.days.last] : [])).sort();
  const [start, end] = [days[0], days.at(-1)];
  const stateIn = statesOver(records);
  const core = coreOf(records, stateIn);
  return {
    id: idFrom('story', records[0]?.article.id ?? ''),
    articles: records.map((r) => r.article.id),
    title: titleOf(byId.get(members[middle]?.id ?? '') ?? records[0]),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    parties: partiesOf(records, stateIn),
    ...(core ? { core } : {}),
    copies: findCopies(records),
  };
}

function titleOf(record: Told | undefined): string {
  if (!record) return '';
  const { title, text, parts } = record.article;
  if (title !== undefined) return title;
  const body = parts.find((p) => p.kind === 'body')?.span;
  const words = text.slice(body?.start ?? 0, body?.end ?? text.length).trim();
  return words.length <= 80 ? words : `${words.slice(0, 80).replace(/(?<!\s)\s+\S*$/, '')} …`;
}

/** The state of somebody who takes part, else themselves. */
type StateIn = (party: Event['actor'][number], record: Told) => string;

/** A state that one report leaves unsaid ("Okoro") is taken from the first other that says it, so that one act is not two. */
function statesOver(records: readonly Told[]): StateIn {
  const said = new Map<string, string>();
  for (const { entities } of records) for (const { id, state } of entities) if (state !== undefined && !said.has(id)) said.set(id, state);
  return (party, { entities }) => party.state ?? stateOf(party.entity, entities) ?? said.get(party.entity) ?? party.entity;
}

/** States, persons and organisations that are party to what happens in at least half of the reports. */
function partiesOf(records: readonly Told[], stateIn: StateIn): readonly string[] {
  const counts = new Map<string, number>();
  for (const r of records) {
    const here = new Set(
      r.events.filter((e) => e.status === 'current').flatMap((e) => [...e.actor, ...e.recipient].map((p) => stateIn(p, r))),
    );
    for (const id of here) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, n]) => 2 * n >= records.length)
    .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
    .map(([id]) => id);
}

/** The kind of act between the same states that most reports have; of several the first by name. */
function coreOf(records: readonly Told[], stateIn: StateIn): Story['core'] {
  const acts = new Map<string, { event: EventType; parties: readonly string[]; days: string[]; reports: Set<string> }>();
  for (const r of records)
    for (const e of r.events) {
      if (e.status !== 'current' || e.modality !== 'asserted' || e.polarity === 'negative') continue;
      const parties = [...new Set([...e.actor, ...e.recipient].map((p) => stateIn(p, r)))].sort();
      const key = `${e.event} ${parties.join(' ')}`;
      const act = acts.get(key) ?? { event: e.event, parties, days: [], reports: new Set<string>() };
      if (e.date?.precision === 'day' && e.date.start !== undefined) act.days.push(e.date.start);
      act.reports.add(r.article.id);
      acts.set(key, act);
    }
  const [best] = [...acts].sort(
    (a, b) => b[1].reports.size - a[1].reports.size || b[1].parties.length - a[1].parties.length || compare(a[0], b[0]),
  );
  if (!best) return undefined;
  const { event, parties, days, reports } = best[1];
  const date = days.sort()[0];
  return { event, parties, ...(date === undefined ? {} : { date }), reports: reports.size };
}

/** Order of two strings by code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
