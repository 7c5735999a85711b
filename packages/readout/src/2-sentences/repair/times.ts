/** Clauses of time that the parser took for phrases: "fled after militants attacked a village". */
import type { Token } from '../../model/index.ts';
import { under, withChanges } from './tools.ts';

const CONJUNCTIONS = /^(after|before|since|until|till)$/i;

/**
 * "fled after militants attacked a village" read as what was attacked after militants: a finite verb without subject right behind such a phrase has its noun for one.
 * Where the parser made the verb before it an adverbial of this one, the verb before it is the main verb again.
 */
export function subjectOfTimeClause(tokens: readonly Token[], noun: number): Token[] | undefined {
  const verb = tokens[noun]?.head ?? -1;
  const v = tokens[verb];
  if (!v || verb < noun || !/^VB[DZP]$/.test(v.xpos)) return undefined;
  const mark = tokens.findIndex((t, k) => k < noun && t.head === noun && t.deprel === 'case');
  if (mark < 1 || !CONJUNCTIONS.test(tokens[mark]?.form ?? '') || !isOnePhrase(tokens, mark, noun, verb)) return undefined;
  if (tokens.some((t) => t.head === verb && /^(nsubj|expl|cop|aux)/.test(t.deprel))) return undefined;
  const changes = new Map<number, Partial<Token>>([
    [mark, { head: verb, deprel: 'mark', upos: 'SCONJ' }],
    [noun, { head: verb, deprel: 'nsubj' }],
  ]);
  if (/^(advcl|ccomp|acl)$/.test(v.deprel) && v.head < mark) return withChanges(tokens, changes.set(verb, { deprel: 'advcl' }));
  const main = mainBefore(tokens, mark, verb);
  if (main === undefined) return undefined;
  changes.set(main, { head: v.head, deprel: v.deprel });
  changes.set(verb, { head: main, deprel: 'advcl' });
  for (let k = 0; k < tokens.length; k++) {
    const t = tokens[k];
    if (t?.head === verb && k !== main && (k < mark || t.deprel === 'punct')) changes.set(k, { head: main });
  }
  return withChanges(tokens, changes);
}

/** Whether the words from a preposition to a verb are the noun's phrase and adverbs of the verb. */
function isOnePhrase(tokens: readonly Token[], mark: number, noun: number, verb: number): boolean {
  for (let k = mark; k < verb; k++) {
    if (tokens[k]?.form === ',') return false;
    if (k !== noun && !under(tokens, k, noun) && !(tokens[k]?.head === verb && tokens[k]?.deprel === 'advmod')) return false;
  }
  return true;
}

/** The finite verb with a subject that stands before such a clause and was hung on its verb. */
function mainBefore(tokens: readonly Token[], mark: number, verb: number): number | undefined {
  const found = tokens.findIndex((t, k) => k < mark && t.head === verb && /^(advcl|csubj|ccomp|parataxis)$/.test(t.deprel));
  const hasSubject = tokens.some((t) => t.head === found && t.deprel.startsWith('nsubj'));
  return found >= 0 && hasSubject && /^VB[DZP]$/.test(tokens[found]?.xpos ?? '') ? found : undefined;
}
