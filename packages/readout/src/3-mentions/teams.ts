/**
 * A state's name that stands for its team ("Sweden beat South Korea 1–0") is not the state. Told by the sport around it: a text or a
 * sentence in which words of sport abound (lexicon/metonym-contexts.tsv, slot `sport`), and by its role: where somebody plays is a place.
 */
import { caseOf, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { MetonymContexts } from './metonyms.ts';

/** Sentences that report sport: the whole text where one token in forty is a word of sport, else those with two such words. */
export function sportSentences(trees: readonly Tree[], contexts: MetonymContexts): ReadonlySet<number> {
  const counts = trees.map(
    (tree) => new Set(tree.tokens.map((t) => t.lemma.toLowerCase()).filter((l) => contexts.words.has(`sport/${l}`))),
  );
  const tokens = trees.reduce((n, t) => n + t.tokens.length, 0);
  const total = trees.reduce((n, tree) => n + tree.tokens.filter((t) => contexts.words.has(`sport/${t.lemma.toLowerCase()}`)).length, 0);
  const kinds = new Set(counts.flatMap((c) => [...c]));
  const whole = kinds.size >= 3 && total * 45 >= tokens;
  const found = new Set<number>();
  counts.forEach((c, i) => {
    if (whole || c.size >= 2) found.add(i);
  });
  return found;
}

/** Whether a state's name in a report of sport is the team: it plays, wins, is met or owns a goal; it is not where that happens. */
export function standsForTeam(tree: Tree, start: number, head: number): boolean {
  const before = tree.tokens[start - 1]?.form;
  // "( Sweden )" behind an athlete's name; "Eschen, Liechtenstein".
  if (before === '(') return false;
  if (
    before === ',' &&
    /^(appos|nmod:unmarked|flat|nmod|dep|list)$/.test(relationAt(tree, head)) &&
    tree.tokens[start - 2]?.upos === 'PROPN'
  )
    return false;
  let at = head;
  while (relationAt(tree, at) === 'conj' && caseOf(tree, at) === '' && (tree.tokens[at]?.head ?? -1) >= 0) at = tree.tokens[at]?.head ?? at;
  return !/^(in|at|from|of|to|near|across|into|inside|outside|around|throughout|through)$/.test(caseOf(tree, at));
}
