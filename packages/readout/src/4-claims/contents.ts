/** What a predicate says: the clause, quote, infinitive, object or prepositional phrase that one of its frames finds; nothing where none is met. */
import { objectOf } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, isPassive, lemmaAt, phraseOf, relationAt, type Tree, yieldOf } from '../2-sentences/syntax.ts';
import type { Span } from '../model/index.ts';
import { introducedBy } from './cue-words.ts';
import type { Cue } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { clauseSpan, rangeSpan, sentenceWithout } from './spans.ts';

export interface Content {
  readonly spans: Span[];
  /** The preposition that carries it; it belongs to the cue. */
  readonly lead?: number;
  /** The frame that was met. */
  readonly frame: string;
}

/** Objects that only point: no content of their own, except of what praises, accuses or refuses. */
const POINTING = new Set([
  'it',
  'that',
  'this',
  'so',
  'something',
  'anything',
  'nothing',
  'what',
  'which',
  'who',
  'whom',
  'one',
  'us',
  'me',
  'you',
  'them',
  'him',
  'her',
  'himself',
  'herself',
  'themselves',
  'itself',
  'myself',
  'yourself',
  'everything',
  'things',
  'thing',
  'word',
  'words',
  'lot',
  'more',
  'much',
  'many',
  'all',
  'news',
]);
const POINTABLE = new Set(['praise', 'accuse', 'deny', 'threaten']);

/** Tokens of a reporting clause that stands inside or after what it reports. */
const LONGEST_ASIDE = 40;

/** The content of the verb cue at `i`. */
export function verbContent(tree: Tree, i: number, cue: Cue, words: readonly number[], quotes: readonly Quote[]): Content | undefined {
  const last = words[words.length - 1] ?? i;
  if (words.length > 1) {
    const governed = introducedBy(tree, last, i);
    if (governed !== undefined) return governedContent(tree, i, cue, last, governed);
  }
  return (
    said(tree, i, cue, { quotes, words }) ??
    classified(tree, i, cue) ??
    infinitive(tree, i, cue) ??
    object(tree, i, cue, words) ??
    phrase(tree, i, cue, last)
  );
}

/** "called for X", "called on X to do Y". */
function governedContent(tree: Tree, i: number, cue: Cue, last: number, governed: number): Content | undefined {
  const to = [...(tree.children[i] ?? []), ...(tree.children[governed] ?? [])].filter(
    (c) => c > governed && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to'),
  );
  if (cue.frames.has('xcomp')) return to.length > 0 ? { spans: to.flatMap((c) => clauseSpan(tree, c, i)), frame: 'xcomp' } : undefined;
  const [, b] = yieldOf(tree, governed);
  const frame = cue.frames.has('obj') ? 'obj' : 'prep';
  return b > last + 1 ? { spans: [rangeSpan(tree, last + 1, b)], frame } : undefined;
}

interface Said {
  readonly quotes: readonly Quote[];
  readonly words: readonly number[];
}

/** Clauses and quotes. */
function said(tree: Tree, i: number, cue: Cue, { quotes, words }: Said): Content | undefined {
  const speaks = cue.frames.has('ccomp') || cue.frames.has('quote');
  if (!speaks) return undefined;
  const last = words[words.length - 1] ?? i;
  // Below any word of the cue: "made it clear that".
  const clauses = words.flatMap((w) => childrenBy(tree, w, 'ccomp')).filter((c) => !words.includes(c));
  const impersonal = (tree.children[i] ?? []).some((c) => baseRelation(relationAt(tree, c)) === 'expl')
    ? words.flatMap((w) => childrenBy(tree, w, 'csubj')).filter((c) => c > i)
    : [];
  const all = clauses.length + impersonal.length > 0 ? [...clauses, ...impersonal] : strayClauses(tree, i, cue, words);
  if (all.length > 0) return { spans: all.flatMap((c) => clauseSpan(tree, c, i)), frame: 'ccomp' };
  // The cue stands inside or after what is said: "…, he said, …". A verb with an object of its own says something else.
  if (
    baseRelation(relationAt(tree, i)) === 'parataxis' &&
    childrenBy(tree, i, 'nsubj').length > 0 &&
    childrenBy(tree, i, 'obj', 'xcomp').length === 0
  ) {
    const [a, b] = yieldOf(tree, i);
    const whole = b - a > LONGEST_ASIDE ? [] : sentenceWithout(tree, [a, b]);
    if (whole.length > 0) return { spans: whole, frame: 'parataxis' };
  }
  // A free relative: "explained what had happened".
  const free = objectOf(tree, i).filter(
    (o) => /^(what|whatever|how|why)$/.test(lemmaAt(tree, o).toLowerCase()) && childrenBy(tree, o, 'acl').length > 0,
  );
  if (free.length > 0) return { spans: free.map((o) => rangeSpan(tree, ...yieldOf(tree, o))), frame: 'ccomp' };
  if (cue.frames.has('quote') && !cue.attitude) {
    // A verb inside a quote says nothing of another quote.
    const spoken = quotes.some((q) => q.words >= 4 && covers(q, tree, i));
    const near = spoken ? [] : quotes.filter((q) => q.words >= 4);
    const busy = !cue.addressee && childrenBy(tree, i, 'obj').some((o) => o > i && !words.includes(o));
    if (near.length > 0 && !busy && toClauses(tree, i).length === 0)
      return { spans: near.map((q) => clip(q.outer, tree.sentence.span)), frame: 'quote' };
    const beside = childrenBy(tree, i, 'parataxis').filter(
      (c) => c > last && childrenBy(tree, c, 'nsubj').length > 0 && relationAt(tree, i) !== 'parataxis' && opens(tree, c),
    );
    if (beside.length > 0) return { spans: beside.flatMap((c) => clauseSpan(tree, c, i)), frame: 'parataxis' };
  }
  return undefined;
}

