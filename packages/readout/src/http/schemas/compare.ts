/** Stories, accounts and comparisons as zod schemas; the types stay those of model/. */
import { z } from '@hono/zod-openapi';
import type { Comparison, Story, Thread } from '../../model/index.ts';
import { day } from './fields.ts';
import { head } from './lists.ts';
import { eventType, publisher, silence, span } from './record.ts';

const text = (description: string, example: string) => z.string().trim().min(1).max(300).optional().openapi({ description, example });
const page = {
  limit: z.coerce.number().int().min(1).max(500).optional().openapi({ description: 'Most items on the page; default 50.' }),
  cursor: z.string().max(12).regex(/^\d+$/).optional().openapi({ description: '`next` of the page before.' }),
};

export const storyQuery = z.object({
  ...page,
  since: day('Stories that reach to this day or beyond it.'),
  until: day('Stories that start on this day or before.'),
  party: text('A party of it: a state or an entity, by id or name.', 'KOR'),
  publisher: text('A publisher with a report in it: its id or a part of its name.', 'xinhua'),
  thread: text('Those of one thread.', 'thread:3f2a'),
  article: text('The one with this report: its whole id or the digits it begins with.', 'sha256:3f2a'),
});
export const compareQuery = z.object({
  articles: z.string().min(8).max(4000).openapi({
    description: 'Ids of at most 50 reports, with commas; of one alone, the voices that it relays are compared.',
    example: 'sha256:3f2a,sha256:9c1b',
  }),
});
export const omissionQuery = z.object({
  ...page,
  by: text('A publisher: its id or a part of its name.', 'xinhua'),
  since: day('As of stories.'),
  until: day('As of stories.'),
});

export const story = z
  .object({
    id: z.string(),
    thread: z.string().optional(),
    articles: z.array(z.string()),
    title: z.string(),
    start: z.string().optional(),
    end: z.string().optional(),
    parties: z.array(z.string()),
    core: z.object({ event: eventType, parties: z.array(z.string()), date: z.string().optional(), reports: z.int() }).optional(),
    copies: z.array(z.object({ origin: z.string(), articles: z.array(z.string()) })),
  })
  .openapi('Story', { description: 'Reports of one happening. Ids are kept while later reports join.' });
const thread = z
  .object({
    id: z.string(),
    stories: z.array(z.string()),
    title: z.string(),
    start: z.string().optional(),
    end: z.string().optional(),
    parties: z.array(z.string()),
    reports: z.int(),
  })
  .openapi('Thread', { description: 'Stories that follow each other.' });

export const account = z
  .object({
    id: z.string(),
    kind: z.enum(['text', 'relayed']),
    voice: z.object({
      id: z.string(),
      name: z.string(),
      state: z.string().optional(),
      official: z.boolean().optional(),
      publisher: publisher.optional(),
    }),
    article: z.string(),
    partial: z.boolean(),
    speakers: z.array(z.string()),
    events: z.array(z.string()),
    claims: z.array(z.string()),
    relations: z.array(z.string()),
    figures: z.array(z.string()),
  })
  .openapi('Account', { description: 'What one voice says of a story. A relayed one is partial.' });
const saying = z.object({ item: z.string(), quote: z.string(), as: z.enum(['quote', 'paraphrase']), span, position: z.number() });
const omission = z
  .object({
    row: z.string(),
    account: z.string(),
    basis: z.enum(['party', 'item']),
    searched: z.object({ sentences: z.int(), names: z.array(z.string()), absent: z.array(z.string()), nearest: span.optional() }),
    heldBy: z.int(),
    of: z.int(),
    salience: z.number(),
  })
  .openapi('Omission', { description: 'What other accounts have and a whole text does not. Not a word about why.' });
const cell = z.union([
  z.object({ is: z.literal('said'), sayings: z.array(saying) }),
  z.object({ is: z.literal('not-in-this-text'), omission }),
  z.object({ is: z.literal('unclear'), nearest: saying }),
  z.object({ is: z.literal('not-said-here') }),
]);
const itemKind = z.enum(['event', 'claim', 'relation', 'figure']);
const difference = z.object({
  field: z.enum(['number', 'code', 'party', 'date', 'modality', 'polarity', 'act', 'status', 'strength']),
  values: z.record(z.string(), z.string()),
  stronger: z.string().optional(),
});
export const comparisonRow = z
  .object({
    id: z.string(),
    kind: itemKind,
    label: z.string(),
    parties: z.array(z.string()),
    alignment: z.enum(['same', 'differs', 'only-here']),
    differences: z.array(difference),
    heldBy: z.int(),
    salience: z.number(),
    cells: z.record(z.string(), cell),
  })
  .openapi('Row');
const count = z.object({
  entity: z.string(),
  name: z.string(),
  count: z.int(),
  examples: z.array(z.object({ span, quote: z.string() })),
});
const framing = z
  .object({
    account: z.string(),
    acts: z.array(count),
    actedOn: z.array(count),
    quoted: z.array(count.extend({ words: z.int() })),
    reported: z.array(count.extend({ verb: z.string() })),
    names: z.array(count.extend({ form: z.string() })),
  })
  .openapi('Framing', { description: 'Counts of an account’s wording, with places. No score.' });
export const comparison = z
  .object({
    accounts: z.array(account),
    rows: z.array(comparisonRow),
    omissions: z.array(omission),
    silences: z.array(z.object({ article: z.string(), silence, quote: z.string(), accounts: z.array(z.string()) })),
    framing: z.array(framing),
  })
  .openapi('Comparison');

const next = z.string().optional();
const storyPart = z.object({ reports: z.int(), of: z.int(), from: z.string().optional() }).openapi({
  description: 'In a large store, how many of its reports were grouped, and the first day of those: ask with days for others.',
});
export const storyPage = z
  .object({
    items: z.array(story),
    threads: z.array(thread),
    reports: z.record(z.string(), head),
    names: z.record(z.string(), z.string()),
    part: storyPart.optional(),
    next,
  })
  .openapi('StoryPage');
export const storyView = z
  .object({ story, thread: thread.optional(), stories: z.array(story), reports: z.array(head), names: z.record(z.string(), z.string()) })
  .openapi('StoryView', { description: 'A story, the thread it is in with that thread’s stories, and its reports.' });
export const comparisonView = z
  .object({ story: story.optional(), comparison, reports: z.array(head), names: z.record(z.string(), z.string()) })
  .openapi('ComparisonView');
export const omissionPage = z
  .object({
    items: z.array(
      z
        .object({
          publisher: z.string().optional(),
          story: z.string(),
          article: z.string(),
          kind: itemKind,
          label: z.string(),
          quote: z.string(),
          heldByPublishers: z.array(z.string()),
          omission,
        })
        .openapi('OmissionView'),
    ),
    next,
  })
  .openapi('OmissionPage');

// A field that model/ gains fails here until the schema has it.
type Lacks<T, D> = Exclude<keyof T, keyof D>;
type None<T extends never> = T;
export type CheckedCompare = [
  None<Lacks<Story, z.infer<typeof story>>>,
  None<Lacks<Thread, z.infer<typeof thread>>>,
  None<Lacks<Comparison, z.infer<typeof comparison>>>,
  None<Lacks<Comparison['rows'][number], z.infer<typeof comparisonRow>>>,
  None<Lacks<Comparison['accounts'][number], z.infer<typeof account>>>,
  None<Lacks<Comparison['framing'][number], z.infer<typeof framing>>>,
];
