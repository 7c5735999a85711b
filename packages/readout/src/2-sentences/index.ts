/**
 * Stage 2: articles → sentences with tokens, tags, lemmas, tree and names.
 * Split, tokenise, cut what is too long to be read at once (cut/), run the network over the sentences, read the names off its scores (names/), then
 * lemmas (lemmas/), because they need the tags, and the repairs of readings (repair/), so that everybody sees the tree that the rules see. Titles, bodies
 * and captions are read; headers, datelines, credits and boilerplate are not. Later stages ask the trees by syntax.ts, phrase.ts, arguments.ts and mood.ts.
 * Rules: lexicon/abbreviations.tsv, word-sets.tsv, irregulars.tsv, verb-stems.tsv; weights: packages/model-en.
 */
import type { Article, Name, PartKind, Sentence, Span, Token } from '../model/index.ts';
import type { CutLexicon } from './cut/lexicon.ts';
import { piecesOf } from './cut/long-sentences.ts';
import { mutedMarks } from './cut/marks.ts';
import { splitSentences } from './cut/split.ts';
import { type TokenSpan, tokenize } from './cut/tokenize.ts';
import { interned } from './interned.ts';
import { type LemmaTables, lemmatize } from './lemmas/lemmatize.ts';
import { mapped } from './mapped.ts';
import { changedName } from './names/changed-name.ts';
import { repairNames } from './names/listed-names.ts';
import type { ListedNames } from './names/lists.ts';
import { type NameReading, readNames } from './names/reading.ts';
import { MAX_TOKENS, type Network, type Parse } from './network.ts';
import { repairTokens } from './repair/repair.ts';

/** What stage 2 needs besides text and network; `openParts` builds it. */
export interface SentenceTables {
  /** What splitting and tokenising know of words. */
  readonly cut: CutLexicon;
  readonly lemmas: LemmaTables;
  readonly names: ListedNames;
}

const READ: ReadonlySet<PartKind> = new Set<PartKind>(['title', 'body', 'caption']);

interface Cut {
  readonly article: number;
  readonly span: Span;
  readonly part: PartKind;
  readonly paragraph: number;
  readonly tokens: readonly TokenSpan[];
  readonly muted: readonly boolean[];
  /** The words that the network sees. */
  readonly forms: readonly string[];
}

function cutOf(where: Pick<Cut, 'article' | 'part' | 'paragraph'>, span: Span, tokens: readonly TokenSpan[], all: readonly string[]): Cut {
  const { article, part, paragraph } = where;
  const muted = mutedMarks(all);
  const forms = muted.length === 0 ? all : all.filter((_, k) => !muted[k]);
  return { article, span, part, paragraph, tokens, muted, forms };
}

/** The sentences of each article, in text order. */
export async function annotate(articles: readonly Article[], network: Network, tables: SentenceTables): Promise<Sentence[][]> {
  const cuts: Cut[] = [];
  articles.forEach((article, a) => {
    for (const part of article.parts) {
      if (!READ.has(part.kind)) continue;
      for (const span of splitSentences(article.text, { lexicon: tables.cut, spans: [part.span] })) {
        const tokens = tokenize(article.text, span, tables.cut);
        if (tokens.length === 0) continue;
        const all = tokens.map((t) => t.form);
        const where = { article: a, part: part.kind, paragraph: paragraphAt(article.text, span.start) };
        const pieces = piecesOf(all, MAX_TOKENS);
        if (pieces.length === 0) cuts.push(cutOf(where, span, tokens, all));
        for (const { start, end } of pieces) {
          const own = tokens.slice(start, end);
          cuts.push(cutOf(where, { start: own[0]?.start ?? 0, end: own[own.length - 1]?.end ?? 0 }, own, all.slice(start, end)));
        }
      }
    }
  });
  const parses = await network.parse(cuts.map((c) => c.forms));
  const result: Sentence[][] = articles.map(() => []);
  cuts.forEach((cut, i) => {
    const parse = parses[i];
    const list = result[cut.article];
    if (!parse || !list) return;
    const { tokens, names } = withMarks(cut, parse, network.nameReading, tables);
    list.push({ index: list.length, span: cut.span, part: cut.part, paragraph: cut.paragraph, tokens, names });
  });
  return result;
}

