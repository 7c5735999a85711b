/** Clauses and quotes as content: "said that", "…, he said, …", "told Novak that", "vowed to"; and where the parse hung a clause elsewhere. */
import { objectOf } from '../2-sentences/arguments.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, baseRelation, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import type { Cue } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { isDummy } from './sources.ts';
import { clauseSpan, rangeSpan, sentenceWithout } from './spans.ts';

/** What a cue's words say, before it is a claim. */
export interface Content {
  readonly spans: Span[];
  /** The preposition that carries it; it belongs to the cue. */
  readonly lead?: number;
  /** The frame that was met. */
  readonly frame: string;
}

/** Tokens of a reporting clause that stands inside or after what it reports. */
const LONGEST_ASIDE = 40;

interface Said {
  readonly quotes: readonly Quote[];
  readonly words: readonly number[];
}

/** Clauses and quotes. */
export function said(tree: Tree, i: number, cue: Cue, { quotes, words }: Said): Content | undefined {
  const speaks = cue.frames.has('ccomp') || cue.frames.has('quote');
  if (!speaks) return undefined;
  const last = words[words.length - 1] ?? i;
  // "It was added that", not "salt was added": in the passive only who is told may stand before what is said.
  if (!cue.addressee && !cue.frames.has('as') && childrenBy(tree, i, 'nsubj:pass').some((s) => s < i && !isDummy(tree, s)))
    return undefined;
  // Below any word of the cue: "made it clear that".
  const clauses = words.flatMap((w) => childrenBy(tree, w, 'ccomp')).filter((c) => !words.includes(c) && !isBeside(tree, c, i, quotes));
  const impersonal = (tree.children[i] ?? []).some((c) => baseAt(tree, c) === 'expl')
    ? words.flatMap((w) => childrenBy(tree, w, 'csubj')).filter((c) => c > i)
    : [];
  // "The candidate on Tuesday said that …": what stands before is no second clause of it.
  const own = clauses.some((c) => c > i) ? clauses.filter((c) => c > i || quotes.some((q) => covers(q, tree, c))) : clauses;
  const all = own.length + impersonal.length > 0 ? [...own, ...impersonal] : strayClauses(tree, i, cue, words);
  if (all.length > 0) return { spans: all.flatMap((c) => clauseSpan(tree, c, i)), frame: 'ccomp' };
  // The cue stands inside or after what is said: "…, he said, …". A verb with an object of its own says something else.
  if (
    baseAt(tree, i) === 'parataxis' &&
    hasChild(tree, i, 'nsubj') &&
    !hasChild(tree, i, 'xcomp', cue.addressee ? undefined : 'obj') &&
    !goesOn(tree, i)
  ) {
    const [a, b] = yieldOf(tree, i);
    const whole = b - a > LONGEST_ASIDE ? [] : sentenceWithout(tree, [a, b]);
    if (whole.length > 0) return { spans: whole, frame: 'parataxis' };
  }
  // A free relative: "explained what had happened".
  const free = objectOf(tree, i).filter(
    (o) => /^(what|whatever|how|why)$/.test(lemmaAt(tree, o).toLowerCase()) && hasChild(tree, o, 'acl'),
  );
  if (free.length > 0) return { spans: free.map((o) => rangeSpan(tree, ...yieldOf(tree, o))), frame: 'ccomp' };
  const lost = lostClause(tree, i, cue, quotes);
  if (lost) return { spans: [lost], frame: 'ccomp' };
  if (cue.frames.has('quote') && !cue.attitude) {
    // A verb inside a quote says nothing of another quote.
    const spoken = quotes.some((q) => q.words >= 4 && covers(q, tree, i));
    const near = spoken ? [] : quotes.filter((q) => q.words >= 4 && !isOutside(tree, i, q));
    const busy =
      !cue.addressee &&
      childrenBy(tree, i, 'obj').some(
        (o) => o > i && !words.includes(o) && (cue.frames.has('obj') || !near.some((q) => covers(q, tree, o))),
      );
    if (near.length > 0 && !busy && toClauses(tree, i).length === 0)
      return { spans: near.map((q) => clip(q.outer, tree.sentence.span)), frame: 'quote' };
    const beside = childrenBy(tree, i, 'parataxis').filter(
      (c) => c > last && hasChild(tree, c, 'nsubj') && relationAt(tree, i) !== 'parataxis' && opens(tree, c),
    );
    if (beside.length > 0) return { spans: beside.flatMap((c) => clauseSpan(tree, c, i)), frame: 'parataxis' };
  }
  return undefined;
}

