/** The page of one event: its words, its codes, the rule that made it, and how other accounts of the story have it. */
import { z } from '@hono/zod-openapi';
import { account, comparisonRow } from './compare.ts';
import { head, rule } from './lists.ts';
import { claim, event, span } from './record.ts';

const names = z.record(z.string(), z.string()).openapi({ description: 'Names of entities, by id.' });
const ruleOrId = z.union([rule, z.object({ id: z.string() })]);

export const eventView = z
  .object({
    id: z.string().openapi({ description: 'The same in every store.' }),
    article: head,
    record: event,
    names,
    passage: z
      .object({ text: z.string(), start: z.int() })
      .openapi({ description: 'The sentences its words stand in, as they are in the text, and where they begin in it.' }),
    words: z
      .array(z.object({ as: z.string(), span, text: z.string() }))
      .openapi({ description: 'The words that made it, each with what it is, in the order of the text.' }),
    rule: ruleOrId.openapi({ description: 'What made it; only the id where the installed knowledge has no such rule.' }),
    governor: ruleOrId.optional().openapi({ description: 'The rule of the word above it that changed its code.' }),
    table: z
      .object({ code: z.string(), name: z.string(), goldstein: z.number(), source: z.string() })
      .optional()
      .openapi({ description: 'The row of the table of codes that its code and weight are from.' }),
    signs: z
      .array(z.object({ sign: z.string(), meaning: z.string(), weight: z.number(), right: z.int(), wrong: z.int() }))
      .optional()
      .openapi({
        description:
          'What its confidence is made of: each sign with its weight (log-odds), and how many events judged by eye that have it were right and wrong.',
      }),
    dateWords: z.string().optional().openapi({ description: 'The words that say when.' }),
    claim: claim.optional().openapi({ description: 'The claim that it stands in: somebody says it, not the report.' }),
    speaker: z.string().optional().openapi({ description: 'The words that name who makes that claim.' }),
    list: z.string().optional().openapi({ description: 'All tellings of acts between its first two parties on its day.' }),
  })
  .openapi('EventAlone');

export const eventAccounts = z
  .object({
    story: z.object({ id: z.string(), title: z.string(), reports: z.int() }).optional(),
    row: comparisonRow.optional().openapi({ description: 'The row of the comparison that it is in; absent where it is in none.' }),
    accounts: z.array(account),
    reports: z.array(head),
    names,
  })
  .openapi('EventAccounts');

export const recordAt = z
  .object({ id: z.string(), kind: z.enum(['event', 'claim', 'relation', 'silence', 'figure']), article: z.string(), local: z.string() })
  .openapi('RecordAt', { description: 'Where a record stands: its report, and its id in that report.' });
