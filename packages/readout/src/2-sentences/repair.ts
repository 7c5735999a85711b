/**
 * Readings that no English sentence has, put right before the rules see them: an auxiliary cut off from its participle ("has in the past
 * called for"), a finite verb after an opening quote taken for a participle (Xi “called on …,” Xinhua reported), an object that stands
 * before its verb's own conjunction. Each is plain from the order of words; all other trees stay as they are.
 */
import type { Token } from '../model/index.ts';

/** The same tokens where nothing is wrong. */
export function repairTokens(tokens: readonly Token[]): readonly Token[] {
  let result: readonly Token[] = tokens;
  for (let i = 0; i < tokens.length; i++) {
    const t = result[i];
    if (!t) continue;
    if (t.deprel === 'acl' && (t.xpos === 'VBN' || t.xpos === 'VBD')) result = splitPerfect(result, i) ?? quotedVerb(result, i) ?? result;
    else if (t.deprel === 'nsubj:pass' && t.head === i + 2) result = quotedPassive(result, i) ?? result;
    else if (t.deprel === 'obj' && t.head > i) result = strayObject(result, i) ?? result;
    else if (i < 3 && t.deprel.startsWith('nsubj')) result = datelineSubject(result, i) ?? result;
  }
  return result;
}

/** `tokens` with some fields of some tokens changed. */
const withChanges = (tokens: readonly Token[], changes: ReadonlyMap<number, Partial<Token>>): Token[] =>
  tokens.map((t, k) => ({ ...t, ...changes.get(k) }));

/** "China has in the past called for": `have` without object, a phrase, and a participle on the phrase. */
function splitPerfect(tokens: readonly Token[], verb: number): Token[] | undefined {
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

/** "BRUSSELS -- The Union is …": the place before the dash is no subject; what the parser put beside it is. */
function datelineSubject(tokens: readonly Token[], place: number): Token[] | undefined {
  const t = tokens[place];
  if (!t || !/^\p{Lu}{3,}$/u.test(t.form)) return undefined;
  const dash = tokens.findIndex(
    (x, k) => k > place && k < place + 10 && /^(-|--|–|—|:)$/.test(x.form) && tokens[k - 1]?.spaceAfter !== false,
  );
  const subject = tokens.findIndex((x, k) => k > dash && x.head === place && /^(appos|parataxis|list|flat|dep)/.test(x.deprel));
  if (dash < 0 || subject < 0 || subject > t.head) return undefined;
  const changes = new Map<number, Partial<Token>>();
  tokens.forEach((x, k) => {
    if (x.head === place && k > subject) changes.set(k, { head: subject });
  });
  changes.set(subject, { head: t.head, deprel: t.deprel });
  changes.set(place, { deprel: 'dep' });
  return withChanges(tokens, changes);
}

/** Xi “called on …: the noun before the mark is the subject of what stands after it. */
function quotedVerb(tokens: readonly Token[], verb: number): Token[] | undefined {
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
function quotedPassive(tokens: readonly Token[], noun: number): Token[] | undefined {
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

/** "reiterating that stance after the North declared": an object cannot stand before the conjunction of its verb. */
function strayObject(tokens: readonly Token[], object: number): Token[] | undefined {
  const verb = tokens[object]?.head ?? -1;
  const cut = tokens.some((t, k) => t.head === verb && t.deprel === 'mark' && k > object && k < verb);
  if (!cut) return undefined;
  let before = object - 1;
  while (before >= 0 && tokens[before]?.head === object) before--;
  if (tokens[before]?.upos !== 'VERB' || tokens.some((t) => t.head === before && t.deprel === 'obj')) return undefined;
  return withChanges(tokens, new Map([[object, { head: before }]]));
}
