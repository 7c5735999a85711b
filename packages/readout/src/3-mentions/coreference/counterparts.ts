/** "his Chinese counterpart": who holds the same office in another state. */
import { firstMade } from '../../2-sentences/mapped.ts';
import { caseOf, childrenBy, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt, enter, headedBy } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { enterState } from './own-country.ts';

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
  const states = statesOf(desk, tree, i);
  if (states.length === 0) return false;
  const office = person?.roles?.[0]?.office;
  const ids = states.map((state) => {
    const holder = office ? desk.gazetteer.soleHolder(office, state, desk.day) : undefined;
    if (!holder) return enterState(desk, state);
    return enter(desk, holder.person, { kind: 'person', name: holder.person, state }).id;
  });
  const isKnown = ids.some((id) => desk.entities.get(id)?.kind === 'person');
  const via = isKnown ? 'coreference.counterpart-office' : 'coreference.counterpart-state';
  return draftFor(desk, tree, i, ids, 'nominal', via, { state: states.length === 1 ? states[0] : undefined, sector: 'GOV' });
}

/** The states that the words of "his Estonian and Latvian counterparts", "her counterparts from Estonia and Latvia" tell, in their order. */
function statesOf(desk: Desk, tree: Tree, i: number): readonly string[] {
  const s = tree.sentence.index;
  const isFrom = (c: number): boolean => /^(from|in|of)$/.test(caseOf(tree, c));
  const before = childrenBy(tree, i, 'amod', 'compound');
  const behind = childrenBy(tree, i, 'nmod').filter((c) => c > i && isFrom(c));
  // "met his counterparts from Chile", which parsers hang on the verb.
  const beside = childrenBy(tree, tree.tokens[i]?.head ?? -1, 'obl', 'nmod').filter(
    (c) => caseOf(tree, c) === 'from' && tree.tokens[i + 1]?.head === c,
  );
  const from = [before, behind, beside].find((all) => all.length > 0) ?? [];
  const states = from
    .flatMap((c) => [c, ...childrenBy(tree, c, 'conj')])
    .flatMap((c) => {
      const draft = draftAt(desk, s, c);
      return (draft && stateOf(desk, draft)) ?? [];
    });
  return [...new Set(states)];
}

function subjectPerson(desk: Desk, tree: Tree) {
  const subject = childrenBy(tree, tree.root, 'nsubj')[0];
  const d = subject === undefined ? undefined : headedBy(desk, tree.sentence.index, subject);
  return d ? desk.entities.get(d.entities[0] ?? '') : undefined;
}
