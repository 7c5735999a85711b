/** Who stands in a relation: the holder by predication, apposition or title, the other by possessor, modifier or preposition. */
import { objectOf, prepositional, surfaceSubject } from '../2-sentences/arguments.ts';
import { baseRelation, caseOf, childrenBy, relationAt, type Tree, withConjuncts } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import type { Mention } from '../model/index.ts';
import type { RelationRule } from './rules.ts';

export interface Holder {
  readonly entity: string;
  readonly mention: Mention;
}

/** The party at a token: a state, organisation or armed group itself, a person or body by its state; each conjunct. */
export function holdersAt(doc: Document, tree: Tree, token: number, kinds: ReadonlySet<string>): Holder[] {
  return withConjuncts(tree, token).flatMap((t) => {
    const m = doc.mentionAt(tree.sentence.index, t);
    return m ? holdersOf(doc, m, kinds) : [];
  });
}

function holdersOf(doc: Document, m: Mention, kinds: ReadonlySet<string>): Holder[] {
  return m.entities.flatMap((id) => {
    const e = doc.entities.get(id);
    if (!e) return [];
    if (kinds.has('person') && e.kind === 'person') return [{ entity: id, mention: m }];
    if (kinds.has('place') && e.kind === 'place') return [{ entity: id, mention: m }];
    if (e.kind === 'state') return kinds.has('state') || kinds.has('any') ? [{ entity: id, mention: m }] : [];
    if (e.kind === 'organisation' || e.kind === 'armed-group')
      return kinds.has(e.kind === 'organisation' ? 'organisation' : 'group') || kinds.has('any') ? [{ entity: id, mention: m }] : [];
    // A person, government or people stands for the state.
    const state = m.state ?? e.state;
    if (state && kinds.has('state') && e.kind !== 'place' && doc.entities.has(state)) return [{ entity: state, mention: m }];
    return [];
  });
}

/** Who the trigger is said of. */
export function holders(doc: Document, tree: Tree, trigger: number, rule: RelationRule): Holder[] {
  const kinds = new Set(['state', 'organisation', 'group', ...(rule.otherIs.has('person') ? ['person'] : [])]);
  const at = (t: number): Holder[] => holdersAt(doc, tree, t, kinds);
  if (rule.pos === 'verb' || rule.pos === 'adj') return surfaceSubject(tree, trigger).flatMap(at);
  const relation = relationAt(tree, trigger);
  const up = tree.tokens[trigger]?.head ?? -1;
  // "X is an ally of Y" (also in a coordination of predicates) and "at war".
  const predicate = childrenBy(tree, trigger, 'nsubj', 'nsubj:pass', 'nsubj:outer');
  if (predicate.length > 0) return predicate.flatMap(at);
  if (baseRelation(relation) === 'conj' && up >= 0) {
    const first = childrenBy(tree, up, 'nsubj');
    if (first.length > 0 && (childrenBy(tree, up, 'cop').length > 0 || tree.tokens[up]?.upos === 'NOUN')) return first.flatMap(at);
  }
  // "remains an ally", "became a member", "considers X an ally", "as an ally".
  if (up >= 0 && baseRelation(relation) === 'xcomp') {
    const objects = objectOf(tree, up).filter((o) => o !== trigger);
    return (objects.length > 0 ? objects : surfaceSubject(tree, up)).flatMap(at);
  }
  if (up >= 0 && tree.tokens[up]?.upos === 'VERB' && /^(remain|become|stay|be)$/.test(tree.tokens[up]?.lemma ?? ''))
    return surfaceSubject(tree, up).flatMap(at);
  // "Turkey, a NATO member", "the North's main backer, China", "US ally Japan".
  if (relation === 'appos' && up >= 0) return at(up);
  if ((relation === 'nmod:desc' || relation === 'compound') && up >= 0) return at(up);
  const beside = childrenBy(tree, trigger, 'appos', 'flat', 'nmod:desc');
  for (const b of beside) {
    const found = at(b);
    if (found.length > 0) return found;
  }
  return [];
}

/** The other party, by the rule's slots in order. */
export function others(doc: Document, tree: Tree, trigger: number, rule: RelationRule): Holder[] {
  const kinds = rule.otherIs;
  for (const slot of rule.other) {
    const tokens =
      slot === 'poss'
        ? childrenBy(tree, trigger, 'nmod:poss')
        : slot === 'mod'
          ? (tree.children[trigger] ?? []).filter(
              (c) =>
                c < trigger &&
                ['amod', 'compound', 'nmod:desc', 'nmod:unmarked', 'nmod'].includes(relationAt(tree, c)) &&
                caseOf(tree, c) === '',
            )
          : slot === 'object'
            ? objectOf(tree, trigger)
            : prepositional(tree, trigger, slot);
    const found = tokens.flatMap((t) => holdersAt(doc, tree, t, kinds));
    if (found.length > 0) return found;
  }
  return [];
}
