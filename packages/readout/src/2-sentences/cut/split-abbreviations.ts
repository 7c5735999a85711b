/** Abbreviations and what their stop may mean; the list is `packages/knowledge/lexicon/abbreviations.tsv`. */

/** What an abbreviation is of, as the lexicon has it. */
export type AbbreviationKind = 'title' | 'month' | 'state' | 'company' | 'unit' | 'latin' | 'military' | 'other';

/**
 * Whether a sentence may end with the abbreviation: `never` (Mr.), `seldom` (only before a word that often begins a sentence: Inc., U.S.),
 * `often` (before any capital: etc., p.m.), `number` (an abbreviation only before a number, otherwise a word: No. 10, Art. 5).
 */
export type AbbreviationEnds = 'never' | 'seldom' | 'often' | 'number';

/** A row of abbreviations.tsv. */
export interface Abbreviation {
  /** With its stop: `Gen.` */
  readonly form: string;
  readonly kind: AbbreviationKind;
  readonly ends: AbbreviationEnds;
}

const KINDS: ReadonlySet<string> = new Set<AbbreviationKind>(['title', 'month', 'state', 'company', 'unit', 'latin', 'military', 'other']);
const ENDS: ReadonlySet<string> = new Set<AbbreviationEnds>(['never', 'seldom', 'often', 'number']);

/** The rows of `abbreviations.tsv` by form. A row whose kind or `ends` is unknown is left out. */
export function abbreviationTable(rows: Iterable<Readonly<{ [column: string]: string }>>): ReadonlyMap<string, Abbreviation> {
  const table = new Map<string, Abbreviation>();
  for (const { abbreviation = '', kind = '', ends = '' } of rows) {
    if (abbreviation === '' || !KINDS.has(kind) || !ENDS.has(ends)) continue;
    table.set(abbreviation, { form: abbreviation, kind: kind as AbbreviationKind, ends: ends as AbbreviationEnds });
  }
  return table;
}

/** The entry of a form, also when it is all capitals (`GEN.`) or begins a sentence (`E.g.`). */
export function findAbbreviation(form: string, table: ReadonlyMap<string, Abbreviation>): Abbreviation | undefined {
  const exact = table.get(form);
  if (exact || form.length < 2) return exact;
  const upper = form === form.toUpperCase();
  return (
    (upper ? table.get(form.charAt(0) + form.slice(1).toLowerCase()) : undefined) ?? table.get(form.charAt(0).toLowerCase() + form.slice(1))
  );
}
