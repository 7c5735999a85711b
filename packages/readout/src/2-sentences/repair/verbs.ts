/** Verbs of a sentence that the parser took for participles or parts of a phrase. */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import { withChanges } from './tools.ts';

/** "China has in the past called for": `have` without object, a phrase, and a participle on the phrase. */
export function splitPerfect(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const have = tokens[noun]?.head ?? -1;
  const h = tokens[have];
  if (h?.lemma !== 'have' || !(have < noun && noun < verb) || !(tokens[noun]?.deprel ?? '').startsWith('obl')) return undefined;
  if (tokens.some((t) => t.head === have && (t.deprel === 'obj' || t.deprel === 'xcomp' || t.deprel === 'ccomp'))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === have && k !== have) changes.set(k, { head: verb });
  });
  changes.set(have, { head: verb, deprel: 'aux', upos: 'AUX' });
  changes.set(verb, { head: h.head, deprel: h.deprel, xpos: 'VBN' });
  return withChanges(tokens, changes);
}

/** Novak “called on …: the noun before the mark is the subject of what stands after it. */
export function quotedVerb(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const s = tokens[noun];
  if (!s || !/^[“"«„]$/.test(tokens[verb - 1]?.form ?? '') || noun !== verb - 2 || !tokens[verb]?.form.endsWith('ed')) return undefined;
  const governor = s.head;
  const doubled =
    governor >= 0 &&
    s.deprel.startsWith('nsubj') &&
    tokens.some((t, k) => k !== noun && t.head === governor && t.deprel.startsWith('nsubj'));
  if (!doubled && s.deprel !== 'root') return undefined;
  const changes = new Map<number, Partial<Token>>([
    [verb, { head: governor, deprel: doubled ? 'ccomp' : 'root', xpos: 'VBD' }],
    [noun, { head: verb, deprel: 'nsubj' }],
  ]);
  return withChanges(tokens, changes);
}

/** The same, where the parser made the noun the subject of a passive without auxiliary. */
export function quotedPassive(tokens: readonly Token[], noun: number): Token[] | undefined {
  const verb = noun + 2;
  const v = tokens[verb];
  if (
    !v ||
    !/^[“"«„]$/.test(tokens[verb - 1]?.form ?? '') ||
    !v.form.endsWith('ed') ||
    tokens.some((t) => t.head === verb && t.deprel.startsWith('aux'))
  )
    return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [verb, { xpos: 'VBD' }],
      [noun, { deprel: 'nsubj' }],
    ]),
  );
}

/** "Oman mediated between the two." in a full sentence: a passive has an auxiliary, so that the noun before the verb is its subject. */
export function barePassive(tokens: readonly Token[], noun: number): Token[] | undefined {
  const n = tokens[noun];
  const verb = n?.head ?? -1;
  const v = tokens[verb];
  const finite = v?.form.endsWith('ed') || (n?.deprel === 'obl:unmarked' && /^VB[DN]$/.test(v?.xpos ?? ''));
  if (!n || !v || v.head !== -1 || verb < noun || !finite || !/^[.”"]$/.test(tokens[tokens.length - 1]?.form ?? '')) return undefined;
  if (n.deprel === 'obl:unmarked' && n.upos !== 'PROPN') return undefined;
  if (tokens.some((t, k) => t.head === verb && k !== noun && /^(aux|cop|nsubj|obl:agent)/.test(t.deprel))) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [verb, { xpos: 'VBD' }],
      [noun, { deprel: 'nsubj' }],
    ]),
  );
}

/**
 * "spoke by phone with Novak" read as what the phone spoke: a past that is no participle (word set `pasts-alone`) has no passive. Its passive subject is
 * its subject, and what stood as the agent is a means.
 */
export function noPassive(tokens: readonly Token[], noun: number, words: WordSets): Token[] | undefined {
  const verb = tokens[noun]?.head ?? -1;
  if (verb < noun || !words['pasts-alone'].has(tokens[verb]?.form.toLowerCase() ?? '')) return undefined;
  const changes = new Map<number, Partial<Token>>([
    [verb, { xpos: 'VBD' }],
    [noun, { deprel: 'nsubj' }],
  ]);
  for (let k = 0; k < tokens.length; k++) {
    if (tokens[k]?.head !== verb) continue;
    if (tokens[k]?.deprel === 'aux:pass' || (k !== noun && tokens[k]?.deprel.startsWith('nsubj'))) return undefined;
    if (tokens[k]?.deprel === 'obl:agent') changes.set(k, { deprel: 'obl' });
  }
  return withChanges(tokens, changes);
}

