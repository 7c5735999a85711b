/** Numbers and pages as zod schemas: what can be asked and what comes back. `list` is always the address of the list that made a number. */
import { z } from '@hono/zod-openapi';
import { all, day, text } from './fields.ts';
import { articleRow, claimPage, eventPage } from './lists.ts';
import { entityKind, eventType, relationKind, relationStatus } from './record.ts';

const days = { since: day('First day.'), until: day('Last day.') };
export const by = z.enum(['day', 'month', 'year']);
const flag = z.enum(['0', '1', 'true', 'false']).optional();
const list = z
  .string()
  .openapi({ description: 'The address of the list that made the number.', example: '/api/events?between=KOR,CHN&period=2024-11' });
const names = z.record(z.string(), z.string()).openapi({ description: 'Names by entity id.' });
const quads = z.object({ '1': z.int(), '2': z.int(), '3': z.int(), '4': z.int() }).openapi('Quads', {
  description: '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.',
});

export const seriesQuery = z.object({
  by: by.optional().openapi({ description: 'Default: month.' }),
  directed: flag.openapi({ description: 'A row for each direction.' }),
  ...days,
  all,
});
export const seriesRow = z
  .object({
    period: z.string(),
    from: z.string(),
    to: z.string(),
    directed: z.boolean(),
    events: z.int().openapi({ description: 'Different acts; those of one type, day and sides are one.' }),
    mentions: z.int().openapi({ description: 'Tellings of them: so many items has the list.' }),
    byQuad: quads,
    byType: z.partialRecord(eventType, z.int()),
    goldsteinSum: z.number(),
    goldsteinMean: z.number().optional().openapi({ description: 'Absent where there is no event.' }),
    reports: z.int().openapi({ description: 'Reports published in the period on anything: the denominator.' }),
    list,
  })
  .openapi('SeriesRow');
const change = z
  .object({
    period: z.string().openapi({ description: 'The first period of the new rate.' }),
    before: z.number().openapi({ description: 'Events per report since the change before.' }),
    after: z.number().openapi({ description: 'Events per report until the change after.' }),
    gain: z.number().openapi({ description: 'Gain in twice the log likelihood, divided by the dispersion.' }),
    list,
  })
  .openapi('Change', { description: 'From this period on the rate is another one (PELT over Poisson counts, reports as exposure).' });
const party = z.object({ entity: z.string(), as: z.string().optional() });
export const standing = z
  .object({
    kind: relationKind,
    parties: z.array(party),
    says: z.enum(['text', 'knowledge', 'both']).openapi({ description: 'Who says it: reports, the knowledge, or both.' }),
    knowledge: z.array(
      z.object({
        name: z.string().optional(),
        start: z.string().optional(),
        end: z.string().optional(),
        status: z.string(),
        source: z.string(),
      }),
    ),
    text: z.array(
      z.object({
        status: relationStatus,
        start: z.string().optional().openapi({ description: 'Where a text says so.' }),
        end: z.string().optional(),
        first: z.string().optional().openapi({ description: 'First day of publication.' }),
        last: z.string().optional(),
        reports: z.int(),
        list,
      }),
    ),
  })
  .openapi('Standing', { description: 'A relation as intervals: what the knowledge has and what reports say, side by side.' });
const standings = z.array(standing);
const term = z
  .object({
    person: z.string(),
    name: z.string(),
    office: z.string(),
    title: z.string().optional(),
    state: z.string().optional(),
    organisation: z.string().optional(),
    start: z.string().optional(),
    end: z.string().optional(),
    note: z.string().optional(),
    head: z.enum(['state', 'government', 'foreign', 'defence', 'other']),
    source: z.string(),
  })
  .openapi('Term', { description: 'An office held, as the knowledge has it.' });
const subject = z.object({
  id: z.string(),
  name: z.string(),
  kind: entityKind,
  state: z.string().optional(),
  sector: z.string().optional(),
});
const seen = z.object({ articles: z.int(), mentions: z.int(), list });
const events = z.object({ items: eventPage.shape.items, list });
const claims = z.object({ items: claimPage.shape.items, list });
const tie = z
  .object({
    kind: z.enum(['meets', 'accuses', 'speaks-for']),
    from: z.string(),
    to: z.string(),
    weight: z.int().openapi({ description: 'Tellings.' }),
    reports: z.int(),
    first: z.string().optional(),
    last: z.string().optional(),
    list,
  })
  .openapi('Tie');

export const seriesAnswer = z
  .object({ a: subject, b: subject, by, directed: z.boolean(), series: z.array(seriesRow), changes: z.array(change) })
  .openapi('Series');
export const dyadPage = seriesAnswer
  .extend({ relations: standings, events, totals: z.object({ events: z.int(), mentions: z.int(), list }), names })
  .openapi('DyadPage');
export const statePage = z
  .object({
    state: subject.extend({
      codes: z.object({ iso3: z.string(), cow: z.int().optional(), gw: z.int().optional() }).optional(),
      start: z.string().optional(),
      end: z.string().optional(),
    }),
    seen,
    offices: z.array(term),
    relations: standings,
    partners: z.array(tie).openapi({ description: 'Meetings and accusations between states, heaviest first.' }),
    events,
    claims,
    media: z.object({
      publishers: z.array(z.object({ id: z.string(), name: z.string(), reports: z.int(), list })),
      claims,
    }),
    names,
  })
  .openapi('StatePage');
