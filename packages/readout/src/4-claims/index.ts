/**
 * Stage 4: document → claims, silences, and the mentions of first persons that only a speaker can link.
 * Quotes over the whole article first; then cues sentence by sentence and what punctuation alone carries; then whole quotes to the claims
 * that hold a part of them; then nesting by containment of the cue in another's content, and the chain from it; silences apart.
 * Words: lexicon/cues.tsv, lexicon/silences.tsv. Mentions are renumbered when first persons are added, so ids are given last.
 * It does not judge truth, and it does not code the act: events do.
 */
import { mapped } from '../2-sentences/mapped.ts';
import type { Tree } from '../2-sentences/syntax.ts';
import { type Document, makeDocument, withId } from '../3-mentions/document.ts';
import type { Claim, Mention, Silence } from '../model/index.ts';
import { asClaim } from './chain.ts';
import { findCues } from './cues.ts';
import { type ClaimDraft, sizeOf } from './draft.ts';
import { linkFirstPersons } from './first-person.ts';
import type { ClaimKnowledge } from './lexicon.ts';
import { findMarks } from './marks.ts';
import { dropGeneric, findParents } from './nesting.ts';
import { isWithin, overlap, quotesBySentence } from './places.ts';
import { findQuotes } from './quotes.ts';
import type { QuotesHere } from './reporting.ts';
import { findSilences } from './silences.ts';
import { attributeQuotes } from './speakers.ts';
import { speakersOf } from './who-says.ts';

export { type ClaimKnowledge, claimKnowledge } from './lexicon.ts';
export { type SpokenQuote, spokenQuotes } from './spoken.ts';

/** What stage 4 gives, in the order of the text. */
export interface FoundClaims {
  readonly claims: readonly Claim[];
  readonly silences: readonly Silence[];
  /** The document's mentions, with those of first persons. */
  readonly mentions: readonly Mention[];
}

/** The claims and silences of a document, in text order, each with the rule that found it. */
export function findClaims(document: Document, knowledge: ClaimKnowledge): FoundClaims {
  const quotes = findQuotes(document.article);
  const here = quotesBySentence(document.trees, quotes);
  const cued = document.trees.flatMap((tree, s) => findCues(tree, here[s] ?? NO_QUOTES, knowledge));
  const marked = findMarks(document, quotes);
  const whole = attributeQuotes(document, oncePerCue(document.trees, [...marked, ...cued]), quotes);
  const silences = document.trees.flatMap((tree) => findSilences(document, tree, knowledge));
  const drafts = dropGeneric(document.trees, inOrder(dropSilent(whole, silences)));
  const linked = linkFirstPersons(document, drafts);
  const mentions =
    linked === document.mentions ? linked : mapped(linked, (m, i) => (m.id === '' ? { ...m, id: `m${i + 1}` } : withId(m, `m${i + 1}`)));
  const doc =
    mentions === document.mentions
      ? document
      : makeDocument(document.article, document.trees, { mentions, entities: [...document.entities.values()] }, document.times);
  const parents = findParents(drafts);
  const speakers = mapped(drafts, (d) => speakersOf(doc, d));
  const claims = mapped(drafts, (d, i) => asClaim(doc, d, i, { parents, drafts, speakers, quotes }));
  const isSame = mentions === document.mentions || silences.length === 0;
  const newId = isSame ? undefined : new Map(linked.map((m, i) => [m.id, `m${i + 1}`]));
  return {
    claims,
    mentions,
    silences: silences.map((s, i) => {
      const claim = enclosing(claims, s.evidence[0]?.span.start ?? 0);
      const mention = newId ? newId.get(s.by.mention ?? '') : s.by.mention;
      return { ...s, id: `s${i + 1}`, by: { ...s.by, ...(mention ? { mention } : {}) }, ...(claim ? { claim: claim.id } : {}) };
    }),
  };
}

const NO_QUOTES: QuotesHere = { here: [], before: undefined, after: undefined };

