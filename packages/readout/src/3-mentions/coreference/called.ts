/** Whether a body that a text named is called by a noun: "the commission" of the Harbour Commission, "the military" of the Peruvian Army. */
import { lemmaAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Entity } from '../../model/index.ts';
import type { Desk, Draft } from '../draft.ts';
import { kindIn } from '../linking/text-bodies.ts';

/** Whether a body has a noun in its name, or is called so in the text; not one that no list holds by the noun that begins it: "Military Times". */
export const isCalled = (desk: Desk, d: Draft, { name, knowledge }: Entity, noun: string): boolean => {
  // "the government" is no committee on government.
  const words = kindIn(name).trim().toLowerCase().split(' ');
  while (words.length > 1 && desk.trees[d.sentence]?.words['legal-forms'].has(words[words.length - 1]?.replaceAll('.', '') ?? ''))
    words.pop();
  const isBegun = knowledge === undefined && words[0] === noun && /^\p{Lu}/u.test(name.split(' ')[1] ?? '');
  const isLast = words[words.length - 1] === noun;
  const isNamed = isLast || (knowledge !== undefined && noun !== 'government');
  // "the military" of the Harbour Army.
  const isForces = noun === 'military' && desk.trees[d.sentence]?.words['whole-armed-forces'].has(words[words.length - 1] ?? '') === true;
  return (
    isForces || (words.includes(noun) && !isBegun && isNamed) || lemmaAt(desk.trees[d.sentence] as Tree, d.end - 1).toLowerCase() === noun
  );
};
