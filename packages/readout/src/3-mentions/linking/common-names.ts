/**
 * Listed persons whose names ordinary people often bear (lists/common-names.tsv): the name in full is no sign of them by itself. The text has to give an
 * office, a state's body or a party with it somewhere.
 */
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { tagPlace } from '../grammar/party-tags.ts';
import { describeTitle } from './describe-persons.ts';

/** Sectors of titles and of bodies that tell of public life; of the police come namesakes by the hundred. */
const PUBLIC = new Set(['GOV', 'LEG', 'PTY', 'MIL', 'JUD', 'SPY', 'IGO', 'UNO', 'EUR']);

/** Whether a text tells that it means this person, named in words that many bear. */
export function isToldOf(desk: Desk, id: string, name: string): boolean {
  const key = `${id} ${name}`;
  const known = desk.toldOf.get(key);
  if (known !== undefined) return known;
  const isTold = isToldAnywhere(desk, id, name);
  desk.toldOf.set(key, isTold);
  return isTold;
}

function isToldAnywhere(desk: Desk, id: string, name: string): boolean {
  const words = name.split(' ');
  const surname = words[words.length - 1] ?? '';
  const state = desk.gazetteer.known(id)?.state;
  return desk.trees.some((tree) =>
    tree.tokens.some((t, i) => {
      if (t.form !== surname) return false;
      // "Senator Novak".
      const before = i > 0 ? desk.roles.at(tree, i - 1) : undefined;
      if (before && before.offices.length > 0) return true;
      const start = i - words.length + 1;
      if (start < 0 || words.some((w, k) => tree.tokens[start + k]?.form !== w)) return false;
      return isDescribed(desk, tree, start, i) || isPartyBehind(tree, i + 1) || namesBody(desk, tree, state) || namesOffice(desk, tree, id);
    }),
  );
}

/** "Foreign Minister Jan Novak", "Jan Novak, a senator". */
function isDescribed(desk: Desk, tree: Tree, start: number, end: number): boolean {
  for (let i = start; i <= end; i++) {
    const said = describeTitle(desk, tree, i);
    if (said.offices.length > 0 || PUBLIC.has(said.sector ?? '')) return true;
  }
  return false;
}

/** "The Speaker of the House of Commons, the Right Honourable Jan Novak": whether a sentence names an office that he held. */
const namesOffice = (desk: Desk, tree: Tree, id: string): boolean => {
  const offices = new Set(desk.gazetteer.offices(id).map((o) => o.office));
  return tree.tokens.some((_, i) => desk.roles.at(tree, i)?.offices.some((o) => offices.has(o)) ?? false);
};

/** "(D-Ohio)", "(R)", ", R-Texas,". */
const isPartyBehind = (tree: Tree, i: number): boolean =>
  tagPlace(tree, i + 1) !== undefined || (tree.tokens[i]?.form === '(' && tree.words['party-letters'].has(tree.tokens[i + 1]?.form ?? ''));

/** Whether a sentence names a body or a party of a state. */
function namesBody(desk: Desk, tree: Tree, state: string | undefined): boolean {
  const forms = tree.tokens.map((t) => t.form);
  return forms.some((_, i) =>
    desk.gazetteer
      .match(forms, i)
      ?.readings.some((r) => (r.entityKind === 'body' || r.sector === 'PTY') && r.state === state && PUBLIC.has(r.sector ?? '')),
  );
}
