/** Mistakes that the parser makes in kind, mended on its tree by rule. */
import type { Token } from '../model/index.ts';

/**
 * "has in the past called", "have in recent years expanded": words between auxiliary and participle make the parser take *have* for the verb. The
 * participle becomes the head, *have* its auxiliary. Nothing else is touched.
 */
export function repairSplitPerfect(tokens: readonly Token[]): readonly Token[] {
  const h = tokens.findIndex((t, i) => t.lemma === 'have' && t.upos === 'VERB' && /^VB[ZPD]$/.test(t.xpos) && !tokens.some((c) => c.head === i && c.deprel === 'obj'));
  if (h < 0) return tokens;
  const v = tokens.findIndex((t, i) => i > h + 1 && t.xpos === 'VBN' && isBelow(tokens, i, h) && /^(acl|xcomp|ccomp|advcl)$/.test(t.deprel));
  if (v < 0 || v - h > 8) return tokens;
  // Only adverbials may stand between: a prepositional phrase or adverbs.
  if (!tokens.slice(h + 1, v).every((t) => ['ADP', 'DET', 'ADJ', 'NOUN', 'ADV', 'NUM', 'PUNCT', 'PRON'].includes(t.upos)) || !['ADP', 'ADV', 'PUNCT'].includes(tokens[h + 1]?.upos ?? '')) return tokens;
  const old = tokens[h];
  if (!old) return tokens;
  return tokens.map((t, i) => {
    if (i === v) return { ...t, head: old.head, deprel: old.deprel };
    if (i === h) return { ...t, upos: 'AUX', head: v, deprel: 'aux' };
    return t.head === h ? { ...t, head: v } : t;
  });
}

function isBelow(tokens: readonly Token[], i: number, top: number): boolean {
  let k = i;
  for (let step = 0; step < 5; step++) {
    k = tokens[k]?.head ?? -1;
    if (k === top) return true;
    if (k < 0) return false;
  }
  return false;
}
