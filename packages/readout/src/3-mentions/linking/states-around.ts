/** The states that the sentences around a name speak of. */
import { caseOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk, Draft } from '../draft.ts';

/** The state whose army is "the Army" in a sentence: that of its own names, else that of the text, else that of the sentences before, else that of its money. */
export function stateAround(desk: Desk, s: number, about: string | undefined): string | undefined {
  const here = statesIn(desk, s);
  if (about !== undefined && (here.size === 0 || (here.size === 1 && here.has(about)))) return about;
  for (let k = s; k >= 0 && k >= s - REACH; k--) {
    const [only, second] = k === s ? here : statesIn(desk, k);
    if (second !== undefined) return undefined;
    if (only !== undefined) return only;
  }
  const [money, other] = statesIn(desk, s, true);
  return other === undefined ? money : undefined;
}

/** How many sentences back. */
const REACH = 2;

/** Whether a text speaks of a state nearby only as whom or what a body's deed is about: "Harbour University hosted the Sudanese delegation". */
export function isOnlyToward(desk: Desk, tree: Tree, d: Draft, state: string): boolean {
  const s = tree.sentence.index;
  const verb = tree.tokens[d.head]?.head ?? -1;
  if (verb < 0 || !relationAt(tree, d.head).startsWith('nsubj')) return false;
  for (let k = Math.max(0, s - REACH); k <= s + REACH; k++) if (k !== s && statesIn(desk, k).has(state)) return false;
  // What a society says of a state tells nothing; others mostly speak of their own.
  const isSociety = /^(NGO|CVL)$/.test(desk.entities.get(d.entities[0] ?? '')?.sector ?? '');
  const toward = isSociety ? /^(obj|iobj|obl|ccomp)/ : /^(obj|iobj|obl)/;
  return (desk.drafts[s] ?? []).every((x) => {
    const of = x.state ?? desk.entities.get(x.entities[0] ?? '')?.state;
    return of !== state || x === d || toward.test(relationUnder(tree, x.head, verb));
  });
}

/** By which relation a word, or what it hangs on, hangs on a verb; empty where it does not. */
function relationUnder(tree: Tree, i: number, verb: number): string {
  let at = i;
  for (let steps = 0; steps < tree.tokens.length; steps++) {
    const up = tree.tokens[at]?.head ?? -1;
    if (up === verb) return /^(in|at|near)$/.test(caseOf(tree, at)) ? '' : relationAt(tree, at);
    if (up < 0) return '';
    at = up;
  }
  return '';
}

/** The states that the names of a sentence are of; `ofMoney`: those whose money it names ("U.S. dollars" may be anybody's), which are left out else. */
export function statesIn(desk: Desk, s: number, ofMoney = false): ReadonlySet<string> {
  const found = new Set<string>();
  const tree = desk.trees[s];
  for (const d of desk.drafts[s] ?? []) {
    const of = d.state ?? desk.entities.get(d.entities[0] ?? '')?.state;
    if (of === undefined) continue;
    if ((tree?.words['money-nouns'].has(tree.tokens[d.end]?.form.toLowerCase() ?? '') ?? false) === ofMoney) found.add(of);
  }
  return found;
}
