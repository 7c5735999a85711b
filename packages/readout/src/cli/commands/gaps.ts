import { annotate } from '../../2-sentences/index.ts';
import { gapWords } from '../../5-events/gap-words.ts';
import { type Coverage, countGaps, coverageOf, type Gap, type Sighting, sightings } from '../../5-events/gaps.ts';
import { loadKnowledge } from '../../knowledge.ts';
import type { ReadArticle } from '../../model/article.ts';
import { documentOf, type Parts } from '../../pipeline.ts';
import type { Call } from '../command.ts';
import { openEngine } from '../engine.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { given } from '../given.ts';
import { batches } from '../input/batches.ts';
import { listPaths } from '../input/paths.ts';
import { readings } from '../input/readings.ts';
import { noteRefusal } from '../input/refusals.ts';
import { note } from '../io.ts';
import { onlyOfStore } from '../of-store.ts';
import { recordsOf } from '../records-of.ts';

const COLUMNS: readonly Column<Gap>[] = [
  { name: 'kind', value: (g) => g.kind },
  { name: 'word', value: (g) => g.word },
  { name: 'unknown', value: (g) => g.unlisted },
  { name: 'in another frame', value: (g) => g.unmet },
  { name: 'seen', value: (g) => g.count },
  { name: 'for example', value: (g) => g.examples[0], exact: (g) => g.examples.join(' | '), flexible: 1 },
];
const ON_TERMINAL = 50;

/** `readout gaps [FILE…]`: the acts of political parties that no rule knows, most frequent first, and how much is known. */
export async function gapsCommand(call: Call): Promise<number> {
  onlyOfStore(call, ['since', 'until']);
  const { flags, io } = call;
  const parts = await openEngine();
  const words = gapWords(loadKnowledge());
  const seen: Sighting[] = [];
  let isPartly = false;
  for await (const batch of batches(
    articles(call, parts, () => (isPartly = true)),
    (r) => r.article.text.length,
  )) {
    seen.push(...(await sightingsOf(batch, parts, words)));
    if (io.stop.aborted) return EXIT.stopped;
  }
  const format = flags.json ? 'json' : formatOf(flags, io);
  const limit = flags.limit ?? (format === 'table' && io.isTerminal.stdout ? ON_TERMINAL : Number.POSITIVE_INFINITY);
  const wanted = kindsOf(flags);
  const gaps = countGaps(seen)
    .filter((g) => wanted.has(g.kind))
    .slice(0, limit);
  const count = await printItems(gaps, COLUMNS, format, io);
  if (!flags.quiet) for (const c of coverageOf(seen)) if (wanted.has(c.kind)) note(io, sentenceOf(c));
  return isPartly ? EXIT.partly : count === 0 ? EXIT.nothing : EXIT.ok;
}

/** Without a choice: verbs and nouns of acts, and actors. */
function kindsOf({ actors, verbs }: Call['flags']): ReadonlySet<Gap['kind']> {
  if (!actors && !verbs) return new Set(['verb', 'noun', 'actor']);
  return new Set([...(actors ? (['actor'] as const) : []), ...(verbs ? (['verb', 'noun'] as const) : [])]);
}

async function sightingsOf(reads: readonly ReadArticle[], parts: Parts, words: ReturnType<typeof gapWords>): Promise<Sighting[]> {
  const sentences = await annotate(
    reads.map((r) => r.article),
    parts.network,
    parts.sentences,
  );
  return reads.flatMap((r, i) => sightings(documentOf(r, sentences[i] ?? [], parts), parts.events, words));
}

/** The articles of the files named, else those of the store, whose texts are read anew. */
async function* articles(call: Call, parts: Parts, onRefusal: () => void): AsyncGenerator<ReadArticle> {
  const { args, flags, io } = call;
  if (args.length === 0) {
    const { records } = await recordsOf(call);
    for (const { article, problems } of records) yield { article, problems };
    return;
  }
  for await (const item of readings(listPaths(args), parts, { stdin: io.stdin, ...given({ format: flags.input }) })) {
    if (item.kind === 'read') yield item.read;
    else {
      onRefusal();
      noteRefusal(io, item.at, item.error, flags.debug);
    }
  }
}

function sentenceOf({ kind, seen, listed, coded }: Coverage): string {
  const what = kind === 'verb' ? 'verbs with a political subject' : 'nouns of acts with a political possessor or agent';
  return `${seen} ${what}: ${listed} % are listed, ${coded} % fit a rule, a none rule or another table where they stand.`;
}
