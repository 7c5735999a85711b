/** What the lemmatiser looks up: irregular forms, short months and days among them (`irregulars.tsv`) and stems that the spelling rules would get wrong (`verb-stems.tsv`). */
import { addUnder } from '../../add-under.ts';

type Rows = Iterable<Readonly<{ [column: string]: string }>>;

/** Tables of the lemmatiser, by part of speech and word. */
export interface LemmaTables {
  /** Lemmas by `UPOS form`, in lower case; more than one for forms like "her". */
  readonly irregulars: ReadonlyMap<string, readonly string[]>;
  /** `UPOS lemma` of words whose forms would be read wrongly by rule: verbs in -e, nouns in -ie, plural names (spelt as they are). */
  readonly stems: ReadonlySet<string>;
}

/** The tables of `irregulars` (columns form, lemma, pos) and `stems` (columns stem, pos). */
export function lemmaTables({ irregulars, stems = [] }: { readonly irregulars: Rows; readonly stems?: Rows }): LemmaTables {
  const forms = new Map<string, string[]>();
  for (const { form = '', lemma = '', pos = '' } of irregulars) {
    const key = `${pos} ${form.toLowerCase()}`;
    addUnder(forms, key, lemma);
  }
  return { irregulars: forms, stems: new Set([...stems].map(({ stem = '', pos = '' }) => `${pos} ${stem}`)) };
}

/** The irregular lemma of a form in lower case, the first where there are several. */
export function irregularLemma(tables: LemmaTables, pos: string, lower: string): string | undefined {
  return tables.irregulars.get(`${pos} ${lower}`)?.[0];
}
