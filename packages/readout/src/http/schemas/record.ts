/** The record as zod schemas: what /openapi.json says of it. The types stay those of model/; the checks at the end keep the two together. */
import { z } from '@hono/zod-openapi';
import type { Record } from '../../model/index.ts';
import { ENTITY_KINDS, EVENT_TYPES, MODALITIES, RELATION_KINDS, RELATION_STATUSES, SPEECH_ACTS, STATUSES } from '../../model/kinds.ts';

export const span = z
  .object({ start: z.int(), end: z.int() })
  .openapi('Span', { description: 'Half-open, in UTF-16 code units of article.text.' });
const precision = z.enum(['day', 'month', 'year', 'range']);
const dateRange = z
  .object({
    start: z.string().optional(),
    end: z.string().optional(),
    precision,
    basis: z.enum(['known', 'implied']),
    time: z.string().optional(),
  })
  .openapi('DateRange', { description: 'An interval of days. `known`: the text says it; `implied`: resolved.' });
const status = z.enum(STATUSES);
const polarity = z.enum(['positive', 'negative']);
const evidence = z
  .object({ span, as: z.enum(['trigger', 'actor', 'recipient', 'date', 'location', 'governor', 'party', 'about']) })
  .openapi('Evidence', { description: 'Words that made a record, and what they are in it.' });

export const publisher = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['news-agency', 'outlet', 'government', 'party', 'organisation']),
    state: z.string().optional(),
    official: z.boolean().openapi({ description: 'It speaks for a state or is run by one.' }),
  })
  .openapi('Publisher');

export const entityKind = z.enum(ENTITY_KINDS);
export const eventType = z.enum(EVENT_TYPES);
export const modality = z.enum(MODALITIES);
export const speechAct = z.enum(SPEECH_ACTS);
export const relationStatus = z.enum(RELATION_STATUSES);
export const relationKind = z.enum(RELATION_KINDS);
export { status as recordStatus };

const article = z
  .object({
    id: z.string().openapi({ example: `sha256:${'0'.repeat(64)}` }),
    text: z.string(),
    title: z.string().optional(),
    url: z.string().optional(),
    language: z.string(),
    publisher: publisher.optional(),
    published: z.object({ value: z.string(), precision, basis: z.enum(['header', 'meta', 'dateline', 'url', 'argument']) }).optional(),
    dateline: z.object({ place: z.string(), span }).optional(),
    parts: z.array(z.object({ kind: z.enum(['header', 'title', 'byline', 'dateline', 'body', 'caption', 'credit', 'boilerplate']), span })),
  })
  .openapi('Article');

const place = z
  .object({
    lat: z.number(),
    lon: z.number(),
    precision: z.enum(['country', 'region', 'district', 'city', 'point', 'area']),
    name: z.string(),
    country: z.string().optional(),
    geonames: z.number().optional(),
    rule: z.string(),
  })
  .openapi('Place', {
    description: 'Where a place or state is, in degrees, how much ground the point stands for, and the rule that chose it.',
  });

const entity = z
  .object({
    id: z.string(),
    kind: entityKind,
    name: z.string(),
    iso3: z.string().optional(),
    cow: z.number().optional(),
    qid: z.string().optional(),
    state: z.string().optional(),
    sector: z.string().optional(),
    gender: z.enum(['m', 'f']).optional(),
    roles: z
      .array(
        z.object({
          office: z.string(),
          title: z.string().optional(),
          state: z.string().optional(),
          organisation: z.string().optional(),
          start: z.string().optional(),
          end: z.string().optional(),
        }),
      )
      .optional(),
    official: z.boolean().optional(),
    place: place.optional(),
    knowledge: z.string().optional(),
  })
  .openapi('Entity');

const mention = z
  .object({
    id: z.string(),
    span,
    entities: z.array(z.string()),
    kind: z.enum(['name', 'demonym', 'metonym', 'nominal', 'pronoun']),
    via: z.string().optional(),
    state: z.string().optional(),
    sector: z.string().optional(),
    sentence: z.int(),
    head: z.int(),
    tokens: z.array(z.int()).length(2),
  })
  .openapi('Mention');

