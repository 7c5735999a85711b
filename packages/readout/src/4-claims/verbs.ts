/** Claims carried by verbs: "said that", "called for", "…, reported Yonhap", "…, as quoted by Xinhua". */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, childrenBy, hasChild, lemmaAt, relationAt, spanOf, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Span } from '../model/index.ts';
import type { Content } from './clauses.ts';
import { verbContent } from './contents.ts';
import { cueTokens, isDenied, isLeftUnsaid, toSpans, wordsOf } from './cue-words.ts';
import type { ClaimDraft } from './draft.ts';
import type { Cue } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { type QuotesHere, type SpeakerWords, speakerBetween } from './reporting.ts';
import { isDummy, sourceSpan } from './sources.ts';
import { cutSpans, joinSpans, rangeSpan, sentenceWithout } from './spans.ts';

/** The claim of the first of these cues that fits the verb at token `i`; undefined where none does. */
export function verbCue(tree: Tree, i: number, cues: readonly Cue[], quotes: QuotesHere): ClaimDraft | undefined {
  for (let c = 0; c < cues.length; c++) {
    const cue = cues[c] as Cue;
    if (cue.words.length === 1 && tree.tokens[i]?.upos === 'AUX') continue;
    const words = wordsOf(tree, i, cue);
    if (!words || isNaming(tree, i, cue)) continue;
    // "called off a meeting": with a particle that is not the cue's it is another verb.
    if (childrenBy(tree, i, 'compound:prt').some((c) => !words.includes(c))) continue;
    // A participle before a noun ("alleged killer") is no speech of its own.
    if (baseAt(tree, i) === 'amod') continue;
    const aside = asQuotedBy(tree, i, cue, words);
    if (aside) return aside;
    const order = cue.frames.has('quote') && !cue.attitude ? speakerBetween(tree, i, quotes) : undefined;
    const content = contentOf(tree, i, cue, words, { quotes, ...(order ? { order } : {}) });
    if (!content || content.spans.length === 0) continue;
    if (cue.weak && (content.frame === 'quote' || !isQuoted(content.spans, quotes.here))) continue;
    return verbDraft(tree, i, cue, { here: quotes.here, words, content, ...(order ? { order } : {}) });
  }
  return undefined;
}

/** "a hill called Red Ridge", "the group, previously known as": a name, nobody's claim. */
const isNaming = (tree: Tree, i: number, cue: Cue): boolean =>
  cue.frames.has('as') &&
  tree.tokens[i]?.xpos === 'VBN' &&
  (relationAt(tree, i) === 'acl' || isPassive(tree, i)) &&
  prepositional(tree, i, 'by').length === 0 &&
  tree.words.naming.has(cue.lemma);

interface Around {
  readonly quotes: QuotesHere;
  readonly order?: SpeakerWords;
}

function contentOf(tree: Tree, i: number, cue: Cue, words: readonly number[], { quotes, order }: Around): Content | undefined {
  const found = verbContent(tree, i, cue, words, quotes.here);
  // What stands in quotes right before the speaker is said, whatever else the parse finds.
  if (order) {
    const speaker = { start: order.quote.outer.end, end: tree.tokens[order.end - 1]?.end ?? 0 };
    const spans = joinSpans([...cutSpans(found?.spans ?? [], speaker), quotedSpan(tree, order.quote)]);
    return { ...(found ?? { frame: 'quote' }), spans };
  }
  return found ?? quoteBefore(tree, i, cue, quotes) ?? quoteAfter(tree, i, cue, quotes);
}

/** The quote, from its sentence's beginning where it goes on with it: Novak “called on …”. */
function quotedSpan(tree: Tree, quote: Quote): Span {
  const first = tree.tokens.findIndex((t) => t.start >= quote.inner.start);
  const opening = tree.tokens.findIndex((t) => t.end > quote.outer.start);
  if (opening <= 0 || !/^\p{Ll}/u.test(tree.tokens[first]?.form ?? '')) return quote.outer;
  return { start: rangeSpan(tree, 0, opening).start, end: quote.outer.end };
}

/** Some of the content stands in quotation marks, more than a word or two. */
const isQuoted = (spans: readonly Span[], quotes: readonly Quote[]): boolean =>
  quotes.some((q) => q.words >= 3 && spans.some((s) => s.start < q.inner.end && s.end > q.inner.start));

interface Parts {
  readonly here: readonly Quote[];
  readonly words: readonly number[];
  readonly content: Content;
  readonly order?: SpeakerWords;
}

