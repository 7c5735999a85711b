/**
 * Phrases and clauses that parsers hang on the wrong one of two nouns or verbs, where number or commas tell which is right:
 * relative clauses, what is joined to a description, what goes on behind a relative clause, offices with *as*.
 */
import type { Token } from '../../model/index.ts';
import type { WordSets } from '../word-sets.ts';
import { under, withChanges } from './tools.ts';

const has = (tokens: readonly Token[], head: number, relation: RegExp, form?: RegExp): boolean =>
  tokens.some((t) => t.head === head && relation.test(t.deprel) && (form === undefined || form.test(t.form)));

/** Whether a noun is several by its form, or by what is joined to it; a name in -s ("the United States") tells nothing. */
function numberOf(tokens: readonly Token[], noun: number): 'one' | 'many' | undefined {
  const t = tokens[noun];
  if (has(tokens, noun, /^conj/)) return 'many';
  return t?.xpos === 'NNS' ? 'many' : t?.xpos === 'NN' || (t?.xpos === 'NNP' && !t.form.endsWith('s')) ? 'one' : undefined;
}

/** The number that the finite verb of a clause has; none for a plain past. */
function numberOfVerb(tokens: readonly Token[], verb: number): 'one' | 'many' | undefined {
  const finite = tokens.find((t) => t.head === verb && /^(aux|cop)/.test(t.deprel)) ?? tokens[verb];
  if (/^(is|was|has|does)$/i.test(finite?.form ?? '') || finite?.xpos === 'VBZ') return 'one';
  return /^(are|were|have)$/i.test(finite?.form ?? '') || finite?.xpos === 'VBP' ? 'many' : undefined;
}

/** "A spokesman for the rebels, who are fighting": a relative clause hangs on the noun right before it that has the number of its verb. */
export function relativeByNumber(tokens: readonly Token[], verb: number): Token[] | undefined {
  const head = tokens[verb]?.head ?? -1;
  const pronoun = tokens.findIndex((t, k) => k > head && t.head === verb && t.deprel === 'nsubj' && /^(who|which|that)$/i.test(t.form));
  const [own, wanted] = [numberOf(tokens, head), numberOfVerb(tokens, verb)];
  if (pronoun < 0 || own === undefined || wanted === undefined || own === wanted) return undefined;
  let near = pronoun - 1;
  while (near > head && /^(punct|cc)$/.test(tokens[near]?.deprel ?? '')) near--;
  for (let k = near; k > head; k = tokens[k]?.head ?? -1) {
    if (!/^(NOUN|PROPN)$/.test(tokens[k]?.upos ?? '') || !under(tokens, k, head)) continue;
    // Of a coordination the first one has the clause.
    const first = tokens[k]?.deprel === 'conj' ? (tokens[k]?.head ?? k) : k;
    if (first > head && numberOf(tokens, first) === wanted && tokens[first]?.deprel === 'nmod')
      return withChanges(tokens, new Map([[verb, { head: first }]]));
  }
  return undefined;
}

/** "Jan Novak, the mayor of Sava and a former ally of Peru, spoke": what no comma cuts off from the description is a part of it. */
export function joinedDescription(tokens: readonly Token[], noun: number): Token[] | undefined {
  const name = tokens[noun]?.head ?? -1;
  if (tokens[noun]?.upos !== 'NOUN' || tokens[name]?.upos !== 'PROPN' || name > noun || !has(tokens, noun, /^det$/)) return undefined;
  const and = tokens.findIndex((t, k) => k > name && k < noun && t.head === noun && t.deprel === 'cc');
  if (and < 0 || tokens[and - 1]?.form === ',') return undefined;
  const described = tokens.findIndex((t, k) => k > name && k < and && t.head === name && t.deprel === 'appos' && t.upos === 'NOUN');
  return described < 0 ? undefined : withChanges(tokens, new Map([[noun, { head: described }]]));
}

