/**
 * Does a capital's or a seat's name stand for the place or for the government? Its syntactic role decides, with the words around it:
 * "in Beijing" is a place, "Beijing said" a government, "visit Beijing" a place, "talks with Beijing" a government.
 * Word lists: lexicon/metonym-contexts.tsv.
 */
import { baseRelation, caseOf, childrenBy, lemmaAt, relationAt, type Tree } from '../2-sentences/syntax.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Desk } from './draft.ts';

export interface MetonymContexts {
  /** `slot/word` → literal or metonymic; slots: prep, subject-of, object-of, prep-of, poss-of, modifier-of. */
  readonly words: ReadonlyMap<string, 'place' | 'party'>;
}

export function metonymContexts(knowledge: Knowledge): MetonymContexts {
  return {
    words: new Map(knowledge.lexicon('metonym-contexts').map((r) => [`${r.slot}/${r.word}`, r.reading === 'place' ? 'place' : 'party'])),
  };
}

export function standsForPlace(desk: Desk & { metonyms?: MetonymContexts }, tree: Tree, head: number): boolean {
  return placeReading(desk.metonyms?.words ?? new Map(), tree, head) === 'place';
}

/** The reading of a place name by its role in the sentence. */
export function placeReading(words: ReadonlyMap<string, 'place' | 'party'>, tree: Tree, name: number): 'place' | 'party' {
  // In a coordination the first conjunct's role counts.
  let head = name;
  while (relationAt(tree, head) === 'conj' && caseOf(tree, head) === '' && (tree.tokens[head]?.head ?? -1) >= 0)
    head = tree.tokens[head]?.head ?? head;
  const relation = relationAt(tree, head);
  const up = tree.tokens[head]?.head ?? -1;
  const governor = lemmaAt(tree, up).toLowerCase();
  const look = (slot: string, word: string): 'place' | 'party' | undefined => words.get(`${slot}/${word}`);
  // "Lima, Peru" and "Beijing, China": a place named with what it lies in.
  if (
    (tree.children[head] ?? []).some(
      (c) =>
        c > head &&
        ['appos', 'nmod:unmarked', 'flat', 'nmod'].includes(relationAt(tree, c)) &&
        caseOf(tree, c) === '' &&
        tree.tokens[c]?.upos === 'PROPN' &&
        tree.tokens[c - 1]?.form === ',',
    )
  )
    return 'place';
  switch (baseRelation(relation)) {
    case 'nsubj': {
      const verb = look(relation === 'nsubj:pass' ? 'passive-subject-of' : 'subject-of', governor);
      if (verb) return verb;
      const cop = childrenBy(tree, up, 'cop').length > 0;
      return cop ? (look('copula', governor) ?? 'party') : 'party';
    }
    case 'obj':
    case 'iobj':
      return look('object-of', governor) ?? 'party';
    case 'obl':
    case 'nmod': {
      if (relation === 'nmod:poss') return look('poss-of', governor) ?? 'party';
      const prep = caseOf(tree, head);
      if (prep === '')
        return relation === 'nmod:unmarked' || relation === 'obl:unmarked' ? 'place' : (look('modifier-of', governor) ?? 'party');
      return look(`${prep}-of`, governor) ?? look('prep', prep) ?? 'party';
    }
    case 'compound':
    case 'amod':
      return look('modifier-of', governor) ?? (tree.tokens[up]?.upos === 'PROPN' ? 'place' : 'party');
    case 'appos':
    case 'root':
    case 'dep':
    case 'list':
    case 'flat':
      return 'place';
    default:
      return 'party';
  }
}
