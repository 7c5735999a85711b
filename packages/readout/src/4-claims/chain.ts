/** Drafts → claims: the source's mention and entity, the chain from the outermost voice inward, act, date, standing and topics. */
import { objectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { caseOf, childrenBy, isPassive, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import { dateOf } from '../3-mentions/dating.ts';
import type { Document } from '../3-mentions/document.ts';
import type { ChainLink, Claim, Mention, Quotation, Span } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import { overlap, sentenceNumber } from './places.ts';
import type { Quote } from './quotes.ts';

/** What drafts are to each other, and the quotes around them. */
export interface Links {
  readonly parents: readonly (number | undefined)[];
  readonly drafts: readonly ClaimDraft[];
  /** In text order. */
  readonly quotes: readonly Quote[];
}

/** The claim of draft `i`, with source, chain, day and topics. */
export function asClaim(doc: Document, d: ClaimDraft, i: number, links: Links): Claim {
  const source = sourceOf(doc, d);
  const entity = source?.entities.length === 1 ? source.entities[0] : undefined;
  const parent = links.parents[i];
  const addressee = d.addressee === undefined ? undefined : doc.mentionAt(d.sentence, d.addressee);
  const tree = doc.trees[d.sentence] as Tree;
  const dated = d.cueToken < 0 ? undefined : dateOf(doc, tree, d.cueToken, moodOf(tree, clauseOf(tree, d.cueToken)));
  return {
    id: `c${i + 1}`,
    ...(d.sourceSpan ? { source: sourceFields(entity, source?.id, d.sourceSpan) } : {}),
    cue: d.cue,
    content: d.content,
    quotation: d.verbatim ? 'direct' : quotationOf(d.content, links.quotes),
    act: d.act,
    ...(parent === undefined ? {} : { within: `c${parent + 1}` }),
    chain: chainOf(doc, i, links),
    ...(addressee ? { addressee: addressee.entities.map((e) => ({ entity: e, mention: addressee.id })) } : {}),
    ...(dated?.date?.time ? { date: dated.date } : {}),
    status: dated?.status ?? 'current',
    polarity: d.negative ? 'negative' : 'positive',
    topics: topicsOf(doc, d.content),
    rule: d.rule,
  };
}

/** Written out, since an object that begins with a spread has a hidden class of its own. */
function sourceFields(entity: string | undefined, mention: string | undefined, span: Span): NonNullable<Claim['source']> {
  if (entity === undefined) return mention === undefined ? { span } : { mention, span };
  return mention === undefined ? { entity, span } : { entity, mention, span };
}

/** The mention of who says it: that of the source's head, else of the author of the text that speaks; undefined where neither is a mention. */
export function sourceOf(doc: Document, d: ClaimDraft): Mention | undefined {
  if (d.source === undefined) return undefined;
  const sentence = d.sourceSentence ?? d.sentence;
  return doc.mentionAt(sentence, d.source) ?? authorOf(doc, sentence, d.source);
}

/** Whose text speaks: "the president's message reads", "a statement by the ministry said". */
function authorOf(doc: Document, sentence: number, noun: number): Mention | undefined {
  const tree = doc.trees[sentence];
  if (!tree?.words.texts.has(lemmaAt(tree, noun).toLowerCase())) return undefined;
  const owners = [
    ...childrenBy(tree, noun, 'nmod:poss'),
    ...childrenBy(tree, noun, 'nmod').filter((c) => caseOf(tree, c) === 'by' || caseOf(tree, c) === 'from'),
  ];
  for (const o of owners) {
    const mention = doc.mentionAt(sentence, o);
    if (mention) return mention;
  }
  return owners.length === 0 && childrenBy(tree, noun, 'det').some((d) => lemmaAt(tree, d) === 'the')
    ? writerBefore(doc, sentence, lemmaAt(tree, noun).toLowerCase())
    : undefined;
}

/** Sentences back in which "the message" was sent. */
const SENT_BEFORE = 2;

/**
 * "Novak congratulated the team. The message reads …": who sent, wrote, greeted or thanked in the sentences before; of a report or story only who
 * issued one.
 */
function writerBefore(doc: Document, sentence: number, text: string): Mention | undefined {
  for (let s = sentence - 1; s >= Math.max(0, sentence - SENT_BEFORE); s--) {
    const tree = doc.trees[s];
    if (!tree?.words['writes-to'].has(lemmaAt(tree, tree.root)) || isPassive(tree, tree.root)) continue;
    if (!tree.words.messages.has(text) && !objectOf(tree, tree.root).some((o) => lemmaAt(tree, o).toLowerCase() === text)) continue;
    for (const w of surfaceSubject(tree, tree.root)) {
      const mention = doc.mentionAt(s, w);
      if (mention?.entities.length === 1 && childrenBy(tree, w, 'conj').length === 0) return mention;
    }
  }
  return undefined;
}

function chainOf(doc: Document, i: number, { parents, drafts }: Links): ChainLink[] {
  const chain: ChainLink[] = [];
  const seen = new Set<number>();
  for (let k: number | undefined = i; k !== undefined && !seen.has(k); k = parents[k]) {
    seen.add(k);
    const link = drafts[k];
    const entity = link ? sourceOf(doc, link)?.entities[0] : undefined;
    if (link && entity) chain.unshift({ entity, how: link.how, ...(link.cue[0] ? { span: link.cue[0] } : {}) });
  }
  return chain;
}

/** Entities that the content names, in order. */
function topicsOf(doc: Document, content: readonly Span[]): string[] {
  const topics: string[] = [];
  for (const s of content) {
    const last = sentenceNumber(doc.trees, s.end - 1);
    for (let n = Math.max(0, sentenceNumber(doc.trees, s.start)); n <= last; n++) {
      for (const m of doc.mentionsIn(n)) {
        if (m.kind === 'pronoun' || m.span.start < s.start || m.span.end > s.end) continue;
        for (const id of m.entities) if (!topics.includes(id)) topics.push(id);
      }
    }
  }
  return topics;
}

/** Direct when quotes cover all of the content but a stop, mixed when they cover some. */
function quotationOf(content: readonly Span[], quotes: readonly Quote[]): Quotation {
  let total = 0;
  let quoted = 0;
  for (const s of content) {
    total += s.end - s.start;
    for (let k = firstAt(quotes, s.start); k < quotes.length && (quotes[k]?.outer.start ?? 0) < s.end; k++)
      quoted += overlap(s, quotes[k]?.outer ?? s);
  }
  if (quoted === 0) return 'indirect';
  return total - quoted <= content.length ? 'direct' : 'mixed';
}

/** The first quote that ends after an offset. */
function firstAt(quotes: readonly Quote[], offset: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.outer.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