/** "Reviewed the summit, which ended on Monday, and agreed": behind a relative clause between commas the sentence goes on. */
export function behindRelative(tokens: readonly Token[], verb: number): Token[] | undefined {
  const relative = tokens[verb]?.head ?? -1;
  const r = tokens[relative];
  if (r?.deprel !== 'acl:relcl' || relative > verb || has(tokens, verb, /^(nsubj|csubj)/)) return undefined;
  const and = tokens.findIndex((t, k) => k > relative && k < verb && t.head === verb && t.deprel === 'cc');
  const begin = tokens.findIndex(
    (t, k) => k > r.head && /^(who|which)$/i.test(t.form) && (t.head === relative || under(tokens, k, relative)),
  );
  if (and < 0 || begin < 0 || begin > relative || tokens[and - 1]?.form !== ',' || tokens[begin - 1]?.form !== ',') return undefined;
  // "which was built, burned down, and was sold": a list of what it did.
  if (tokens.some((t, k) => k < verb && t.head === relative && t.deprel === 'conj')) return undefined;
  let main = r.head;
  for (let step = 0; step < 6 && main >= 0 && tokens[main]?.upos !== 'VERB'; step++) main = tokens[main]?.head ?? -1;
  const isAlike = tokens[main]?.xpos === tokens[verb]?.xpos && !has(tokens, verb, /^aux/) && !has(tokens, main, /^aux/);
  if (main < 0 || main > relative || !isAlike || !has(tokens, main, /^nsubj$/)) return undefined;
  return withChanges(tokens, new Map([[verb, { head: main }]]));
}

/** "As defence minister, Jan Novak sent troops": a subject behind a preposition is none; the name that was taken for a description of it is. */
export function asSubject(tokens: readonly Token[], noun: number): Token[] | undefined {
  const verb = tokens[noun]?.head ?? -1;
  if (verb < noun || tokens[noun + 1]?.form !== ',' || !has(tokens, noun, /^case$/, /^(as|like|unlike|alongside|despite)$/i))
    return undefined;
  const name = tokens.findIndex((t, k) => k > noun && k < verb && t.head === noun && t.deprel === 'appos');
  if (name < 0 || tokens.some((t, k) => k !== noun && t.head === verb && t.deprel.startsWith('nsubj'))) return undefined;
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [name, { head: verb, deprel: tokens[noun]?.deprel ?? 'nsubj' }],
      [noun, { deprel: 'obl' }],
    ]),
  );
}

/** "Norway in no way threatened Chile, the ministry said": of two subjects before a verb the one in front of what is said is of that. */
export function subjectOfReported(tokens: readonly Token[], subject: number): Token[] | undefined {
  const verb = tokens[subject]?.head ?? -1;
  if (verb < subject) return undefined;
  // Most verbs have one subject.
  let second = subject + 1;
  while (second < verb && !(tokens[second]?.head === verb && tokens[second]?.deprel === 'nsubj')) second++;
  if (second === verb) return undefined;
  const said = tokens.findIndex((t, k) => k > subject && k < second && t.head === verb && t.deprel === 'ccomp' && t.upos === 'VERB');
  if (said < 0 || has(tokens, said, /^(nsubj|csubj|expl)/)) return undefined;
  const passive = has(tokens, said, /^aux:pass$/);
  const xpos = tokens[said]?.xpos === 'VBN' && !has(tokens, said, /^aux/) ? { xpos: 'VBD' } : {};
  return withChanges(
    tokens,
    new Map<number, Partial<Token>>([
      [subject, { head: said, deprel: passive ? 'nsubj:pass' : 'nsubj' }],
      [said, xpos],
    ]),
  );
}

/** "whom Peruvian prosecutors accuse": not whose prosecutors, but whom they accuse. */
export function whomObject(tokens: readonly Token[], whom: number): Token[] | undefined {
  const noun = tokens[whom]?.head ?? -1;
  const verb = tokens[noun]?.head ?? -1;
  if (tokens[whom]?.form !== 'whom' || tokens[verb]?.upos !== 'VERB' || has(tokens, verb, /^obj$/)) return undefined;
  return withChanges(tokens, new Map([[whom, { head: verb, deprel: 'obj' }]]));
}

/** "The minister said that troops had killed ten, and called on Peru": behind the comma the speaker goes on, not what is told. */
export function behindReported(tokens: readonly Token[], verb: number, words: WordSets): Token[] | undefined {
  const told = tokens[verb]?.head ?? -1;
  const main = tokens[told]?.head ?? -1;
  if (!words['goes-on-to-say'].has(tokens[verb]?.lemma ?? '') || tokens[told]?.deprel !== 'ccomp' || tokens[main]?.xpos !== 'VBD')
    return undefined;
  if (has(tokens, verb, /^(nsubj|csubj|aux|mark)/) || !has(tokens, told, /^nsubj/) || !has(tokens, told, /^aux$/, /^ha(d|s|ve)$/i))
    return undefined;
  const and = tokens.findIndex((t, k) => k > told && k < verb && t.head === verb && t.deprel === 'cc');
  if (and < 0 || tokens[and - 1]?.form !== ',' || !has(tokens, main, /^nsubj$/)) return undefined;
  return withChanges(tokens, new Map([[verb, { head: main, xpos: 'VBD' }]]));
}

