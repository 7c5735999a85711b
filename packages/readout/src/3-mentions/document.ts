/** What stages 4 to 6 read from: the annotated article with its mentions, entities and times at hand. */
import type { Tree } from '../2-sentences/syntax.ts';
import type { Article, Entity, Mention, Sentence, Span, TimeExpression } from '../model/index.ts';
import type { FoundMentions } from './index.ts';
import type { LocatedName } from './places/find-places.ts';

export interface Document {
  readonly article: Article;
  readonly trees: readonly Tree[];
  readonly mentions: readonly Mention[];
  readonly entities: ReadonlyMap<string, Entity>;
  readonly times: readonly TimeExpression[];
  /** The names of places in order, with where they are. */
  readonly located: readonly LocatedName[];
  /** The mention whose head is this token; else a name that covers it. */
  mentionAt(sentence: number, token: number): Mention | undefined;
  /** Mentions of one sentence, in order. */
  mentionsIn(sentence: number): readonly Mention[];
  /** Mentions that lie within a span. */
  mentionsWithin(span: Span): readonly Mention[];
  /** Times that lie within a span. */
  timesWithin(span: Span): readonly TimeExpression[];
  /** The state a mention speaks of or acts for, where there is one. */
  stateOf(mention: Mention): string | undefined;
  sectorOf(mention: Mention): string | undefined;
  sentenceAt(offset: number): Sentence | undefined;
}

/** What `makeDocument` takes; without `located` no names of places are at hand. */
type FoundNames = Omit<FoundMentions, 'located'> & { readonly located?: readonly LocatedName[] };

/** The document of one article; `mentions` must be in text order. */
export function makeDocument(article: Article, trees: readonly Tree[], found: FoundNames, times: readonly TimeExpression[]): Document {
  const entities = new Map(found.entities.map((e) => [e.id, e]));
  const bySentence: Mention[][] = trees.map(() => []);
  const byHead = trees.map(() => new Map<number, Mention>());
  for (const m of found.mentions) {
    bySentence[m.sentence]?.push(m);
    byHead[m.sentence]?.set(m.head, m);
  }
  const sole = (m: Mention, pick: (e: Entity) => string | undefined): string | undefined => {
    const values = new Set(m.entities.map((id) => pick(entities.get(id) ?? ({} as Entity))));
    const [only] = [...values];
    return values.size === 1 ? only : undefined;
  };
  return {
    article,
    trees,
    mentions: found.mentions,
    entities,
    times,
    located: found.located ?? [],
    mentionAt(sentence, token) {
      const exact = byHead[sentence]?.get(token);
      if (exact) return exact;
      let best: Mention | undefined;
      for (const m of bySentence[sentence] ?? []) {
        if (
          m.kind !== 'nominal' &&
          m.tokens[0] <= token &&
          token < m.tokens[1] &&
          (!best || m.tokens[1] - m.tokens[0] < best.tokens[1] - best.tokens[0])
        )
          best = m;
      }
      return best;
    },
    mentionsIn: (sentence) => bySentence[sentence] ?? [],
    mentionsWithin: (span) => found.mentions.filter((m) => m.span.start >= span.start && m.span.end <= span.end),
    timesWithin: (span) => times.filter((t) => t.span.start >= span.start && t.span.end <= span.end),
    stateOf: (m) => m.state ?? sole(m, (e) => e.state),
    sectorOf: (m) => m.sector ?? sole(m, (e) => e.sector ?? (e.kind === 'state' ? 'GOV' : undefined)),
    sentenceAt: (offset) => trees.find((t) => t.sentence.span.start <= offset && offset < t.sentence.span.end)?.sentence,
  };
}
