/** Tags behind the names of legislators that say of which party and for where: "Senator Jan Novak, D-Ohio", "Jan Novak (R-Texas)". */
import { mapped } from '../../2-sentences/mapped.ts';
import type { Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';

/** Where the place of such a tag begins, whose party's letter is token `i`; undefined where it is none. A letter alone in brackets has no place. */
export function tagPlace(tree: Tree, i: number): number | undefined {
  if (!tree.words['party-letters'].has(tree.tokens[i]?.form ?? '') || !/^[,(]$/.test(tree.tokens[i - 1]?.form ?? '')) return undefined;
  return /^[-–]$/.test(tree.tokens[i + 1]?.form ?? '') && tree.tokens[i + 2]?.upos === 'PROPN' ? i + 2 : undefined;
}

/** The state for a part of which somebody sits, by the tag behind the name that ends at `end`; empty where the lists do not know the part. */
export function stateOfTag(desk: Desk, tree: Tree, end: number): string | undefined {
  const at = tagPlace(tree, end + 1);
  if (at === undefined) return undefined;
  const forms = mapped(tree.tokens, (t) => t.form);
  const short = desk.gazetteer.ofShortPart(forms[at] ?? '');
  if (short !== undefined) return short;
  return desk.gazetteer.match(forms, at)?.readings.find((r) => r.kind === 'region')?.state ?? '';
}
