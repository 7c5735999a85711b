import type { Store } from '../../7-store/index.ts';
import { dayText, nameOf, partyNames, shortId } from '../format/columns.ts';
import { oneLine } from '../format/table.ts';
import { wrap } from '../format/wrap.ts';
import { strikingClaim, strikingEvent, strikingRelation, strikingSilence } from './striking.ts';

/** How much of each kind is looked through for the striking one. */
const LOOKED_AT = 1_000;

interface Line {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly text?: string;
  readonly publisher?: string;
  readonly id?: string;
}

/** What a store holds, for a person: how many reports, events, claims, relations and silences, and one striking line of each with its publisher. */
export async function summaryText(store: Store, options: { readonly colour: boolean; readonly width: number }): Promise<string> {
  const counts = await store.counts();
  const lines = [await reports(store, counts.articles), ...(await records(store, counts))];
  const paint = (code: string, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const digits = Math.max(...lines.map((l) => String(l.count).length));
  const width = Math.min(options.width, 100) - 6;
  const body = lines.flatMap((line) => {
    const head = `  ${paint('1', String(line.count).padStart(digits))} ${line.count === 1 ? line.one : line.many}`;
    if (line.text === undefined) return [head];
    const words = wrap(oneLine(line.text), width).map((l) => `      ${l}`);
    const from = [line.publisher, line.id === undefined ? undefined : shortId(line.id)].filter((p) => p !== undefined);
    return [head, ...words, `      ${paint('2', `— ${from.join(' · ')}`)}`, ''];
  });
  return `\n${[`Readout read ${counts.articles} reports by ${counts.publishers} publishers; ${counts.entities} entities are in them.`, '', ...body].join('\n')}\n`;
}

async function reports(store: Store, count: number): Promise<Line> {
  const [latest] = (await store.articles({ limit: 1 })).items;
  return { count, one: 'report', many: 'reports', ...textOf(latest?.title, latest && { article: latest }) };
}

async function records(
  store: Store,
  counts: { readonly [K in 'events' | 'claims' | 'relations' | 'silences']: number },
): Promise<readonly Line[]> {
  const event = strikingEvent((await store.events({ limit: LOOKED_AT })).items);
  const claim = strikingClaim((await store.claims({ limit: LOOKED_AT })).items);
  const relation = strikingRelation((await store.relations({ limit: LOOKED_AT })).items);
  const silence = strikingSilence((await store.silences({ limit: LOOKED_AT })).items);
  const eventWords =
    event &&
    [
      dayText(event.record.date),
      partyNames(event.record.actor, event.names),
      `${event.record.event}${event.record.mode ? ` (${event.record.mode})` : ''}`,
      partyNames(event.record.recipient, event.names),
      event.record.location && `in ${nameOf(event.record.location.entity, event.names)}`,
    ]
      .filter((part) => part)
      .join(' · ');
  const relationWords =
    relation &&
    `${relation.record.kind}: ${relation.record.parties.map((p) => nameOf(p.entity, relation.names)).join(' – ')} (${relation.record.status}). ${relation.quote}`;
  return [
    { count: counts.events, one: 'event', many: 'events', ...textOf(event && `${eventWords}. ${event.quote}`, event) },
    { count: counts.claims, one: 'claim', many: 'claims', ...textOf(claim?.quote, claim) },
    { count: counts.relations, one: 'relation', many: 'relations', ...textOf(relationWords, relation) },
    {
      count: counts.silences,
      one: 'silence that a report tells of',
      many: 'silences that reports tell of',
      ...textOf(silence?.quote, silence),
    },
  ];
}

function textOf(
  text: string | undefined,
  of:
    | { readonly id?: string; readonly article: { readonly publisher?: { readonly name: string }; readonly published?: string } }
    | undefined,
): { readonly text?: string; readonly publisher?: string; readonly id?: string } {
  if (text === undefined || !of) return {};
  const publisher = [of.article.publisher?.name, of.article.published].filter((p) => p !== undefined).join(', ');
  return { text, ...(publisher === '' ? {} : { publisher }), ...(of.id === undefined ? {} : { id: of.id }) };
}
