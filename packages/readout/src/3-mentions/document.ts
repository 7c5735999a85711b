/** What stages 4 to 6 read from: the annotated article with its mentions, entities and times at hand. */
import { mapped } from '../2-sentences/mapped.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Article, Entity, Mention, Sentence, Span, TimeExpression } from '../model/index.ts';
import type { FoundMentions } from './index.ts';
import type { LocatedName } from './places/find-places.ts';

/** An article as stages 4 to 6 ask it. */
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
  const bySentence = mentionsBySentence(found.mentions, trees.length);
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
      let exact: Mention | undefined;
      let best: Mention | undefined;
      const here = bySentence[sentence] ?? NONE;
      for (let k = 0; k < here.length; k++) {
        const m = here[k] as Mention;
        if (m.head === token) exact = m;
        else if (
          m.kind !== 'nominal' &&
          m.tokens[0] <= token &&
          token < m.tokens[1] &&
          (!best || m.tokens[1] - m.tokens[0] < best.tokens[1] - best.tokens[0])
        )
          best = m;
      }
      return exact ?? best;
    },
    mentionsIn: (sentence) => bySentence[sentence] ?? NONE,
    mentionsWithin: (span) => found.mentions.filter((m) => m.span.start >= span.start && m.span.end <= span.end),
    timesWithin: (span) => times.filter((t) => t.span.start >= span.start && t.span.end <= span.end),
    stateOf: (m) => m.state ?? sole(m, (e) => e.state),
    sectorOf: (m) => m.sector ?? sole(m, (e) => e.sector ?? (e.kind === 'state' ? 'GOV' : undefined)),
    sentenceAt: (offset) => trees.find((t) => t.sentence.span.start <= offset && offset < t.sentence.span.end)?.sentence,
  };
}

const NONE: readonly Mention[] = [];

/** The mentions of each sentence, in lists no longer than they must be, since documents are kept while their batch is read. */
function mentionsBySentence(mentions: readonly Mention[], sentences: number): (readonly Mention[])[] {
  const counts = new Array<number>(sentences).fill(0);
  for (const m of mentions) counts[m.sentence] = (counts[m.sentence] ?? 0) + 1;
  const lists = mapped(counts.slice(0, sentences), (n) => (n === 0 ? NONE : new Array<Mention>(n)));
  counts.fill(0);
  for (const m of mentions) {
    const at = counts[m.sentence] ?? 0;
    const list = lists[m.sentence];
    if (list) (list as Mention[])[at] = m;
    counts[m.sentence] = at + 1;
  }
  return lists;
}

/** A mention of stage 3 under another id, its fields in the order that they have; itself where that is its id. */
export function withId(m: Mention, id: string): Mention {
  if (m.id === id) return m;
  const copy: { -readonly [K in keyof Mention]?: Mention[K] } = { id, span: m.span, entities: m.entities, kind: m.kind, via: m.via ?? '' };
  if (m.state !== undefined) copy.state = m.state;
  if (m.sector !== undefined) copy.sector = m.sector;
  copy.sentence = m.sentence;
  copy.head = m.head;
  copy.tokens = m.tokens;
  return copy as Mention;
}

/** The mention of an id (`m12`); they are numbered in text order, so it is looked for where it stands. */
export function mentionById(doc: Pick<Document, 'mentions'>, id: string): Mention | undefined {
  const there = doc.mentions[Number(id.slice(1)) - 1];
  return there?.id === id ? there : doc.mentions.find((m) => m.id === id);
}
