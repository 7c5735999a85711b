import { coverageMatrix } from '../../9-measure/index.ts';
import { ReadoutError } from '../../errors.ts';
import type { Known } from '../../http/known.ts';
import type { Record } from '../../model/index.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { type CoverageRow, coverageColumns } from '../format/measure-columns.ts';
import { given } from '../given.ts';
import { onlyOfStore } from '../of-store.ts';
import { printTable } from '../print-table.ts';
import { recordsOfFiles } from '../records-of.ts';
import { entityOf, foundIn, knowledgeAlone, namesOf, strangerWords, withStore } from '../with-store.ts';

const WORDS = { title: 'coverage', row: 'One row is one publisher and one topic.' };
const TOPICS = 20;

/** `readout coverage [FILE…]`. */
export async function coverageCommand(call: Call): Promise<number> {
  onlyOfStore(call, ['state', 'since', 'until']);
  const { args, flags } = call;
  if (args.length > 0) {
    const { records, isPartly } = await recordsOfFiles(call);
    const topics = flags.topic && (await Promise.all(flags.topic.map((t) => topicIn(t, records))));
    const code = await printTable(call, rowsOf(records, given({ topics })), coverageColumns(namesOf(records)), WORDS);
    return isPartly ? EXIT.partly : code;
  }
  return withStore(call, async (store, known) => {
    const topics: string[] = [];
    for (const topic of flags.topic ?? []) topics.push(await topicOf(topic, known));
    if (topics.length === 0) for (const e of (await store.entities({ kind: 'state', limit: TOPICS })).items) topics.push(e.id);
    const { since, until } = flags;
    const state = flags.state === undefined ? undefined : await entityOf(flags.state, call, { known });
    const publishers = await store.publishers({ entities: topics, ...given({ since, until, state }) });
    const rows = publishers.flatMap(({ id, name, state: of, reports, mentioning }) =>
      topics.map((topic): CoverageRow => {
        const n = mentioning[topic] ?? 0;
        return {
          publisher: id,
          name,
          ...given({ state: of }),
          topic,
          reports: n,
          of: reports,
          share: Math.round((1000 * n) / reports) / 1000,
        };
      }),
    );
    return printTable(call, rows, coverageColumns(await known.names(topics)), WORDS);
  });
}

/** The entity that words mean. Throws `usage/bad-value` where nothing has it: its rows would be zeros that look like an answer. */
async function topicOf(words: string, known: Known): Promise<string> {
  const found = await known.find(words);
  if (found) return found.id;
  throw new ReadoutError('usage/bad-value', `--topic: ${strangerWords(words)}`, { at: '--topic' });
}

async function topicIn(words: string, records: readonly Record[]): Promise<string> {
  return foundIn(words, records)?.id ?? topicOf(words, knowledgeAlone());
}

function rowsOf(records: readonly Record[], options: { readonly topics?: readonly string[] }): readonly CoverageRow[] {
  const publishers = new Map(records.flatMap((r) => (r.article.publisher ? [[r.article.publisher.id, r.article.publisher] as const] : [])));
  return coverageMatrix(records, options).map(({ publisher, topic, reports, of, share }) => {
    const { name = publisher, state } = publishers.get(publisher) ?? {};
    return { publisher, name, ...given({ state }), topic, reports, of, share };
  });
}