/** "Norway suspended aid." read as "aid that Norway suspended": a word before a noun that has a subject of its own is the verb, the noun its object. */
export function verbBeforeObject(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  if (!n || noun < verb || n.head !== -1) return undefined;
  const subject = tokens.findIndex((t, k) => k < verb && t.head === verb && /^(nsubj|nsubj:pass|obl:unmarked)$/.test(t.deprel));
  if (subject < 0 || tokens[subject]?.upos === 'NUM' || tokens.some((t) => t.head === verb && t.deprel.startsWith('aux'))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === noun && k !== verb && (k < verb || t.deprel === 'punct')) changes.set(k, { head: verb });
  });
  changes.set(subject, { deprel: 'nsubj' });
  changes.set(verb, { head: -1, deprel: 'root', xpos: 'VBD' });
  changes.set(noun, { head: verb, deprel: 'obj' });
  return withChanges(tokens, changes);
}

/**
 * "Norway supplied tanks to Ghana." read as the tanks that Norway supplied: where no other verb makes the sentence, the word before the noun is
 * its verb, the noun before that its subject.
 */
export function verbInsidePhrase(tokens: readonly Token[], verb: number): Token[] | undefined {
  const noun = tokens[verb]?.head ?? -1;
  const n = tokens[noun];
  // "Norway and Peru supplied": the first of them.
  const before = tokens[verb - 1];
  const subject = before?.deprel === 'conj' ? before.head : verb - 1;
  const s = tokens[subject];
  if (!n || !s || noun < verb || n.head !== -1 || !/^(NOUN|PROPN)$/.test(n.upos) || tokens[tokens.length - 1]?.form !== '.')
    return undefined;
  if (
    (s.head !== noun && s.head !== verb) ||
    !/^(NOUN|PROPN)$/.test(s.upos) ||
    !/^(compound|nmod:desc|nmod:unmarked)$/.test(s.deprel === 'amod' && s.upos === 'PROPN' ? 'compound' : s.deprel)
  )
    return undefined;
  // A verb that is none elsewhere: "Norway supplied tanks were seen."
  if (tokens.some((t, k) => k !== verb && (/^(VBD|VBZ|VBP|MD)$/.test(t.xpos) || /^(aux|cop|nsubj)/.test(t.deprel)))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === noun && k < subject) changes.set(k, { head: subject });
    else if (t.head === noun && t.deprel === 'punct') changes.set(k, { head: verb });
  });
  changes.set(subject, { head: verb, deprel: 'nsubj' });
  changes.set(verb, { head: -1, deprel: 'root', xpos: 'VBD' });
  changes.set(noun, { head: verb, deprel: 'obj' });
  return withChanges(tokens, changes);
}

/** "agreed to free prisoners", "asked Peru to lower tariffs": behind *to* and a verb of asking or promising a word that may be a verb is one, the noun its object. */
export function infinitiveLikeAdjective(tokens: readonly Token[], adjective: number, words: WordSets): Token[] | undefined {
  const form = tokens[adjective]?.form.toLowerCase() ?? '';
  if (!words['verbs-like-adjectives'].has(form)) return undefined;
  const noun = tokens[adjective]?.head ?? -1;
  const n = tokens[noun];
  const to = tokens[adjective - 1];
  const verb = n?.head ?? -1;
  if (!n || noun < adjective || to?.form.toLowerCase() !== 'to' || to.head !== noun || verb >= adjective) return undefined;
  if (tokens[verb]?.upos !== 'VERB' || !words['asks-to'].has(tokens[verb]?.lemma ?? '')) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [adjective, { head: verb, deprel: 'xcomp', upos: 'VERB', xpos: 'VB', lemma: form }],
      [adjective - 1, { head: adjective, deprel: 'mark', upos: 'PART', xpos: 'TO' }],
      [noun, { head: adjective, deprel: 'obj' }],
    ]),
  );
}
