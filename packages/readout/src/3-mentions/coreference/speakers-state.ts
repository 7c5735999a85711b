/** Whose "the government" is where a text names several states: an official speaks of his own, and a parliament or party deals with its own. */
import { childrenBy, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, draftAt } from '../draft.ts';
import { stateOf } from '../grammar/belonging.ts';
import type { Discourse } from './discourse.ts';

/** How far up the tree a speaker may stand. */
const STEPS = 8;

const OFFICIAL = /^(GOV|LEG|MIL|JUD)$/;
const AT_HOME = /^(LEG|PTY|OPP|LAB)$/;

/** The state of whoever says or thinks the clause that the noun at `i` stands in, if of a government: "Minister Novak said that the government". */
export function speakersState(desk: Desk, tree: Tree, i: number): string | undefined {
  let isSaid = false;
  for (let k = i, step = 0; step < STEPS; step++) {
    const up = tree.tokens[k]?.head ?? -1;
    if (up < 0) return undefined;
    isSaid ||= relationAt(tree, k) === 'ccomp';
    const subject = isSaid ? subjectOf(tree, up, k) : undefined;
    if (subject !== undefined) return stateOfSubject(desk, tree, subject, OFFICIAL);
    k = up;
  }
  return undefined;
}

/** The state whose act the noun at `i` tells of in the clause before it: "Finland will close its border, the government announced". */
export function stateOfTold(desk: Desk, tree: Tree, i: number): string | undefined {
  const said = tree.tokens[i]?.head ?? -1;
  if (said < i || relationAt(tree, i) !== 'nsubj') return undefined;
  const up = relationAt(tree, said) === 'parataxis' ? (tree.tokens[said]?.head ?? -1) : -1;
  const told = up >= 0 ? up : childrenBy(tree, said, 'ccomp').find((c) => c < i);
  if (told === undefined || told > i) return undefined;
  const subject = childrenBy(tree, told, 'nsubj').find((c) => c < told);
  const d = subject === undefined ? undefined : draftAt(desk, tree.sentence.index, subject);
  return d?.entities.length === 1 && desk.entities.get(d.entities[0] ?? '')?.kind === 'state' ? d.entities[0] : undefined;
}

/** The state of the official whose quoted words the noun at `i` is in: "the president has decided," his spokeswoman said. */
export function quotedState({ desk, quoted }: Discourse, tree: Tree, i: number): string | undefined {
  const at = quoted.speaker(quoted.at(tree.sentence.index, i));
  const said = at && desk.trees[at.sentence];
  return said ? stateOfSubject(desk, said, at.token, OFFICIAL) : undefined;
}

/** The state of the parliament, party or union that acts upon the noun at `i`: "the senate asked the cabinet to", "criticised the government". */
export function homeOfSubject(desk: Desk, tree: Tree, i: number): string | undefined {
  const up = tree.tokens[i]?.head ?? -1;
  if (up < 0 || !/^(obj|iobj|obl)/.test(relationAt(tree, i))) return undefined;
  // "criticised the government and asked the cabinet".
  const first = relationAt(tree, up) === 'conj' && subjectOf(tree, up, i) === undefined ? (tree.tokens[up]?.head ?? -1) : up;
  const subject = first < 0 ? undefined : subjectOf(tree, first, i);
  return subject === undefined ? undefined : stateOfSubject(desk, tree, subject, AT_HOME);
}

const subjectOf = (tree: Tree, verb: number, other: number): number | undefined =>
  childrenBy(tree, verb, 'nsubj', 'nsubj:pass').find((c) => c !== other);

function stateOfSubject(desk: Desk, tree: Tree, subject: number, sectors: RegExp): string | undefined {
  const d = draftAt(desk, tree.sentence.index, subject);
  const e = d && d.entities.length === 1 ? desk.entities.get(d.entities[0] ?? '') : undefined;
  if (!d || !e || e.kind === 'place') return undefined;
  return sectors.test(d.sector ?? e.sector ?? '') ? stateOf(desk, d) : undefined;
}