/** By where the content begins, the larger first: parents stand before what they enclose. */
const inOrder = (drafts: readonly ClaimDraft[]): ClaimDraft[] =>
  [...drafts].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || sizeOf(b) - sizeOf(a));

/** Of two drafts with one cue word, the first; a noun's draft goes where its verb has one ("announced a plan to"), or holds all it says. */
function oncePerCue(trees: readonly Tree[], drafts: readonly ClaimDraft[]): ClaimDraft[] {
  const seen = new Set<string>();
  const once = drafts.filter((d) => {
    const key = d.cueToken < 0 ? `${d.sentence}/:${d.cue[0]?.start}` : `${d.sentence}/${d.cueToken}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const bySentence = new Map<number, ClaimDraft[]>();
  for (const d of once) bySentence.set(d.sentence, [...(bySentence.get(d.sentence) ?? []), d]);
  return once.filter((d) => {
    const beside = bySentence.get(d.sentence) ?? [];
    // "Wants to know": the knowing is a word of the wanting.
    if (d.cueToken >= 0 && beside.some((v) => v !== d && (isPartOf(d, v) || isMeanwhile(trees, d, v) || isFarther(d, v)))) return false;
    if (!d.rule.startsWith('claim.noun')) return true;
    return !beside.some(
      (v) => v !== d && !v.rule.startsWith('claim.noun') && (v.cue.some((c) => d.cue.some((n) => overlap(c, n) > 0)) || sameContent(v, d)),
    );
  });
}

/** The cue is one of the words that the other, longer cue is listed with. */
const isPartOf = (d: ClaimDraft, v: ClaimDraft): boolean =>
  d.cue.every((c) => v.cue.some((w) => isWithin(c, w))) && wordsOfRule(v).includes(wordsOfRule(d).join('-')) && wordsOfRule(v).length > 1;

/** "…,” she said, smiling": a participle below the verb that says the same. */
const isMeanwhile = (trees: readonly Tree[], d: ClaimDraft, v: ClaimDraft): boolean => {
  const token = trees[d.sentence]?.tokens[d.cueToken];
  return token?.xpos === 'VBG' && token.head === v.cueToken && sameContent(d, v) && d.content.every((c) => c.end <= token.start);
};

/** "Novak agreed, saying “…”": of two cues before the same words the nearer one says them. */
const isFarther = (d: ClaimDraft, v: ClaimDraft): boolean => {
  if (!v.rule.startsWith('claim.verb') || v.source === undefined) return false;
  const [said, word] = [d.content[0], v.cue[0]];
  if (!said || !word || d.content.length !== 1 || d.cueToken < 0 || d.cueToken >= v.cueToken || word.end > said.start) return false;
  return v.content.some((c) => c.start === said.start || isWithin(said, c));
};

const wordsOfRule = (d: ClaimDraft): string[] => (d.rule.split('.').pop() ?? '').split('-');

/** Without the drafts whose cue is what was not said: "made no mention of". Declining to comment is a word of somebody's. */
function dropSilent(drafts: readonly ClaimDraft[], silences: readonly Silence[]): ClaimDraft[] {
  const triggers = silences
    .filter((s) => s.kind !== 'declined')
    .flatMap((s) => s.evidence.filter((e) => e.as === 'trigger').map((e) => e.span));
  if (triggers.length === 0) return [...drafts];
  return drafts.filter((d) => !d.cue.some((c) => triggers.some((t) => overlap(c, t) > 0)));
}

const sameContent = (a: ClaimDraft, b: ClaimDraft): boolean =>
  a.content[0]?.start === b.content[0]?.start && a.content[0]?.end === b.content[0]?.end;

function enclosing(claims: readonly Claim[], at: number): Claim | undefined {
  let best: Claim | undefined;
  for (const c of claims) if (c.content.some((s) => s.start <= at && at < s.end) && (!best || sizeOf(c) < sizeOf(best))) best = c;
  return best;
}
