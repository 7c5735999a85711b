/** A comparison as the page shows it: what each account nowhere names, which rows are asked for, and a summary in one sentence. */
import type { Account, Cell, Comparison, ReportedSilence, Row, Saying } from '../../../../packages/readout/src/model/index.ts';
import { count, list } from './wording.ts';

/** An entity that other accounts name and this one nowhere does, after all its sentences were searched. */
export interface Absent {
  readonly entity: string;
  readonly sentences: number;
  /** Rows of other accounts in which it is a party. */
  readonly rows: number;
}

/** Ids that a text made itself (`people:…`) are no names that another text could have. */
const hasName = (entity: string): boolean => !entity.includes(':');

/** By account: who of the others' parties is nowhere in it; those in most rows first. */
export function absentIn(comparison: Comparison): ReadonlyMap<string, readonly Absent[]> {
  const found = new Map<string, Map<string, { sentences: number; rows: number }>>(comparison.accounts.map((a) => [a.id, new Map()]));
  for (const o of comparison.omissions)
    for (const entity of o.searched.absent.filter(hasName)) {
      const seen = found.get(o.account);
      const one = seen?.get(entity) ?? { sentences: o.searched.sentences, rows: 0 };
      one.rows++;
      seen?.set(entity, one);
    }
  return new Map(
    [...found].map(([account, all]) => [
      account,
      [...all].map(([entity, n]) => ({ entity, ...n })).sort((a, b) => b.rows - a.rows || (a.entity < b.entity ? -1 : 1)),
    ]),
  );
}

export const ALIGNMENTS = ['same', 'differs', 'only-here'] as const;
export const ALIGNMENT_WORDS: Readonly<Record<Row['alignment'], string>> = {
  same: 'told alike',
  differs: 'told differently',
  'only-here': 'told by one',
};
export const ALIGNMENT_SIGNS: Readonly<Record<Row['alignment'], string>> = { same: '=', differs: '≠', 'only-here': '·' };

/** What the address asks to see. */
export interface Wanted {
  readonly alignment: string;
  readonly kind: string;
  /** An entity id. */
  readonly about: string;
  /** An account id or its beginning: rows that it does not have. */
  readonly without: string;
}

export function rowsWanted(comparison: Comparison, rows: readonly Row[], wanted: Wanted): readonly Row[] {
  const without = wanted.without === '' ? undefined : comparison.accounts.find((a) => keyOf(a) === wanted.without);
  return rows.filter(
    (r) =>
      (wanted.alignment === '' || r.alignment === wanted.alignment) &&
      (wanted.kind === '' || r.kind === wanted.kind) &&
      (wanted.about === '' || r.parties.includes(wanted.about)) &&
      (!without || r.cells[without.id]?.is === 'not-in-this-text'),
  );
}

/** An account in an address: of a whole text the first digits of its id, of a relayed voice its id. */
export const keyOf = (a: Account): string => (a.kind === 'text' ? a.article.slice(7, 15) : a.voice.id);

export function summaryOf(comparison: Comparison): string {
  const { accounts, rows, silences } = comparison;
  const n = (a: Row['alignment']): number => rows.filter((r) => r.alignment === a).length;
  const parts = (
    [
      [n('same'), 'told alike'],
      [n('differs'), 'told differently'],
      [n('only-here'), 'told by one only'],
    ] as const
  )
    .filter(([many]) => many > 0)
    .map(([many, how], i) => `${i === 0 ? count(many, 'thing') : many} ${how}`);
  if (accounts.length === 1) return `1 voice, ${count(rows.length, 'thing')}: there is no other to lay beside it.`;
  return `${count(accounts.length, 'account')}: ${list(parts) || 'nothing that is laid side by side'}${silences.length > 0 ? `; the texts report ${count(silences.length, 'silence')}` : ''}.`;
}

/** How many columns can be read side by side. */
export const MOST_COLUMNS = 5;

/**
 * The accounts to lay side by side: those that are asked for by their keys, else the first, each publisher and each text once before any comes twice.
 * `copies` are articles that repeat another text.
 */
export function accountsShown(accounts: readonly Account[], keys: readonly string[], copies: ReadonlySet<string>): readonly Account[] {
  const asked = accounts.filter((a) => keys.includes(keyOf(a)));
  if (asked.length > 0) return asked.slice(0, MOST_COLUMNS);
  if (accounts.length <= MOST_COLUMNS) return accounts;
  const voices = new Set<string>();
  const own = accounts.filter((a) => !copies.has(a.article) && !voices.has(a.voice.id) && voices.add(a.voice.id) !== undefined);
  const chosen = new Set([...own, ...accounts].slice(0, MOST_COLUMNS));
  return accounts.filter((a) => chosen.has(a));
}

/** Rows in parts: what several accounts have, then what each alone has, in the order of the columns. */
export function sectionsOf(
  rows: readonly Row[],
  accounts: readonly Account[],
  /** Other accounts are not shown, and may have it too. */
  isPart: boolean,
): readonly { readonly title: string; readonly rows: readonly Row[] }[] {
  const holders = (r: Row): number => accounts.filter((a) => isSaid(r.cells[a.id])).length;
  const only = (a: Account): readonly Row[] => rows.filter((r) => holders(r) === 1 && isSaid(r.cells[a.id]));
  return [
    { title: 'Told by more than one', rows: rows.filter((r) => holders(r) > 1) },
    ...accounts.map((a, i) => ({
      title: `${isPart ? 'Of these, told' : 'Told'} by ${a.voice.name}${accounts.length > 1 || isPart ? ' only' : ''}${accounts.some((b, k) => k < i && b.voice.name === a.voice.name) ? `, column ${i + 1}` : ''}`,
      rows: only(a),
    })),
  ].filter((s) => s.rows.length > 0);
}

/** Cells that say something come first in a row of a narrow screen. */
export const isSaid = (cell: Cell | undefined): boolean => cell?.is === 'said';

/** What an account says, in its order, each sentence once: acts and words, not what stands anyway. */
export function sayingsOf(comparison: Comparison, account: string): readonly Saying[] {
  const made: Saying[] = [];
  for (const row of comparison.rows) {
    const cell = row.cells[account];
    if (cell?.is !== 'said' || row.kind === 'relation' || row.kind === 'figure') continue;
    for (const saying of cell.sayings) {
      const twin = made.findIndex((m) => m.quote.includes(saying.quote) || saying.quote.includes(m.quote));
      if (twin < 0) made.push(saying);
      else if (saying.quote.length > (made[twin]?.quote.length ?? 0)) made[twin] = saying;
    }
  }
  return made.sort((a, b) => a.position - b.position || a.span.start - b.span.start);
}

/** Silences that texts report of an account. */
export const silencesOf = (comparison: Comparison, account: string): readonly ReportedSilence[] =>
  comparison.silences.filter((s) => s.accounts.includes(account));

const TYPES = new Set(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(' '),
);
/** A row's line, with the type of an event in small letters. */
export const labelOf = (row: Row): string =>
  row.label.replace(/\b[A-Z]{3,}\b/g, (w) => (row.kind === 'event' && TYPES.has(w) ? w.toLowerCase() : w));

/** What accounts can differ in. */
export const FIELDS: Readonly<Record<string, string>> = {
  code: 'kind of act',
  party: 'parties',
  date: 'date',
  modality: 'certainty',
  polarity: 'whether it is so',
  act: 'way of saying',
  status: 'status',
  number: 'number',
  strength: 'strength of words',
};
