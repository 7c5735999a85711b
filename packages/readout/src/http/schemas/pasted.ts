/** Pasted texts: what may be sent and what comes back. */
import { z } from '@hono/zod-openapi';
import { comparisonView } from './compare.ts';
import { wholeDay } from './fields.ts';
import { record } from './record.ts';

const short = (description: string) => z.string().trim().min(1).max(2000).optional().openapi({ description });
// Strict: a field misspelt ("publishr") would else be as if it had not been said.
const pasted = z
  .strictObject({
    text: z.string().min(1).openapi({ description: 'The report as text or as a page; it may begin with front matter.' }),
    format: z.enum(['text', 'html']).optional().openapi({ description: 'Seen from the beginning when not said.' }),
    title: short('The title.'),
    date: wholeDay.optional().openapi({ description: 'Day of publication.', example: '2024-11-15' }),
    publisher: short('A publisher’s name, id or domain.'),
    state: z
      .string()
      .regex(/^[A-Za-z]{3}$/, 'three letters, as KOR')
      .optional()
      .openapi({ description: 'The publisher’s state, ISO 3166-1 alpha-3.', example: 'KOR' }),
    url: short('The address.'),
  })
  .openapi('Pasted');
const keep = z.boolean().optional().openapi({ description: 'Put it into the store; default false: nothing is kept.' });

export const readBody = pasted.extend({ keep }).openapi('ReadBody');
export const compareBody = z.strictObject({ texts: z.array(pasted).min(1).max(12), keep }).openapi('CompareBody');
export const readAnswer = z.object({ record, kept: z.boolean() }).openapi('ReadAnswer');
export const compareAnswer = comparisonView.extend({ records: z.array(record), kept: z.boolean() }).openapi('CompareAnswer');
