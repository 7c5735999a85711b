import { createHash } from 'node:crypto';
import type { Record } from '../model/record.ts';

/** The lists of a record that have a table of their own. */
export const LISTS = ['entities', 'mentions', 'times', 'claims', 'events', 'relations', 'silences', 'figures', 'problems'] as const;
export type List = (typeof LISTS)[number];

/** What is left of a record when its text and lists are taken out: JSON that keeps the order of the keys, and fields that this version does not know. */
export function frameOf(record: Record): string {
  const empty = Object.fromEntries(LISTS.map((list) => [list, []]));
  return JSON.stringify({ ...record, ...empty, article: { ...record.article, text: '' } });
}

/** The record of a frame, its text and the JSON of its lists' items in order: byte for byte what `frameOf` was given, as JSON. Throws SyntaxError. */
export function recordFrom(frame: string, text: string, lists: { readonly [L in List]: readonly string[] }): Record {
  const framed = JSON.parse(frame) as Record;
  const filled = Object.fromEntries(LISTS.map((list) => [list, lists[list].map((json): unknown => JSON.parse(json))]));
  // The keys are there already, so spreading changes values and no order.
  return { ...framed, ...filled, article: { ...framed.article, text } } as Record;
}

/** `sha256:…` of a record's JSON. */
export function recordHash(record: Record): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(record), 'utf8').digest('hex')}`;
}
