/**
 * Where the parties of an act stand: subjects, objects and complements over passives, relative clauses, control, participles and
 * coordination, so that rules are written once, for the plain active clause.
 */
import { baseRelation, caseOf, childrenBy, isPassive, lemmaAt, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';

/** Verbs whose subject, not object, does what their infinitive says although they have an object. */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'use', 'need', 'take', 'have', 'offer', 'agree', 'give', 'send', 'meet', 'visit', 'hold', 'make']);

/** A token that fills a slot; the tokens of a coordination each count. */
export function subjectOf(tree: Tree, verb: number, depth = 0): number[] {
  if (depth > 6) return [];
  const passive = isPassive(tree, verb);
  if (passive) {
    const agents = [...childrenBy(tree, verb, 'obl:agent'), ...childrenBy(tree, verb, 'obl').filter((c) => caseOf(tree, c) === 'by')];
    return [...new Set(agents)];
  }
  return surfaceSubject(tree, verb, depth);
}

/** The subject as it stands, active or passive. */
export function surfaceSubject(tree: Tree, verb: number, depth = 0): number[] {
  if (depth > 6) return [];
  const own = childrenBy(tree, verb, 'nsubj', 'nsubj:pass', 'nsubj:outer');
  if (own.length > 0) return own;
  const up = tree.tokens[verb]?.head ?? -1;
  if (up < 0) return [];
  const relation = relationAt(tree, verb);
  switch (baseRelation(relation)) {
    case 'conj':
      // A conjunct shares the subject of the first; "is X and did Y" too.
      return surfaceSubject(tree, up, depth + 1);
    case 'xcomp': {
      const object = [...childrenBy(tree, up, 'obj', 'iobj')];
      if (object.length > 0 && !SUBJECT_CONTROL.has(lemmaAt(tree, up)) && object.every((o) => o < verb)) return object;
      return tree.tokens[up]?.upos === 'NOUN' ? ownerOf(tree, up) : surfaceSubject(tree, up, depth + 1);
    }
    case 'advcl':
    case 'ccomp':
    case 'parataxis':
      return childrenBy(tree, verb, 'mark').some((m) => /^(that|whether)$/.test(lemmaAt(tree, m))) ? [] : surfaceSubject(tree, up, depth + 1);
    case 'acl':
      if (relation === 'acl:relcl') return up >= 0 ? [up] : [];
      if (tree.tokens[verb]?.xpos === 'VBG') return [up];
      // "a plan to attack": whoever has the plan.
      if (childrenBy(tree, verb, 'mark').some((m) => lemmaAt(tree, m) === 'to')) return ownerOf(tree, up, depth + 1);
      return [];
    case 'amod':
      return tree.tokens[verb]?.xpos === 'VBG' ? [up] : [];
    case 'cop':
    case 'aux':
      return surfaceSubject(tree, up, depth + 1);
    default:
      return [];
  }
}

/** Who has a noun: its possessor, or the subject of the verb it is the object of. */
export function ownerOf(tree: Tree, noun: number, depth = 0): number[] {
  const poss = childrenBy(tree, noun, 'nmod:poss');
  if (poss.length > 0) return poss;
  const up = tree.tokens[noun]?.head ?? -1;
  if (up < 0) return [];
  const base = baseRelation(relationAt(tree, noun));
  if (base === 'obj' && tree.tokens[up]?.upos === 'VERB') return subjectOf(tree, up, depth + 1);
  if (base === 'obl' && tree.tokens[up]?.upos === 'VERB') return subjectOf(tree, up, depth + 1);
  if (base === 'nsubj' && childrenBy(tree, up, 'cop').length > 0) return [];
  return [];
}

/** The direct object as it would be in the active. */
export function objectOf(tree: Tree, verb: number, depth = 0): number[] {
  if (depth > 4) return [];
  if (isPassive(tree, verb)) {
    const relation = relationAt(tree, verb);
    const own = childrenBy(tree, verb, 'nsubj:pass', 'nsubj');
    if (own.length > 0) return own;
    const up = tree.tokens[verb]?.head ?? -1;
    if (relation === 'acl' || baseRelation(relation) === 'amod' || relation === 'acl:relcl') return up >= 0 ? [up] : [];
    if (baseRelation(relation) === 'conj' && up >= 0) return isPassive(tree, up) ? objectOf(tree, up, depth + 1) : surfaceSubject(tree, up);
    if (['xcomp', 'advcl', 'ccomp', 'parataxis'].includes(baseRelation(relation))) return surfaceSubject(tree, verb);
    return [];
  }
  const own = childrenBy(tree, verb, 'obj');
  if (own.length > 0) return own;
  const relation = relationAt(tree, verb);
  const up = tree.tokens[verb]?.head ?? -1;
  // "the man police arrested", "sanctions the US imposed": the noun the clause hangs on.
  if (relation === 'acl:relcl' && up >= 0 && childrenBy(tree, verb, 'nsubj').some((s) => !/^(who|which|that)$/i.test(tree.tokens[s]?.form ?? ''))) return [up];
  // Shared object: "condemned and rejected the plan".
  if (baseRelation(relation) === 'conj' || relation === 'acl:relcl') return [];
  const next = childrenBy(tree, verb, 'conj').find((c) => tree.tokens[c]?.upos === 'VERB' && childrenBy(tree, c, 'obj').length > 0 && childrenBy(tree, c, 'nsubj').length === 0);
  return next !== undefined && childrenBy(tree, verb, 'ccomp', 'xcomp', 'obl').length === 0 ? childrenBy(tree, next, 'obj') : [];
}