/**
 * "Said Norway's words “amount to a threat”", "says the only way out may be to wait": a verb of clauses without an object of its own, and a noun
 * that the parser took for one; below it stands a finite verb without a subject, or a quote that goes on with it. All of it is said.
 */
function lostClause(tree: Tree, i: number, cue: Cue, quotes: readonly Quote[]): Span | undefined {
  if (!cue.frames.has('ccomp') || cue.frames.has('obj') || cue.addressee) return undefined;
  const [object] = childrenBy(tree, i, 'obj').filter((o) => o > i);
  if (object === undefined) return undefined;
  const [start, end] = yieldOf(tree, object);
  if (start !== i + 1) return undefined;
  const from = tree.tokens[start + 1]?.start ?? 0;
  const isQuoted = quotes.some(
    (q) => q.words >= 2 && q.outer.start >= from && q.inner.end <= (tree.tokens[end]?.end ?? tree.sentence.span.end),
  );
  return isQuoted || hasOrphan(tree, start, end) ? rangeSpan(tree, start, end) : undefined;
}

/** A finite verb between two tokens that has neither a subject nor a conjunct or relative to share one with. */
function hasOrphan(tree: Tree, start: number, end: number): boolean {
  for (let k = start; k < end; k++) {
    const t = tree.tokens[k];
    if (!t || !/^(VBZ|VBD|VBP|MD)$/.test(t.xpos)) continue;
    const p = /^(aux|cop)/.test(t.deprel) ? t.head : k;
    if (/^(conj|parataxis)/.test(relationAt(tree, p))) continue;
    if (!hasChild(tree, p, 'nsubj', 'nsubj:pass', 'expl', 'csubj')) return true;
  }
  return false;
}

/** A verb in a clause below another ("although they disagree", "a paper published by") says nothing of a quote that stands outside of it. */
function isOutside(tree: Tree, i: number, q: Quote): boolean {
  const relation = baseAt(tree, i);
  if (relation === 'acl') return (tree.tokens[tree.tokens[i]?.head ?? -1]?.start ?? 0) >= q.outer.end;
  if (relation !== 'advcl' || !childrenBy(tree, i, 'mark').some((m) => lemmaAt(tree, m) !== 'as')) return false;
  const [a, b] = yieldOf(tree, i);
  return q.outer.end <= (tree.tokens[a]?.start ?? 0) || q.outer.start >= (tree.tokens[b - 1]?.end ?? 0);
}

/** ", so thousands do not translate": a clause with a connective before its subject goes on with the text and reports nothing. */
function goesOn(tree: Tree, i: number): boolean {
  const [subject = i] = childrenBy(tree, i, 'nsubj');
  return (tree.children[i] ?? []).some((c) => c < subject && tree.words.connectives.has(lemmaAt(tree, c).toLowerCase()));
}

/** "…,” she said, smiling": what the speaker does meanwhile is not said. */
const isBeside = (tree: Tree, c: number, i: number, quotes: readonly Quote[]): boolean =>
  c > i &&
  tree.tokens[c]?.xpos === 'VBG' &&
  !quotes.some((q) => covers(q, tree, c)) &&
  (tree.tokens[c - 1]?.form === ',' || tree.tokens[yieldOf(tree, c)[0]]?.form === ',') &&
  !hasChild(tree, c, 'nsubj', 'aux', 'mark');

/** "said in a statement that …", "made clear Monday they would": the clause hangs on a noun of the cue's, or beside it. */
function strayClauses(tree: Tree, i: number, cue: Cue, words: readonly number[]): number[] {
  if (!cue.frames.has('ccomp') || childrenBy(tree, i, 'obj').some((o) => !words.includes(o) && o > i && !cue.addressee)) return [];
  const carriers = (tree.children[i] ?? []).filter(
    (c) => c > i && ['obl', 'nmod', ...(cue.addressee ? ['obj', 'iobj'] : [])].includes(baseAt(tree, c)),
  );
  const found = [...(words.length > 1 ? words : []), ...carriers].flatMap((c) => thatClauses(tree, c, 3));
  if (found.length > 0) return found;
  // "Asked if he would go", "told the crew he would go": questions hang as conditions, what is told as a clause about who is told.
  const asked = cue.act === 'ask' ? childrenBy(tree, i, 'advcl').filter((c) => c > i && isQuestion(tree, c)) : [];
  const told = cue.addressee && asked.length === 0 ? carriers.flatMap((c) => bareClauses(tree, c)) : [];
  if (asked.length + told.length > 0) return [...asked, ...told];
  const beside =
    words.length > 1
      ? childrenBy(tree, i, 'parataxis').filter(
          (c) =>
            c > i &&
            hasChild(tree, c, 'nsubj') &&
            tree.tokens[yieldOf(tree, c)[0] - 1]?.form !== ',' &&
            tree.tokens[yieldOf(tree, c)[0]]?.form !== ',',
        )
      : [];
  return beside;
}