export const leaderPage = z
  .object({ leader: subject, seen, offices: z.array(term), relations: standings, partners: z.array(tie), events, claims, names })
  .openapi('LeaderPage');

export const networkQuery = z.object({
  kinds: text('Kinds of ties, with commas: meets, accuses, speaks-for; all when not said.', 'meets,accuses'),
  states: flag.openapi({ description: 'Between states, through all who act for them.' }),
  entity: text('Only ties of this entity or state: its ego network.', 'KOR'),
  limit: z.coerce.number().int().min(2).max(150).optional().openapi({ description: 'Most nodes; default and most 150.' }),
  ...days,
  all,
});
export const network = z
  .object({
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: entityKind.optional(),
        state: z.string().optional(),
        weight: z.int(),
        ties: z.int(),
      }),
    ),
    edges: z.array(tie),
    of: z.object({ nodes: z.int(), edges: z.int() }).openapi({ description: 'How many there are with those that were left out.' }),
  })
  .openapi('Network');

export const mapQuery = z.object({ event: eventType.optional(), ...days, all });
export const map = z
  .object({
    points: z.array(
      z.object({
        place: z.string(),
        name: z.string(),
        state: z.string().optional(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        events: z.int().openapi({ description: 'Tellings of events there.' }),
        byQuad: quads,
        list,
      }),
    ),
    unplaced: z.int().openapi({ description: 'Of the points, how many have no coordinates.' }),
  })
  .openapi('MapPoints');

export const timelineQuery = z.object({
  entity: z.string().trim().min(1).max(200).openapi({ description: 'An entity or a state.', example: 'KOR' }),
  event: eventType.optional(),
  ...days,
  all,
  limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ description: 'Most tellings, latest kept; default 500.' }),
});
export const timeline = z
  .object({
    entries: z.array(
      z.object({
        day: z.string(),
        event: eventType,
        part: z.enum(['actor', 'recipient', 'together']),
        others: z.array(z.string()),
        reports: z.int(),
        refs: z.array(z.object({ article: z.string(), id: z.string() })),
      }),
    ),
    more: z.boolean().openapi({ description: 'There are earlier ones: ask with until.' }),
    list,
    names,
  })
  .openapi('Timeline');

export const coverageQuery = z.object({
  topics: text('Entities, with commas; when not said, the 20 states that most reports mention.', 'KOR,CHN'),
  state: text('Only publishers of this state.', 'CHN'),
  ...days,
  all,
});
export const coverage = z
  .object({
    topics: z.array(z.string()),
    publishers: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: z.string().optional(),
        reports: z.int(),
        list,
        cells: z.array(z.object({ topic: z.string(), reports: z.int(), share: z.number(), list })),
      }),
    ),
    names,
  })
  .openapi('Coverage');

const facet = z.object({ value: z.string(), name: z.string(), articles: z.int(), list });
export const searchAnswer = z
  .object({
    items: z.array(articleRow),
    next: z.string().optional(),
    articles: z.int().openapi({ description: 'How many there are.' }),
    facets: z.object({ publishers: z.array(facet), states: z.array(facet), years: z.array(facet) }),
    entities: z.array(subject).openapi({ description: 'Entities of this name.' }),
  })
  .openapi('SearchAnswer');

export const standingQuery = z.object({
  actor: z.string().trim().min(1).max(200).openapi({ description: 'A state, person or body.', example: 'KOR' }),
  with: text('The other party.', 'PRK'),
  on: day('Only what holds on this day.'),
});
export const standingAnswer = z
  .object({ actor: z.string(), on: z.string().optional(), items: standings, offices: z.array(term), names })
  .openapi('StandingAnswer');

export const ingest = z
  .object({
    counts: z.object({ articles: z.int(), superseded: z.int(), undated: z.int(), unattributed: z.int() }),
    first: z.string().optional(),
    last: z.string().optional(),
    refused: z
      .object({ count: z.int(), items: z.array(z.object({ at: z.string(), code: z.string(), message: z.string() })) })
      .openapi({ description: 'What could not be read at all, and was not read since; at most 200 are listed.' }),
    problems: z.array(z.object({ code: z.string(), means: z.string(), articles: z.int(), example: z.string() })),
    engines: z.array(z.object({ version: z.string(), knowledge: z.string(), model: z.string(), articles: z.int(), current: z.boolean() })),
    publishers: z.array(z.object({ id: z.string(), name: z.string(), reports: z.int(), list })),
  })
  .openapi('IngestHealth');
export const method = z
  .object({
    version: z.string(),
    knowledge: z.object({
      hash: z.string(),
      lists: z.array(z.object({ name: z.string(), rows: z.int() })),
    }),
    rules: z.array(z.object({ id: z.string(), stage: z.string(), makes: z.string().optional(), source: z.string().optional() })),
    bench: z
      .object({ file: z.string(), engine: z.record(z.string(), z.string()), results: z.record(z.string(), z.number()) })
      .optional()
      .openapi({ description: 'The latest results in bench/results, where the engine runs from its project folder.' }),
  })
  .openapi('Method');
