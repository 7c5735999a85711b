/** What a predicate says: the clause, quote, infinitive, object or prepositional phrase that one of its frames finds; nothing where none is met. */
import { objectOf } from '../2-sentences/arguments.ts';
import { phraseOf, yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';
import type { Span, SpeechAct } from '../model/index.ts';
import { type Content, said, toClauses } from './clauses.ts';
import { introducedBy } from './cue-words.ts';
import type { Cue } from './lexicon.ts';
import type { Quote } from './quotes.ts';
import { clauseSpan, rangeSpan } from './spans.ts';

/** Pronouns that only point, as the nouns of the set of that name do: no content of their own, except of what praises, accuses or refuses. */
const POINTING =
  /^(it|that|this|so|(some|any|no|every)thing|what|which|whom?|one|us|me|you|them|him|her|(him|her|it|my|your)self|themselves|more|much|many|all)$/;
const POINTABLE: ReadonlySet<SpeechAct> = new Set<SpeechAct>(['praise', 'accuse', 'deny', 'threaten']);

function isPointing(tree: Tree, i: number): boolean {
  const form = tree.tokens[i]?.form.toLowerCase() ?? '';
  return POINTING.test(form) || tree.words.pointing.has(form);
}

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
  // "Went on Twitter": the phrase has no object to say.
  if (!cue.frames.has('obj') && ![...cue.frames].some((f) => f.startsWith('prep:'))) return undefined;
  const b = endWithClause(tree, i, governed);
  const frame = cue.frames.has('obj') ? 'obj' : 'prep';
  return b > last + 1 ? { spans: [rangeSpan(tree, last + 1, b)], frame } : undefined;
}

/** "called for Israel to withdraw": the clause of who is to do it, which parsers hang on the verb, ends what is called for. */
function endWithClause(tree: Tree, i: number, governed: number): number {
  const [, b] = yieldOf(tree, governed);
  const clause = caseOf(tree, governed) === 'for' && tree.tokens[b]?.form === 'to' ? tree.tokens[b]?.head : undefined;
  return clause !== undefined && clause > b && tree.tokens[clause]?.head === i ? yieldOf(tree, clause)[1] : b;
}

/** "described the plan as a mistake", "called her a liar", "is seen as weak": the thing and what it is said to be. */
function classified(tree: Tree, i: number, cue: Cue): Content | undefined {
  if (!cue.frames.has('as')) return undefined;
  // "a trench called Goldilocks": a name, nobody's claim.
  if (relationAt(tree, i) === 'acl' && tree.tokens[i]?.xpos === 'VBN' && childrenBy(tree, i, 'obl').every((c) => caseOf(tree, c) !== 'by'))
    return undefined;
  const asPhrase = (tree.children[i] ?? []).filter(
    (c) =>
      c > i &&
      ((['obl', 'xcomp', 'nmod'].includes(baseAt(tree, c)) && caseOf(tree, c) === 'as') ||
        (['advcl', 'xcomp'].includes(baseAt(tree, c)) &&
          childrenBy(tree, c, 'mark', 'case').some((m) => lemmaAt(tree, m).toLowerCase() === 'as'))),
  );
  const objects = (tree.children[i] ?? []).filter((c) => c > i && ['obj', 'iobj'].includes(baseAt(tree, c)));
  const under = objects.flatMap((o) =>
    (tree.children[o] ?? []).filter((c) => c > o && baseAt(tree, c) === 'nmod' && caseOf(tree, c) === 'as'),
  );
  const bare = (tree.children[i] ?? []).filter((c) => c > i && baseAt(tree, c) === 'xcomp' && !toClauses(tree, i).includes(c));
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
  const [, after] = phraseOf(tree, object);
  const start = /^[“"‘]$/.test(tree.tokens[after]?.form ?? '') ? after + 1 : after;
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

/** "vowed to fight", "urged Novak to help" (the object does what is urged). */
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

/** A name with nothing but its titles and its conjuncts: nobody is called anything by it. */
const isBareName = (tree: Tree, o: number): boolean =>
  tree.tokens[o]?.upos === 'PROPN' &&
  (tree.children[o] ?? []).every((c) => /^(flat|nmod:desc|compound|conj|amod)/.test(relationAt(tree, c)));

/** What the object is said to be or do: "are confirmed dead", "revealed the attack to be their work", "announced Novak as her successor". */
const isPredicate = (tree: Tree, c: number): boolean =>
  baseAt(tree, c) === 'xcomp' ||
  (relationAt(tree, c) === 'advcl' && hasChild(tree, c, 'cop') && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === 'to')) ||
  (baseAt(tree, c) === 'obl' && caseOf(tree, c) === 'as' && tree.tokens[yieldOf(tree, c)[0] - 1]?.form !== ',');

/** The object, with what completes it: "accused Holt of bias", "thanked him for coming". */
function object(tree: Tree, i: number, cue: Cue, words: readonly number[]): Content | undefined {
  if (!cue.frames.has('obj')) return undefined;
  const passive = isPassive(tree, i);
  const last = words[words.length - 1] ?? i;
  const rest = [...cue.frames].filter((f) => f.startsWith('prep:')).map((f) => f.slice(5));
  const completed = (tree.children[i] ?? []).filter(
    (c) =>
      c > i &&
      ((['obl', 'nmod'].includes(baseAt(tree, c)) && rest.includes(caseOf(tree, c))) ||
        (baseAt(tree, c) === 'advcl' && childrenBy(tree, c, 'mark').some((m) => rest.includes(lemmaAt(tree, m)))) ||
        isPredicate(tree, c)),
  );
  const objects = objectOf(tree, i).filter((o) => !words.includes(o) && o !== i);
  if (cue.completed && objects.length === 1 && isBareName(tree, objects[0] ?? i)) return undefined;
  if (objects.some((o) => cue.notOf.has(lemmaAt(tree, o).toLowerCase()))) return undefined;
  const solid = objects.filter(
    (o) =>
      !isPointing(tree, o) ||
      completed.length > 0 ||
      (POINTABLE.has(cue.act) && tree.tokens[o]?.upos === 'PRON' && !/^W/.test(tree.tokens[o]?.xpos ?? '')) ||
      hasChild(tree, o, 'acl'),
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
  // "called a vote for May": with an object of its own the verb asks for nothing.
  if (!cue.addressee && !cue.frames.has('obj') && childrenBy(tree, i, 'obj').some((o) => o > last && caseOf(tree, o) === ''))
    return undefined;
  for (const frame of cue.frames) {
    if (!frame.startsWith('prep:')) continue;
    const found = prepPhrases(tree, i, frame.slice(5)).filter((p) => p > last);
    if (found.length === 0) continue;
    const start = Math.min(...found.map((p) => yieldOf(tree, p)[0]));
    const end = Math.max(...found.map((p) => endWithClause(tree, i, p)));
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
    const r = baseAt(tree, c);
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
    if (['punct', 'case', 'mark', 'cc'].includes(baseAt(tree, c))) continue;
    a = Math.min(a, x);
    b = Math.max(b, y);
  }
  return [a, b];
}
