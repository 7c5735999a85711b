/**
 * Pronouns by number, gender, recency and role; relative pronouns by the noun their clause hangs on. What finds no antecedent stays out.
 */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, phraseOf, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, place } from './draft.ts';

/** How far back a pronoun looks, in sentences. */
const PRONOUN_REACH = 2;

/** Links one sentence's pronouns to what stands before. */
export function resolvePronouns(desk: Desk, tree: Tree): void {
  tree.tokens.forEach((token, i) => {
    if (desk.byHead[tree.sentence.index]?.has(i)) return;
    if (token.upos === 'PRON' || (token.upos === 'DET' && token.deprel === 'nmod:poss')) resolvePronoun(desk, tree, i);
  });
}

/** Enters a mention that points back. */
export function draftFor(
  desk: Desk,
  tree: Tree,
  head: number,
  entities: readonly string[],
  kind: Draft['kind'],
  via: string,
  extra: Partial<Draft> = {},
): boolean {
  const [start, end] = kind === 'pronoun' ? [head, head + 1] : phraseOf(tree, head, { withNmod: false });
  place(desk, {
    sentence: tree.sentence.index,
    head,
    start,
    end,
    entities: [...entities],
    kind,
    via,
    plural: entities.length > 1,
    ...extra,
  });
  return true;
}

/** Drafts before a token, nearest first. */
export function* before(desk: Desk, tree: Tree, i: number): Generator<Draft> {
  const s = tree.sentence.index;
  const here = [...(desk.drafts[s] ?? [])].filter((d) => d.end <= i || d.head < i).sort((a, b) => b.head - a.head);
  yield* here;
  for (let k = s - 1; k >= 0; k--) yield* [...(desk.drafts[k] ?? [])].sort((a, b) => b.head - a.head);
}

interface PronounKind {
  readonly number: 'sg' | 'pl';
  readonly who: 'm' | 'f' | 'thing' | 'any';
}
const PRONOUNS: Readonly<Record<string, PronounKind>> = {
  he: { number: 'sg', who: 'm' },
  him: { number: 'sg', who: 'm' },
  his: { number: 'sg', who: 'm' },
  himself: { number: 'sg', who: 'm' },
  she: { number: 'sg', who: 'f' },
  her: { number: 'sg', who: 'f' },
  hers: { number: 'sg', who: 'f' },
  herself: { number: 'sg', who: 'f' },
  it: { number: 'sg', who: 'thing' },
  its: { number: 'sg', who: 'thing' },
  itself: { number: 'sg', who: 'thing' },
  they: { number: 'pl', who: 'any' },
  them: { number: 'pl', who: 'any' },
  their: { number: 'pl', who: 'any' },
  theirs: { number: 'pl', who: 'any' },
  themselves: { number: 'pl', who: 'any' },
};
/** Relative pronouns point at the noun their clause hangs on. */
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);

function resolvePronoun(desk: Desk, tree: Tree, i: number): void {
  const form = tree.tokens[i]?.form.toLowerCase() ?? '';
  if (RELATIVE.has(form)) {
    const noun = relativeHead(tree, i);
    const d = noun === undefined ? undefined : (desk.byHead[tree.sentence.index]?.get(noun) ?? draftAt(desk, tree.sentence.index, noun));
    if (d)
      draftFor(desk, tree, i, d.entities, 'pronoun', 'coreference.relative', {
        ...(d.state ? { state: d.state } : {}),
        ...(d.sector ? { sector: d.sector } : {}),
        plural: d.plural,
      });
    return;
  }
  const kind = PRONOUNS[form];
  if (!kind) return;
  // "It is clear that": no antecedent.
  if (
    form === 'it' &&
    (relationAt(tree, i) === 'expl' ||
      childrenBy(tree, tree.tokens[i]?.head ?? -1, 'csubj', 'ccomp').some(
        (c) => c > i && baseRelation(relationAt(tree, i)) === 'nsubj' && tree.tokens[tree.tokens[i]?.head ?? -1]?.upos === 'ADJ',
      ))
  )
    return;
  let best: Draft | undefined;
  let bestScore = 0;
  const s = tree.sentence.index;
  for (const d of before(desk, tree, i)) {
    if (s - d.sentence > PRONOUN_REACH) break;
    const score = pronounScore(desk, tree, i, d, kind);
    if (score > bestScore) {
      bestScore = score;
      best = d;
    }
  }
  if (best) {
    const entities = kind.number === 'pl' ? together(desk, best) : best.entities;
    const sole = entities.length === best.entities.length;
    draftFor(desk, tree, i, entities, 'pronoun', 'coreference.pronoun', {
      ...(best.state && sole ? { state: best.state } : {}),
      ...(best.sector && sole ? { sector: best.sector } : {}),
      plural: kind.number === 'pl',
    });
  }
}

