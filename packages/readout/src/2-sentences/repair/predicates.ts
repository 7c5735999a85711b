/**
 * Predicates after a form of *be* that parsers take apart ("is warning voters that …"), subjects of auxiliaries, and verbs joined to one that
 * they cannot be joined to ("said it would buy fish and called on …").
 */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import { withChanges } from './tools.ts';

/** Relations of a predicate noun's children that are its verb's. */
const OF_VERB = /^(nsubj|aux|cop|punct|advmod|advcl|obl|mark|cc|conj|parataxis|ccomp|xcomp)/;

/** "Is warning voters" read as "is voters": the verb is the predicate and the noun its object; undefined where the noun has a determiner, or nobody is the subject ("there is growing anger"). */
export function progressive(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  if (!n || noun <= verb || noun > verb + 3 || n.upos !== 'NOUN') return undefined;
  let be = verb - 1;
  if (tokens[be]?.upos === 'ADV') be--;
  const subject = tokens.findIndex((t, k) => k < be && t.head === noun && t.deprel === 'nsubj');
  if (tokens[be]?.lemma !== 'be' || tokens[be]?.head !== noun || subject < 0) return undefined;
  if (tokens.some((t, k) => t.head === noun && k < noun && (t.deprel === 'det' || t.deprel === 'expl'))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head !== noun || k === verb) return;
    if (k > noun && t.deprel === 'acl') {
      const that = firstBelow(tokens, k);
      if (tokens[that]?.form.toLowerCase() !== 'that') return;
      changes.set(k, { head: verb, deprel: 'ccomp' });
      changes.set(that, { head: k, deprel: 'mark', upos: 'SCONJ', xpos: 'IN' });
    } else if (OF_VERB.test(t.deprel)) changes.set(k, { head: verb, ...(k === be ? { deprel: 'aux' } : {}) });
  });
  changes.set(verb, { head: n.head, deprel: n.deprel });
  changes.set(noun, { head: verb, deprel: 'obj' });
  return withChanges(tokens, changes);
}

/** The first token that hangs directly on `top`, before it. */
function firstBelow(tokens: readonly Token[], top: number): number {
  return tokens.findIndex((t, k) => k < top && t.head === top);
}

/** "The army has at no time attacked": a subject that hangs on an auxiliary is its verb's. */
export function auxiliarysSubject(tokens: readonly Token[], subject: number): Token[] | undefined {
  const auxiliary = tokens[tokens[subject]?.head ?? -1];
  if (!auxiliary || !/^aux/.test(auxiliary.deprel) || auxiliary.head < 0) return undefined;
  const passive = tokens.some((t) => t.head === auxiliary.head && t.deprel === 'aux:pass');
  return withChanges(tokens, new Map([[subject, { head: auxiliary.head, deprel: passive ? 'nsubj:pass' : 'nsubj' }]]));
}

/** "because they have experienced protests": a *have* right before a participle that it hangs on is its auxiliary, and what hangs on it the verb's. */
export function strayAuxiliary(tokens: readonly Token[], have: number): Token[] | undefined {
  const verb = tokens[have]?.head ?? -1;
  const isNear = verb === have + 1 || (verb === have + 2 && tokens[have + 1]?.upos === 'ADV');
  if (!isNear || tokens[verb]?.xpos !== 'VBN' || tokens.some((t, k) => t.head === have && k < verb && /^(obj|xcomp|ccomp)$/.test(t.deprel)))
    return undefined;
  const changes = new Map<number, Partial<Token>>([[have, { deprel: 'aux', upos: 'AUX' }]]);
  tokens.forEach((t, k) => {
    if (t.head === have) changes.set(k, { head: verb });
  });
  return withChanges(tokens, changes);
}

/** Forms that are participles and never a past ("given", "shown", "done"). */
const NEVER_PAST = /(?:[aeo]wn|en)$|^(done|gone|sung|begun)$/i;
const isBy = (tokens: readonly Token[], verb: number): boolean =>
  tokens.some((t, k) => k > verb && t.head === verb && tokens.some((c) => c.head === k && c.deprel === 'case' && c.form === 'by'));

/**
 * "Ministers called for talks." read as ministers who were called: where no finite verb makes the sentence, a participle with an object of its own,
 * or of calling for something, is its verb and the noun its subject. Common nouns that may have been given or called something stay as they are.
 */
