import type { Store } from '../../7-store/index.ts';
import type { EventFilter, Happening } from '../../7-store/store.ts';
import { actOf, actsOf, type TimelineEntry, timelineFrom } from '../../9-measure/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { timelineColumns } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { printTable } from '../print-table.ts';
import { recordsOfFiles } from '../records-of.ts';
import { entityIn, entityOf, namesOf, withStore } from '../with-store.ts';

/** `readout timeline WHO [FILE…]`. */
export async function timelineCommand(call: Call): Promise<number> {
  const [who = '', ...files] = call.args;
  const { since, until, event, all, limit = Number.POSITIVE_INFINITY } = call.flags;
  const print = (entries: readonly TimelineEntry[], names: { readonly [id: string]: string }): Promise<number> =>
    printTable(call, entries.slice(-limit), timelineColumns(names), {
      title: `the timeline of ${who}`,
      row: 'One row is one act, however many reports tell it.',
    });
  if (files.length > 0) {
    const { records, isPartly } = await recordsOfFiles({ ...call, args: files });
    const acts = actsOf(records, given({ all })).filter((a) => event === undefined || a.event.event === event);
    const entries = timelineFrom(acts, await entityIn(who, call, records)).filter((e) => isWithin(e.day, since, until));
    const code = await print(entries, namesOf(records));
    return isPartly ? EXIT.partly : code;
  }
  return withStore(call, async (store, known) => {
    const id = await entityOf(who, call, { known });
    const told = await everything(store, given({ state: id, since, until, event, all }));
    const entries = timelineFrom(
      told.map(({ article, record }) => actOf(record, { article, id: record.id }, () => null)),
      id,
    );
    return print(entries, await known.names(entries.flatMap((e) => e.others)));
  });
}

function isWithin(day: string, since: string | undefined, until: string | undefined): boolean {
  return (since === undefined || day >= since.slice(0, day.length)) && (until === undefined || day.slice(0, until.length) <= until);
}

async function everything(store: Store, filter: EventFilter): Promise<readonly Happening[]> {
  const all: Happening[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.happenings({ ...filter, limit: 1000, ...given({ cursor }) });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all;
}