/** Complements of a token with a preposition, its own and those of its object noun ("impose sanctions on X"). */
export function prepositional(tree: Tree, head: number, prep: string): number[] {
  const found = (tree.children[head] ?? []).filter((c) => ['obl', 'nmod'].includes(baseRelation(relationAt(tree, c))) && caseOf(tree, c) === prep);
  const object = tree.tokens[head]?.upos === 'VERB' ? objectOf(tree, head) : [];
  for (const o of object) {
    if (isPassive(tree, head) && relationAt(tree, head) === 'acl') continue;
    found.push(...(tree.children[o] ?? []).filter((c) => baseRelation(relationAt(tree, c)) === 'nmod' && caseOf(tree, c) === prep));
  }
  return [...new Set(found)];
}

/** Tokens that fill a slot of a trigger, in order; several when coordinated is left to `partiesAt`. */
export function slotTokens(tree: Tree, trigger: number, kind: 'verb' | 'noun' | 'adj', slot: string, light: number | undefined): number[] {
  if (kind === 'verb') {
    switch (slot) {
      case 'subject':
        return subjectOf(tree, trigger);
      case 'object':
        return objectOf(tree, trigger);
      case 'iobject':
        return childrenBy(tree, trigger, 'iobj');
      case 'xcomp-subject':
        return childrenBy(tree, trigger, 'xcomp').flatMap((x) => surfaceSubject(tree, x));
      case 'comp':
        return childrenBy(tree, trigger, 'ccomp', 'xcomp', 'advcl').flatMap((x) => [...surfaceSubject(tree, x), ...objectOf(tree, x), x]);
      case 'poss':
      case 'mod':
        return [];
      default:
        return prepositional(tree, trigger, slot);
    }
  }
  if (kind === 'noun') {
    switch (slot) {
      case 'subject':
        return light === undefined ? [] : subjectOf(tree, light);
      case 'object':
        return prepositional(tree, trigger, 'of');
      case 'poss':
        return childrenBy(tree, trigger, 'nmod:poss');
      case 'mod':
        return (tree.children[trigger] ?? []).filter((c) => c < trigger && ['amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'].includes(relationAt(tree, c)) && caseOf(tree, c) === '');
      case 'iobject':
        return light === undefined ? [] : childrenBy(tree, light, 'iobj');
      case 'comp':
      case 'xcomp-subject':
        return (tree.children[trigger] ?? []).filter((c) => baseRelation(relationAt(tree, c)) === 'acl').flatMap((x) => surfaceSubject(tree, x).filter((t) => t !== trigger));
      default:
        return [...prepositional(tree, trigger, slot), ...(light === undefined ? [] : prepositional(tree, light, slot))];
    }
  }
  switch (slot) {
    case 'subject': {
      if (childrenBy(tree, trigger, 'cop').length > 0 || childrenBy(tree, trigger, 'nsubj').length > 0) return surfaceSubject(tree, trigger);
      const up = tree.tokens[trigger]?.head ?? -1;
      const r = baseRelation(relationAt(tree, trigger));
      if (r === 'amod' || r === 'acl') return [up];
      return surfaceSubject(tree, trigger);
    }
    default:
      return prepositional(tree, trigger, slot);
  }
}

/** A party at a token: the mention there, or the one its noun belongs to. */
export interface FoundParty {
  readonly mention: Mention;
  /** Whether the mention is the slot's own word, not only a modifier of it. */
  readonly direct: boolean;
}

/** Nouns whose possessor or modifier does not act through them. */
const NOT_THROUGH = new Set(['year', 'month', 'week', 'day', 'time', 'century', 'language', 'dollar', 'border', 'soil', 'territory', 'capital', 'city', 'town', 'coast', 'embassy']);

/** The parties a slot token stands for: itself and its conjuncts, each by its mention or by the state it belongs to. */
export function partiesAt(doc: Document, tree: Tree, token: number, options: { places: boolean }): FoundParty[] {
  const s = tree.sentence.index;
  const found: FoundParty[] = [];
  for (const t of withConjuncts(tree, token)) {
    const mention = doc.mentionAt(s, t);
    if (mention && (options.places || !isPlace(doc, mention))) {
      found.push({ mention, direct: true });
      continue;
    }
    if (mention) continue;
    if (NOT_THROUGH.has(lemmaAt(tree, t).toLowerCase())) continue;
    // "Iran's nuclear programme", "Russian planes", "the decision by Paris", "members of the council".
    const owner = (tree.children[t] ?? [])
      .filter((c) => ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].includes(relationAt(tree, c)) && (c < t || ['of', 'by', 'from'].includes(caseOf(tree, c))))
      .sort((a, b) => rank(tree, a) - rank(tree, b))
      .map((c) => doc.mentionAt(s, c))
      .find((m) => m !== undefined && (options.places || !isPlace(doc, m)));
    if (owner) found.push({ mention: owner, direct: false });
  }
  return found;
}

const rank = (tree: Tree, c: number): number => ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].indexOf(relationAt(tree, c));

export function isPlace(doc: Document, mention: Mention): boolean {
  return mention.entities.every((id) => doc.entities.get(id)?.kind === 'place');
}