/** "said in a statement that …", "made clear Monday they would": the clause hangs on a noun of the cue's, or beside it. */
function strayClauses(tree: Tree, i: number, cue: Cue, words: readonly number[]): number[] {
  if (!cue.frames.has('ccomp') || childrenBy(tree, i, 'obj').some((o) => !words.includes(o) && o > i && !cue.addressee)) return [];
  const carriers = (tree.children[i] ?? []).filter(
    (c) => c > i && ['obl', 'nmod', ...(cue.addressee ? ['obj', 'iobj'] : [])].includes(baseRelation(relationAt(tree, c))),
  );
  const found = [...(words.length > 1 ? words : []), ...carriers].flatMap((c) => thatClauses(tree, c, 3));
  const beside =
    words.length > 1
      ? childrenBy(tree, i, 'parataxis').filter(
          (c) =>
            c > i &&
            childrenBy(tree, c, 'nsubj').length > 0 &&
            tree.tokens[yieldOf(tree, c)[0] - 1]?.form !== ',' &&
            tree.tokens[yieldOf(tree, c)[0]]?.form !== ',',
        )
      : [];
  return found.length > 0 ? found : beside;
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

/** A clause after "that" with a subject of its own: what is said, not which one. */
function opensWithThat(tree: Tree, clause: number): boolean {
  if (childrenBy(tree, clause, 'mark').some((m) => /^(that|whether)$/.test(lemmaAt(tree, m).toLowerCase()))) return true;
  const [a] = yieldOf(tree, clause);
  return tree.tokens[a]?.form.toLowerCase() === 'that' && childrenBy(tree, clause, 'nsubj').some((n) => n > a);
}

/** A clause after a colon or a quotation mark; after a comma stands who said it all. */
const opens = (tree: Tree, c: number): boolean =>
  /^[:“"]$/.test(tree.tokens[yieldOf(tree, c)[0] - 1]?.form ?? '') || /^[:“"]$/.test(tree.tokens[yieldOf(tree, c)[0]]?.form ?? '');

/** "described the plan as a mistake", "called her a liar", "is seen as weak": the thing and what it is said to be. */
function classified(tree: Tree, i: number, cue: Cue): Content | undefined {
  if (!cue.frames.has('as')) return undefined;
  // "a trench called Goldilocks": a name, nobody's claim.
  if (relationAt(tree, i) === 'acl' && tree.tokens[i]?.xpos === 'VBN' && childrenBy(tree, i, 'obl').every((c) => caseOf(tree, c) !== 'by'))
    return undefined;
  const asPhrase = (tree.children[i] ?? []).filter(
    (c) =>
      c > i &&
      ((['obl', 'xcomp', 'nmod'].includes(baseRelation(relationAt(tree, c))) && caseOf(tree, c) === 'as') ||
        (['advcl', 'xcomp'].includes(baseRelation(relationAt(tree, c))) &&
          childrenBy(tree, c, 'mark', 'case').some((m) => lemmaAt(tree, m).toLowerCase() === 'as'))),
  );
  const objects = (tree.children[i] ?? []).filter((c) => c > i && ['obj', 'iobj'].includes(baseRelation(relationAt(tree, c))));
  const under = objects.flatMap((o) =>
    (tree.children[o] ?? []).filter((c) => c > o && baseRelation(relationAt(tree, c)) === 'nmod' && caseOf(tree, c) === 'as'),
  );
  const bare = (tree.children[i] ?? []).filter(
    (c) => c > i && baseRelation(relationAt(tree, c)) === 'xcomp' && !toClauses(tree, i).includes(c),
  );
  const what = [...asPhrase, ...under, ...bare];
  const two = objects.length === 2 ? objects : [];
  if (what.length === 0 && two.length === 0) {
    const [only] = objects;
    const end = only === undefined ? 0 : predicateEnd(tree, only);
    return only !== undefined && end > 0 ? { spans: [rangeSpan(tree, yieldOf(tree, only)[0], end)], frame: 'as' } : undefined;
  }
  const spans: Span[] = [];
  if (isPassive(tree, i))
    spans.push(
      ...objectOf(tree, i)
        .filter((o) => o < i)
        .map((o) => rangeSpan(tree, ...yieldWithout(tree, o, i))),
    );
  const parts = [...objects, ...what];
  const start = Math.min(...parts.map((p) => yieldOf(tree, p)[0]));
  const end = Math.max(...parts.map((p) => yieldOf(tree, p)[1]));
  spans.push(rangeSpan(tree, start, end));
  return { spans, frame: 'as' };
}

/** "declared Seoul a hostile state": a second phrase with an article right after the object, where the parse lost it; 0 if none. */
function predicateEnd(tree: Tree, object: number): number {
  const [, start] = phraseOf(tree, object);
  if (!/^(a|an)$/i.test(tree.tokens[start]?.form ?? '')) return 0;
  let end = start + 1;
  while (
    end < tree.tokens.length &&
    (['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(tree.tokens[end]?.upos ?? '') || /^[“”"'‘’-]$/.test(tree.tokens[end]?.form ?? '')) &&
    !/^RB/.test(tree.tokens[end]?.xpos ?? '')
  )
    end++;
  return end > start + 1 ? end : 0;
}

/** "vowed to fight", "urged Xi to help" (the object does what is urged). */
function infinitive(tree: Tree, i: number, cue: Cue): Content | undefined {
  if (!cue.frames.has('xcomp')) return undefined;
  const to = toClauses(tree, i);
  if (to.length === 0) return undefined;
  const objects = childrenBy(tree, i, 'obj', 'iobj').filter((o) => o > i && o < Math.min(...to));
  if (objects.length > 0 && !isPassive(tree, i))
    return {
      spans: [rangeSpan(tree, Math.min(...objects.map((o) => yieldOf(tree, o)[0])), Math.max(...to.map((c) => yieldOf(tree, c)[1])))],
      frame: 'xcomp',
    };
  return { spans: to.flatMap((c) => clauseSpan(tree, c, i)), frame: 'xcomp' };
}

/** Nouns that are as often verbs. */
const BARE =
  /^(comment|talk|answer|work|fight|vote|change|help|support|act|respond|meet|speak|visit|attack|name|return|resign|deal|trade|cut|end|push|press|seek|comply|cooperate|compromise|report|release|question|testify)$/;

/** Infinitives and gerunds below a verb. */
export function toClauses(tree: Tree, i: number): number[] {
  return (tree.children[i] ?? []).filter((c) => {
    const r = baseRelation(relationAt(tree, c));
    const isTo = childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to');
    if (r === 'xcomp') return c > i && (isTo || tree.tokens[c]?.xpos === 'VBG');
    // "declined to comment": a bare noun after "to" is an infinitive that the tagger missed.
    if (r === 'obl' && isTo) return c > i;
    if (r === 'obl' && c === i + 2 && tree.tokens[c]?.xpos === 'NN' && tree.tokens[i + 1]?.form === 'to' && BARE.test(lemmaAt(tree, c)))
      return true;
    // The parser hangs "asked him to leave" as advcl at times; purpose clauses have no object before them to do it.
    return (
      r === 'advcl' && isTo && c > i && childrenBy(tree, i, 'obj', 'iobj').some((o) => o > i && o < c) && tree.tokens[i + 1]?.form !== ','
    );
  });
}

/** The object, with what completes it: "accused Holt of bias", "thanked him for coming". */
function object(tree: Tree, i: number, cue: Cue, words: readonly number[]): Content | undefined {
  if (!cue.frames.has('obj')) return undefined;
  const passive = isPassive(tree, i);
  const last = words[words.length - 1] ?? i;
  const rest = [...cue.frames].filter((f) => f.startsWith('prep:')).map((f) => f.slice(5));
  const completed = (tree.children[i] ?? []).filter(
    (c) =>
      c > i &&
      ((['obl', 'nmod'].includes(baseRelation(relationAt(tree, c))) && rest.includes(caseOf(tree, c))) ||
        (baseRelation(relationAt(tree, c)) === 'advcl' && childrenBy(tree, c, 'mark').some((m) => rest.includes(lemmaAt(tree, m))))),
  );
  const objects = objectOf(tree, i).filter((o) => !words.includes(o) && o !== i);
  const solid = objects.filter(
    (o) =>
      !POINTING.has(tree.tokens[o]?.form.toLowerCase() ?? '') ||
      completed.length > 0 ||
      (POINTABLE.has(cue.act) && tree.tokens[o]?.upos === 'PRON' && !/^W/.test(tree.tokens[o]?.xpos ?? '')) ||
      childrenBy(tree, o, 'acl').length > 0,
  );
  if (solid.length === 0) return undefined;
  // A relative clause on the content: "sanctions the council announced".
  if (solid.every((o) => o < i) && !passive) return { spans: solid.map((o) => rangeSpan(tree, ...yieldWithout(tree, o, i))), frame: 'obj' };
  if (passive) {
    const spans = solid.map((o) => rangeSpan(tree, ...yieldWithout(tree, o, i)));
    return {
      spans: [...spans, ...completed.map((c) => rangeSpan(tree, ...yieldOf(tree, c)))].sort((a, b) => a.start - b.start),
      frame: 'obj',
    };
  }
  const parts = [...solid.filter((o) => o > i), ...completed];
  const start = Math.min(...parts.map((p) => yieldOf(tree, p)[0]));
  const end = Math.max(...parts.map((p) => yieldOf(tree, p)[1]));
  return start > last
    ? { spans: [rangeSpan(tree, start, end)], frame: 'obj' }
    : { spans: parts.map((p) => rangeSpan(tree, ...yieldOf(tree, p))), frame: 'obj' };
}

/** "spoke about the plan", "apologised for lying": the preposition right after the cue is the cue's. */
function phrase(tree: Tree, i: number, cue: Cue, last: number): Content | undefined {
  for (const frame of cue.frames) {
    if (!frame.startsWith('prep:')) continue;
    const found = prepPhrases(tree, i, frame.slice(5)).filter((p) => p > last);
    if (found.length === 0) continue;
    const start = Math.min(...found.map((p) => yieldOf(tree, p)[0]));
    const end = Math.max(...found.map((p) => yieldOf(tree, p)[1]));
    return prepContent(tree, start, end, last, frame);
  }
  return undefined;
}

/** The content of tokens `start` to `end`, a preposition at their head; it is the cue's where it touches the cue. */
export function prepContent(tree: Tree, start: number, end: number, last: number, frame: string): Content {
  let lead = start;
  while (tree.tokens[lead]?.upos === 'PUNCT') lead++;
  const touching = lead === last + 1 || (lead === last + 2 && tree.tokens[last + 1]?.upos === 'ADV');
  const words = frame.slice(5).split(' ').length;
  if (end <= lead + words) return { spans: [rangeSpan(tree, lead, end)], frame };
  return touching ? { spans: [rangeSpan(tree, lead + words, end)], lead, frame } : { spans: [rangeSpan(tree, lead + words, end)], frame };
}

/** Nominals and gerund clauses that `prep` opens below `i`. */
export function prepPhrases(tree: Tree, i: number, prep: string): number[] {
  return (tree.children[i] ?? []).filter((c) => {
    const r = baseRelation(relationAt(tree, c));
    if (r === 'obl' || r === 'nmod') return caseOf(tree, c) === prep;
    return (
      (r === 'advcl' || r === 'acl' || r === 'ccomp') &&
      childrenBy(tree, c, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === prep && prep !== 'to')
    );
  });
}

/** The yield of a phrase without the relative clause (or other child) that holds token `cue`. */
export function yieldWithout(tree: Tree, head: number, cue: number): [number, number] {
  let a = head;
  let b = head + 1;
  for (const c of tree.children[head] ?? []) {
    const [x, y] = yieldOf(tree, c);
    if (cue >= x && cue < y) continue;
    if (['punct', 'case', 'mark', 'cc'].includes(baseRelation(relationAt(tree, c)))) continue;
    a = Math.min(a, x);
    b = Math.max(b, y);
  }
  return [a, b];
}

const covers = (q: Quote, tree: Tree, i: number): boolean => {
  const t = tree.tokens[i];
  return t !== undefined && q.inner.start <= t.start && t.end <= q.inner.end;
};

const clip = (s: Span, within: Span): Span => ({ start: Math.max(s.start, within.start), end: Math.min(s.end, within.end) });
