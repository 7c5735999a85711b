/**
 * Who does what a word tells, by what stands around it: the subjects that hang on a verb itself, of which parsers find too many at times, the word before a
 * hyphen, the clause told around a *said*, and who has a noun; and the imperative, which has no subject.
 */
import { yieldOf } from './phrase.ts';
import { baseAt, caseOf, childrenBy, hasChild, lemmaAt, type Tree } from './syntax.ts';

/**
 * Of several subjects before a verb the nearest: "A friend of Peru, he has called", "Kowal's decision … the court has begun". Behind a comma
 * after the verb stands who says so: "were killed and 12 wounded there, officials said".
 */
export function ownSubjects(tree: Tree, verb: number): readonly number[] {
  // "to cancel his meeting with Kowal": behind a preposition stands no subject.
  const all = childrenBy(tree, verb, 'nsubj', 'nsubj:pass', 'nsubj:outer').filter((c) => c < verb || caseOf(tree, c) === '');
  if (all.length === 0) return meetersOf(tree, verb) ?? hungAbove(tree, verb);
  if (all.length === 1 && (all[0] ?? 0) < verb) return all;
  const before = all.filter((c) => c < verb);
  // "Jan Kowal: I would like", "Kowal himself has": who I am, or he.
  if (/^(i|we|mine|\w+sel(f|ves))$/i.test(tree.tokens[before[before.length - 1] ?? -1]?.form ?? '')) return before;
  if (before.length === 0) return all.filter((c) => !isPastComma(tree, verb, c));
  // "Jan Kowal, chief of the bank, said": what stands between commas calls him something else.
  const free = before.filter((c, k) => k === 0 || !isEnclosed(tree, c, verb));
  // "Welfare group Open Hands has asked": a noun and the name behind it are both kept.
  return free.slice(isRightBehind(tree, free) ? -2 : -1);
}

/** An article between the two begins another phrase: "The Union charges the accord broke the rules". */
const isRightBehind = (tree: Tree, [a, b]: readonly number[]): boolean =>
  a !== undefined && b !== undefined && startOf(tree, b) === a + 1 && !childrenBy(tree, b, 'det').includes(a + 1);

/** "said ministers meeting here agreed": parsers take the participle behind a noun for a clause that agreed. */
function meetersOf(tree: Tree, verb: number): readonly number[] | undefined {
  const clause = childrenBy(tree, verb, 'csubj').find((c) => c < verb && tree.tokens[c]?.xpos === 'VBG');
  const found = clause === undefined ? [] : childrenBy(tree, clause, 'nsubj').filter((s) => s < clause);
  return found.length > 0 ? found : undefined;
}

/** Whether what hangs on a verb stands between commas before it. */
const isEnclosed = (tree: Tree, c: number, verb: number): boolean =>
  isComma(tree, startOf(tree, c) - 1) && tree.tokens.slice(c, verb).some((t) => t.form === ',');

const isComma = (tree: Tree, k: number): boolean => tree.tokens[k]?.form === ',';

/** "All are willing; Peru and Chile are ready": the subject of the second clause that parsers hang on the verb of the first. */
function hungAbove(tree: Tree, verb: number): readonly number[] {
  const up = tree.tokens[verb]?.head ?? -1;
  if (up < 0 || up > verb || !/^(parataxis|conj)$/.test(baseAt(tree, verb))) return [];
  const all = childrenBy(tree, up, 'nsubj', 'nsubj:pass');
  return all.some((c) => c < up) ? all.filter((c) => c > up && c < verb && isPastComma(tree, up, c)) : [];
}

/** Where the phrase of a noun begins, without the comma before it. */
const startOf = (tree: Tree, c: number): number => Math.min(c, ...(tree.children[c] ?? []).filter((k) => baseAt(tree, k) !== 'punct'));

/** Whether a comma or the like stands between a verb and the phrase of what hangs on it further on. */
function isPastComma(tree: Tree, verb: number, c: number): boolean {
  for (let k = startOf(tree, c) - 1; k > verb; k--) if (/^[,;:.]$/.test(tree.tokens[k]?.form ?? '')) return true;
  return false;
}

