/** Objects that the parser hung on the wrong word or took for something else. */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import { under, withChanges } from './tools.ts';

/** "telephoned the president": an indirect object that nothing else is given to is the object. */
export function loneObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  if (tokens.some((t) => t.head === verb && /^(obj|ccomp|xcomp|advcl|parataxis)/.test(t.deprel))) return undefined;
  return withChanges(tokens, new Map([[object, { deprel: 'obj' }]]));
}

/** Words between a noun and the word that its phrase follows, a particle of its verb among them ("shut down the port"). */
export function determiners(tokens: readonly Token[], noun: number): number {
  let k = noun - 1;
  while (k >= 0 && tokens[k]?.head === noun && /^(det|amod|compound|nummod|nmod:poss)$/.test(tokens[k]?.deprel ?? '')) k--;
  if (tokens[k]?.deprel === 'compound:prt' && tokens[k]?.head === tokens[noun]?.head) k--;
  return noun - 1 - k;
}

/** "Cyprus compared notes": an object that hangs on the subject of the verb before it is the verb's. */
export function subjectsObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const subject = tokens[object]?.head ?? -1;
  const s = tokens[subject];
  const verb = s?.head ?? -1;
  if (!s?.deprel.startsWith('nsubj') || !/^(NOUN|PROPN|PRON)$/.test(s.upos) || !(subject < verb && verb < object)) return undefined;
  if (tokens[verb]?.upos !== 'VERB' || tokens.some((t) => t.head === verb && t.deprel === 'obj')) return undefined;
  return withChanges(tokens, new Map([[object, { head: verb }]]));
}

/** "overran a garrison": what follows a verb without a preposition is its object. */
export function bareOblique(tokens: readonly Token[], noun: number): Token[] | undefined {
  const t = tokens[noun];
  const verb = t?.head ?? -1;
  if (!t || tokens[verb]?.upos !== 'VERB' || !/^(NOUN|PROPN)$/.test(t.upos)) return undefined;
  if (tokens.some((x) => x.head === noun && (x.deprel === 'case' || x.deprel === 'mark'))) return undefined;
  if (tokens.some((x) => x.head === verb && /^(obj|ccomp|aux:pass)/.test(x.deprel))) return undefined;
  return withChanges(tokens, new Map([[noun, { deprel: 'obj' }]]));
}

/**
 * "freed on bail two ministers", "expelled on Monday two diplomats": a counted noun behind a complement that has no article is the verb's object, whatever
 * the parser makes of the words between; not "met in May 20 ministers", nor times and sums of money.
 */
export function countedObject(tokens: readonly Token[], noun: number, words: WordSets): Token[] | undefined {
  const t = tokens[noun];
  if (t?.xpos !== 'NNS' || words.times.has(t.lemma) || words['money-nouns'].has(t.lemma)) return undefined;
  let number = noun - 1;
  while (number > 0 && /^(JJ|NN|NNP|VBN)$/.test(tokens[number]?.xpos ?? '')) number--;
  const place = number - 1;
  const prep = place - 1;
  let verb = prep - 1;
  if (tokens[verb]?.deprel === 'compound:prt') verb--;
  const p = tokens[place];
  if (tokens[number]?.xpos !== 'CD' || !/^(NN|NNP|VBP?)$/.test(p?.xpos ?? '') || tokens[prep]?.xpos !== 'IN') return undefined;
  // A weekday may stand there, a month has a number of its own.
  if (!p || (words.times.has(p.form.toLowerCase()) && !p.form.endsWith('day')) || tokens[verb]?.upos !== 'VERB') return undefined;
  if (![verb, place, number, noun].includes(t.head) || ![verb, noun].includes(p.head)) return undefined;
  if (tokens.some((x, k) => k !== noun && x.head === verb && /^(obj|ccomp|xcomp|aux:pass|nsubj:pass)$/.test(x.deprel))) return undefined;
  const changes = new Map<number, Partial<Token>>([
    [prep, { head: place, deprel: 'case' }],
    [place, { head: verb, deprel: 'obl', ...(p.upos === 'VERB' ? { upos: 'NOUN', xpos: 'NN' } : {}) }],
    [number, { head: noun, deprel: 'nummod' }],
    [noun, { head: verb, deprel: 'obj' }],
  ]);
  for (let k = number + 1; k < noun; k++) if (tokens[k]?.head === place) changes.set(k, { head: noun });
  return withChanges(tokens, changes);
}

/** "reiterating that stance after the North declared": an object cannot stand before the conjunction of its verb. */
export function strayObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  const told = toldObject(tokens, object);
  if (told) return told;
  const cut = tokens.some((t, k) => t.head === verb && t.deprel === 'mark' && k > object && k < verb);
  if (!cut) return undefined;
  let before = object - 1;
  while (before >= 0 && tokens[before]?.head === object) before--;
  if (tokens[before]?.upos !== 'VERB' || tokens.some((t) => t.head === before && t.deprel === 'obj')) return undefined;
  return withChanges(tokens, new Map([[object, { head: before }]]));
}

/** "told reporters Norway had paid": an object before the subject of its verb, right behind the verb that tells of it, is whom that one tells. */
function toldObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  const above = tokens[verb]?.head ?? -1;
  if (tokens[verb]?.deprel !== 'ccomp' || above > object || tokens[above]?.upos !== 'VERB') return undefined;
  // "said what Norway had paid".
  if (tokens.some((t, k) => k > above && k <= object && (!(k === object || under(tokens, k, object)) || /^W/.test(t.xpos))))
    return undefined;
  const subject = tokens.findIndex((t, k) => k > object && k < verb && t.head === verb && t.deprel.startsWith('nsubj'));
  if (subject < 0 || tokens.some((t) => t.head === above && /^i?obj$/.test(t.deprel))) return undefined;
  return withChanges(tokens, new Map<number, Partial<Token>>([[object, { head: above, deprel: 'iobj' }]]));
}

/** "told ministers meeting there that …", "told the visiting minister that …": nobody is told to do what a gerund beside who is told says of him. */
export function gerundBesideTold(tokens: readonly Token[], gerund: number, words: WordSets): Token[] | undefined {
  const told = tokens[gerund]?.head ?? -1;
  if (tokens[gerund]?.xpos !== 'VBG' || told > gerund || !words['tells-somebody'].has(tokens[told]?.lemma ?? '')) return undefined;
  if (tokens.some((t) => t.head === gerund && /^(mark|aux|nsubj)/.test(t.deprel))) return undefined;
  const before = tokens.findIndex((t, k) => told < k && k < gerund && t.head === told && /^i?obj$/.test(t.deprel));
  if (before >= 0) return withChanges(tokens, new Map<number, Partial<Token>>([[gerund, { head: before, deprel: 'acl' }]]));
  const behind = gerund === told + 1 ? tokens.findIndex((t, k) => k > gerund && t.head === gerund && t.deprel === 'obj') : -1;
  if (behind < 0) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [behind, { head: told, deprel: 'iobj' }],
      [gerund, { head: behind, deprel: 'amod', upos: 'ADJ' }],
    ]),
  );
}
