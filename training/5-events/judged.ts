/** The events of judged.tsv, and how one of the engine's is found among them. */
import { readFileSync } from 'node:fs';
import { openBenchParts } from '../../bench/parses.ts';
import { type Read, readAll } from '../../bench/read-all.ts';
import type { Event } from '../../packages/readout/src/model/index.ts';

const lines = (url: URL): string[] => readFileSync(url, 'utf8').trim().split('\n');

/** What tells one event from another: article, first trigger, type, parties, polarity. */
export const keyOf = (article: string, e: Event): string =>
  [
    article,
    e.evidence.find((x) => x.as === 'trigger')?.span.start,
    e.event,
    e.actor.map((p) => p.entity).join('|'),
    e.recipient.map((p) => p.entity).join('|'),
    e.polarity,
  ].join('\t');

/** The verdict on each judged event, by its key. */
export const VERDICTS: ReadonlyMap<string, string> = new Map(
  lines(new URL('judged.tsv', import.meta.url))
    .slice(1)
    .map((l) => l.split('\t'))
    .map((row) => [row.slice(0, 6).join('\t'), row[6] ?? '']),
);

/** The judged articles as the engine reads them now, with their ids. */
export async function readJudged(): Promise<readonly (Read & { readonly article: string })[]> {
  const wanted = new Set([...VERDICTS.keys()].map((k) => k.split('\t', 1)[0]));
  const parts = await openBenchParts();
  const found: (Read & { article: string })[] = [];
  for (const corpus of ['wikinews', 'kremlin']) {
    const articles = lines(new URL(`../../../shared/data/corpus/${corpus}.jsonl`, import.meta.url))
      .map((l) => JSON.parse(l))
      .filter((a) => wanted.has(a.id));
    (await readAll(articles, parts)).forEach((read, i) => {
      found.push({ ...read, article: String(articles[i].id) });
    });
  }
  return found;
}
