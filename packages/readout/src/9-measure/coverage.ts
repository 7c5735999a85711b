/** Coverage: which publisher writes of what, as counts of its reports and as a share of them. */
import type { Record } from '../model/index.ts';

export interface CoverageCell {
  readonly publisher: string;
  readonly topic: string;
  /** Reports of the publisher that mention the topic, and how many it has in all. */
  readonly reports: number;
  readonly of: number;
  readonly share: number;
  readonly articles: readonly string[];
}

export interface CoverageOptions {
  /** Entities; default: the states that most reports mention, at most 20. */
  readonly topics?: readonly string[];
}

/** One cell for each publisher and topic, zeros among them; publishers by id, topics in their order. Reports of unknown publishers are left out. */
export function coverageMatrix(records: readonly Record[], options: CoverageOptions = {}): readonly CoverageCell[] {
  const topics = options.topics ?? mostMentioned(records);
  const byPublisher = new Map<string, Record[]>();
  for (const r of records) {
    const id = r.article.publisher?.id;
    if (id !== undefined) byPublisher.set(id, [...(byPublisher.get(id) ?? []), r]);
  }
  return [...byPublisher]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([publisher, theirs]) =>
      topics.map((topic): CoverageCell => {
        const articles = theirs.filter((r) => mentions(r, topic)).map((r) => r.article.id);
        return {
          publisher,
          topic,
          reports: articles.length,
          of: theirs.length,
          share: Math.round((1000 * articles.length) / theirs.length) / 1000,
          articles,
        };
      }),
    );
}

function mentions(record: Record, topic: string): boolean {
  return record.mentions.some((m) => m.entities.includes(topic));
}

function mostMentioned(records: readonly Record[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const r of records) {
    const here = new Set(r.mentions.flatMap((m) => m.entities));
    for (const e of r.entities) if (e.kind === 'state' && here.has(e.id)) counts.set(e.id, (counts.get(e.id) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 20)
    .map(([id]) => id);
}
