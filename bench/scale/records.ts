/**
 * Records of made-up reports, for measuring a large store: the same number makes the same record. States and publishers are as unevenly named as in the
 * news (the n-th of a list has a weight of 1/n), days spread over ten years, and each report has some events, claims, relations and long stretches of
 * words that mean nothing. No record is of a real text.
 */
import { articleId } from '../../packages/readout/src/1-article/article-id.ts';
import type { Claim, Entity, Event, Mention, Publisher, Record, Relation, Silence, Span } from '../../packages/readout/src/model/index.ts';
import { SCHEMA } from '../../packages/readout/src/model/record.ts';

const STATES = (
  'USA CHN RUS KOR PRK JPN ISR UKR IRN GBR FRA DEU IND PAK TUR SAU EGY SYR POL ITA ESP BRA MEX CAN AUS IDN VNM PHL THA MYS SGP NOR SWE FIN DNK NLD BEL CHE AUT HUN ROU BGR SRB GRC QAT ARE ' +
  'IRQ JOR LBN YEM AFG KAZ UZB GEO ARM AZE NGA ZAF KEN ETH SDN DZA MAR TUN ARG CHL COL PER VEN CUB'
).split(' ');
const ACTS = [
  ['CONSULT', '040', 1, 1, 'met'],
  ['ACCUSE', '112', 3, -2, 'accused'],
  ['AGREE', '057', 1, 8, 'signed an accord with'],
  ['SUPPORT', '051', 1, 3.4, 'praised'],
  ['REQUEST', '020', 1, 3, 'called on'],
  ['REJECT', '120', 3, -4, 'rebuffed'],
  ['THREATEN', '130', 3, -4.4, 'threatened'],
  ['AID', '070', 2, 7, 'sent aid to'],
  ['COERCE', '170', 4, -7, 'detained citizens of'],
  ['ASSAULT', '190', 4, -10, 'shelled positions of'],
  ['COOPERATE', '060', 2, 6, 'held drills with'],
  ['SANCTION', '163', 4, -8, 'imposed sanctions on'],
] as const;
const SPEECH = ['state', 'deny', 'accuse', 'request', 'promise', 'hope'] as const;
const BONDS = ['trade', 'alliance', 'border', 'partnership', 'hostility', 'sanctions'] as const;
const WORDS =
  'market harbour summit river budget envoy border paper window ministry garden convoy talks grain steel reform school winter treaty signal bridge valley council ledger morning'.split(
    ' ',
  );
const PUBLISHERS: readonly Publisher[] = Array.from({ length: 120 }, (_, i) => ({
  id: `synthetic-${i}`,
  name: `Synthetic Wire ${i}`,
  kind: 'outlet',
  state: STATES[i % 40] as string,
  official: i % 5 === 0,
}));
const DAYS = 3652;
const FIRST_DAY = Date.UTC(2015, 0, 1);

/** The day of report number `n`, counted from the first. */
export function dayOf(n: number): number {
  return Math.floor((n * 0.618033988749895 * DAYS) % DAYS);
}

