/** Fields that many queries share. */
import { z } from '@hono/zod-openapi';

export const text = (description: string, example: string) =>
  z.string().trim().min(1).max(200).optional().openapi({ description, example });

function isDay(given: string): boolean {
  const date = new Date(`${given.padEnd(10, '-01')}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(given);
}

/** A day that there is, or a month or year as a whole. */
export const wholeDay = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a day, month or year, as 2024-11-15, 2024-11 or 2024')
  .refine(isDay, 'there is no such day');
export const day = (description: string) =>
  wholeDay.optional().openapi({ description: `${description} A month or year stands for all its days.`, example: '2024-11-15' });

export const all = z
  .enum(['0', '1', 'true', 'false'])
  .optional()
  .openapi({ description: 'Also what the default view leaves out: not asserted, background, doubtful, superseded.' });
