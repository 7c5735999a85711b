/** "Is warning voters that …": a form of *be*, a verb in -ing and a bare noun, read as "is voters" with a participle before the noun. */
import type { Token } from '../model/index.ts';
import { withChanges } from './repair-tools.ts';

/** Relations of a predicate noun's children that are its verb's. */
const OF_VERB = /^(nsubj|aux|cop|punct|advmod|advcl|obl|mark|cc|conj|parataxis|ccomp|xcomp)/;

/** The verb is the predicate and the noun its object; undefined where the noun has a determiner, or nobody is the subject ("there is growing anger"). */
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
