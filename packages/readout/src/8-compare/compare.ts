/** Lays accounts beside each other: aligned items, in what they differ, what a whole text does not have, and silences that texts report. */
import { createHash } from 'node:crypto';
import { sentencesOver } from '../7-store/index.ts';
import type { Account, Cell, Comparison, Difference, Omission, Record, ReportedSilence, Row } from '../model/index.ts';
import { ALIGNED, differencesBetween, likeness } from './align.ts';
import { framingOf } from './framing.ts';
import { type Item, itemsOf } from './items.ts';
import { labelOf } from './label.ts';
import { cellWithout, salienceOf } from './omissions.ts';
import { type SearchText, searchText } from './search-text.ts';
import type { SearchWords } from './search-words.ts';

/**
 * Compares accounts; `records` must hold the record of each, `words` is what the search before "not in this text" knows of words and names. The columns
 * come in the order given, the rows do not depend on it.
 */
export function compareAccounts(accounts: readonly Account[], records: readonly Record[], words: SearchWords): Comparison {
  const byId = new Map(records.map((r) => [r.article.id, r]));
  const recordOf = (a: Account): Record => {
    const record = byId.get(a.article);
    if (!record) throw new Error(`no record of ${a.article}`);
    return record;
  };
  const texts = new Map<string, SearchText>();
  for (const a of accounts) if (!texts.has(a.article)) texts.set(a.article, searchText(recordOf(a), words));
  const items = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((a) => itemsOf(a, recordOf(a)));
  const names = namesOf(records);
  const rows = alignedRows(items).map((group): Row => {
    const first = group[0] as Item;
    const id = `row:${createHash('sha256')
      .update(
        group
          .map((i) => `${i.account}/${i.id}`)
          .sort()
          .join('\n'),
        'utf8',
      )
      .digest('hex')
      .slice(0, 16)}`;
    const holders = new Set(group.map((i) => i.account));
    const differences = differencesOf(group);
    const cell = (a: Account): Cell => {
      const own = group.filter((i) => i.account === a.id);
      if (own.length > 0) return { is: 'said', sayings: own.map((i) => i.saying) };
      const text = texts.get(a.article);
      if (a.partial || !text) return { is: 'not-said-here' };
      return cellWithout(a.id, text, { row: id, items: group, heldBy: holders.size, of: accounts.length, names });
    };
    return {
      id,
      kind: first.kind,
      label: labelOf(first, (entity) => names.get(entity)?.[0] ?? entity.replace(/^[a-z]+:/, '')),
      parties: [...new Set(group.flatMap((i) => i.parties))].sort(),
      alignment: holders.size === 1 ? 'only-here' : differences.length > 0 ? 'differs' : 'same',
      differences,
      heldBy: holders.size,
      salience: salienceOf(group),
      cells: Object.fromEntries(accounts.map((a) => [a.id, cell(a)])),
    };
  });
  const omissions = rows.flatMap((r) =>
    Object.values(r.cells).flatMap((c): Omission[] => (c.is === 'not-in-this-text' ? [c.omission] : [])),
  );
  return {
    accounts,
    rows: rows.sort(byWeight),
    omissions,
    silences: silencesOf(accounts, records),
    framing: framingOf(accounts, records),
  };
}

/** Items in groups of one thing each: an item joins the row with which it is most alike on average, where that is enough. */
function alignedRows(items: readonly Item[]): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items) {
    let best: Item[] | undefined;
    let most = ALIGNED;
    for (const row of rows) {
      const mean = row.reduce((sum, other) => sum + likeness(item, other), 0) / row.length;
      if (mean > most || (mean === most && !best)) [best, most] = [row, mean];
    }
    if (best) best.push(item);
    else rows.push([item]);
  }
  return rows;
}

/** In which fields the first items of the accounts differ, with the value of each. */
function differencesOf(group: readonly Item[]): readonly Difference[] {
  const firsts = [...new Map([...group].reverse().map((i) => [i.account, i])).values()].reverse();
  const byField = new Map<Difference['field'], { readonly values: { [account: string]: string }; stronger?: string }>();
  for (const [k, a] of firsts.entries())
    for (const b of firsts.slice(k + 1))
      for (const { field, values, stronger } of differencesBetween(a, b)) {
        const known = byField.get(field) ?? { values: {} };
        known.values[a.account] = values[0];
        known.values[b.account] = values[1];
        if (stronger !== undefined) known.stronger ??= stronger === 0 ? a.account : b.account;
        byField.set(field, known);
      }
  return [...byField].map(([field, { values, stronger }]) => ({ field, values, ...(stronger === undefined ? {} : { stronger }) }));
}

/** Names by entity: first as the knowledge or the first text has it, then as texts write it. Pronouns and other phrases are no names. */
function namesOf(records: readonly Record[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const r of records) {
    for (const e of r.entities) names.set(e.id, (names.get(e.id) ?? new Set<string>()).add(e.name));
    for (const m of r.mentions) {
      const [only, ...more] = m.entities;
      if (only === undefined || more.length > 0 || (m.kind !== 'name' && m.kind !== 'demonym' && m.kind !== 'metonym')) continue;
      names.get(only)?.add(r.article.text.slice(m.span.start, m.span.end).replace(/\s+/g, ' '));
    }
  }
  return new Map([...names].map(([id, set]) => [id, [...set]]));
}

/** The silences that texts report; beside an account when it is of the one who is silent, or of an official voice of its state. */
function silencesOf(accounts: readonly Account[], records: readonly Record[]): readonly ReportedSilence[] {
  const compared = new Set(accounts.map((a) => a.article));
  return records
    .filter((r) => compared.has(r.article.id))
    .flatMap((r) =>
      r.silences.map((silence) => ({
        article: r.article.id,
        silence,
        quote: sentencesOver(
          r.article,
          silence.evidence.map((e) => e.span),
        ),
        accounts: accounts.filter((a) => isOf(silence.by, a)).map((a) => a.id),
      })),
    );
}

function isOf(by: ReportedSilence['silence']['by'], { voice }: Account): boolean {
  if (by.entity === voice.id) return true;
  return by.state !== undefined && by.state === voice.state && voice.official === true;
}

/** Rows that most accounts have first, then those told early. */
function byWeight(a: Row, b: Row): number {
  const said = (r: Row): number => Object.values(r.cells).filter((c) => c.is === 'said').length;
  const early = (r: Row): number =>
    Math.min(...Object.values(r.cells).flatMap((c) => (c.is === 'said' ? c.sayings.map((s) => s.position) : [])));
  return said(b) - said(a) || early(a) - early(b) || (a.id < b.id ? -1 : 1);
}
