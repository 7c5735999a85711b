/**
 * The office whose words end right before a name, where they stand in a row that the tree may cut wrongly: "Minister of Foreign Affairs Jan Novak",
 * "Minister for Ports, Roads and Canals Jan Novak", "Chairman of the Harbour Board's committee on fish Jan Novak".
 */
import { formsOf, lemmasOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import type { Role } from '../lists/roles.ts';
import { officeHead } from './role-of.ts';

/** How many words may stand between an office and a name. */
const LONGEST = 14;

/** An office in front of a name, with its end. */
export interface OfficeInFront {
  /** The token of the office, and the last of its words: "Secretary" and "State". */
  readonly head: number;
  readonly last: number;
  readonly role: Role;
}

/** Reads to the left from token `start`, over states, bodies and fields, up to the nearest office. */
export function officeBefore(desk: Desk, tree: Tree, start: number): OfficeInFront | undefined {
  const last = officeAt(desk, tree, start - 1);
  if (last) return last;
  const forms = formsOf(tree);
  let hasAnd = false;
  for (let i = start - 1; i >= 0 && i > start - LONGEST; i--) {
    if (isOffices(tree, i) && i < start - 1) {
      const office = officeAt(desk, tree, i - 1, forms[i] === 'of' || forms[i] === 'to');
      if (office) return isTitleUpTo(desk, tree, i, start) ? office : undefined;
    }
    hasAnd ||= forms[i] === 'and';
    if (isInName(desk, tree, i)) continue;
    const form = tree.tokens[i]?.form ?? '';
    // A comma only in a list of fields: "for Ports, Roads and Canals".
    if (form === ',' ? !hasAnd : !/^(\p{Lu}.*|of|the|and|for|on|['’]s|['’]|-|&)$/u.test(form)) return undefined;
    // Another title: "President Jan" of "the adviser of President Jan Novak".
    const other = tree.tokens[i]?.upos === 'ADJ' ? undefined : officeAt(desk, tree, i);
    if (other && other.role.offices.length > 0 && !/^(of|for|on)$/.test(forms[i + 1] ?? '') && !/^['’]/.test(forms[i + 1] ?? ''))
      return undefined;
  }
  return undefined;
}

/** "Minister of", "ambassador to", not "aide to": a preposition behind an office that begins what it is an office of. */
export function isOffices(tree: Tree, i: number): boolean {
  const form = tree.tokens[i]?.form ?? '';
  if (form !== 'to') return /^(of|for|on)$/.test(form);
  const noun = lemmasOf(tree)[i - 1] ?? '';
  return tree.words['sent-to'].has(noun) && tree.words['sent-abroad'].has(noun);
}

/** The office that ends at a token, also "Secretary of State"; in capitals, unless `small`. */
function officeAt(desk: Desk, tree: Tree, i: number, small = false): OfficeInFront | undefined {
  const role = i >= 0 ? desk.roles.at(tree, i) : undefined;
  if (role?.kind !== 'role') return undefined;
  const head = officeHead(tree, role, i);
  const t = tree.tokens[head];
  // "Chief of the General Staff": no title of its own.
  if (tree.words['either-number'].has(formsOf(tree)[head] ?? '')) return undefined;
  // "Former secretary of state Jan Novak": so many words are an office in small letters too.
  const isLong = head < i;
  return t && (small || isLong || /^\p{Lu}/u.test(t.form)) && !/^NNP?S$/.test(t.xpos) ? { head, last: i, role } : undefined;
}

/** Whether all between the "of" or "for" of an office and a name belongs to the office: nobody else is named there, nor does the name begin before it. */
function isTitleUpTo(desk: Desk, tree: Tree, of: number, start: number): boolean {
  for (const d of desk.drafts[tree.sentence.index] ?? [])
    if (d.start > of && d.start < start && d.kind !== 'nominal' && desk.entities.get(d.entities[0] ?? '')?.kind === 'person') return false;
  const form = tree.tokens[start - 1]?.form ?? '';
  return isInName(desk, tree, start - 1) || (/^\p{Lu}/u.test(form) && !desk.genders.has(form));
}

const isInName = (desk: Desk, tree: Tree, i: number): boolean =>
  (desk.drafts[tree.sentence.index] ?? []).some((d) => d.kind !== 'nominal' && d.start <= i && i < d.end);
