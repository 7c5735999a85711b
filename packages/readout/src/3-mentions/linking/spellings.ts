/** Names spelt otherwise than the lists or the rest of a text have them: another transliteration, a letter left out, more given names. */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import type { Desk } from '../draft.ts';
import { officeBefore } from '../grammar/office-end.ts';

/** A name of at least so many letters may differ in one; of at least so many, in two. */
const ONE = 5;
const TWO = 8;
/** Longer words are no names, and dear to compare. */
const LONGEST = 40;

/**
 * Who holds the office that stands in front of a name on the day, where the name is his but for its spelling or for given names in its midst: "President of
 * Hungary Tomas Antal Varga", "Prime Minister Lindkvist". Nobody where several hold it.
 */
export function holderSpelt(desk: Desk, tree: Tree, start: number, words: string, state: string | undefined): string | undefined {
  const office = officeBefore(desk, tree, start);
  if (!office || office.role.offices.length === 0 || desk.day === undefined) return undefined;
  const of = stateBefore(desk, tree, start) ?? state ?? desk.article.publisher?.state;
  if (of === undefined) return undefined;
  for (const id of office.role.offices) {
    const holder = desk.gazetteer.soleHolder(id, of, desk.day);
    if (!holder) continue;
    const name = desk.gazetteer.known(holder.person)?.name;
    if (name !== undefined && isSameName(words, name)) return holder.person;
  }
  return undefined;
}

/** "California senator Diane Feinstein": the only bearer of the surname who ever held the office in front and whose first name is spelt nearly so. */
export function bearerSpelt(desk: Desk, words: string, offices: readonly string[], state: string | undefined): string | undefined {
  if (offices.length === 0 || !words.includes(' ')) return undefined;
  const found = desk.gazetteer.surname(words.slice(words.lastIndexOf(' ') + 1)).filter((id) => {
    const known = desk.gazetteer.known(id);
    if (!known || (state !== undefined && known.state !== undefined && known.state !== state)) return false;
    return isSameName(words, known.name) && desk.gazetteer.offices(id).some((o) => offices.includes(o.office));
  });
  return found.length === 1 ? found[0] : undefined;
}

/** "President of Brazil Jan Novak": the state right before a name. */
function stateBefore(desk: Desk, tree: Tree, start: number): string | undefined {
  for (const d of desk.drafts[tree.sentence.index] ?? []) {
    const e = d.end === start ? desk.entities.get(d.entities[0] ?? '') : undefined;
    if (e?.kind === 'state' && /^(of|the)$/.test(formsOf(tree)[d.start - 1] ?? '')) return e.id;
  }
  return undefined;
}

/**
 * Somebody met in full whose surname a word is but for one letter; nobody where it may be that of two, nor where it is a surname of its own: listed
 * ("Hansen" beside Hanson), or longer by its end ("Ivanova" beside Ivanov, "the Cliftons").
 */
export function metSpelt(desk: Desk, word: string, gender?: 'm' | 'f'): string | undefined {
  if (word.length <= ONE || desk.genders.has(word) || desk.gazetteer.surname(word).length > 0) return undefined;
  const found = new Set<string>();
  const own = plain(word);
  for (const e of desk.entities.values()) {
    if (e.kind !== 'person' || (gender !== undefined && (e.gender ?? gender) !== gender)) continue;
    const last = e.name.includes(' ') ? e.name.slice(e.name.lastIndexOf(' ') + 1) : '';
    if (last === word || last.length <= ONE || last[0] !== word[0]) continue;
    const other = plain(last);
    if (!own.startsWith(other) && !other.startsWith(own) && isNear(own, other, 1)) found.add(e.id);
  }
  const [only, second] = found;
  return second === undefined ? only : undefined;
}

/** Whether a name is another but for its spelling: the surname alone, or first and last name, one of which at most may differ. */
function isSameName(words: string, name: string): boolean {
  const [a, b] = [plain(words).split(' '), plain(name).split(' ')];
  const last = [a[a.length - 1] ?? '', b[b.length - 1] ?? ''] as const;
  if (a.length === 1) return isNear(last[0], last[1]);
  const first = [a[0] ?? '', b[0] ?? ''] as const;
  if (first[0] === first[1]) return isNear(last[0], last[1]) || a.includes(last[1]);
  return last[0] === last[1] && isNear(first[0], first[1]);
}

/** Without marks on letters, in small letters. */
const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[-–]/g, ' ')
    .replace(/['’]/g, '')
    .toLowerCase();

/** Whether two words differ in no more letters than words of their length may; two letters that changed places count once. */
function isNear(a: string, b: string, most?: number): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  const allowed = most ?? (length >= TWO ? 2 : length >= ONE ? 1 : 0);
  if (allowed === 0 || length > LONGEST || Math.abs(a.length - b.length) > allowed) return false;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return (rows[a.length]?.[b.length] ?? allowed + 1) <= allowed;
}