export function rootParticiple(tokens: readonly Token[], verb: number, words: WordSets): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  if (!n || n.head !== -1 || noun > verb || !/^(NOUN|PROPN)$/.test(n.upos) || tokens[tokens.length - 1]?.form !== '.') return undefined;
  const after = tokens[verb + 1];
  const asks = words['asks-as-participle'].has(tokens[verb]?.lemma ?? '') && after?.deprel === 'case' && /^(for|on|to)$/.test(after.form);
  // What follows without a preposition is an object, whatever the parser calls it.
  const isObject = (t: Token, k: number): boolean =>
    k > verb &&
    t.head === verb &&
    /^(NOUN|PROPN)$/.test(t.upos) &&
    (t.deprel === 'obj' || (t.deprel === 'obl' && !tokens.some((c) => c.head === k && /^(case|mark)$/.test(c.deprel))));
  if (!asks && !tokens.some(isObject)) return undefined;
  const v = tokens[verb] as Token;
  if (NEVER_PAST.test(v.form) || isBy(tokens, verb) || (!asks && n.upos === 'NOUN' && words['passive-with-object'].has(v.lemma)))
    return undefined;
  const makesSentence = (t: Token, k: number): boolean =>
    (k === noun || t.head === noun || t.head === verb) &&
    (/^(VBD|VBZ|VBP|MD)$/.test(t.xpos) || /^(aux|cop|nsubj|parataxis)/.test(t.deprel));
  if (tokens.some((t, k) => k !== verb && makesSentence(t, k))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === noun && k !== verb && (k > verb || t.deprel === 'punct'))
      changes.set(k, { head: verb, ...(t.deprel === 'nmod' ? { deprel: 'obl' } : {}) });
  });
  changes.set(noun, { head: verb, deprel: 'nsubj' });
  changes.set(verb, { head: -1, deprel: 'root', xpos: 'VBD' });
  return withChanges(tokens, changes);
}

/** Clauses through which one climbs from a verb to the verb above it. */
const CLAUSES = /^(ccomp|xcomp|advcl|acl|conj)/;

/** "Novak said Norway would sell it and called on Sweden …": a past form cannot be joined to "would sell" or "to sell", only to a past form above. */
export function pastConjunct(tokens: readonly Token[], verb: number): Token[] | undefined {
  const t = tokens[verb];
  const first = tokens[t?.head ?? -1];
  if (!t || first?.xpos !== 'VB' || t.head > verb || t.form.toLowerCase() === t.lemma.toLowerCase()) return undefined;
  const own = (pattern: RegExp, of: number): Token[] => tokens.filter((x) => x.head === of && pattern.test(x.deprel));
  if (own(/^(aux|nsubj|cop|mark|expl)/, verb).length > 0) return undefined;
  // "people hurt in the war and driven out", "bridges damaged and abandoned by their owners".
  if (NEVER_PAST.test(t.form) || isBy(tokens, verb)) return undefined;
  // "to be advised or fined" may join participles.
  if (t.xpos === 'VBN' && !tokens.some((x, k) => k > verb && x.head === verb && /^(obj|obl|ccomp|xcomp|advcl)/.test(x.deprel)))
    return undefined;
  const before = own(/^(aux|mark)/, t.head);
  if (before.some((x) => x.lemma === 'do') || !before.some((x) => x.xpos === 'MD' || x.xpos === 'TO')) return undefined;
  for (let up = t.head, steps = 0; steps < 6 && CLAUSES.test(tokens[up]?.deprel ?? ''); steps++) {
    up = tokens[up]?.head ?? -1;
    if (tokens[up]?.xpos === 'VBD' && up < verb) return withChanges(tokens, new Map([[verb, { head: up, xpos: 'VBD' }]]));
  }
  return undefined;
}

/** "was pressing Chile to stop giving aid and was talking to it": a verb with a finite auxiliary is joined to a finite one, not to a gerund or an infinitive. */
export function finiteConjunct(tokens: readonly Token[], verb: number): Token[] | undefined {
  const first = tokens[verb]?.head ?? -1;
  const isTensed = (t: Token): boolean => /^(VBD|VBZ|VBP)$/.test(t.xpos);
  const helped = (of: number): boolean =>
    tokens.some((t) => t.head === of && /^(aux|cop)/.test(t.deprel) && (isTensed(t) || t.xpos === 'MD'));
  if (!/^(VBG|VB)$/.test(tokens[first]?.xpos ?? '') || first > verb || helped(first)) return undefined;
  if (!tokens.some((t) => t.head === verb && /^aux/.test(t.deprel) && isTensed(t))) return undefined;
  if (tokens.some((t) => t.head === verb && /^(nsubj|csubj|mark|expl)/.test(t.deprel))) return undefined;
  for (let up = first, steps = 0; steps < 6 && CLAUSES.test(tokens[up]?.deprel ?? ''); steps++) {
    up = tokens[up]?.head ?? -1;
    const t = tokens[up];
    if (t?.upos === 'VERB' && up < verb && (isTensed(t) || helped(up))) return withChanges(tokens, new Map([[verb, { head: up }]]));
  }
  return undefined;
}