/** The parse laid on all tokens: a muted mark hangs on the next word when it opens, on the last when it closes. */
function withMarks(
  { tokens: spans, muted, forms: all }: Cut,
  parse: Parse,
  reading: NameReading,
  tables: SentenceTables,
): { tokens: readonly Token[]; names: Name[] } {
  const seen: number[] = [];
  let count = 0;
  for (let k = 0; k < spans.length; k++) {
    if (muted[k]) continue;
    if (count < parse.heads.length) seen.push(k);
    count++;
  }
  // All of it, unless the network cut the sentence.
  const length = seen.length === count ? spans.length : (seen[seen.length - 1] ?? -1) + 1;
  const tokens: Token[] = [];
  const labels = labelsOf(tables.lemmas);
  let open = false;
  for (let k = 0, j = 0; k < length; k++) {
    const t = spans[k] as TokenSpan;
    if (muted[k]) {
      open = !open;
      tokens.push(makeToken(t, t.form, 'PUNCT', open ? '``' : "''", open ? k + 1 : k - 1, 'punct', 1));
      continue;
    }
    const tag = taggedBy(parse.tags[j] ?? 'X|FW', labels);
    const head = parse.heads[j] ?? -1;
    const probability = Math.round((parse.headProbabilities[j] ?? 0) * 1000) / 1000;
    const lemma = lemmaOf(t.form, tag, tables.lemmas);
    tokens.push(makeToken(t, lemma, tag.upos, tag.xpos, head < 0 ? -1 : (seen[head] ?? -1), parse.relations[j] ?? 'dep', probability));
    j++;
  }
  const forms = seen.length === all.length ? all : all.slice(0, seen.length);
  const read = readNames(forms, parse.tags, parse.nameScores, reading, tables.names);
  const names = mapped(repairNames(forms, parse.tags, read, tables.names), (n) =>
    changedName(n, seen[n.start] ?? 0, (seen[n.end - 1] ?? 0) + 1),
  );
  return { tokens: repairTokens(tokens, tables.names.words), names };
}

/** A token, its fields laid out one way: objects made by spreading have a hidden class each, and reading those is several times as slow. */
function makeToken(t: TokenSpan, lemma: string, upos: string, xpos: string, head: number, deprel: string, headProbability: number): Token {
  return { start: t.start, end: t.end, form: t.form, spaceAfter: t.spaceAfter, lemma, upos, xpos, head, deprel, headProbability };
}

/** A label of the network: its two tags, and the lemmas of the words met with it, which depend on the word and its tags alone. */
interface Tagged {
  readonly upos: string;
  readonly xpos: string;
  readonly lemmas: Map<string, string>;
}

const tagged = new WeakMap<LemmaTables, Map<string, Tagged>>();
/** Lemmas kept at most for one label; then all of it are forgotten. */
const MOST_LEMMAS = 20_000;

function labelsOf(tables: LemmaTables): Map<string, Tagged> {
  const labels = tagged.get(tables) ?? new Map<string, Tagged>();
  if (labels.size === 0) tagged.set(tables, labels);
  return labels;
}

function taggedBy(label: string, labels: Map<string, Tagged>): Tagged {
  let found = labels.get(label);
  if (!found) {
    const [upos = 'X', xpos = 'FW'] = label.split('|');
    found = { upos: interned(upos), xpos: interned(xpos), lemmas: new Map() };
    labels.set(label, found);
  }
  return found;
}

function lemmaOf(form: string, { upos, xpos, lemmas }: Tagged, tables: LemmaTables): string {
  let lemma = lemmas.get(form);
  if (lemma === undefined) {
    lemma = interned(lemmatize(form, upos, xpos, tables));
    if (lemmas.size >= MOST_LEMMAS) lemmas.clear();
    lemmas.set(form, lemma);
  }
  return lemma;
}

function paragraphAt(text: string, offset: number): number {
  let n = 0;
  for (let i = text.indexOf('\n\n'); i >= 0 && i < offset; i = text.indexOf('\n\n', i + 2)) n++;
  return n;
}
