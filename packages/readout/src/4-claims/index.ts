/**
 * Stage 4: document → claims, silences, and the mentions of first persons that only a speaker can link.
 * Quotes over the whole article first; then cues sentence by sentence; quotes that no cue took get the speaker around them; then nesting
 * by containment of the cue in another's content, and the chain from it; silences apart.
 * Words: lexicon/cues.tsv, lexicon/silences.tsv. Mentions are renumbered when first persons are added, so ids are given last.
 * It does not judge truth, and it does not code the act: events do.
 */
import type { Tree } from '../2-sentences/syntax.ts';
import { clauseOf, moodOf } from '../2-sentences/mood.ts';
import { dateOf } from '../3-mentions/dating.ts';
import { type Document, makeDocument } from '../3-mentions/document.ts';
import type { ChainLink, Claim, Mention, Quotation, Silence, Span, Status } from '../model/index.ts';
import { findCues } from './cues.ts';
import type { ClaimDraft } from './draft.ts';
import { linkFirstPersons } from './first-person.ts';
import type { ClaimKnowledge } from './lexicon.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { findSilences } from './silences.ts';
import { attributeQuotes } from './speakers.ts';

export { type ClaimKnowledge, claimKnowledge } from './lexicon.ts';

export interface FoundClaims {
  readonly claims: readonly Claim[];
  readonly silences: readonly Silence[];
  /** The document's mentions, with those of first persons. */
  readonly mentions: readonly Mention[];
}

export function findClaims(document: Document, knowledge: ClaimKnowledge): FoundClaims {
  const quotes = findQuotes(document.article);
  let drafts = document.trees.flatMap((tree) => findCues(tree, quotes, knowledge));
  drafts = attributeQuotes(document, dropInner(drafts), quotes);
  drafts.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || size(b) - size(a));
  const linked = linkFirstPersons(document, drafts);
  const mentions = linked === document.mentions ? linked : linked.map((m, i) => ({ ...m, id: `m${i + 1}` }));
  const doc = mentions === document.mentions ? document : makeDocument(document.article, document.trees, { mentions, entities: [...document.entities.values()] }, document.times);
  const parents = drafts.map((d) => parentOf(d, drafts));
  const claims = drafts.map((d, i) => asClaim(doc, d, i, parents, drafts, quotes));
  const silences = doc.trees.flatMap((tree) => findSilences(doc, tree, knowledge));
  return {
    claims,
    mentions,
    silences: silences.map((s, i) => {
      const claim = enclosing(claims, s.evidence[0]?.span.start ?? 0);
      return { ...s, id: `s${i + 1}`, ...(claim ? { claim: claim.id } : {}) };
    }),
  };
}

const size = (d: ClaimDraft): number => d.content.reduce((n, s) => n + s.end - s.start, 0);

/** Of two drafts with one cue word, the first; attitude verbs that only carry a speech verb ("wanted to say") stay. */
function dropInner(drafts: readonly ClaimDraft[]): ClaimDraft[] {
  const seen = new Set<string>();
  return drafts.filter((d) => {
    const cue = d.cue[d.cue.length - 1];
    const key = `${d.sentence}/${cue?.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The smallest draft whose content holds this one's cue. */
function parentOf(d: ClaimDraft, drafts: readonly ClaimDraft[]): number | undefined {
  const at = d.cue[0]?.start ?? d.content[0]?.start ?? 0;
  let best: number | undefined;
  drafts.forEach((p, i) => {
    if (p === d || size(p) <= 0) return;
    if (!p.content.some((s) => s.start <= at && at < s.end)) return;
    if (d.content.some((s) => p.cue.some((c) => s.start <= c.start && c.end <= s.end))) return;
    if (best === undefined || size(p) < size(drafts[best] as ClaimDraft)) best = i;
  });
  return best;
}

function asClaim(doc: Document, d: ClaimDraft, i: number, parents: readonly (number | undefined)[], drafts: readonly ClaimDraft[], quotes: readonly Quote[]): Claim {
  const tree = doc.trees[d.sentence] as Tree;
  const source = d.source === undefined ? undefined : doc.mentionAt(d.sentence, d.source);
  const entity = source?.entities.length === 1 ? source.entities[0] : undefined;
  const chain: ChainLink[] = [];
  const ids = new Set<number>();
  for (let k: number | undefined = i; k !== undefined && !ids.has(k); k = parents[k]) {
    ids.add(k);
    const link = drafts[k];
    const m = link?.source === undefined ? undefined : doc.mentionAt(link.sentence, link.source);
    if (link && m?.entities[0] && m.entities.length >= 1) chain.unshift({ entity: m.entities[0], how: link.how, ...(link.cue[0] ? { span: link.cue[0] } : {}) });
  }
  const parent = parents[i];
  const addressee = d.addressee === undefined ? undefined : doc.mentionAt(d.sentence, d.addressee);
  const topics: string[] = [];
  for (const s of d.content) for (const m of doc.mentionsWithin(s)) if (m.kind !== 'pronoun') for (const id of m.entities) if (!topics.includes(id)) topics.push(id);
  const dated = d.cueToken < 0 ? undefined : dateOf(doc, tree, d.cueToken, moodOf(tree, clauseOf(tree, d.cueToken)));
  const status: Status = dated?.status ?? 'current';
  return {
    id: `c${i + 1}`,
    ...(d.sourceSpan ? { source: { ...(entity === undefined ? {} : { entity }), ...(source ? { mention: source.id } : {}), span: d.sourceSpan } } : {}),
    cue: d.cue,
    content: d.content,
    quotation: quotationOf(d.content, quotes),
    act: d.act,
    ...(parent === undefined ? {} : { within: `c${parent + 1}` }),
    chain,
    ...(addressee ? { addressee: addressee.entities.map((e) => ({ entity: e, mention: addressee.id })) } : {}),
    ...(dated?.date?.time ? { date: dated.date } : {}),
    status,
    polarity: d.negative ? 'negative' : 'positive',
    topics,
    rule: d.rule,
  };
}

/** Direct when quotes cover nearly all of the content, mixed when they cover some. */
function quotationOf(content: readonly Span[], quotes: readonly Quote[]): Quotation {
  let total = 0;
  let quoted = 0;
  for (const s of content) {
    total += s.end - s.start;
    for (const q of quotes) quoted += Math.max(0, Math.min(s.end, q.outer.end) - Math.max(s.start, q.outer.start));
  }
  if (quoted === 0) return 'indirect';
  return quoted >= total * 0.9 ? 'direct' : 'mixed';
}

function enclosing(claims: readonly Claim[], at: number): Claim | undefined {
  return claims.filter((c) => c.content.some((s) => s.start <= at && at < s.end)).sort((a, b) => length(a) - length(b))[0];
}

const length = (c: Claim): number => c.content.reduce((n, s) => n + s.end - s.start, 0);

