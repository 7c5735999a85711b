/**
 * Stage 2: articles → sentences with tokens, tags, lemmas, tree and names.
 * Split, tokenise, run the network over the sentences, then
 * lemmas, because they need the tags, and the repairs of repair.ts, so that everybody sees the tree that the rules see. Titles, bodies and
 * captions are read; headers, datelines, credits and boilerplate are not.
 * Rules: lexicon/abbreviations.tsv, word-sets.tsv, irregulars.tsv, verb-stems.tsv; weights: packages/model-en.
 */
import type { Article, Name, PartKind, Sentence, Span, Token } from '../model/index.ts';
import type { CutLexicon } from './cut-lexicon.ts';
import { type LemmaTables, lemmatize } from './lemmatize.ts';
import { type ListedNames, repairNames } from './listed-names.ts';
import { mutedMarks } from './marks.ts';
import type { Network, Parse } from './network.ts';
import { repairTokens } from './repair.ts';
import { splitSentences } from './split.ts';
import { type TokenSpan, tokenize } from './tokenize.ts';

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
}

/** The sentences of each article, in text order. */
export async function annotate(articles: readonly Article[], network: Network, tables: SentenceTables): Promise<Sentence[][]> {
  const cuts: Cut[] = [];
  articles.forEach((article, a) => {
    for (const part of article.parts) {
      if (!READ.has(part.kind)) continue;
      for (const span of splitSentences(article.text, { lexicon: tables.cut, spans: [part.span] })) {
        const tokens = tokenize(article.text, span, tables.cut);
        if (tokens.length > 0) cuts.push({ article: a, span, part: part.kind, paragraph: paragraphAt(article.text, span.start), tokens });
      }
    }
  });
  const muted = cuts.map((c) => mutedMarks(c.tokens.map((t) => t.form)));
  const parses = await network.parse(cuts.map((c, i) => c.tokens.filter((_, k) => !muted[i]?.[k]).map((t) => t.form)));
  const result: Sentence[][] = articles.map(() => []);
  cuts.forEach((cut, i) => {
    const parse = parses[i];
    const list = result[cut.article];
    if (!parse || !list) return;
    const { tokens, names } = withMarks(cut.tokens, muted[i] ?? [], parse, tables);
    list.push({ index: list.length, span: cut.span, part: cut.part, paragraph: cut.paragraph, tokens, names });
  });
  return result;
}

/** The parse laid on all tokens: a muted mark hangs on the next word when it opens, on the last when it closes. */
function withMarks(
  spans: readonly TokenSpan[],
  muted: readonly boolean[],
  parse: Parse,
  tables: SentenceTables,
): { tokens: readonly Token[]; names: Name[] } {
  const seen: number[] = [];
  spans.forEach((_, k) => {
    if (!muted[k] && seen.length < parse.heads.length) seen.push(k);
  });
  // All of it, unless the network cut the sentence.
  const whole = seen.length === spans.filter((_, k) => !muted[k]).length;
  const length = whole ? spans.length : (seen[seen.length - 1] ?? -1) + 1;
  const at = new Map(seen.map((k, j) => [k, j]));
  let open = false;
  const tokens = spans.slice(0, length).map((t, k): Token => {
    const j = at.get(k);
    if (j === undefined) {
      open = !open;
      const head = open ? k + 1 : k - 1;
      return makeToken(t, t.form, 'PUNCT', open ? '``' : "''", head, 'punct', 1);
    }
    const [upos, xpos] = tagsOf(parse.tags[j] ?? 'X|FW');
    const head = parse.heads[j] ?? -1;
    const probability = Math.round((parse.headProbabilities[j] ?? 0) * 1000) / 1000;
    const lemma = lemmatize(t.form, upos, xpos, tables.lemmas);
    return makeToken(t, lemma, upos, xpos, head < 0 ? -1 : (seen[head] ?? -1), parse.relations[j] ?? 'dep', probability);
  });
  const forms = seen.map((k) => spans[k]?.form ?? '');
  const names = repairNames(forms, parse.tags, parse.names, tables.names).map((n) => ({
    ...n,
    start: seen[n.start] ?? 0,
    end: (seen[n.end - 1] ?? 0) + 1,
  }));
  return { tokens: repairTokens(tokens), names };
}

/** A token, its fields laid out one way: objects made by spreading have a hidden class each, and reading those is several times as slow. */
function makeToken(t: TokenSpan, lemma: string, upos: string, xpos: string, head: number, deprel: string, headProbability: number): Token {
  return { start: t.start, end: t.end, form: t.form, spaceAfter: t.spaceAfter, lemma, upos, xpos, head, deprel, headProbability };
}

/** The two tags of a label, split once: a few hundred labels, whose parts are then one string each. */
const TAGS = new Map<string, readonly [upos: string, xpos: string]>();

function tagsOf(label: string): readonly [upos: string, xpos: string] {
  let tags = TAGS.get(label);
  if (!tags) {
    const [upos = 'X', xpos = 'FW'] = label.split('|');
    tags = [upos, xpos];
    TAGS.set(label, tags);
  }
  return tags;
}

function paragraphAt(text: string, offset: number): number {
  let n = 0;
  for (let i = text.indexOf('\n\n'); i >= 0 && i < offset; i = text.indexOf('\n\n', i + 2)) n++;
  return n;
}
