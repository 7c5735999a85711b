/** The measured tasks as functions from rows to answers. What a task adds to `readout extract` is picking and naming fields: the files `task-*.ts`. */
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { byText, type Predict, perRow } from './task-answers.ts';
import { attributionRow, quoteRow } from './task-claims.ts';
import { neardup, omission, stories } from './task-compare.ts';
import { eventsRow, plvRow, relevanceRow } from './task-events.ts';
import { actors, linkRow, metonymyRow, places } from './task-names.ts';
import { parse } from './task-parse.ts';
import { timexRow } from './task-times.ts';

const PREDICTORS = {
  parse: (parts) => (rows) => parse(rows, parts),
  plv: byText(plvRow, { dated: false }),
  events: byText(eventsRow),
  relevance: byText(relevanceRow),
  claims: byText((row, read) => attributionRow(row, read, { nested: false })),
  quotes: byText(quoteRow),
  nested: byText((row, read) => attributionRow(row, read, { nested: true })),
  times: perRow(timexRow),
  metonymy: byText(metonymyRow, { dated: false }),
  places,
  actors,
  links: byText(linkRow),
  stories,
  neardup,
  omission,
} as const satisfies { readonly [task: string]: (parts: Parts) => Predict };

export type Task = keyof typeof PREDICTORS;
export const TASKS = Object.keys(PREDICTORS) as readonly Task[];
/** Tasks whose rows are answered in one go, since each answer depends on the others. */
export const WHOLE: ReadonlySet<Task> = new Set<Task>(['stories', 'neardup']);
export const isTask = (t: string): t is Task => Object.hasOwn(PREDICTORS, t);

/** What answers the rows of a task. */
export const predictor = (task: Task, parts: Parts): Predict => PREDICTORS[task](parts);
