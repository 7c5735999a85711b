/** What a silence is about: the clause, object or prepositional phrase that its phrase's frame names. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { yieldOf } from '../2-sentences/phrase.ts';
import { baseAt, caseOf, childrenBy, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import type { SilencePhrase } from './lexicon.ts';

const WH = /^(whether|if|what|when|where|why|how|who|whom|which|whose)$/;

/** Token ranges of what was not mentioned; undefined where the phrase needs a question and has none. */
export function aboutTokens(tree: Tree, phrase: SilencePhrase, words: readonly number[]): [number, number][] | undefined {
  const heads = [...words].reverse();
  for (const slot of phrase.about) {
    for (const w of heads) {
      const tokens = slotTokens(tree, w, slot, words).filter((t) => !words.includes(t) && t > (words[0] ?? 0));
      if (tokens.length > 0 && (!phrase.question || tokens.some((t) => isQuestion(tree, t))))
        return tokens.map((t) => withoutCase(tree, t));
    }
  }
  return phrase.question ? undefined : [];
}

function slotTokens(tree: Tree, w: number, slot: string, words: readonly number[]): number[] {
  if (slot === 'obj') {
    // "glossed over the losses": the phrase's own preposition opens it.
    const governed = baseAt(tree, w) === 'case' ? [tree.tokens[w]?.head ?? w] : [];
    return [...governed, ...objectOf(tree, w)].filter((o) => !words.includes(o));
  }
  if (slot === 'ccomp' || slot === 'xcomp')
    return childrenBy(tree, w, slot, 'advcl', 'acl', 'obj').filter(
      (c) =>
        !words.includes(c) && (baseAt(tree, c) !== 'obj' || isQuestion(tree, c)) && (baseAt(tree, c) !== 'advcl' || isQuestion(tree, c)),
    );
  if (!slot.startsWith('prep:')) return [];
  const prep = slot.slice(5);
  const found = prepositional(tree, w, prep);
  if (found.length > 0) return found;
  const clauses = (tree.children[w] ?? []).filter(
    (c) => ['advcl', 'acl'].includes(baseAt(tree, c)) && childrenBy(tree, c, 'mark').some((m) => lemmaAt(tree, m) === prep),
  );
  if (clauses.length > 0) return clauses;
  // The preposition may belong to the phrase itself ("touch on").
  return caseOf(tree, w) === prep ? [w] : [];
}

/** An indirect question: "whether he would go", "what was agreed". */
function isQuestion(tree: Tree, t: number): boolean {
  const [a] = yieldOf(tree, t);
  return WH.test(tree.tokens[a]?.form.toLowerCase() ?? '');
}

/** The yield of a token without the preposition before it. */
function withoutCase(tree: Tree, t: number): [number, number] {
  const [a, b] = yieldOf(tree, t);
  const lead = childrenBy(tree, t, 'case').filter((c) => c < t);
  let start = a;
  while (lead.includes(start)) start++;
  return [start, b];
}
