/** Where the parties of an act stand: the slots of rules over the arguments of a trigger, and the mentions that fill them. */
import { objectOf, prepositional, subjectOf, surfaceSubject } from '../2-sentences/arguments.ts';
import {
  baseRelation,
  caseOf,
  childrenBy,
  isPassive,
  lemmaAt,
  phraseOf,
  relationAt,
  spanOf,
  type Tree,
  withConjuncts,
} from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention, Span } from '../model/index.ts';

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
      default: {
        const own = [...prepositional(tree, trigger, slot), ...(light === undefined ? [] : prepositional(tree, light, slot))];
        // "a suspension of aid to Egypt": on the complement of the noun.
        return own.length > 0 || slot === 'of' ? own : prepositional(tree, trigger, 'of').flatMap((o) => prepositional(tree, o, slot));
      }
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
  /** The slot's whole noun phrase. */
  readonly phrase: Span;
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
  for (const t of withConjuncts(tree, token).flatMap((c) => throughQuantity(tree, c))) {
    const mention = doc.mentionAt(s, t);
    if (mention && (options.places || !isPlace(doc, mention))) {
      found.push({ mention, direct: true, phrase: slotPhrase(tree, t) });
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
    if (owner) found.push({ mention: owner, direct: false, phrase: slotPhrase(tree, t) });
  }
  return found;
}

const rank = (tree: Tree, c: number): number => ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'nmod'].indexOf(relationAt(tree, c));

/** "hundreds of villagers", "a group of lawmakers", "members of the council": the noun that is meant. */
const QUANTITIES = new Set([
  'hundred',
  'thousand',
  'dozen',
  'score',
  'million',
  'ten',
  'number',
  'group',
  'series',
  'lot',
  'handful',
  'couple',
  'majority',
  'wave',
  'crowd',
  'team',
  'pair',
  'total',
  'round',
  'string',
  'some',
  'many',
  'most',
  'one',
  'all',
  'several',
]);

export function throughQuantity(tree: Tree, token: number): number[] {
  if (!QUANTITIES.has(lemmaAt(tree, token).toLowerCase())) return [token];
  const of = (tree.children[token] ?? []).filter((c) => baseRelation(relationAt(tree, c)) === 'nmod' && caseOf(tree, c) === 'of');
  return of.length > 0 ? of.flatMap((c) => withConjuncts(tree, c)) : [token];
}

/** A noun phrase with what hangs on it, without relative clauses and what follows a comma. */
function slotPhrase(tree: Tree, token: number): Span {
  return spanOf(tree, ...phraseOf(tree, token));
}

export function isPlace(doc: Document, mention: Mention): boolean {
  return mention.entities.every((id) => doc.entities.get(id)?.kind === 'place');
}
