/** The task `times`: expressions of time with their values. */
import { findTimes } from '../packages/readout/src/3-mentions/times/find-times.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { type Answer, type Row, textOf } from './read-all.ts';

/** The expressions of a text; `dct` of the row: the day on which it was published. */
export function timexRow(row: Row, parts: Parts): Answer {
  const found = findTimes(textOf(row), { lexicon: parts.times, ...(row.dct ? { publishedAt: String(row.dct) } : {}) });
  return {
    id: row.id,
    timexes: found.map((t) => ({ start: t.span.start, end: t.span.end, type: t.type, value: t.value })),
  };
}
