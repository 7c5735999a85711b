/**
 * Whom a pronoun cannot mean by where it stands in its sentence: who takes another part in the same act ("Novak met him"), whom a name
 * behind it in its own clause names ("he praised Novak's plan"), the noun that its clause is told of ("Novak, whom he met").
 */
import { surfaceSubject } from '../../2-sentences/arguments.ts';
import { baseAt, caseOf, childrenBy, hasChild, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { headedBy } from '../draft.ts';
import type { Candidate, Discourse } from './discourse.ts';
import { isSaidBehind } from './said-behind.ts';
import type { Setting } from './setting.ts';

/** The noun that a relative pronoun stands for; else the token itself. */
export function antecedentOf(tree: Tree, i: number): number {
  if (!/^(who|whom|which|that)$/i.test(tree.tokens[i]?.form ?? '')) return i;
  const clause = tree.tokens[i]?.head ?? -1;
  return relationAt(tree, clause) === 'acl:relcl' ? (tree.tokens[clause]?.head ?? i) : i;
}

/** The keys of those that a pronoun that is no possessive and not reflexive cannot mean, wherever else they are named. */
export function othersOf(discourse: Discourse, tree: Tree, i: number): ReadonlySet<string> {
  const relation = baseAt(tree, i);
  const verb = tree.tokens[i]?.head ?? -1;
  if (verb < 0 || !isArgument(tree, i, relation)) return NOBODY;
  const found = new Set<string>();
  const add = (k: number): void => {
    const draft = k === i ? undefined : headedBy(discourse.desk, tree.sentence.index, k);
    if (draft) found.add(draft.entities.join('+'));
  };
  if (relation === 'nsubj') addNamesBehind(discourse, tree, i, verb, found);
  else for (const k of subjectBeside(tree, verb)) if (!isRelativeAbove(tree, k, verb)) add(antecedentOf(tree, k));
  if (isSaidOfWhom(tree, verb)) add(tree.tokens[verb]?.head ?? -1);
  return found;
}
const NOBODY: ReadonlySet<string> = new Set();

const isArgument = (tree: Tree, i: number, relation: string): boolean =>
  relation === 'nsubj' || relation === 'obj' || relation === 'iobj' || (relation === 'obl' && /^(to|by|against)$/.test(caseOf(tree, i)));

/** The subject of a verb where it is a person's or body's own act: not of "…, making her an ally", which all that was said before may do. */
function subjectBeside(tree: Tree, verb: number): readonly number[] {
  for (let at = verb, step = 0; at >= 0 && step < 6; step++) {
    if (hasChild(tree, at, 'nsubj', 'nsubj:pass')) return surfaceSubject(tree, verb);
    if (hasChild(tree, at, 'csubj') || !/^(conj|xcomp)$/.test(baseAt(tree, at))) return [];
    at = tree.tokens[at]?.head ?? -1;
  }
  return [];
}

/** "The crews that it is ready to help": a relative pronoun of a clause above, which leaves no gap here. */
const isRelativeAbove = (tree: Tree, k: number, verb: number): boolean => tree.tokens[k]?.head !== verb && antecedentOf(tree, k) !== k;

/** "Novak, whom he met": a clause whose subject is another than the noun it is told of. */
const isSaidOfWhom = (tree: Tree, verb: number): boolean =>
  relationAt(tree, verb) === 'acl:relcl' &&
  (tree.children[verb] ?? []).some((c) => /^(who|whom|which|that)$/i.test(tree.tokens[c]?.form ?? '') && tree.tokens[c]?.upos === 'PRON');

/** "He called Novak's plan a trick": who is named behind the subject, in the same clause, is somebody else. */
function addNamesBehind(discourse: Discourse, tree: Tree, i: number, verb: number, found: Set<string>): void {
  for (const d of discourse.desk.drafts[tree.sentence.index] ?? []) {
    const isPerson = d.kind === 'name' && d.head > i && discourse.desk.entities.get(d.entities[0] ?? '')?.kind === 'person';
    if (isPerson && isInClause(tree, d.head, verb)) found.add(d.entities.join('+'));
  }
}

/** Whether token `k` hangs below a verb in its own clause, and is not said of its subject ("he became Lord Novak"). */
function isInClause(tree: Tree, k: number, verb: number): boolean {
  for (let at = k, step = 0; at >= 0 && step < 12; step++) {
    if (at === verb) return at !== k;
    const relation = baseAt(tree, at);
    // "He said Novak was ill": the subject of what is said; what else is named in it may be a word of others.
    if (relation === 'nsubj') return isSaidUnder(tree, tree.tokens[at]?.head ?? -1, verb);
    if (/^(parataxis|conj|ccomp|advcl|acl|csubj|vocative|dep)$/.test(relation) || (at === k && relation === 'xcomp')) return false;
    at = tree.tokens[at]?.head ?? -1;
  }
  return false;
}

const isSaidUnder = (tree: Tree, clause: number, verb: number): boolean =>
  baseAt(tree, clause) === 'ccomp' && tree.tokens[clause]?.head === verb;

/** An object is not its own subject unless reflexive; a phrase does not hold its own name. */
export function mayBind(setting: Setting, c: Candidate): boolean {
  const { tree, i, kind, possessive } = setting;
  if (!kind.reflexive && setting.others.has(c.key)) return false;
  if (c.sentence !== tree.sentence.index) return !kind.reflexive;
  const own = tree.tokens[i];
  const governor = own?.head ?? -1;
  if (c.head === i || !own) return false;
  const argument = tree.tokens[c.head]?.head === governor || (setting.beside.includes(c.head) && governor >= 0);
  // "Both had difficulties getting themselves across": the subject above, past a noun.
  if (kind.reflexive) return argument || setting.subjects.slice(0, 2).some((all) => all.includes(c.head));
  if (!possessive && argument && !isInverted(tree, i) && tree.tokens[c.head]?.deprel !== own.deprel && !isJoined(tree, i, c.head))
    return false;
  // "Israel is its ally": the subject of a noun said of it.
  if (possessive && hasChild(tree, governor, 'cop') && childrenBy(tree, governor, 'nsubj').includes(c.head)) return false;
  return !holds(tree, c.head, i);
}

/** "Nor did it comment": the parser takes the subject after "did" for an object. */
export const isInverted = (tree: Tree, i: number): boolean =>
  relationAt(tree, i) === 'obj' &&
  tree.tokens[tree.tokens[i]?.head ?? -1]?.lemma === 'do' &&
  hasChild(tree, tree.tokens[i]?.head ?? -1, 'xcomp');

const isJoined = (tree: Tree, a: number, b: number): boolean => baseAt(tree, a) === 'conj' || baseAt(tree, b) === 'conj';

/** Whether the phrase at `head` has `i` in it, not counting clauses and what is joined. */
function holds(tree: Tree, head: number, i: number): boolean {
  for (let at = i, step = 0; at >= 0 && step < 12; step++) {
    if (at === head) return true;
    if (/^(acl|conj|appos|parataxis|nsubj|advcl|ccomp)$/.test(baseAt(tree, at))) return false;
    if (isSaidBehind(tree, at)) return false;
    at = tree.tokens[at]?.head ?? -1;
  }
  return false;
}
