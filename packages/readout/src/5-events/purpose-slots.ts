/** Parties in the clauses that say what an act is for: whom a promise helps, what aid is for, against whom a strike is. */
import { objectOf, prepositional } from '../2-sentences/arguments.ts';
import { caseOf, childrenBy, lemmaAt, type Tree } from '../2-sentences/syntax.ts';
import { iobjectOf } from './two-objects.ts';

/** The clauses of purpose under a trigger or its object. */
function purposeClauses(tree: Tree, holders: readonly number[]): number[] {
  // "a shipment of tents and blankets to help Kenya": below the object.
  const deeper = holders.flatMap((h) =>
    childrenBy(tree, h, 'nmod', 'conj', 'obl')
      .filter((c) => c > h && (tree.bases[c] !== 'obl' || /^(in|of|worth)$/.test(caseOf(tree, c))))
      .flatMap((c) => [c, ...childrenBy(tree, c, 'conj')]),
  );
  // "an effort designed to help Kenya".
  const made = holders.flatMap((h) => childrenBy(tree, h, 'acl').filter((c) => tree.words.aimed.has(lemmaAt(tree, c))));
  const clauses = [...holders, ...deeper, ...made].flatMap((h) =>
    childrenBy(tree, h, 'xcomp', 'advcl', 'acl').filter(
      (c) =>
        childrenBy(tree, c, 'mark').some((m) => tree.tokens[m]?.form.toLowerCase() === 'to') &&
        // "pledged not to join an alliance": nothing for anybody.
        !childrenBy(tree, c, 'advmod').some((m) => lemmaAt(tree, m) === 'not'),
    ),
  );
  return [...clauses, ...clauses.flatMap((c) => childrenBy(tree, c, 'xcomp'))];
}

/** Those whom a promise is to do good: "agreed to lend money *to Kenya*", "vowed to help *the rebels*"; what is bought, shut or set up is nobody. */
export function benefitOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = purposeClauses(tree, holders);
  const helped = clauses.filter((c) => tree.words.benefits.has(lemmaAt(tree, c).toLowerCase())).flatMap((c) => objectOf(tree, c));
  const by = (...preps: string[]): number[] => clauses.flatMap((c) => preps.flatMap((p) => prepositional(tree, c, p)));
  return [...clauses.flatMap((c) => iobjectOf(tree, c)), ...by('to', 'with', 'between'), ...helped];
}

/** Those meant by what an act is for: "gave a million to fight disease *in Kenya*". */
export function purposeOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = purposeClauses(tree, holders);
  const by = (...preps: string[]): number[] => clauses.flatMap((c) => preps.flatMap((p) => prepositional(tree, c, p)));
  const objects = clauses
    .filter(
      (c) => !tree.words['against-its-object'].has(lemmaAt(tree, c).toLowerCase()) || lemmaAt(tree, objectOf(tree, c)[0] ?? -1) === 'need',
    )
    .flatMap((c) => objectOf(tree, c));
  return [
    ...clauses.flatMap((c) => iobjectOf(tree, c)),
    ...by('to', 'with', 'between'),
    ...objects.flatMap((o) => prepositional(tree, o, 'between')),
    ...objects,
    ...by('for', 'from', 'in'),
  ];
}

/** Against whom a strike or a march is whose purpose or reason says so: "went on strike to protest *against X*", "in protest *against X*", "protesting *X*". */
export function causeOf(tree: Tree, holders: readonly number[]): number[] {
  const clauses = [...purposeClauses(tree, holders), ...holders.flatMap((h) => childrenBy(tree, h, 'advcl', 'acl'))];
  const protests = clauses.filter((c) => lemmaAt(tree, c) === 'protest');
  const reasons = holders.flatMap((h) => childrenBy(tree, h, 'obl'));
  const answers = reasons.filter((c) => /^(response|reaction|answer|opposition)$/.test(lemmaAt(tree, c)) && caseOf(tree, c) === 'in');
  return [
    ...[...clauses, ...reasons].flatMap((c) => prepositional(tree, c, 'against')),
    ...answers.flatMap((c) => prepositional(tree, c, 'to')),
    ...protests.flatMap((c) => objectOf(tree, c)),
  ];
}
