/** How the measured tasks are answered row by row. */
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { type Answer, type Read, type Row, readAll, textOf } from './read-all.ts';

/** Answers to rows, one a row, in order. */
export type Predict = (rows: readonly Row[]) => Promise<Answer[]>;

/** A task that reads the text of each row; `dated`: whether the row's day is told to the engine (true). */
export function byText(answer: (row: Row, read: Read, parts: Parts) => Answer, { dated = true } = {}): (parts: Parts) => Predict {
  return (parts) => async (rows) => {
    const all = await readAll(
      rows.map((r) => ({ text: textOf(r), ...(dated ? { date: r.date } : {}) })),
      parts,
    );
    return rows.map((row, i) => answer(row, all[i] as Read, parts));
  };
}

/** A task that needs no sentences. */
export const perRow =
  (answer: (row: Row, parts: Parts) => Answer) =>
  (parts: Parts): Predict =>
  async (rows) =>
    rows.map((row) => answer(row, parts));
