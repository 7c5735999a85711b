/** A comparison as a flat table: a line for each row and account, and for each silence that a text reports. What CSV and spreadsheets are made from. */
import type { Account, Cell, Comparison, Difference, ItemKind, Row } from '../../model/index.ts';

/** One account's cell of one row. Lists are joined by the columns, not here. */
export interface ComparisonLine {
  /** The row's id; of a reported silence the article's and the silence's. */
  readonly row: string;
  readonly kind: ItemKind | 'silence';
  readonly label: string;
  readonly parties: readonly string[];
  readonly alignment: Row['alignment'] | undefined;
  /** Fields in which accounts differ, and of each this account's value. */
  readonly differs: readonly Difference['field'][];
  readonly values: { readonly [field: string]: string };
  /** Whether this account has the stronger words; absent where the accounts do not differ in strength. */
  readonly isStronger?: boolean;
  readonly heldBy: number;
  readonly of: number;
  readonly salience: number | undefined;
  /** Absent for a silence of somebody whose account is not among those compared. */
  readonly account?: Account;
  /** The day on which the account's article was published. */
  readonly published?: string;
  readonly cell: Cell | { readonly is: 'reported-silence'; readonly article: string; readonly quote: string };
}

/**
 * The lines of a comparison: rows in their order, within each the accounts in theirs, then the reported silences, one line for each account they are of.
 * `published` gives days by article.
 */
export function comparisonLines(comparison: Comparison, published: ReadonlyMap<string, string> = new Map()): readonly ComparisonLine[] {
  const { accounts, rows, silences } = comparison;
  const of = accounts.length;
  const by = (account: Account | undefined): Pick<ComparisonLine, 'account' | 'published'> => {
    const day = account && published.get(account.article);
    return { ...(account ? { account } : {}), ...(day === undefined ? {} : { published: day }) };
  };
  const said = rows.flatMap((row) =>
    accounts.flatMap((account): readonly ComparisonLine[] => {
      const cell = row.cells[account.id];
      return cell ? [{ ...lineOf(row, account), of, ...by(account), cell }] : [];
    }),
  );
  const silent = silences.flatMap(({ article, silence, quote, accounts: ids }): readonly ComparisonLine[] => {
    const { by: who, about } = silence;
    const line = {
      row: `${article}#${silence.id}`,
      kind: 'silence' as const,
      label: `${who.entity ?? who.state ?? 'somebody'} · ${silence.kind}`,
      parties: about,
      alignment: undefined,
      differs: [],
      values: {},
      heldBy: 0,
      of,
      salience: undefined,
      cell: { is: 'reported-silence' as const, article, quote },
    };
    const its = accounts.filter((a) => ids.includes(a.id));
    return its.length === 0 ? [line] : its.map((account) => ({ ...line, ...by(account) }));
  });
  return [...said, ...silent];
}

function lineOf(row: Row, account: Account): Omit<ComparisonLine, 'of' | 'cell' | 'account'> {
  const { id, kind, label, parties, alignment, differences, heldBy, salience } = row;
  const values: { [field: string]: string } = {};
  for (const { field, values: all } of differences) {
    const value = all[account.id];
    if (value !== undefined) values[field] = value;
  }
  const strength = differences.find((d) => d.field === 'strength');
  const isStronger = strength?.values[account.id] === undefined ? undefined : strength.stronger === account.id;
  return {
    row: id,
    kind,
    label,
    parties,
    alignment,
    differs: differences.map((d) => d.field),
    values,
    ...(isStronger === undefined ? {} : { isStronger }),
    heldBy,
    salience,
  };
}