function verbDraft(tree: Tree, i: number, cue: Cue, { here, words, content, order }: Parts): ClaimDraft {
  const passive = isPassive(tree, i);
  const found = (passive ? subjectOf(tree, i) : surfaceSubject(tree, i)).find(
    (s) => !isDummy(tree, s) && !inside(content.spans, tree, s) && !insideOther(tree, s, i, here),
  );
  // Between the quote and the verb stands the speaker, whatever the parse says.
  const source = order ? (found !== undefined && found >= order.start && found < order.end ? found : order.head) : found;
  const sourceWords = source === undefined ? undefined : order ? spanOf(tree, order.start, order.end) : sourceSpan(tree, source, i);
  const told = passive
    ? content.frame === 'obj' || content.frame === 'as'
      ? []
      : surfaceSubject(tree, i)
    : [
        ...objectOf(tree, i).filter((o) => !['VERB', 'ADJ'].includes(tree.tokens[o]?.upos ?? '') && !inside(content.spans, tree, o)),
        ...prepositional(tree, i, 'to'),
      ];
  const addressee = told.find((t) => t !== source && !inside(content.spans, tree, t));
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(tree, cueTokens(tree, words, content.lead)),
    content: content.spans,
    source: sourceWords && source,
    sourceSentence: undefined,
    sourceSpan: sourceWords,
    act: cue.act,
    attitude: cue.attitude,
    negative: isDenied(tree, i) || isLeftUnsaid(tree, i),
    how: howOf(cue),
    addressee,
    verbatim: false,
    prefixed: false,
    rule: `claim.${cue.attitude ? 'attitude' : 'verb'}.${cue.words.join('-')}`,
  };
}

/** Whether token `s` stands in a quote that token `i` is outside of: nobody in a quote reports it. */
const insideOther = (tree: Tree, s: number, i: number, quotes: readonly Quote[]): boolean =>
  quotes.some((q) => q.words >= 4 && holds(q, tree, s) && !holds(q, tree, i));

const holds = (q: Quote, tree: Tree, k: number): boolean =>
  q.inner.start <= (tree.tokens[k]?.start ?? -1) && (tree.tokens[k]?.end ?? 0) <= q.inner.end;

/** "“Why now?” Novak asked.": the mark ended the sentence before, and this one is only subject and verb. */
function quoteBefore(tree: Tree, i: number, cue: Cue, quotes: QuotesHere): Content | undefined {
  const q = quotes.before;
  if (!q || !cue.frames.has('quote') || cue.attitude) return undefined;
  const subject = surfaceSubject(tree, i)[0];
  if (subject === undefined || Math.min(subject, i) > 3 || i > 12 || tree.root !== i) return undefined;
  return { spans: [q.outer], frame: 'quote' };
}

/** "He had this to say:", "The minister said:" and a quote in the next line. */
function quoteAfter(tree: Tree, i: number, cue: Cue, quotes: QuotesHere): Content | undefined {
  const q = quotes.after;
  return q && cue.frames.has('quote') && !cue.attitude && !hasChild(tree, i, 'ccomp') ? { spans: [q.outer], frame: 'quote' } : undefined;
}

/**
 * "…, reported Yonhap." and "…," said the minister.": a comma or closing mark, a verb of saying, and a noun phrase to the sentence's end.
 * Read off the order of words, because parsers take the speaker for an object there.
 */