/** "Cancel the visit", "make it an issue, or *stay* at home": the plain form with neither a subject nor a word before it. */
export function isImperative(tree: Tree, verb: number): boolean {
  if (tree.tokens[verb]?.xpos !== 'VB') return false;
  if ((tree.children[verb] ?? []).some((c) => /^(nsubj|aux|cop|mark|expl)$/.test(baseAt(tree, c)))) return false;
  const base = baseAt(tree, verb);
  if (base === 'conj') return isImperative(tree, tree.tokens[verb]?.head ?? -1);
  return base === 'root' || base === 'parataxis' || base === 'ccomp';
}

/** "Norway test-fired a rocket": of a verb in two parts, parsers hang the subject on the first. */
export function beforeHyphen(tree: Tree, verb: number): readonly number[] {
  const first = verb - 2;
  if (tree.tokens[verb - 1]?.form !== '-' || tree.tokens[first]?.head !== verb || tree.tokens[first]?.upos !== 'NOUN') return [];
  return childrenBy(tree, first, 'compound', 'nsubj').filter((c) => c < first);
}

/** "By lifting the ban, she said, Peru …", "Peru gave in, she said, after being bombed": the clause that is told around a *said* between commas. */
export function toldAround(tree: Tree, up: number, verb: number): number | undefined {
  const marks = childrenBy(tree, verb, 'mark').map((m) => tree.tokens[m]?.form.toLowerCase() ?? '');
  if (marks.length === 0 || tree.tokens[up + 1]?.form !== ',') return undefined;
  const told = childrenBy(tree, up, 'ccomp').filter((c) => childrenBy(tree, c, 'mark').length === 0);
  return verb < up ? told.find((c) => c > up) : /^(before|after|while)$/.test(marks[0] ?? '') ? told.find((c) => c < up) : undefined;
}

/**
 * "retaliated against Peru for *breaking* the pact", "objected to Peru *selling* ships": the one right before a gerund does it, where what is done to him
 * answers it, or where he is all that is objected to.
 */
export function doneByOther(tree: Tree, verb: number): number | undefined {
  if (tree.tokens[verb]?.xpos !== 'VBG' || hasChild(tree, verb, 'aux')) return undefined;
  const [mark, ...others] = childrenBy(tree, verb, 'mark');
  if (others.length > 0 || (mark !== undefined && lemmaAt(tree, mark) !== 'for')) return undefined;
  const [first] = yieldOf(tree, verb);
  if (isComma(tree, first)) return undefined;
  const preps = mark === undefined ? /^(to|about|of)$/ : /^(against|on|upon)$/;
  // The phrase that ends right before it: its nearest noun, or one that this one belongs to.
  for (let k = first - 1, step = 0; step < 3 && k >= 0; k = tree.tokens[k]?.head ?? -1, step++) {
    if (!/^(obl|nmod)$/.test(baseAt(tree, k))) return undefined;
    if (preps.test(caseOf(tree, k))) return mark !== undefined || tree.tokens[k]?.head === tree.tokens[verb]?.head ? k : undefined;
  }
  return undefined;
}

/** "US-backed", "rebel-held", "Saudi-led": who does it stands before the hyphen. */
export function hyphenAgent(tree: Tree, verb: number): number[] {
  if (tree.tokens[verb - 1]?.form !== '-' || baseAt(tree, verb) !== 'amod') return [];
  return (tree.children[verb] ?? []).filter((c) => c === verb - 2 && ['NOUN', 'PROPN', 'ADJ'].includes(tree.tokens[c]?.upos ?? ''));
}

/** Who has a noun by what stands before it: a possessor, or an adjective ("praised *Saudi* efforts to end the war"). */
export function ownersBefore(tree: Tree, noun: number): number[] {
  const poss = childrenBy(tree, noun, 'nmod:poss');
  if (poss.length > 0 || !tree.words['tried-by-its-owner'].has(lemmaAt(tree, noun).toLowerCase())) return [...poss];
  return childrenBy(tree, noun, 'amod', 'compound').filter((c) => c < noun && /^\p{Lu}/u.test(tree.tokens[c]?.form ?? ''));
}
