/** Whether a relation holds, held, is denied or sought; and its degree words. */
import { moodOf } from '../2-sentences/mood.ts';
import { baseAt, baseRelation, caseOf, childrenBy, hasChild, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Relation } from '../model/index.ts';
import type { Line } from './line.ts';
import type { RelationRule } from './rules.ts';
import type { Sides } from './sides.ts';

/** `told`: inside somebody's reported words, where a past tense may only follow the verb of saying. */
export function statusOf(line: Line, trigger: number, rule: RelationRule, sides: Sides, told: boolean): Relation['status'] {
  if (rule.status) return sides.negated && rule.status === 'holds' ? 'denied' : rule.status;
  const { tree } = line;
  const start = sides.group?.start ?? trigger;
  for (let i = start; i < trigger; i++)
    if (
      tree.words.former.has(lemmaAt(tree, i).toLowerCase()) &&
      !(lemmaAt(tree, i).toLowerCase() === 'old' && tree.tokens[i - 1]?.upos === 'NUM')
    )
      return 'held';
  if (/^ex-/.test(tree.tokens[trigger]?.form.toLowerCase() ?? '')) return 'held';
  const effect = sides.effect ?? rule.effect;
  const given = sides.given || (effect === undefined && sides.group?.article === 'definite' && rule.form === 'bond');
  if (given && isOnlyThought(line, trigger, sides)) return 'sought';
  if (given) return sides.negated ? 'denied' : 'holds';
  if (isNoLonger(tree, sides.clause) || isNoLonger(tree, trigger)) return 'held';
  const mood = moodOf(tree, sides.clause);
  const sought = effect === 'seek' || mood.modality !== 'asserted' || isSought(tree, sides.clause);
  if (effect === 'presuppose') return 'holds';
  if (sides.negated || mood.polarity === 'negative') return effect === 'end' ? 'holds' : 'denied';
  if (sought) return effect === 'end' || (effect === 'seek' && sides.group?.article === 'definite') ? 'holds' : 'sought';
  if (effect === 'lack') return 'denied';
  if (effect === 'end') return 'held';
  if (effect === 'start') return 'holds';
  return !told && isPast(tree, sides.clause, mood.tense) ? 'held' : 'holds';
}

/** "wants to join", "hopes to become": an infinitive below a verb of wanting, or "was invited to". */
function isSought(tree: Tree, clause: number): boolean {
  let k = clause;
  for (let step = 0; step < 3; step++) {
    const r = relationAt(tree, k);
    const up = tree.tokens[k]?.head ?? -1;
    if (up < 0 || !['xcomp', 'ccomp', 'acl', 'advcl'].includes(baseRelation(r))) return false;
    if (childrenBy(tree, k, 'mark').some((m) => lemmaAt(tree, m) === 'to')) {
      if (tree.tokens[up]?.upos !== 'VERB' || !tree.words.implicative.has(lemmaAt(tree, up)) || moodOf(tree, up).modality !== 'asserted')
        return true;
    }
    k = up;
  }
  return false;
}

/** "the drafting of a new treaty", "developing into a conflict": not there yet, unless an article says that it is known. */
function isOnlyThought(line: Line, trigger: number, sides: Sides): boolean {
  const { tree } = line;
  const up = tree.tokens[trigger]?.head ?? -1;
  const coming = baseAt(tree, trigger) === 'nmod' && tree.words['before-force'].has(lemmaAt(tree, up).toLowerCase());
  if (coming && childrenBy(tree, up, 'amod').some((m) => tree.words['not-yet'].has(lemmaAt(tree, m).toLowerCase()))) return true;
  if (sides.group?.article === 'definite') return false;
  if (caseOf(tree, trigger) === 'into') return true;
  return baseAt(tree, trigger) === 'nmod' && tree.words.thought.has(lemmaAt(tree, up).toLowerCase()) && sides.group?.article !== undefined;
}

/** "is no longer", "no longer relies". */
const isNoLonger = (tree: Tree, i: number): boolean =>
  [i - 1, i + 1, i + 2].some((k) => tree.tokens[k]?.form.toLowerCase() === 'longer' && tree.tokens[k - 1]?.form.toLowerCase() === 'no') ||
  (tree.children[i] ?? []).some((c) => tree.tokens[c]?.form.toLowerCase() === 'longer' && tree.tokens[c - 1]?.form.toLowerCase() === 'no');

/** A plain past copula or stative verb: "was a member", "depended on". */
function isPast(tree: Tree, clause: number, tense: string): boolean {
  if (tense !== 'past' && tense !== 'pluperfect') return false;
  const token = tree.tokens[clause];
  if (token?.xpos === 'VBN' && !hasChild(tree, clause, 'aux', 'aux:pass')) return false;
  return !tree.words.lasts.has(token?.lemma ?? '');
}

const ADVERB_REACH = 3;

/** Degree words of a relation, as they stand: "main", "second-largest", "most important", "technically". */
export function degreeOf(line: Line, trigger: number, sides: Sides, degrees: ReadonlySet<string>): string | undefined {
  const { tree } = line;
  const words: string[] = [];
  const form = (i: number): string => tree.tokens[i]?.form.toLowerCase() ?? '';
  const from = sides.group?.start ?? trigger;
  for (let i = from; i < trigger; i++) {
    const hyphenated = form(i - 1) === '-' && tree.tokens[i - 1]?.spaceAfter === false ? `${form(i - 2)}-${form(i)}` : '';
    if (hyphenated && degrees.has(hyphenated)) words.push(hyphenated);
    else if (degrees.has(form(i)) && !hyphenated) words.push(/^(most|least)$/.test(form(i - 1)) ? `${form(i - 1)} ${form(i)}` : form(i));
  }
  if (words.length === 0) {
    const near = [sides.clause, trigger, sides.carrier ?? -1].flatMap((k) =>
      [...(tree.children[k] ?? [])].filter((c) => tree.tokens[c]?.upos === 'ADV'),
    );
    for (let i = Math.max(0, from - ADVERB_REACH); i < from; i++) if (tree.tokens[i]?.upos === 'ADV') near.push(i);
    const adverb = near.find((c) => degrees.has(form(c)) && form(c).endsWith('ly') && form(c) !== 'only');
    if (adverb !== undefined) words.push(form(adverb));
  }
  return words.length > 0 ? words.join(' ') : undefined;
}
