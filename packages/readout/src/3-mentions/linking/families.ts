/** "The Clintons": a surname in the plural for two, where it is clear who they are. */
import { formsOf, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, enter, place, setHead } from '../draft.ts';
import { draftOver } from '../grammar/modifiers.ts';

/** Links surnames in the plural, once all names of a text are on the desk. */
export function linkFamilies(desk: Desk): void {
  for (const tree of desk.trees) {
    const forms = formsOf(tree);
    for (let i = 1; i < forms.length; i++) {
      if (forms[i - 1] !== 'the') continue;
      const surname = pluralSurname(desk, tree, i);
      const couple = surname === undefined ? undefined : coupleOf(desk, surname);
      if (couple) placeCouple(desk, tree, i, couple);
    }
  }
}

/** The surname that a word behind "the" is the plural of, if somebody is called by it; not in the midst of a longer name ("the Clintons Foundation"). */
function pluralSurname(desk: Desk, tree: Tree, i: number): string | undefined {
  const t = tree.tokens[i];
  if (!t || t.form.length < SHORTEST || !t.form.endsWith('s') || !/^\p{Lu}\p{Ll}/u.test(t.form)) return undefined;
  if (/^\p{Lu}/u.test(tree.tokens[i + 1]?.form ?? '')) return undefined;
  const have = draftOver(desk, tree, i);
  if (have && have.via !== 'name.model') return undefined;
  return [t.form.slice(0, -1), t.form.slice(0, -2)].find((s) => desk.gazetteer.surname(s).length > 0);
}
const SHORTEST = 5;

/**
 * Two of one surname: the only two of it whom a text names that have held an office or been the wife of who did, else somebody named and who was first
 * lady to him, or whose first lady she was.
 */
function coupleOf(desk: Desk, surname: string): readonly string[] | undefined {
  const named = [...desk.entities.values()].filter((e) => e.kind === 'person' && e.name.endsWith(` ${surname}`));
  const known = named.filter((e) => desk.gazetteer.offices(e.id).length > 0).map((e) => e.id);
  if (known.length === 0 || known.length > 2) return undefined;
  const spouses = desk.gazetteer.surname(surname).filter((id) => known.some((k) => k !== id && areCouple(desk, k, id)));
  const couple = [...new Set([...known, ...spouses])];
  return couple.length === 2 && areCouple(desk, couple[0] ?? '', couple[1] ?? '') ? couple.sort() : undefined;
}

/** Whether one led a state, by the day of the text, while the other was its first lady. */
function areCouple(desk: Desk, a: string, b: string): boolean {
  const leads = (id: string) => desk.gazetteer.offices(id).filter((o) => desk.roles.officeRank(o.office) === 0);
  const beside = (id: string) => desk.gazetteer.offices(id).filter((o) => o.office === 'first-lady' && (desk.day ?? o.start) >= o.start);
  const together = (x: string, y: string): boolean =>
    leads(x).some((o) => beside(y).some((w) => w.state === o.state && w.start === o.start));
  return together(a, b) || together(b, a);
}

function placeCouple(desk: Desk, tree: Tree, i: number, couple: readonly string[]): void {
  const s = tree.sentence.index;
  const have = draftOver(desk, tree, i);
  if (have) {
    desk.drafts[s]?.splice(desk.drafts[s].indexOf(have), 1);
    setHead(desk, s, have.head, undefined);
  }
  for (const id of couple) enter(desk, id, { kind: 'person', name: id });
  const where = { sentence: s, head: i, start: i - 1, end: i + 1, plural: true };
  place(desk, where, { entities: [...couple], kind: 'nominal', via: 'nominal.family' });
}