export function invertedCue(tree: Tree, i: number, cues: readonly Cue[], quotes: QuotesHere): ClaimDraft | undefined {
  const token = tree.tokens[i];
  const before = tree.tokens[i - 1]?.form ?? '';
  if (!/^([”",?!’]|'')$/.test(before)) return undefined;
  const cue = cues.find((c) => c.words.length === 1 && !c.attitude && c.frames.has('quote'));
  if (!cue || !token || i < 2 || !/^VB[DZP]?$/.test(token.xpos) || hasChild(tree, i, 'aux', 'mark')) return undefined;
  const marked = /^([”"]|''|’)$/.test(before) || (/^[,?!]$/.test(before) && /^([”"]|'')$/.test(tree.tokens[i - 2]?.form ?? ''));
  if (!marked && !(before === ',' && tree.words.inverting.has(cue.lemma))) return undefined;
  if (
    !marked &&
    (childrenBy(tree, i, 'nsubj').some((c) => c < i && !hasFinite(tree, c, i)) || childrenBy(tree, i, 'ccomp').some((c) => c > i))
  )
    return undefined;
  const source = tree.tokens.findIndex(
    (t, k) =>
      k > i &&
      (t.upos === 'PROPN' || t.upos === 'NOUN' || t.upos === 'PRON') &&
      (t.head <= i || relationAt(tree, k) === 'nsubj') &&
      between(tree, i, k),
  );
  if (source < 0 || tree.words['time-of-saying'].has(tree.tokens[source]?.form.toLowerCase() ?? '') || speakerBetween(tree, i, quotes))
    return undefined;
  // "He left, said nothing": a shared subject before, and an object after.
  if (!marked && relationAt(tree, source) === 'obj' && surfaceSubject(tree, i).some((s) => s < i && !hasFinite(tree, s, i)))
    return undefined;
  const span = withRelative(tree, sourceSpan(tree, source));
  const end = tree.tokens.findIndex((t) => t.end >= span.end) + 1;
  const next = tree.tokens[end];
  // Only at the end, or before an addition that a comma or preposition opens.
  if (
    next &&
    relationAt(tree, source) !== 'nsubj' &&
    !['ADP', 'SCONJ', 'ADV', 'PUNCT', 'CCONJ'].includes(next.upos) &&
    !/VBG/.test(next.xpos)
  )
    return undefined;
  const content = [rangeSpan(tree, 0, i)];
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(tree, cueTokens(tree, [i])),
    content,
    source,
    sourceSentence: undefined,
    sourceSpan: span,
    act: cue.act,
    attitude: false,
    negative: false,
    how: howOf(cue),
    addressee: undefined,
    verbatim: false,
    prefixed: false,
    rule: `claim.inverted.${cue.lemma}`,
  };
}

/** A finite verb stands between a subject and a verb that the parse gave it: the subject is that verb's. */
const hasFinite = (tree: Tree, subject: number, verb: number): boolean =>
  tree.tokens
    .slice(subject + 1, verb)
    .some((t, k) => /^(VBD|VBZ|VBP|MD)$/.test(t.xpos) && !/^(who|which|that|whose)$/i.test(tree.tokens[subject + k]?.form ?? ''));

/** The phrase with the relative clause that ends its sentence, wherever the parse hung it. */
function withRelative(tree: Tree, span: Span): Span {
  const after = tree.tokens.findIndex((t) => t.start >= span.end);
  if (after < 0 || tree.tokens[after]?.form !== ',' || !/^(who|whose|which)$/i.test(tree.tokens[after + 1]?.form ?? '')) return span;
  const rest = tree.tokens.slice(after);
  if (rest.some((t) => /^[“"«]$/.test(t.form))) return span;
  const last = rest[rest.length - 1];
  const end = last && /^[.!?]$/.test(last.form) ? rest[rest.length - 2] : last;
  return { start: span.start, end: end?.end ?? span.end };
}

/** Only words of one noun phrase stand between a verb and its speaker. */
const between = (tree: Tree, verb: number, noun: number): boolean =>
  tree.tokens
    .slice(verb + 1, noun)
    .every((t) => ['DET', 'ADJ', 'PROPN', 'NOUN', 'PRON', 'NUM', 'PART', 'PUNCT', 'ADV'].includes(t.upos) && !/^[,;:.“”"]$/.test(t.form));

/** "…, Varga said, as quoted by Yonhap": the agency's claim encloses the sentence. */
function asQuotedBy(tree: Tree, i: number, cue: Cue, words: readonly number[]): ClaimDraft | undefined {
  if (cue.attitude || !(cue.frames.has('ccomp') || cue.frames.has('quote')) || baseAt(tree, i) !== 'advcl') return undefined;
  const mark = childrenBy(tree, i, 'mark', 'advmod', 'case').find((m) => lemmaAt(tree, m).toLowerCase() === 'as');
  if (mark === undefined || hasChild(tree, i, 'ccomp', 'obj', 'xcomp')) return undefined;
  const [a, b] = yieldOf(tree, i);
  // "As Novak spoke, …": a verb that the clause leaves without complement tells who said the rest; but a time stands in "as he was saying".
  const passive = isPassive(tree, i) || (tree.tokens[i]?.xpos === 'VBN' && !hasChild(tree, i, 'nsubj'));
  const source = passive
    ? [...childrenBy(tree, i, 'obl:agent'), ...prepositional(tree, i, 'by'), ...prepositional(tree, i, 'in')][0]
    : surfaceSubject(tree, i).find((s) => s >= a && s < b);
  if (source === undefined || tree.tokens[i]?.xpos === 'VBG') return undefined;
  const content = sentenceWithout(tree, [a, b]);
  if (content.length === 0) return undefined;
  const by = passive ? childrenBy(tree, source, 'case')[0] : undefined;
  return {
    sentence: tree.sentence.index,
    cueToken: i,
    cue: toSpans(
      tree,
      [...new Set([...(passive ? [mark] : []), ...cueTokens(tree, words, by)])].sort((x, y) => x - y),
    ),
    content,
    source,
    sourceSentence: undefined,
    sourceSpan: sourceSpan(tree, source, i),
    act: cue.act,
    attitude: false,
    negative: false,
    how: /quote/.test(cue.lemma) ? 'quoted' : howOf(cue),
    addressee: undefined,
    verbatim: false,
    prefixed: false,
    rule: 'claim.as-quoted-by',
  };
}

/** How a thing is told, as the record has it: what the cue's row says, else held (an attitude), announced or said. */
export const howOf = (cue: Cue): string => cue.how ?? (cue.attitude ? 'held' : cue.act === 'announce' ? 'announced' : 'said');

const inside = (spans: readonly Span[], tree: Tree, token: number): boolean => {
  const t = tree.tokens[token];
  return t !== undefined && spans.some((s) => s.start <= t.start && t.end <= s.end);
};
