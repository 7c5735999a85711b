/** Verbs that carry a noun of an act ("hold talks"), and what they do to it: lexicon/light-verbs.tsv. */

import { firstMade, mapped } from '../2-sentences/mapped.ts';
import { baseAt, baseRelation, caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import { isPassive } from '../2-sentences/voice.ts';

/** What each light verb does to its noun, by its lemma, alone or with its particle, its preposition, or its object and the noun's preposition. */
export type LightVerbs = ReadonlyMap<string, string>;

/** The verb that a noun is the object (or the subject, in the passive) of, when it is a light verb. */
export function lightVerbOf(tree: Tree, noun: number, lights: LightVerbs): number | undefined {
  let head = noun;
  while (baseAt(tree, head) === 'nmod' && isMeasured(tree, head)) head = tree.tokens[head]?.head ?? head;
  while (baseAt(tree, head) === 'conj' && (tree.tokens[head]?.head ?? -1) >= 0) head = tree.tokens[head]?.head ?? head;
  const up = tree.tokens[head]?.head ?? -1;
  const r = relationAt(tree, head);
  if (up < 0) return undefined;
  if (tree.tokens[up]?.upos === 'VERB') {
    const lemma = lemmaAt(tree, up).toLowerCase();
    // "made the lifting of the ban a condition": what it is made is not done.
    if (lemma === 'make' && (childrenBy(tree, head, 'nmod:unmarked').some((c) => c > head) || isMadeSomething(tree, up, head)))
      return undefined;
    if (r === 'obj' || r === 'nsubj:pass') return lights.has(lemma) || hasLightParticle(tree, up, lights) ? up : undefined;
    if (baseRelation(r) === 'obl') {
      const prep = caseOf(tree, head);
      // "called for war for their raid": the second says why.
      const isSecond = childrenBy(tree, up, 'obl').some((c) => up < c && c < head && caseOf(tree, c) === prep);
      // "claimed responsibility on Friday for two attacks": below the verb, beside the object that its noun would hang on.
      const effects = mapped(childrenBy(tree, up, 'obj'), (o) => lights.get(`${lemma} ${lemmaAt(tree, o).toLowerCase()} ${prep}`));
      const carries = effects.some((effect) => effect !== undefined && effect !== 'judge');
      // "imposed ten million dollars in sanctions": the sum is the object, the act hangs beside it.
      if (prep === 'in' && lights.has(lemma) && childrenBy(tree, up, 'obj').some((o) => o < head && isMoney(tree, o))) return up;
      return carries || (lights.has(`${lemma} ${prep}`) && !isSecond) ? up : undefined;
    }
  }
  // "claimed responsibility for the attack".
  const carrier = tree.tokens[up]?.head ?? -1;
  if (r === 'nmod' && relationAt(tree, up) === 'obj' && tree.tokens[carrier]?.upos === 'VERB')
    if (lights.has(`${lemmaAt(tree, carrier).toLowerCase()} ${lemmaAt(tree, up).toLowerCase()} ${caseOf(tree, head)}`)) return carrier;
  // "talks held in Geneva".
  const below = childrenBy(tree, noun, 'acl', 'acl:relcl').find((c) => lights.has(lemmaAt(tree, c).toLowerCase()) && isPassive(tree, c));
  return below;
}

/** "hold a round of talks", "a series of attacks", "lowered many of its tariffs", "imposed ten million dollars in sanctions". */
function isMeasured(tree: Tree, noun: number): boolean {
  const measure = lemmaAt(tree, tree.tokens[noun]?.head ?? -1);
  const prep = caseOf(tree, noun);
  return (
    (prep === 'of' && (tree.words.rounds.has(measure) || tree.words.quantities.has(measure.toLowerCase()))) ||
    (prep === 'in' && isMoney(tree, tree.tokens[noun]?.head ?? -1))
  );
}

const isMoney = (tree: Tree, t: number): boolean => tree.words['money-nouns'].has(lemmaAt(tree, t).toLowerCase());

/** "plans for ten million dollars *in tariffs*": the sum right before a noun, wherever parsers hang the two. */
export function sumBefore(tree: Tree, noun: number): number | undefined {
  const [prep] = childrenBy(tree, noun, 'case');
  if (prep === undefined || tree.tokens[prep]?.form.toLowerCase() !== 'in') return undefined;
  return isMoney(tree, prep - 1) ? prep - 1 : undefined;
}

/** "made the raid a priority", "makes killing easier": something is said of what is done. */
const isMadeSomething = (tree: Tree, verb: number, noun: number): boolean =>
  childrenBy(tree, verb, 'xcomp').some((c) => c > noun && tree.tokens[c]?.upos === 'ADJ') ||
  // Past what belongs to the noun, parsers take it for another name of it.
  childrenBy(tree, noun, 'appos').some(
    (c) =>
      c > noun && childrenBy(tree, c, 'det').some((d) => /^an?$/i.test(tree.tokens[d]?.form ?? '') && tree.tokens[d - 1]?.form !== ','),
  ) ||
  childrenBy(tree, verb, 'obj', 'obl:unmarked').some((o) => o > noun && /^an?$/i.test(tree.tokens[noun + 1]?.form ?? ''));

const hasLightParticle = (tree: Tree, verb: number, lights: LightVerbs): boolean =>
  childrenBy(tree, verb, 'compound:prt', 'advmod').some((c) =>
    lights.has(`${lemmaAt(tree, verb).toLowerCase()} ${tree.tokens[c]?.form.toLowerCase()}`),
  );

/** The light verb's effect: by itself, with its particle or preposition. */
export function lightEffect(tree: Tree, light: number, noun: number, lights: LightVerbs): string {
  const lemma = lemmaAt(tree, light).toLowerCase();
  // "call for development and cooperation": the first has the preposition.
  const prep = caseOf(tree, tree.bases[noun] === 'conj' && caseOf(tree, noun) === '' ? (tree.tokens[noun]?.head ?? noun) : noun);
  const first = (tokens: readonly number[], also: (c: number) => string): string | undefined =>
    firstMade(tokens, (c) => lights.get(`${lemma} ${also(c)}`));
  const particle = first(childrenBy(tree, light, 'compound:prt', 'advmod'), (c) => tree.tokens[c]?.form.toLowerCase() ?? '');
  const carried = first(childrenBy(tree, light, 'obj'), (c) => `${lemmaAt(tree, c).toLowerCase()} ${prep}`);
  return carried ?? particle ?? lights.get(`${lemma} ${prep}`) ?? lights.get(lemma) ?? 'do';
}
