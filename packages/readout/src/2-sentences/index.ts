/**
 * Stage 2: articles → sentences with tokens, tags, lemmas, tree and names.
 * Split, tokenise, run the network over all sentences of all articles at once (batches of like length are several times faster), then
 * lemmas, because they need the tags. Titles, bodies and captions are read; headers, datelines, credits and boilerplate are not.
 * Rules: lexicon/abbreviations.tsv, irregulars.tsv, verb-stems.tsv; weights: packages/model-en.
 */
import type { Article, PartKind, Sentence, Span, Token } from '../model/index.ts';
import { type LemmaTables, lemmatize } from './lemmatize.ts';
import type { Network } from './network.ts';
import { splitSentences } from './split.ts';
import type { Abbreviation } from './split-abbreviations.ts';
import { type TokenSpan, tokenize } from './tokenize.ts';

export interface SentenceTables {
  readonly abbreviations: ReadonlyMap<string, Abbreviation>;
  readonly lemmas: LemmaTables;
}

const READ: ReadonlySet<PartKind> = new Set<PartKind>(['title', 'body', 'caption']);

interface Cut {
  readonly article: number;
  readonly span: Span;
  readonly part: PartKind;
  readonly paragraph: number;
  readonly tokens: readonly TokenSpan[];
}

/** The sentences of each article, in text order. */
export async function annotate(articles: readonly Article[], network: Network, tables: SentenceTables): Promise<Sentence[][]> {
  const cuts: Cut[] = [];
  articles.forEach((article, a) => {
    for (const part of article.parts) {
      if (!READ.has(part.kind)) continue;
      for (const span of splitSentences(article.text, { abbreviations: tables.abbreviations, spans: [part.span] })) {
        const tokens = tokenize(article.text, span);
        if (tokens.length > 0) cuts.push({ article: a, span, part: part.kind, paragraph: paragraphAt(article.text, span.start), tokens });
      }
    }
  });
  const parses = await network.parse(cuts.map((c) => c.tokens.map((t) => t.form)));
  const result: Sentence[][] = articles.map(() => []);
  cuts.forEach((cut, i) => {
    const parse = parses[i];
    const list = result[cut.article];
    if (!parse || !list) return;
    const tokens = cut.tokens.slice(0, parse.heads.length).map((t, k): Token => {
      const [upos = 'X', xpos = 'FW'] = (parse.tags[k] ?? 'X|FW').split('|');
      return {
        start: t.start,
        end: t.end,
        form: t.form,
        lemma: lemmatize(t.form, upos, xpos, tables.lemmas),
        upos,
        xpos,
        head: parse.heads[k] ?? -1,
        deprel: parse.relations[k] ?? 'dep',
        headProbability: Math.round((parse.headProbabilities[k] ?? 0) * 1000) / 1000,
        spaceAfter: t.spaceAfter,
      };
    });
    list.push({ index: list.length, span: cut.span, part: cut.part, paragraph: cut.paragraph, tokens, names: parse.names });
  });
  return result;
}

function paragraphAt(text: string, offset: number): number {
  let n = 0;
  for (let i = text.indexOf('\n\n'); i >= 0 && i < offset; i = text.indexOf('\n\n', i + 2)) n++;
  return n;
}
