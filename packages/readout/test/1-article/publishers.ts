import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type PublisherIndex, pagePhrases } from '../../src/1-article/index.ts';
import { loadKnowledge } from '../../src/knowledge.ts';
import type { Publisher } from '../../src/model/article.ts';

type Listed = Publisher & { readonly aliases: readonly string[]; readonly domains: readonly string[] };

const listed: readonly Listed[] = parse(
  readFileSync(new URL('../../../../cases/1-article/publishers.yaml', import.meta.url), 'utf8'),
).publishers;

function plain(row: Listed | undefined): Publisher | undefined {
  if (!row) return undefined;
  const { aliases: _aliases, domains: _domains, ...publisher } = row;
  return publisher;
}

/** The made-up publishers of the cases. */
export const publishers: PublisherIndex = {
  byName: (name) =>
    plain(listed.find((row) => [row.id, row.name, ...row.aliases].some((known) => known.toLowerCase() === name.trim().toLowerCase()))),
  byDomain: (host) => plain(listed.find((row) => row.domains.includes(host))),
};

export const phrases = pagePhrases(loadKnowledge().lexicon('page-phrases'));
