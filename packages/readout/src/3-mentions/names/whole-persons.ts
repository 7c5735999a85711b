/** Where the names of persons begin and end that the model marked: without titles, with the given name before and the surname behind that it left out. */
import { plainForm } from '../../2-sentences/features.ts';
import { baseRelation, type Tree } from '../../2-sentences/syntax.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import type { NameHit } from './name-hit.ts';

type Run = Pick<NameHit, 'start' | 'end'>;

interface Lists {
  readonly roles: RoleLexicon;
  readonly gazetteer: Gazetteer;
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
}

/** The name that a marked run is a person's; undefined where its words are the front of an office ("Chad Prime Minister"). */
export function wholePerson(tree: Tree, marked: Run, lists: Lists): Run | undefined {
  let { start } = marked;
  let end = personEnd(tree, marked.start, marked.end);
  const office = lists.roles.at(tree, end);
  if (office && office.start < end && /^\p{Lu}/u.test(tree.tokens[end]?.form ?? '')) {
    // "Shadow Home Secretary": one word is left, which is nobody's name.
    end = office.start;
    if (end <= start + 1) return undefined;
  }
  // "Virginia Sen.": the title of whoever stands behind it.
  const last = tree.tokens[end - 1]?.form ?? '';
  if (end > start + 1 && last.endsWith('.') && lists.roles.isTitle(last) && --end === start + 1) return undefined;
  // "Dean Kamen": a title that is a given name, too, before one other word.
  const isGiven =
    end - start === 2 &&
    lists.genders.has(tree.tokens[start]?.form ?? '') &&
    !(lists.roles.at(tree, start)?.offices.length ?? 0) &&
    !isBehindArticle(tree, start);
  if (!isGiven) while (start < end - 1 && isTitleWord(tree, start, lists.roles)) start++;
  if (end - start > 1) return { start, end };
  if (isPartBeside(tree, start - 1, start, lists)) start--;
  else if (isPartBeside(tree, end, start, lists)) end++;
  return { start, end };
}

/**
 * Whether a name's first word is a given name and no state that the rest of the name belongs to: "Karen Novak", not "French Dupont"; of a state that people
 * are called after ("Chad Novak") only where it makes one name with a single surname.
 */
export function isGivenName(tree: Tree, front: NameHit, name: Run, genders: ReadonlyMap<string, 'm' | 'f'>): boolean {
  const surname = tree.tokens[front.end];
  const isOneName = surname?.deprel === 'flat' && surname.head === front.start && name.end === front.end + 1;
  const isState = front.readings.some((r) => r.entityKind === 'state' && !r.partial) && !isOneName;
  return !isState && front.end === front.start + 1 && name.end - front.end < 3 && genders.has(tree.tokens[front.start]?.form ?? '');
}

const isBehindArticle = (tree: Tree, i: number): boolean => /^(the|a|an|of)$/i.test(tree.tokens[i - 1]?.form ?? '');

/**
 * "Ichiro Suzuki" of which one word was marked: a proper noun beside it that the tree holds for a part of the same name, and that means nothing else. Before a
 * surname that everybody knows, or a given name, any word of a headline may stand ("Stop Trump").
 */
function isPartBeside(tree: Tree, i: number, marked: number, { roles, gazetteer, genders }: Lists): boolean {
  const [t, m] = [tree.tokens[i], tree.tokens[marked]];
  const [first, last] = i < marked ? [t, m] : [m, t];
  if (!t || !m || !first?.spaceAfter || last?.deprel !== 'flat' || last.head !== Math.min(i, marked)) return false;
  if (t.upos !== 'PROPN' || !/^\p{Lu}\p{Ll}/u.test(t.form) || roles.isTitle(t.form) || roles.at(tree, i) !== undefined) return false;
  const isKnown = gazetteer.wellKnown(m.form, undefined) !== undefined;
  if (i < marked ? (isKnown || genders.has(m.form)) && !genders.has(t.form) : isKnown || !genders.has(m.form)) return false;
  const { words } = tree;
  const word = t.form.replace(/\.$/, '');
  for (const set of ['titles-of-address', 'days-and-months', 'before-place-names', 'storms'] as const)
    if (words[set].has(word.toLowerCase())) return false;
  return gazetteer.match([plainForm(t.form)], 0) === undefined;
}

/** "Jan Novak of the Harvest Party" is Jan Novak; kings and saints keep their "of". */
function personEnd(tree: Tree, start: number, end: number): number {
  const of = tree.tokens.slice(start, end).findIndex((t) => t.form === 'of');
  return of >= 2 && !tree.words['keeps-of'].has(tree.tokens[start]?.form ?? '') ? start + of : end;
}

function isTitleWord(tree: Tree, i: number, roles: RoleLexicon): boolean {
  const t = tree.tokens[i];
  if (!t) return false;
  return roles.isTitle(t.form) || roles.at(tree, i) !== undefined || baseRelation(t.deprel) === 'amod';
}

/** "C. Jan Novak" of which the initial was marked by itself, or not at all. */
export function withInitials(tree: Tree, hits: NameHit[]): NameHit[] {
  let all = hits;
  for (const h of hits) {
    const first = tree.tokens[h.start - 1];
    if (h.label !== 'PER' || h.readings.length > 0 || h.end - h.start < 2 || !first?.spaceAfter || !/^\p{Lu}\.$/u.test(first.form))
      continue;
    // "of Jan C. Novak Varga": not between two words of a name.
    if (tree.tokens[h.start - 2]?.upos === 'PROPN' && first.deprel === 'flat') continue;
    const whole = { ...h, start: h.start - 1 };
    all = all.filter((x) => x !== h && !(x.start === whole.start && x.end === h.start)).concat(whole);
  }
  return all === hits ? hits : all.sort((a, b) => a.start - b.start);
}
