/**
 * The journey on one screen: article → sentences → mentions, entities, times → claims → events → relations, silences, figures → record.
 */
import { type PagePhrases, type PublisherIndex, readArticle, type Source } from './1-article/index.ts';
import { annotate, type SentenceTables } from './2-sentences/index.ts';
import { mapped } from './2-sentences/mapped.ts';
import type { Network } from './2-sentences/network.ts';
import { readTree } from './2-sentences/syntax.ts';
import type { WordSets } from './2-sentences/word-sets.ts';
import { type Document, makeDocument } from './3-mentions/document.ts';
import { findMentions, type MentionKnowledge } from './3-mentions/index.ts';
import { findTimes } from './3-mentions/times/find-times.ts';
import type { TimeLexicon } from './3-mentions/times/lexicon.ts';
import { type ClaimKnowledge, findClaims } from './4-claims/index.ts';
import { type EventKnowledge, findEvents } from './5-events/index.ts';
import { findRelations, type RelationKnowledge } from './6-relations/index.ts';
import type { ArticleHints, Engine, ReadArticle, Record, Sentence, Span } from './model/index.ts';
import { SCHEMA } from './model/record.ts';

/** All that the stages need besides the text. Made once by `openParts`. */
export interface Parts {
  readonly engine: Engine;
  readonly network: Network;
  readonly publishers: PublisherIndex;
  readonly phrases: PagePhrases;
  readonly sentences: SentenceTables;
  readonly words: WordSets;
  readonly times: TimeLexicon;
  readonly mentions: MentionKnowledge;
  readonly claims: ClaimKnowledge;
  readonly events: EventKnowledge;
  readonly relations: RelationKnowledge;
}

/** One input: text, bytes, or what a reader of pages and rows made of it. */
export interface Input {
  readonly source: string | Uint8Array | Source;
  readonly hints?: ArticleHints;
}

/** The article of an input. Throws the typed errors of `readArticle` for input that is no text. */
export function read(input: Input, parts: Parts): ReadArticle {
  return readArticle(input.source, {
    publishers: parts.publishers,
    phrases: parts.phrases,
    ...(input.hints ? { hints: input.hints } : {}),
  });
}

/** What the rules work on, for one annotated article. */
export function documentOf(read: ReadArticle, sentences: readonly Sentence[], parts: Parts): Document {
  const { article } = read;
  const trees = mapped(sentences, (s) => readTree(s, parts.words));
  const found = findMentions(article, trees, parts.mentions);
  const times = findTimes(article.text, {
    lexicon: parts.times,
    ...(article.published ? { publishedAt: article.published.value } : {}),
    skip: [
      ...article.parts.filter((p) => p.kind === 'header' || p.kind === 'credit' || p.kind === 'boilerplate').map((p) => p.span),
      ...personNames(found),
    ],
    tense: tenseOver(trees),
  });
  return makeDocument(article, trees, found, times);
}

/** Names of persons of two words and more: "June Varga" and "Joe Friday" are no times. */
function personNames({ mentions, entities }: ReturnType<typeof findMentions>): Span[] {
  const persons = new Set(entities.filter((e) => e.kind === 'person').map((e) => e.id));
  return mentions.filter((m) => m.kind === 'name' && m.tokens[1] - m.tokens[0] > 1 && persons.has(m.entities[0] ?? '')).map((m) => m.span);
}

/** The record of an annotated article. */
export function recordOf(read: ReadArticle, sentences: readonly Sentence[], parts: Parts): Record {
  const doc = documentOf(read, sentences, parts);
  const { claims, silences, mentions } = findClaims(doc, parts.claims);
  const spoken =
    mentions === doc.mentions ? doc : makeDocument(doc.article, doc.trees, { mentions, entities: [...doc.entities.values()] }, doc.times);
  const events = findEvents(spoken, claims, parts.events);
  const { relations, figures } = findRelations(spoken, claims, events, parts.relations);
  return {
    schema: SCHEMA,
    engine: parts.engine,
    article: doc.article,
    entities: [...doc.entities.values()],
    mentions,
    times: doc.times,
    claims,
    events,
    relations,
    silences,
    figures,
    problems: read.problems,
  };
}

/** The records of many inputs, in order; their sentences go through the network together. */
export async function extract(reads: readonly ReadArticle[], parts: Parts): Promise<Record[]> {
  const sentences = await annotate(
    reads.map((r) => r.article),
    parts.network,
    parts.sentences,
  );
  return reads.map((r, i) => recordOf(r, sentences[i] ?? [], parts));
}

/** The tense of the clause around an offset, from the finite verb nearest above. */
function tenseOver(trees: readonly ReturnType<typeof readTree>[]): (offset: number) => 'past' | 'present' | 'future' | undefined {
  return (offset) => {
    const tree = trees.find((t) => t.sentence.span.start <= offset && offset < t.sentence.span.end);
    if (!tree) return undefined;
    let i = tree.tokens.findIndex((t) => t.start <= offset && offset < t.end);
    for (let step = 0; i >= 0 && step < 12; step++) {
      const children = tree.children[i] ?? [];
      if (isAhead(tree, children)) return 'future';
      const finite = [i, ...children.filter((c) => ['aux', 'aux:pass', 'cop'].includes(tree.tokens[c]?.deprel ?? ''))];
      if (finite.some((k) => tree.tokens[k]?.xpos === 'VBD')) return 'past';
      if (finite.some((k) => ['VBZ', 'VBP'].includes(tree.tokens[k]?.xpos ?? '')))
        return finite.length > 1 && tree.tokens[i]?.xpos === 'VBN' ? 'past' : 'present';
      i = tree.tokens[i]?.head ?? -1;
    }
    return undefined;
  };
}

/** "will meet", "would meet"; not "would have met". */
function isAhead(tree: ReturnType<typeof readTree>, children: readonly number[]): boolean {
  const helpers = children.filter((c) => tree.tokens[c]?.deprel === 'aux').map((c) => tree.tokens[c]?.lemma ?? '');
  return helpers.some((h) => /^(will|shall|'ll)$/.test(h)) || (helpers.includes('would') && !helpers.includes('have'));
}
