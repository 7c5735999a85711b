/** Drafts → claims: the source's mention and entities, the chain from the outermost voice inward, act, date, standing and topics. */
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { dateOf } from '../3-mentions/standing/dating.ts';
import type { ChainLink, Claim, Mention, Quotation, Span } from '../model/index.ts';
import type { ClaimDraft } from './draft.ts';
import { overlap, sentenceNumber } from './places.ts';
import type { Quote } from './quotes.ts';
import { entitiesOf } from './who-says.ts';

/** What drafts are to each other, and the quotes around them. */
export interface Links {
  readonly parents: readonly (number | undefined)[];
  readonly drafts: readonly ClaimDraft[];
  /** Who says each draft. */
  readonly speakers: readonly (readonly Mention[])[];
  /** In text order. */
  readonly quotes: readonly Quote[];
}

/** The claim of draft `i`, with source, chain, day and topics. */
export function asClaim(doc: Document, d: ClaimDraft, i: number, links: Links): Claim {
  const speakers = links.speakers[i] ?? [];
  const parent = links.parents[i];
  const addressee = d.addressee === undefined ? undefined : doc.mentionAt(d.sentence, d.addressee);
  const tree = doc.trees[d.sentence] as Tree;
  const dated = d.cueToken < 0 ? undefined : dateOf(doc, tree, d.cueToken, moodOf(tree, clauseOf(tree, d.cueToken)));
  // Field by field: what is spread into an object goes through V8's runtime each time, and leaves it a hidden class of its own.
  const claim: { -readonly [K in keyof Claim]?: Claim[K] } = { id: `c${i + 1}` };
  if (d.sourceSpan) claim.source = sourceFields(entitiesOf(speakers), speakers[0]?.id, d.sourceSpan);
  claim.cue = d.cue;
  claim.content = d.content;
  claim.quotation = d.verbatim ? 'direct' : quotationOf(d.content, links.quotes);
  claim.act = d.act;
  if (parent !== undefined) claim.within = `c${parent + 1}`;
  claim.chain = chainOf(i, links);
  if (addressee) claim.addressee = addressee.entities.map((e) => ({ entity: e, mention: addressee.id }));
  if (dated?.date?.time) claim.date = dated.date;
  claim.status = dated?.status ?? 'current';
  claim.polarity = d.negative ? 'negative' : 'positive';
  claim.topics = topicsOf(doc, d.content);
  claim.rule = d.rule;
  return claim as Claim;
}

/** Written out, since an object that begins with a spread has a hidden class of its own. */
function sourceFields(entities: readonly string[], mention: string | undefined, span: Span): NonNullable<Claim['source']> {
  if (mention === undefined) return { span };
  if (entities.length > 1) return { entities, mention, span };
  const [entity] = entities;
  return entity === undefined ? { mention, span } : { entity, mention, span };
}

/** One link for each step; where several speak together it has all of them, and the first stands for them. */
function chainOf(i: number, { parents, drafts, speakers }: Links): ChainLink[] {
  const chain: ChainLink[] = [];
  const seen = new Set<number>();
  for (let k: number | undefined = i; k !== undefined && !seen.has(k); k = parents[k]) {
    seen.add(k);
    const link = drafts[k];
    const entities = entitiesOf(speakers[k] ?? []);
    const [entity] = entities;
    if (!link || entity === undefined) continue;
    const step: { -readonly [K in keyof ChainLink]?: ChainLink[K] } = { entity };
    if (entities.length > 1) step.entities = entities;
    step.how = link.how;
    if (link.cue[0]) step.span = link.cue[0];
    chain.unshift(step as ChainLink);
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