/** Clauses with "that" below a noun or the nouns below it, which the parse hung on the last word before them. */
function thatClauses(tree: Tree, noun: number, depth: number): number[] {
  return (tree.children[noun] ?? []).flatMap((k) => {
    if (k < noun) return [];
    const r = relationAt(tree, k);
    if (['ccomp', 'acl', 'advcl'].includes(baseRelation(r))) return opensWithThat(tree, k) ? [k] : [];
    return depth > 0 && ['nmod', 'conj', 'flat', 'appos', 'compound'].includes(baseRelation(r)) ? thatClauses(tree, k, depth - 1) : [];
  });
}

const isQuestion = (tree: Tree, c: number): boolean =>
  childrenBy(tree, c, 'mark').some((m) => /^(if|whether)$/.test(lemmaAt(tree, m).toLowerCase()));

/** Clauses right behind an addressee that open with a subject pronoun and have no gap for the addressee. */
const bareClauses = (tree: Tree, addressee: number): number[] =>
  (tree.children[addressee] ?? []).filter((k) => {
    const opening = yieldOf(tree, k)[0];
    return (
      k > addressee &&
      baseAt(tree, k) === 'acl' &&
      /^(VBZ|VBD|VBP|MD)$/.test(tree.tokens[k]?.xpos ?? '') &&
      opening === yieldEnd(tree, addressee) &&
      tree.tokens[opening]?.upos === 'PRON' &&
      /^nsubj/.test(relationAt(tree, opening))
    );
  });

/** The token behind a noun and what stands before it. */
const yieldEnd = (tree: Tree, noun: number): number =>
  noun + 1 + (tree.children[noun] ?? []).filter((c) => relationAt(tree, c) === 'flat' && c > noun).length;

/** A clause after "that" with a subject of its own: what is said, not which one. */
function opensWithThat(tree: Tree, clause: number): boolean {
  if (childrenBy(tree, clause, 'mark').some((m) => /^(that|whether)$/.test(lemmaAt(tree, m).toLowerCase()))) return true;
  const [a] = yieldOf(tree, clause);
  return tree.tokens[a]?.form.toLowerCase() === 'that' && childrenBy(tree, clause, 'nsubj').some((n) => n > a);
}

/** A clause after a colon or a quotation mark; after a comma stands who said it all. */
const opens = (tree: Tree, c: number): boolean =>
  /^[:“"]$/.test(tree.tokens[yieldOf(tree, c)[0] - 1]?.form ?? '') || /^[:“"]$/.test(tree.tokens[yieldOf(tree, c)[0]]?.form ?? '');

/** Infinitives and gerunds below a verb. */
export function toClauses(tree: Tree, i: number): number[] {
  return (tree.children[i] ?? []).filter((c) => {
    const r = baseAt(tree, c);
    const isTo = childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to');
    if (r === 'xcomp') return c > i && (isTo || tree.tokens[c]?.xpos === 'VBG');
    // "declined to comment": a bare noun after "to" is an infinitive that the tagger missed.
    if (r === 'obl' && isTo) return c > i;
    if (
      r === 'obl' &&
      c === i + 2 &&
      tree.tokens[c]?.xpos === 'NN' &&
      tree.tokens[i + 1]?.form === 'to' &&
      tree.words['noun-or-verb'].has(lemmaAt(tree, c))
    )
      return true;
    // The parser hangs "asked him to leave" and "declined to comment" as advcl at times; purpose clauses have no object before them to do it.
    if (r !== 'advcl' || !isTo || c < i || tree.tokens[i + 1]?.form === ',') return false;
    const isNext = c === i + 2 && tree.tokens[i + 1]?.form === 'to';
    return isNext || childrenBy(tree, i, 'obj', 'iobj').some((o) => o > i && o < c);
  });
}

const covers = (q: Quote, tree: Tree, i: number): boolean => {
  const t = tree.tokens[i];
  return t !== undefined && q.inner.start <= t.start && t.end <= q.inner.end;
};

const clip = (s: Span, within: Span): Span => ({ start: Math.max(s.start, within.start), end: Math.min(s.end, within.end) });
