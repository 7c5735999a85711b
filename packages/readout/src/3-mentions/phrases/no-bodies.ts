/** Nouns for bodies and persons that mean none where they stand: "142 units", "the body of a boy", "laid the foundation for", "making theatre". */
import { caseOf, childrenBy, hasChild, isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt } from '../draft.ts';
import type { Role } from '../lists/roles.ts';

/** Sectors whose nouns are bare where they mean a trade or an art: "is doing business". */
const TRADES = new Set(['SOC', 'BUS', 'EDU', 'MED']);

/** Whether a noun for a body at token `head` means no body; `state`: whose it is, where that is known. */
export function isNoBody(desk: Desk, tree: Tree, head: number, role: Role, state: string | undefined): boolean {
  if (tree.tokens[head]?.upos !== 'NOUN' && !isBehindLetters(tree, head)) return false;
  if (role.kind === 'role') return isNoPerson(desk, tree, head, role);
  if (role.kind === 'group') return tree.words['acts-and-groups'].has(role.phrase) && isActOfOne(desk, tree, head);
  if (role.kind !== 'body') return false;
  const noun = lemmasOf(tree)[head] ?? '';
  const isAlone = role.start === head;
  // "On board the ship".
  if (tree.bases[head] === 'fixed') return true;
  const isFirms = tree.words['bodies-in-plural'].has(noun) && isPlural(tree, head);
  const acting = isFirms ? undefined : actorsAlone(tree, isAlone ? noun : role.phrase);
  if (acting !== undefined && !(acting === 'owned' && isOwned(desk, tree, head)) && !isActing(desk, tree, head))
    if (acting !== 'touched' || !isActedOn(tree, head)) return true;
  if (isAlone && tree.words['powers-and-bodies'].has(noun) && isPower(tree, head) && !isActing(desk, tree, head)) return true;
  if (isAlone && tree.words['counted-things'].has(noun) && hasChild(tree, head, 'nummod')) return true;
  if (isAlone && tree.words['things-in-plural'].has(noun) && isPlural(tree, head)) return true;
  if (isAlone && noun === 'body' && isCorpse(desk, tree, head)) return true;
  if (isAlone && tree.words['acts-with-of'].has(noun) && isActOf(desk, tree, head)) return true;
  if (isAlone && tree.words['held-in'].has(noun) && caseOf(tree, head) === 'in' && isOfSomething(tree, head)) return true;
  if (isAlone && tree.words['acts-toward'].has(noun) && isActToward(tree, head)) return true;
  const isBare =
    tree.tokens[head]?.xpos === 'NN' &&
    (tree.children[head] ?? []).every((c) => !/^(det|amod|compound|nmod|nummod)/.test(tree.bases[c] ?? ''));
  return isBare && isAlone && state === undefined && (TRADES.has(role.sector) || tree.words['mass-and-body'].has(noun));
}

/** "The authority to sign", "its authority", "veto authority"; not "the Danish harbour authority". */
function isPower(tree: Tree, head: number): boolean {
  const before = tree.tokens[head - 1];
  const isField = before?.upos === 'NOUN' && before.head === head && !/ing$/.test(before.form);
  return !isField || tree.words['kinds-of-powers'].has(lemmasOf(tree)[head - 1] ?? '');
}

/** "U.S. Market": old newswires begin the word behind a point with a capital. */
const isBehindLetters = (tree: Tree, i: number): boolean =>
  tree.tokens[i]?.upos === 'PROPN' && /^(\p{Lu}\.){2,}$/u.test(tree.tokens[i - 1]?.form ?? '');

/** "The village was shelled", "seized the bus", "an attack on the town": what is done to a body, not where it is done. */
function isActedOn(tree: Tree, head: number): boolean {
  const r = relationAt(tree, head);
  if (r === 'obj' || r === 'nsubj:pass') return true;
  return /^(nmod|obl)/.test(r) && /^(on|against)$/.test(caseOf(tree, head));
}

