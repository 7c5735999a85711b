/** Trigger words of a sentence with the rules that may hold there, the most exact first. */
import { childrenBy, formsOf, lemmasOf, type Tree } from '../2-sentences/syntax.ts';
import type { RelationRule, RelationRules, TriggerForm } from './rules.ts';

/** A trigger word and its rules. */
export interface Trigger {
  readonly token: number;
  readonly rules: readonly RelationRule[];
}

const FORMS_OF: Readonly<{ [upos: string]: readonly TriggerForm[] }> = {
  NOUN: ['noun', 'bond'],
  PROPN: ['noun', 'bond'],
  VERB: ['verb', 'adj'],
  ADJ: ['adj', 'noun'],
};

/** The trigger words of a sentence, in its order. */
export function findTriggers(tree: Tree, rules: RelationRules): Trigger[] {
  const found: Trigger[] = [];
  const words = formsOf(tree);
  const lemmas = lemmasOf(tree);
  tree.tokens.forEach((token, i) => {
    // "Russian ally Belarus": an adverb to the tagger, a modifier in the tree.
    const forms = FORMS_OF[token.upos] ?? (token.deprel === 'amod' ? FORMS_OF.ADJ : undefined);
    if (!forms) return;
    const lower = lemmas[i] ?? '';
    const lemma = lower.startsWith('ex-') ? lower.slice(3) : lower;
    const here: RelationRule[] = [];
    for (let n = 0; n < forms.length; n++) {
      const form = forms[n] as TriggerForm;
      const called = rules.at(form, form === 'adj' ? (words[i] ?? '') : lemma);
      for (let k = 0; k < called.length; k++) {
        const rule = called[k] as RelationRule;
        if (fits(tree, i, rule)) here.push(rule);
      }
    }
    // "Oman mediates between …", "Poland borders Ukraine": a third person that was taken for a plural.
    if (here.length === 0 && token.xpos === 'NNS' && tree.tokens[i - 1]?.upos === 'PROPN' && tree.tokens[i + 1]?.upos !== 'PUNCT') {
      for (const rule of rules.at('verb', token.form.toLowerCase().replace(/s$/, '')))
        if (isFollowed(tree, i, rule) && fits(tree, i, rule)) here.push(rule);
    }
    if (here.length > 0) found.push({ token: i, rules: here });
  });
  return found;
}

const isFollowed = (tree: Tree, i: number, rule: RelationRule): boolean => {
  const next = tree.tokens[i + 1];
  return next !== undefined && (rule.other.includes(next.form.toLowerCase()) || (rule.other.includes('object') && next.upos === 'PROPN'));
};

function fits(tree: Tree, i: number, rule: RelationRule): boolean {
  const forms = formsOf(tree);
  const lemmas = lemmasOf(tree);
  if (rule.rest.length > 0 && !hasRest(tree, i, rule)) return false;
  if (rule.case.length > 0) {
    const before = childrenBy(tree, i, 'case').map((c) => tree.tokens[c]?.form.toLowerCase() ?? '');
    if (!rule.case.some((c) => before.includes(c) || forms[i - 1] === c || lemmas[i - 1] === c)) return false;
  }
  const around =
    rule.with || rule.without
      ? [...below(tree, i, 3), ...modifiersBefore(tree, i), ...(rule.form === 'verb' ? wordsAfter(tree, i) : [])]
      : [];
  if (rule.with && !around.some((c) => rule.with?.has(lemmas[c] ?? '') || rule.with?.has(forms[c] ?? ''))) return false;
  if (rule.without && around.some((c) => rule.without?.has(lemmas[c] ?? ''))) return false;
  if (rule.unless && lemmas.some((l) => rule.unless?.has(l))) return false;
  return true;
}

/** Whether the other words of a trigger stand with it. */
function hasRest(tree: Tree, i: number, { form, rest }: RelationRule): boolean {
  const forms = formsOf(tree);
  const lemmas = lemmasOf(tree);
  const is = (k: number, w: string): boolean => forms[k] === w || lemmas[k] === w;
  if (form === 'noun' || form === 'bond')
    // "diplomatic and economic backer": the word may also stand among the modifiers before.
    return rest.every((w, k) => is(i - rest.length + k, w)) || rest.every((w) => amongModifiers(tree, i, (k) => is(k, w)));
  return rest.every((w, k) => is(i + 1 + k, w)) || rest.every((w) => (tree.children[i] ?? []).some((c) => is(c, w) && c > i));
}

const AFTER = 8;

/** The words behind a verb up to the next stop, comma or finite verb: where the tree of its complement is odd, they still say it. */
function wordsAfter(tree: Tree, i: number): number[] {
  const found: number[] = [];
  for (let k = i + 1; k < tree.tokens.length && k <= i + AFTER; k++) {
    const t = tree.tokens[k];
    if (!t || /^[.,;:!?]$/.test(t.form) || t.upos === 'AUX' || /^VB[DPZ]$/.test(t.xpos)) break;
    found.push(k);
  }
  return found;
}

const MODIFIER = /^(ADJ|NOUN|PROPN|NUM|ADV|VERB|CCONJ|PUNCT)$/;

function modifiersBefore(tree: Tree, i: number): number[] {
  const found: number[] = [];
  for (let k = i - 1; k >= 0 && k > i - 7 && MODIFIER.test(tree.tokens[k]?.upos ?? ''); k--) {
    if (/^[,.;:()]$/.test(tree.tokens[k]?.form ?? '')) break;
    found.push(k);
  }
  return found;
}

const amongModifiers = (tree: Tree, i: number, is: (k: number) => boolean): boolean =>
  modifiersBefore(tree, i).some(
    (k) =>
      is(k) &&
      (tree.tokens[k]?.upos === 'ADJ' || (tree.tokens[k]?.upos !== 'VERB' && !/^(and|or|,)$/.test(tree.tokens[k + 1]?.form ?? ''))),
  );

function below(tree: Tree, i: number, depth: number): number[] {
  if (depth === 0) return [];
  return (tree.children[i] ?? []).flatMap((c) => [c, ...below(tree, c, depth - 1)]);
}
