/** "his Chinese counterpart": who holds the same office in another state. */
import { firstMade } from '../../2-sentences/mapped.ts';
import { childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt, enter, headedBy } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';

/** "his Chinese counterpart": the same office in the other state, at the article's day. */
export function counterpart(desk: Desk, tree: Tree, i: number): boolean {
  if (lemmasOf(tree)[i] !== 'counterpart') return false;
  const s = tree.sentence.index;
  const named = firstMade(childrenBy(tree, i, 'appos', 'flat', 'nmod:desc'), (c) => headedBy(desk, s, c));
  if (named) return draftFor(desk, tree, i, named.entities, 'nominal', 'coreference.counterpart-named');
  const up = tree.tokens[i]?.head ?? -1;
  const above = ['nmod:desc', 'compound', 'flat', 'appos'].includes(relationAt(tree, i)) ? headedBy(desk, s, up) : undefined;
  if (above) return draftFor(desk, tree, i, above.entities, 'nominal', 'coreference.counterpart-named');
  const poss = childrenBy(tree, i, 'nmod:poss')[0];
  const owner = poss === undefined ? undefined : (headedBy(desk, s, poss) ?? draftAt(desk, s, poss));
  const person = owner ? desk.entities.get(owner.entities[0] ?? '') : subjectPerson(desk, tree);
  const adjective = firstMade(childrenBy(tree, i, 'amod', 'compound'), (c) => draftAt(desk, s, c));
  const state = adjective ? stateOf(desk, adjective) : undefined;
  const office = person?.roles?.[0]?.office;
  if (state && office) {
    const holder = desk.gazetteer.soleHolder(office, state, desk.day);
    if (holder) {
      enter(desk, holder.person, { kind: 'person', name: holder.person, state });
      return draftFor(desk, tree, i, [holder.person], 'nominal', 'coreference.counterpart-office', { state, sector: 'GOV' });
    }
  }
  if (state) return draftFor(desk, tree, i, [state], 'nominal', 'coreference.counterpart-state', { state, sector: 'GOV' });
  return false;
}

function subjectPerson(desk: Desk, tree: Tree) {
  const subject = childrenBy(tree, tree.root, 'nsubj')[0];
  const d = subject === undefined ? undefined : headedBy(desk, tree.sentence.index, subject);
  return d ? desk.entities.get(d.entities[0] ?? '') : undefined;
}
