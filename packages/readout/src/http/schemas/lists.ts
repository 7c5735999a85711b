/** What can be asked and what comes back: filters, pages, rows. */
import { z } from '@hono/zod-openapi';
import { all, day, text, wholeDay } from './fields.ts';
import {
  claim,
  entityKind,
  event,
  eventType,
  modality,
  publisher,
  recordStatus,
  relation,
  relationKind,
  relationStatus,
  silence,
  speechAct,
} from './record.ts';

const paged = {
  limit: z.coerce.number().int().min(1).max(500).optional().openapi({ description: 'Most items on the page; default 50.' }),
  cursor: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .openapi({ description: '`next` of the page before. It says nothing to anybody but the server.' }),
};
const common = {
  ...paged,
  publisher: text('The publisher’s id or name.', 'xinhua'),
  since: day('First day: of an event; for all else of publication.'),
  until: day('Last day.'),
  article: text('An article’s id or a unique beginning of it.', 'sha256:3f2a'),
  media: text('The state of the publisher: what its media say.', 'CHN'),
  all,
};
const state = text('A state, ISO 3166-1 alpha-3.', 'KOR');

export const articleQuery = z.object({
  ...common,
  q: text('Words of title, text and names; a phrase in quotation marks, `word*` a beginning.', 'summit'),
  entity: text('An entity that it mentions.', 'yoon-suk-yeol'),
  state: text('The state of the publisher.', 'CHN'),
});
export const eventQuery = z.object({
  ...common,
  actor: text('A party that acts, or its state.', 'KOR'),
  recipient: text('The other side; in a meeting, the other actor.', 'CHN'),
  state,
  between: z
    .string()
    .max(400)
    .regex(/^\s*[^,\s][^,]*,\s*[^,\s][^,]*$/, 'two parties with a comma')
    .optional()
    .openapi({ description: 'Two parties with a comma, whoever acts on whom.', example: 'KOR,CHN' }),
  period: wholeDay.optional().openapi({ description: 'With two sides: the day, month or year as a series counts it.', example: '2024-11' }),
  own: all.openapi({ description: 'With two sides: only of the parties themselves, not of those who act for them.' }),
  quad: z.enum(['1', '2', '3', '4']).optional(),
  location: text('The id of the place.', 'PER'),
  event: eventType.optional(),
  modality: modality.optional(),
  confidence: z
    .string()
    .regex(/^(?:0?\.\d{1,9}|0|1(?:\.0{1,9})?)$/, 'a number from 0 to 1')
    .optional()
    .openapi({
      description: 'Only events that are at least so likely to be right, 0 to 1; 0.65 when not said and not `all`.',
      example: '0.85',
    }),
  status: recordStatus.optional(),
});
export const claimQuery = z.object({
  ...common,
  source: text('Who is speaking, or the state it speaks for.', 'CHN'),
  about: text('An entity that the content names.', 'PRK'),
  state,
  act: speechAct.optional(),
  status: recordStatus.optional(),
});
export const relationQuery = z.object({
  ...common,
  parties: text('Parties, with commas: all of them stand in it.', 'CHN,PRK'),
  own: all.openapi({ description: 'Only these parties themselves.' }),
  state,
  kind: relationKind.optional(),
  status: relationStatus.optional(),
});
export const silenceQuery = z.object({
  ...common,
  by: text('Who was silent, or its state.', 'CHN'),
  about: text('What was not mentioned.', 'PRK'),
  state,
});
export const entityQuery = z.object({ ...common, kind: entityKind.optional(), state, name: text('Words of the name.', 'korea') });

export const head = z
  .object({
    id: z.string(),
    title: z.string().optional(),
    url: z.string().optional(),
    publisher: publisher.optional(),
    published: z.string().optional(),
    supersededBy: z.string().optional(),
  })
  .openapi('ArticleHead');
export const articleRow = head
  .extend({
    counts: z.object({ claims: z.int(), events: z.int(), relations: z.int(), silences: z.int() }),
    snippet: z.string().optional().openapi({ description: 'In a search: words around the hits, each hit between U+0002 and U+0003.' }),
  })
  .openapi('ArticleRow');
const view = <K extends string, T extends z.ZodType>(kind: K, record: T, name: string) =>
  z
    .object({ kind: z.literal(kind), id: z.string(), article: head, quote: z.string(), names: z.record(z.string(), z.string()), record })
    .openapi(name);
const page = <T extends z.ZodType>(item: T, name: string) =>
  z
    .object({ items: z.array(item), next: z.string().optional().openapi({ description: 'Cursor of the next page; absent on the last.' }) })
    .openapi(name);

export const articlePage = page(articleRow, 'ArticlePage');
export const eventPage = page(view('event', event, 'EventView'), 'EventPage');
export const claimPage = page(view('claim', claim, 'ClaimView'), 'ClaimPage');
export const relationPage = page(view('relation', relation, 'RelationView'), 'RelationPage');
export const silencePage = page(view('silence', silence, 'SilenceView'), 'SilencePage');
export const entityPage = page(
  z
    .object({
      id: z.string(),
      kind: entityKind,
      name: z.string(),
      state: z.string().optional(),
      sector: z.string().optional(),
      articles: z.int(),
      mentions: z.int(),
    })
    .openapi('EntityRow'),
  'EntityPage',
);

export const counts = z
  .object({
    articles: z.int(),
    superseded: z.int(),
    publishers: z.int(),
    entities: z.int(),
    claims: z.int(),
    events: z.int(),
    relations: z.int(),
    silences: z.int(),
  })
  .openapi('Counts');
export const rule = z
  .object({
    id: z.string(),
    stage: z.enum(['claims', 'events', 'relations', 'silences']),
    makes: z.string().optional().openapi({ description: 'The type, kind or act of what it makes.' }),
    wording: z.array(z.string()).openapi({ description: 'What it looks for, in sentences.' }),
    source: z.string().optional().openapi({ description: 'Codebook section, paper, or `recall`.' }),
  })
  .openapi('Rule');
export const health = z.object({ status: z.literal('ok'), version: z.string() }).openapi('Health');
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    instance: z.string().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457.' });
