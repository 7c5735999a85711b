/**
 * Coreference by ordered sieves over what names and phrases left: counterparts, groups counted by number ("the two leaders", "both
 * sides"), definite phrases by their noun, pronouns by number, gender, recency and role. Each link names its sieve; what finds no
 * antecedent stays out. Walks the text once, left to right.
 */
import { surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, lemmaAt, phraseOf, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import { type Desk, type Draft, draftAt, enter, place } from './draft.ts';
import { belonging, isAnaphoric, stateOf } from './phrases.ts';

const LEADER_NOUNS = new Set([
  'leader',
  'president',
  'minister',
  'premier',
  'chancellor',
  'man',
  'politician',
  'official',
  'statesman',
  'king',
  'envoy',
  'diplomat',
]);
const STATE_PLURALS = new Set([
  'country',
  'nation',
  'state',
  'side',
  'neighbour',
  'neighbor',
  'government',
  'power',
  'capital',
  'republic',
  'party',
  'ally',
  'people',
]);
const STATE_SINGULARS = new Set(['country', 'nation', 'state', 'republic', 'kingdom', 'island', 'regime']);
/** How far back a pronoun looks, in sentences. */
const PRONOUN_REACH = 2;

/** Links one sentence's pronouns to what stands before. */
export function resolvePronouns(desk: Desk, tree: Tree): void {
  tree.tokens.forEach((token, i) => {
    if (desk.byHead[tree.sentence.index]?.has(i)) return;
    if (token.upos === 'PRON' || (token.upos === 'DET' && token.deprel === 'nmod:poss')) resolvePronoun(desk, tree, i);
  });
}

/** Links one sentence's anaphoric phrases. */
export function resolveNominals(desk: Desk, tree: Tree): void {
  tree.tokens.forEach((token, i) => {
    if (desk.byHead[tree.sentence.index]?.has(i)) return;
    if (token.upos !== 'NOUN' && token.lemma !== 'both') return;
    if (draftAt(desk, tree.sentence.index, i)) return;
    if (['compound', 'nmod:desc', 'flat'].includes(relationAt(tree, i))) return;
    counterpart(desk, tree, i) || counted(desk, tree, i) || definite(desk, tree, i);
  });
}

function draftFor(
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

/** "his Chinese counterpart": the same office in the other state, at the article's day. */
function counterpart(desk: Desk, tree: Tree, i: number): boolean {
  if (lemmaAt(tree, i).toLowerCase() !== 'counterpart') return false;
  const s = tree.sentence.index;
  const named = childrenBy(tree, i, 'appos', 'flat', 'nmod:desc')
    .map((c) => desk.byHead[s]?.get(c))
    .find((d) => d !== undefined);
  if (named) return draftFor(desk, tree, i, named.entities, 'nominal', 'coreference.counterpart-named');
  const up = tree.tokens[i]?.head ?? -1;
  const above = ['nmod:desc', 'compound', 'flat', 'appos'].includes(relationAt(tree, i)) ? desk.byHead[s]?.get(up) : undefined;
  if (above) return draftFor(desk, tree, i, above.entities, 'nominal', 'coreference.counterpart-named');
  const poss = childrenBy(tree, i, 'nmod:poss')[0];
  const owner = poss === undefined ? undefined : (desk.byHead[s]?.get(poss) ?? draftAt(desk, s, poss));
  const person = owner ? desk.entities.get(owner.entities[0] ?? '') : subjectPerson(desk, tree);
  const adjective = childrenBy(tree, i, 'amod', 'compound')
    .map((c) => draftAt(desk, s, c))
    .find((d) => d !== undefined);
  const state = adjective ? stateOf(desk, adjective) : undefined;
  const office = person?.roles?.[0]?.office;
  if (state && office) {
    const [holder, second] = desk.gazetteer.holders(office, state, desk.day);
    if (holder && !second) {
      enter(desk, holder.person, { kind: 'person', name: holder.person, state });
      return draftFor(desk, tree, i, [holder.person], 'nominal', 'coreference.counterpart-office', { state, sector: 'GOV' });
    }
  }
  if (state) return draftFor(desk, tree, i, [state], 'nominal', 'coreference.counterpart-state', { state, sector: 'GOV' });
  return false;
}

function subjectPerson(desk: Desk, tree: Tree) {
  const subject = childrenBy(tree, tree.root, 'nsubj')[0];
  const d = subject === undefined ? undefined : desk.byHead[tree.sentence.index]?.get(subject);
  return d ? desk.entities.get(d.entities[0] ?? '') : undefined;
}

/** "the two leaders", "both sides", "the two countries": the last so many that fit. */
function counted(desk: Desk, tree: Tree, i: number): boolean {
  const lemma = lemmaAt(tree, i).toLowerCase();
  if (tree.tokens[i]?.xpos !== 'NNS' && tree.tokens[i]?.xpos !== 'NNPS') return false;
  const two =
    childrenBy(tree, i, 'nummod').some((c) => /^(two|2)$/i.test(tree.tokens[c]?.form ?? '')) ||
    childrenBy(tree, i, 'det', 'det:predet').some((c) => lemmaAt(tree, c).toLowerCase() === 'both') ||
    (childrenBy(tree, i, 'det').some((c) => lemmaAt(tree, c) === 'the') &&
      /^(side|leader)$/.test(lemma) &&
      (tree.children[i] ?? []).length <= 2);
  if (
    !two ||
    !childrenBy(tree, i, 'det', 'det:predet', 'nmod:poss').some((c) => /^(the|both|our|their|these|those|we|they)$/i.test(lemmaAt(tree, c)))
  )
    return false;
  const isLeader = LEADER_NOUNS.has(lemma);
  if (!isLeader && !STATE_PLURALS.has(lemma)) return false;
  const ours = childrenBy(tree, i, 'nmod:poss').some(
    (c) => /^(our|we|my)$/i.test(lemmaAt(tree, c)) || /^our$/i.test(tree.tokens[c]?.form ?? ''),
  );
  const pair = pairBefore(desk, tree, i, isLeader || ours);
  if (!pair) return false;
  if (isLeader) return draftFor(desk, tree, i, pair, 'nominal', 'coreference.two-leaders');
  const states = pair.map((id) => (desk.entities.get(id)?.kind === 'state' ? id : (desk.entities.get(id)?.state ?? id)));
  for (const id of states) enter(desk, id, { kind: 'state', name: id });
  return draftFor(desk, tree, i, states, 'nominal', 'coreference.two-states');
}

/**
 * The two that a text has in view: those named together in the nearest sentence that names exactly two of different states; where there
 * is none, the last two.
 */
function pairBefore(desk: Desk, tree: Tree, i: number, leaders: boolean): string[] | undefined {
  const found: string[] = [];
  for (let k = tree.sentence.index; k >= 0 && k > tree.sentence.index - 8; k--) {
    const here: string[] = [];
    for (const d of [...(desk.drafts[k] ?? [])].sort((a, b) => a.head - b.head)) {
      if (k === tree.sentence.index && d.head >= i) continue;
      if (d.kind === 'pronoun' || (d.kind === 'demonym' && leaders)) continue;
      if (isLocative(desk, d)) continue;
      for (const id of d.entities) {
        const e = desk.entities.get(id);
        if (!e) continue;
        const one = leaders
          ? e.kind === 'person' && (e.state !== undefined || (e.roles ?? []).length > 0 || e.sector === 'GOV')
            ? id
            : undefined
          : e.kind !== 'place' && e.state
            ? e.state
            : undefined;
        if (one && !here.includes(one) && !here.some((h) => sameSide(desk, h, one))) here.push(one);
      }
    }
    if (here.length === 2) return here;
    for (const one of here.reverse()) if (!found.includes(one) && !found.some((h) => sameSide(desk, h, one))) found.push(one);
  }
  return found.length >= 2 ? found.slice(0, 2).reverse() : undefined;
}

/** A state named as a place: "in Peru", "Lima, Peru". */
function isLocative(desk: Desk, d: Draft): boolean {
  const tree = desk.trees[d.sentence];
  if (!tree || desk.entities.get(d.entities[0] ?? '')?.kind !== 'state') return false;
  if (/^(in|at|near|from|inside|outside|across|into)$/.test(caseOf(tree, d.head))) return true;
  const before = tree.tokens[d.start - 1]?.form === ',' ? draftAt(desk, d.sentence, d.start - 2) : undefined;
  return before !== undefined && desk.entities.get(before.entities[0] ?? '')?.kind === 'place';
}

function sameSide(desk: Desk, a: string, b: string): boolean {
  const x = desk.entities.get(a);
  const y = desk.entities.get(b);
  return x?.kind === 'person' && y?.kind === 'person' && x.state !== undefined && x.state === y.state;
}

/** "the president", "the ministry", "the country", "the North's leader": the last with the same noun, or that the noun fits. */
function definite(desk: Desk, tree: Tree, i: number): boolean {
  const token = tree.tokens[i];
  if (!token || !isAnaphoric(tree, i)) return false;
  const lemma = token.lemma.toLowerCase();
  const plural = token.xpos === 'NNS' || token.xpos === 'NNPS';
  const role = desk.roles.at(tree, i);
  const owner = belonging(desk, tree, i);
  if (STATE_SINGULARS.has(lemma) && !plural && childrenBy(tree, i, 'det').some((c) => /^(the|this|that)$/.test(lemmaAt(tree, c)))) {
    for (const d of before(desk, tree, i)) {
      if (d.kind === 'pronoun' || d.entities.length !== 1) continue;
      const e = desk.entities.get(d.entities[0] ?? '');
      if (e?.kind === 'state' && tree.sentence.index - d.sentence <= 3)
        return draftFor(desk, tree, i, [e.id], 'nominal', 'coreference.country');
    }
    return false;
  }
  if (!role || role.weak) return false;
  for (const d of before(desk, tree, i)) {
    if (tree.sentence.index - d.sentence > 12) break;
    if (d.plural !== plural || d.kind === 'pronoun' || d.kind === 'demonym') continue;
    if (owner.state && stateOf(desk, d) !== owner.state) continue;
    const e = desk.entities.get(d.entities[0] ?? '');
    const sameNoun =
      d.role === lemma || (d.kind === 'name' && e && role.kind === 'body' && e.name.toLowerCase().split(' ').includes(lemma));
    const sameOffice =
      e?.kind === 'person' && !plural && role.offices.length > 0 && (e.roles ?? []).some((r) => role.offices.includes(r.office));
    if (sameNoun || sameOffice)
      return draftFor(desk, tree, i, d.entities, 'nominal', sameOffice ? 'coreference.office' : 'coreference.same-noun', {
        ...(d.state ? { state: d.state } : {}),
        ...(d.sector ? { sector: d.sector } : {}),
        role: lemma,
      });
  }
  // Nothing before: a group nobody names, of the only state the text speaks of if it is a government.
  const states = new Set([...desk.entities.values()].filter((e) => e.kind === 'state').map((e) => e.id));
  const [only] = [...states];
  if (
    !plural &&
    states.size === 1 &&
    only &&
    /^(government|parliament|army|military|president|prime minister|opposition|cabinet|police)$/.test(lemma)
  ) {
    return draftFor(desk, tree, i, [only], 'nominal', 'coreference.only-state', { state: only, sector: role.sector, role: lemma });
  }
  const [start, end] = phraseOf(tree, i, { withNmod: false });
  const words = desk.article.text
    .slice(tree.tokens[start]?.start ?? 0, tree.tokens[end - 1]?.end ?? 0)
    .replace(/^(the|his|her|their|its|this|that|these|those)\s+/i, '');
  const id = `${role.kind === 'body' ? 'organisation' : 'people'}:${
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || lemma
  }`;
  if (role.kind === 'title') return false;
  enter(desk, id, { kind: role.kind === 'body' ? 'body' : 'people', name: words, sector: role.sector });
  return draftFor(desk, tree, i, [id], 'nominal', 'nominal.role', { sector: role.sector, role: lemma });
}

/** Drafts before a token, nearest first. */
function* before(desk: Desk, tree: Tree, i: number): Generator<Draft> {
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
    if (above >= 0 && ['ccomp', 'xcomp', 'advcl'].includes(baseRelation(relationAt(tree, clause))) && surfaceSubject(tree, above).some((t) => d.start <= t && t < d.end)) score += 4;
  }
  // A place only when something happens there; "it" prefers states, bodies.
  if (e.kind === 'place') score -= 4;
  if (kind.who === 'thing' && caseOf(dTree, d.head) === 'in') score -= 2;
  if (d.kind === 'name' || d.kind === 'metonym') score += 0.5;
  return score;
}
