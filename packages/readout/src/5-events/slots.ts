/** Where the parties of an act stand: the slots of rules over the arguments of a trigger, and the mentions that fill them. */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, isPassive, lemmaAt, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';

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
        return (tree.children[trigger] ?? []).filter(
          (c) =>
            c < trigger &&
            ['amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'].includes(relationAt(tree, c)) &&
            caseOf(tree, c) === '',
        );
      case 'iobject':
        return light === undefined ? [] : childrenBy(tree, light, 'iobj');
      case 'comp':
      case 'xcomp-subject':
        return (tree.children[trigger] ?? [])
          .filter((c) => baseRelation(relationAt(tree, c)) === 'acl')
          .flatMap((x) => surfaceSubject(tree, x).filter((t) => t !== trigger));
      case 'by': {
        const own = prepositional(tree, trigger, 'by');
        if (own.length > 0) return own;
        // "the torture of prisoners by soldiers": parsers hang the agent on the victim or on the clause.
        const below = prepositional(tree, trigger, 'of').flatMap((o) => prepositional(tree, o, 'by'));
        if (below.length > 0) return below;
        const up = tree.tokens[trigger]?.head ?? -1;
        return up >= 0 && tree.tokens[up]?.upos === 'VERB' && !isPassive(tree, up)
          ? (tree.children[up] ?? []).filter((c) => c > trigger && baseRelation(relationAt(tree, c)) === 'obl' && caseOf(tree, c) === 'by')
          : [];
      }
      default:
        return [...prepositional(tree, trigger, slot), ...(light === undefined ? [] : prepositional(tree, light, slot))];
    }
  }
  switch (slot) {
    case 'subject': {
      if (childrenBy(tree, trigger, 'cop').length > 0 || childrenBy(tree, trigger, 'nsubj').length > 0)
        return surfaceSubject(tree, trigger);
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
const NOT_THROUGH = new Set([
  'year',
  'month',
  'week',
  'day',
  'time',
  'century',
  'language',
  'dollar',
  'border',
  'soil',
  'territory',
  'capital',
  'city',
  'town',
  'coast',
  'embassy',
]);

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
      .filter(
        (c) =>
          ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].includes(relationAt(tree, c)) &&
          (c < t || ['of', 'by', 'from'].includes(caseOf(tree, c))),
      )
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