/** "Under his leadership", "fought for the leadership", "maintain leadership": what somebody does, has or wants, where no state and no people tell whose men it is. */
function isActOfOne(desk: Desk, tree: Tree, head: number): boolean {
  if (relationAt(tree, head) === 'nsubj' && desk.personVerbs.has(lemmasOf(tree)[tree.tokens[head]?.head ?? -1] ?? '')) return false;
  const told = (tree.children[head] ?? []).filter((c) => /^(det|amod|compound|nmod)/.test(tree.bases[c] ?? ''));
  if (told.length === 0 || /^(under|for)$/.test(caseOf(tree, head))) return true;
  return childrenBy(tree, head, 'nmod:poss').some((c) => {
    const id = draftAt(desk, tree.sentence.index, c)?.entities[0];
    return /^(his|her|my)$/i.test(tree.tokens[c]?.form ?? '') || desk.entities.get(id ?? '')?.kind === 'person';
  });
}

/** "Peru's opposition to the reform", "opposition from the lobby", "their campaign to win": an act, of which its complement tells upon what or by whom. */
function isActToward(tree: Tree, head: number): boolean {
  const next = tree.tokens[head + 1];
  if (!next || !/^(to|from|against)$/i.test(next.form) || hasChild(tree, head, 'nsubj')) return false;
  const isOwnAct = tree.words['bodies-acting-or-owned'].has(lemmasOf(tree)[head] ?? '');
  return next.upos === 'ADP' || (isOwnAct && tree.tokens[next.head]?.head === head && relationAt(tree, next.head).startsWith('acl'));
}

/** "In the company of friends". */
const isOfSomething = (tree: Tree, head: number): boolean =>
  childrenBy(tree, head, 'nmod').some((c) => c > head && caseOf(tree, c) === 'of');

/** "Shook his head", "obstructing justice": nouns for persons that by themselves are none, but where they speak or something tells whose they are. */
function isNoPerson(desk: Desk, tree: Tree, head: number, role: Role): boolean {
  const noun = lemmasOf(tree)[head] ?? '';
  if (role.start !== head) return false;
  if (tree.words['things-and-persons'].has(noun)) return !isSomebodySaid(desk, tree, head);
  if (tree.tokens[head]?.xpos !== 'NN') return false;
  // "The primary source of news".
  if (tree.words['acts-with-of'].has(noun) && isActOf(desk, tree, head)) return true;
  if (tree.words['mass-and-person'].has(noun)) return !hasChild(tree, head, 'det', 'nmod:poss');
  if (!tree.words['heads-of-something'].has(noun)) return false;
  const isTold = (tree.children[head] ?? []).some(
    (c) => /^(compound|nmod|appos|acl|amod)$/.test(tree.bases[c] ?? '') && tree.tokens[c]?.upos !== 'PRON',
  );
  return !isTold && !(relationAt(tree, head) === 'nsubj' && desk.personVerbs.has(lemmasOf(tree)[tree.tokens[head]?.head ?? -1] ?? ''));
}

/** "A figure of the opposition met him", "Novak, a leading figure": a noun that is a number or a thing elsewhere, where it does what people do or says who somebody is. */
function isSomebodySaid(desk: Desk, tree: Tree, head: number): boolean {
  const r = relationAt(tree, head);
  if (r === 'appos' || r === 'nmod:desc') return isSomebody(desk, tree, tree.tokens[head]?.head ?? -1);
  if (childrenBy(tree, head, 'amod', 'compound').some((c) => tree.words['makes-persons'].has(lemmasOf(tree)[c] ?? ''))) return true;
  const up = tree.tokens[head]?.head ?? -1;
  return r === 'nsubj' && !hasChild(tree, head, 'nummod') && desk.personVerbs.has(lemmasOf(tree)[up] ?? '');
}

/**
 * Nouns for a body only where it acts; elsewhere an office, a vote or a contest ("won the presidency"), the 'owned' but for whoever has them, the
 * 'touched' but for what is done to them.
 */