export const claim = z
  .object({
    id: z.string(),
    source: z
      .object({
        entity: z.string().optional().openapi({ description: 'Who says it, where one does.' }),
        entities: z.array(z.string()).optional().openapi({ description: 'All who say it, in text order, where several do together.' }),
        mention: z.string().optional(),
        span,
      })
      .optional(),
    cue: z.array(span),
    content: z.array(span),
    quotation: z.enum(['direct', 'indirect', 'mixed']),
    act: speechAct,
    within: z.string().optional(),
    chain: z
      .array(z.object({ entity: z.string(), entities: z.array(z.string()).optional(), how: z.string(), span: span.optional() }))
      .openapi({
        description:
          'Who says it, outermost first; the publisher is understood. Where several carry it together, `entities` has all and `entity` the first.',
      }),
    addressee: z.array(z.object({ entity: z.string(), mention: z.string().optional() })).optional(),
    date: dateRange.optional(),
    status,
    polarity,
    topics: z.array(z.string()),
    rule: z.string(),
  })
  .openapi('Claim');

const party = z
  .object({ entity: z.string(), state: z.string().optional(), sector: z.string().optional(), mention: z.string(), phrase: span.optional() })
  .openapi('Party');
export const event = z
  .object({
    id: z.string(),
    event: eventType,
    mode: z.string().optional(),
    contexts: z.array(z.string()),
    cameo: z.string(),
    quad: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    goldstein: z.number(),
    confidence: z
      .number()
      .optional()
      .openapi({ description: 'How likely type and parties are right, 0 to 1, by signs of how it is told.' }),
    signs: z.array(z.string()).optional().openapi({ description: 'The signs that make its confidence, by name.' }),
    actor: z.array(party),
    recipient: z.array(party),
    date: dateRange.optional(),
    location: z.object({ entity: z.string(), mention: z.string(), place: place.optional() }).optional(),
    modality,
    polarity,
    status,
    claim: z.string().optional().openapi({ description: 'The claim that asserts it, when it is not the article’s own voice.' }),
    evidence: z.array(evidence),
    rule: z.string(),
    governor: z.string().optional(),
  })
  .openapi('Event');

export const relation = z
  .object({
    id: z.string(),
    kind: relationKind,
    parties: z.array(z.object({ entity: z.string(), as: z.string().optional(), mention: z.string().optional() })),
    degree: z.string().optional(),
    start: dateRange.optional(),
    end: dateRange.optional(),
    status: relationStatus,
    knowledge: z.enum(['confirmed', 'new', 'contradicts']).optional(),
    claim: z.string().optional(),
    evidence: z.array(evidence),
    rule: z.string(),
  })
  .openapi('Relation');

export const silence = z
  .object({
    id: z.string(),
    by: z.object({
      entity: z.string().optional(),
      state: z.string().optional(),
      sector: z.string().optional(),
      mention: z.string().optional(),
    }),
    about: z.array(z.string()),
    kind: z.enum(['left-out', 'declined', 'avoided', 'stopped-short']),
    claim: z.string().optional(),
    evidence: z.array(evidence),
    rule: z.string(),
  })
  .openapi('Silence', { description: 'A text’s own report that somebody did not mention something.' });

const figure = z
  .object({
    id: z.string(),
    span,
    value: z.number(),
    unit: z.string(),
    hedge: z.enum(['about', 'at-least', 'up-to', 'over', 'nearly']).optional(),
    of: z
      .object({
        entity: z.string().optional(),
        event: z.string().optional(),
        relation: z.string().optional(),
        claim: z.string().optional(),
      })
      .optional(),
  })
  .openapi('Figure');

export const record = z
  .object({
    schema: z.literal('readout/record@1'),
    engine: z.object({ version: z.string(), knowledge: z.string(), model: z.string() }),
    article,
    entities: z.array(entity),
    mentions: z.array(mention),
    times: z.array(
      z.object({
        id: z.string(),
        span,
        type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
        value: z.string(),
        basis: z.enum(['known', 'implied']),
      }),
    ),
    claims: z.array(claim),
    events: z.array(event),
    relations: z.array(relation),
    silences: z.array(silence),
    figures: z.array(figure),
    problems: z.array(z.object({ code: z.string(), message: z.string(), span: span.optional() })),
  })
  .openapi('Record', { description: 'One article’s record. Spans are half-open, in UTF-16 code units of article.text.' });

// A field that model/ gains or changes fails here until the schema has it.
type Described = z.infer<typeof record>;
type Deep<T> = T extends readonly (infer I)[] ? readonly Deep<I>[] : T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T;
type Fits<A extends B, B> = A;
type Items<K extends keyof Described & keyof Record> = Described[K] extends (infer D)[]
  ? Record[K] extends readonly (infer R)[]
    ? Exclude<keyof R, keyof D>
    : never
  : never;
export type Checked = [
  Fits<Record, Deep<Described>>,
  Fits<
    | Exclude<keyof Record, keyof Described>
    | Exclude<keyof Record['article'], keyof Described['article']>
    | { [K in keyof Described & keyof Record]: Items<K> }[keyof Described & keyof Record],
    never
  >,
];
