/** What was pasted and what came of it: in this tab's memory, so that back finds it; never in the address, never stored by the page. */
import type { Record as ReadoutRecord } from '../../../../packages/readout/src/model/index.ts';
import { type ComparisonView, post } from './api.ts';
import { keepRecords } from './kept.ts';

export interface Pasted {
  text: string;
  publisher: string;
  state: string;
  date: string;
  /** The name of a dropped file. */
  file: string;
}
export const empty = (text = '', file = ''): Pasted => ({ text, publisher: '', state: '', date: '', file });

export const pasted = $state({
  texts: [empty(), empty()] as Pasted[],
  keep: false,
  result: undefined as (ComparisonView & { readonly kept: boolean }) | undefined,
});

const given = ({ text, publisher, state, date }: Pasted) => ({
  text,
  ...(publisher.trim() ? { publisher: publisher.trim() } : {}),
  ...(state.trim() ? { state: state.trim().toUpperCase() } : {}),
  ...(date ? { date } : {}),
});

/** The record of one text; it can be opened in the Reader as long as the tab lives. */
export async function readOne(one: Pasted, signal: AbortSignal): Promise<ReadoutRecord> {
  const { record, kept } = await post<{ record: ReadoutRecord; kept: boolean }>('/api/read', { ...given(one), keep: pasted.keep }, signal);
  if (!kept) keepRecords([record]);
  return record;
}

/** The texts beside each other; of one, the voices that it relays. */
export async function compareTexts(texts: readonly Pasted[], signal: AbortSignal): Promise<void> {
  const answer = await post<ComparisonView & { records: readonly ReadoutRecord[]; kept: boolean }>(
    '/api/compare',
    { texts: texts.map(given), keep: pasted.keep },
    signal,
  );
  const { records, ...view } = answer;
  if (!view.kept) keepRecords(records);
  pasted.result = view;
}