/** "sought comment on a rule banning it", "spoke of a bill letting them in": a gerund right behind a law or another text tells what that provides for. */
export function gerundOfText(tokens: readonly Token[], verb: number, words: WordSets): Token[] | undefined {
  const t = tokens[verb];
  const above = t?.head ?? -1;
  if (t?.xpos !== 'VBG' || above > verb || tokens[above]?.upos !== 'VERB' || has(tokens, verb, /^(aux|cop|nsubj|csubj|expl|cc)/))
    return undefined;
  // "in any accord with Peru on lifting it": past whom it is with.
  const isMarked = has(tokens, verb, /^mark$/);
  if (isMarked && !has(tokens, verb, /^mark$/, /^(on|about)$/)) return undefined;
  let noun = verb - 1;
  while (noun > above && under(tokens, noun, verb)) noun--;
  if (isMarked) while (noun > above && tokens[noun]?.head !== above && under(tokens, noun, above)) noun = tokens[noun]?.head ?? -1;
  const n = tokens[noun];
  if (n?.head !== above || !/^(obj|obl)/.test(n.deprel)) return undefined;
  // "revised his plan, promising": behind a comma the subject goes on.
  if (tokens.slice(noun, verb).some((x) => x.form === ',')) return undefined;
  return words['texts-of-law'].has(n.lemma)
    ? withChanges(tokens, new Map<number, Partial<Token>>([[verb, { head: noun, deprel: 'acl' }]]))
    : undefined;
}

/**
 * "said the minister should resign, accusing her of lies": behind what somebody should do, or with an object that can only be whoever does what is told,
 * the participle of a verb of speech (word set `spoken-alongside`) is what the speaker does.
 */
export function speakersParticiple(tokens: readonly Token[], verb: number, words: WordSets): Token[] | undefined {
  const t = tokens[verb];
  const told = t?.head ?? -1;
  const said = tokens[told]?.head ?? -1;
  if (!t || told > verb || tokens[told]?.deprel !== 'ccomp' || !(said >= 0 && said < told)) return undefined;
  if (tokens[verb - 1]?.form !== ',' || !words['spoken-alongside'].has(t.lemma) || has(tokens, verb, /^(aux|nsubj|mark)/)) return undefined;
  const isDemanded = has(tokens, told, /^aux$/, /^(should|must|ought)$/i);
  const isUponSubject = has(tokens, verb, /^obj$/, /^(him|her|them|it)$/i) && has(tokens, told, /^nsubj$/);
  return isDemanded || isUponSubject ? withChanges(tokens, new Map([[verb, { head: said }]])) : undefined;
}

/** "was costly and opposed by Peru": what *by* right behind a participle names is its agent, not that of the adjective before it. */
export function agentRightBehind(tokens: readonly Token[], noun: number): Token[] | undefined {
  const above = tokens[noun]?.head ?? -1;
  const by = tokens.findIndex((t, k) => k < noun && t.head === noun && t.deprel === 'case');
  const verb = tokens[by - 1];
  if (tokens[by]?.form !== 'by' || tokens[above]?.upos !== 'ADJ' || verb?.xpos !== 'VBN' || verb.deprel !== 'conj' || verb.head !== above)
    return undefined;
  return withChanges(tokens, new Map<number, Partial<Token>>([[noun, { head: by - 1, deprel: 'obl:agent' }]]));
}

/** "despite mounting pressure from Peru", "amid growing fears of war": behind such a preposition a participle that has a bare noun right behind it describes it. */
export function growingNoun(tokens: readonly Token[], verb: number, words: WordSets): Token[] | undefined {
  const v = tokens[verb];
  const prep = tokens[verb - 1];
  if (!v || prep?.head !== verb || !/^(despite|amid|amidst|under)$/i.test(prep.form) || !words.grows.has(v.lemma)) return undefined;
  const noun = tokens.findIndex((t, k) => k > verb && t.head === verb && t.deprel === 'obj');
  if (noun < 0 || tokens.slice(verb + 1, noun).some((t) => t.head !== noun || !/^(amod|compound)$/.test(t.deprel))) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((t, k) => {
    if (t.head === verb && k > noun) changes.set(k, { head: noun, ...(t.deprel === 'obl' ? { deprel: 'nmod' } : {}) });
  });
  changes.set(noun, { head: v.head, deprel: 'obl' });
  changes.set(verb, { head: noun, deprel: 'amod' });
  changes.set(verb - 1, { head: noun, deprel: 'case', upos: 'ADP' });
  return withChanges(tokens, changes);
}