/** The record of report number `n`. */
export function scaleRecord(n: number): Record {
  const next = numbersFrom(n + 1);
  const at = (count: number): number => Math.floor(next() * count);
  const zipf = <T>(list: readonly T[]): T => list[Math.min(list.length, Math.floor((list.length + 1) ** next())) - 1] as T;
  const day = isoDay(dayOf(n));
  const writing = writer();
  const cast = Array.from({ length: 3 + at(3) }, () => personOf(zipf(STATES), at(6)));
  const publisher = zipf(PUBLISHERS);
  const events: Event[] = [];
  const claims: Claim[] = [];
  const relations: Relation[] = [];
  const silences: Silence[] = [];
  const one = (): Person => cast[at(cast.length)] as Person;
  const filler = (): void => void writing.add(`${Array.from({ length: 14 + at(10) }, () => WORDS[at(WORDS.length)]).join(' ')}. `);
  for (let i = 0; i < 5 + at(3); i++) {
    const [a, b] = [one(), one()];
    const act = zipf(ACTS);
    events.push(eventOf(writing, `e${events.length + 1}`, a, b, act, { day, next }));
    filler();
  }
  for (let i = 0; i < 6 + at(5); i++) {
    const who = one();
    // As in news about one claim of 36 is what two say together.
    const beside = (n + i) % 36 === 0 ? cast.find((p) => p.id !== who.id) : undefined;
    const speakers = beside ? [who, beside] : [who];
    claims.push(claimOf(writing, `c${claims.length + 1}`, speakers, zipf(STATES), SPEECH[at(SPEECH.length)] ?? 'state'));
    filler();
  }
  for (let i = 0; i < at(3); i++)
    relations.push(relationOf(writing, `r${i + 1}`, zipf(STATES), zipf(STATES), BONDS[at(BONDS.length)] ?? 'trade'));
  if (at(20) === 0) silences.push(silenceOf(writing, one().state, zipf(STATES)));
  const { text, mentions, entities } = writing.done(`Report ${n} of the made-up wires.`);
  return {
    schema: SCHEMA,
    engine: { version: '0.1.0', knowledge: 'sha256:synthetic', model: 'synthetic' },
    article: {
      id: articleId(text, publisher.id, day),
      text,
      title: `${WORDS[at(WORDS.length)]} ${WORDS[at(WORDS.length)]} report ${n}`,
      url: `https://wire.example/${n}`,
      language: 'en',
      publisher,
      published: { value: day, precision: 'day', basis: 'header' },
      parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
    },
    entities,
    mentions,
    times: [],
    claims,
    events,
    relations,
    silences,
    figures: [],
    problems: n % 50 === 0 ? [{ code: 'article/control', message: 'Control characters were removed.' }] : [],
  };
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

const personOf = (state: string, i: number): Person => ({
  id: `person:${state.toLowerCase()}-${i}`,
  name: `Official ${i} of ${state}`,
  state,
});

/** A text that grows, with what its words name. */
function writer() {
  let text = '';
  const mentions: Mention[] = [];
  const entities = new Map<string, Entity>();
  const add = (words: string): Span => {
    const span = { start: text.length, end: text.length + words.length };
    text += words;
    return span;
  };
  const named = (words: string, entity: Entity): { readonly span: Span; readonly mention: string } => {
    const span = add(words);
    const mention = `m${mentions.length + 1}`;
    entities.set(entity.id, entity);
    mentions.push({ id: mention, span, entities: [entity.id], kind: 'name', sentence: 0, head: 0, tokens: [0, 1] });
    return { span, mention };
  };
  return {
    add,
    person: ({ id, name, state }: Person) =>
      named(name, { id, kind: 'person', name, state, sector: 'GOV', roles: [{ office: 'foreign-minister', state }] }),
    state: (id: string) => named(`the state ${id}`, { id, kind: 'state', name: `State ${id}`, iso3: id, state: id }),
    place: (state: string) =>
      named(`Port ${state}`, { id: `place:port-${state.toLowerCase()}`, kind: 'place', name: `Port ${state}`, state }),
    done: (end: string) => {
      add(end);
      return { text, mentions, entities: [...entities.values()] };
    },
  };
}
type Writing = ReturnType<typeof writer>;

function eventOf(
  w: Writing,
  id: string,
  a: Person,
  b: Person,
  act: (typeof ACTS)[number],
  { day, next }: { readonly day: string; readonly next: () => number },
): Event {
  const [event, cameo, quad, goldstein, verb] = act;
  const isState = next() < 0.5;
  const from = w.person(a);
  w.add(' ');
  const trigger = w.add(verb);
  w.add(' ');
  const to = isState ? w.state(b.state) : w.person(b);
  w.add(' in ');
  const place = w.place(b.state);
  w.add('. ');
  const actor = { entity: a.id, state: a.state, sector: 'GOV', mention: from.mention };
  const other = { entity: isState ? b.state : b.id, state: b.state, mention: to.mention };
  const together = event === 'CONSULT' && actor.entity !== other.entity;
  const roll = next();
  return {
    id,
    event,
    contexts: ['diplomatic'],
    cameo,
    quad,
    goldstein,
    actor: together ? [actor, other] : [actor],
    recipient: together ? [] : [other],
    ...(roll < 0.85 ? { date: { start: day, end: day, precision: 'day', basis: 'implied' } as const } : {}),
    ...(roll < 0.4 ? { location: { entity: `place:port-${b.state.toLowerCase()}`, mention: place.mention } } : {}),
    modality: roll > 0.9 ? 'intended' : 'asserted',
    polarity: 'positive',
    status: roll > 0.8 && roll < 0.9 ? 'background' : 'current',
    evidence: [
      { span: trigger, as: 'trigger' },
      { span: from.span, as: 'actor' },
      { span: to.span, as: 'recipient' },
    ],
    rule: `synthetic.${event.toLowerCase()}`,
  };
}

function claimOf(w: Writing, id: string, speakers: readonly Person[], about: string, act: Claim['act']): Claim {
  const sources = speakers.map((who, i) => {
    if (i > 0) w.add(' and ');
    return { ...w.person(who), id: who.id };
  });
  const [source, last] = [sources[0], sources.at(-1)];
  if (!source || !last) throw new Error('somebody must say it');
  const entities = sources.map((s) => s.id);
  const isJoint = entities.length > 1;
  w.add(' ');
  const cue = w.add('said');
  w.add(' that ');
  const start = w.add('the budget of ').start;
  w.state(about);
  const end = w.add(' would hold').end;
  w.add('. ');
  return {
    id,
    source: {
      ...(isJoint ? { entities } : { entity: source.id }),
      mention: source.mention,
      span: { start: source.span.start, end: last.span.end },
    },
    cue: [cue],
    content: [{ start, end }],
    quotation: 'indirect',
    act,
    chain: [{ entity: source.id, ...(isJoint ? { entities } : {}), how: 'said' }],
    status: 'current',
    polarity: 'positive',
    topics: [about],
    rule: 'synthetic.say',
  };
}

function relationOf(w: Writing, id: string, a: string, b: string, kind: Relation['kind']): Relation {
  const from = w.state(a);
  w.add(' has ties of ');
  const trigger = w.add(kind);
  w.add(' with ');
  const to = w.state(b);
  w.add('. ');
  return {
    id,
    kind,
    parties: [
      { entity: a, mention: from.mention },
      { entity: b, mention: to.mention },
    ],
    status: 'holds',
    evidence: [{ span: trigger, as: 'trigger' }],
    rule: `synthetic.${kind}`,
  };
}

function silenceOf(w: Writing, state: string, about: string): Silence {
  const by = w.state(state);
  w.add(' ');
  const trigger = w.add('did not mention');
  w.add(' ');
  const what = w.state(about);
  w.add('. ');
  return {
    id: 's1',
    by: { entity: state, state, mention: by.mention },
    about: [about],
    kind: 'left-out',
    evidence: [
      { span: trigger, as: 'trigger' },
      { span: what.span, as: 'about' },
    ],
    rule: 'synthetic.not-mention',
  };
}

function isoDay(n: number): string {
  return new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10);
}

/** Numbers from 0 to 1 that look random, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let a = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