/** All that are joined with a draft: "Saudi Arabia and Iran … they". */
function together(desk: Desk, d: Draft): string[] {
  const tree = desk.trees[d.sentence];
  if (!tree) return d.entities;
  const all = withConjuncts(tree, d.head).flatMap((t) => desk.byHead[d.sentence]?.get(t)?.entities ?? []);
  return all.length > d.entities.length ? [...new Set(all)] : d.entities;
}

function relativeHead(tree: Tree, i: number): number | undefined {
  // Climb to the clause that is an acl:relcl; its head is the noun.
  let k = i;
  for (let step = 0; step < 8 && k >= 0; step++) {
    const r = relationAt(tree, k);
    if (r === 'acl:relcl') return tree.tokens[k]?.head;
    k = tree.tokens[k]?.head ?? -1;
  }
  return undefined;
}

function pronounScore(desk: Desk, tree: Tree, i: number, d: Draft, kind: PronounKind): number {
  const e = desk.entities.get(d.entities[0] ?? '');
  if (!e) return 0;
  const several = d.plural || d.entities.length > 1 || (kind.number === 'pl' && together(desk, d).length > 1);
  if (kind.number === 'sg' && several) return 0;
  if (kind.who === 'm' || kind.who === 'f') {
    const gender = d.gender ?? e.gender;
    if (e.kind !== 'person' && !(e.kind === 'people' && d.kind === 'nominal' && !several)) return 0;
    if (gender !== undefined && gender !== kind.who) return 0;
  }
  if (kind.who === 'thing' && (e.kind === 'person' || e.kind === 'people')) return 0;
  if (kind.number === 'pl' && !several) {
    // "the police … they", "the ministry … they", "Hamas … they": bodies may be plural, persons and places not.
    if (e.kind === 'person' || e.kind === 'place') return 0;
  }
  if (d.kind === 'demonym' && baseRelation(relationAt(desk.trees[d.sentence] ?? tree, d.head)) === 'amod') return 0;
  let score = 10;
  const s = tree.sentence.index;
  const distance = s - d.sentence;
  score -= distance * 3;
  const dTree = desk.trees[d.sentence] ?? tree;
  const role = baseRelation(relationAt(dTree, d.head));
  if (role === 'nsubj') score += 3.5;
  else if (role === 'obj' || role === 'obl') score += 0.5;
  if (relationAt(dTree, d.head) === 'nmod:poss') score -= 0.5;
  if (distance > 0 && dTree.tokens[d.head]?.head === dTree.root && role === 'nsubj') score += 1;
  // Not an object of the same verb: "Xi met him" is not Xi.
  if (distance === 0) {
    const own = tree.tokens[i];
    const other = tree.tokens[d.head];
    if (
      own &&
      other &&
      own.head === other.head &&
      relationAt(tree, i) !== 'nmod:poss' &&
      own.deprel !== other.deprel &&
      !own.form.toLowerCase().endsWith('self') &&
      !own.form.toLowerCase().endsWith('selves')
    )
      return 0;
    // Not its own possessor: "his" inside the phrase it would point to.
    if (d.start <= i && i < d.end) return 0;
    score -= Math.min(3, (i - d.head) / 12);
  }
  // The subject of the verb that governs the pronoun's clause: "X said it would".
  if (distance === 0) {
    const clause = tree.tokens[i]?.head ?? -1;
    const above = tree.tokens[clause]?.head ?? -1;
    if (
      above >= 0 &&
      ['ccomp', 'xcomp', 'advcl'].includes(baseRelation(relationAt(tree, clause))) &&
      surfaceSubject(tree, above).some((t) => d.start <= t && t < d.end)
    )
      score += 4;
  }
  // A place only when something happens there; "it" prefers states, bodies.
  if (e.kind === 'place') score -= 4;
  if (kind.who === 'thing' && caseOf(dTree, d.head) === 'in') score -= 2;
  if (d.kind === 'name' || d.kind === 'metonym') score += 0.5;
  return score;
}