function actorsAlone({ words }: Tree, noun: string): 'never' | 'owned' | 'touched' | undefined {
  if (words['bodies-only-acting'].has(noun)) return 'never';
  if (words['bodies-acting-or-acted-on'].has(noun)) return 'touched';
  return words['bodies-acting-or-owned'].has(noun) ? 'owned' : undefined;
}

/** "his campaign", "the Novak campaign", "the campaign of Jan Novak"; "the Iowa caucuses" are held there. */
const isOwned = (desk: Desk, tree: Tree, head: number): boolean =>
  (tree.children[head] ?? []).some(
    (c) =>
      relationAt(tree, c) === 'nmod:poss' ||
      (tree.tokens[c]?.upos === 'PROPN' &&
        !isWhere(desk, tree, c) &&
        (tree.bases[c] === 'compound' || (tree.bases[c] === 'nmod' && caseOf(tree, c) === 'of'))),
  );

const isWhere = (desk: Desk, tree: Tree, i: number): boolean =>
  /^(place|state)$/.test(desk.entities.get(draftAt(desk, tree.sentence.index, i)?.entities[0] ?? '')?.kind ?? '');

/** Whether a body does what people do, or people are of it: "the campaign said", "the campaign's manager", "told by the presidency". */
export function isActing(desk: Desk, tree: Tree, head: number): boolean {
  const up = tree.tokens[head]?.head ?? -1;
  const r = relationAt(tree, head);
  const isDone = (): boolean => desk.personVerbs.has(lemmasOf(tree)[up] ?? '');
  if (r === 'nsubj') return isDone() || (hasChild(tree, up, 'obj') && !tree.words.aspect.has(lemmasOf(tree)[up] ?? ''));
  if (r === 'nmod:poss') return true;
  if (/^obl/.test(r)) return caseOf(tree, head) === 'by' || (/^(with|to|from)$/.test(caseOf(tree, head)) && isDone());
  const role = /^nmod/.test(r) ? desk.roles.at(tree, up) : undefined;
  return role !== undefined && role.kind !== 'body' && role.offices.length === 0;
}

/** "the body of a boy", "his body", "dead bodies". */
const isCorpse = (desk: Desk, tree: Tree, head: number): boolean =>
  childrenBy(tree, head, 'amod').some((c) => tree.words['of-the-dead'].has(lemmasOf(tree)[c] ?? '')) ||
  (tree.tokens[head]?.xpos === 'NN' &&
    childrenBy(tree, head, 'nmod', 'nmod:poss').some(
      (c) => (relationAt(tree, c) === 'nmod:poss' || caseOf(tree, c) === 'of') && isSomebody(desk, tree, c),
    ));

/** "the organisation of the summit", "the foundation for peace", "a train of thought": an act or a thing that its complement tells, not who does it. */
const isActOf = (desk: Desk, tree: Tree, head: number): boolean =>
  childrenBy(tree, head, 'nmod').some(
    (c) =>
      c > head &&
      /^(of|for)$/.test(caseOf(tree, c)) &&
      /^[a-z]/.test(tree.tokens[c]?.form ?? '') &&
      !/S$/.test(tree.tokens[c]?.xpos ?? '') &&
      !isSomebody(desk, tree, c),
  );

/** Whether a word is a person or people, by the draft on it or by its noun. */
function isSomebody(desk: Desk, tree: Tree, i: number): boolean {
  const id = draftAt(desk, tree.sentence.index, i)?.entities[0];
  const kind = id === undefined ? undefined : desk.entities.get(id)?.kind;
  if (kind !== undefined) return kind === 'person' || kind === 'people';
  const role = desk.roles.at(tree, i);
  return role?.kind === 'role' || role?.kind === 'group' || role?.kind === 'title' || desk.nouns.get(lemmasOf(tree)[i] ?? '') !== undefined;
}
