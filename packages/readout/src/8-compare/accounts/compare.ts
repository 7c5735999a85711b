/** Lays accounts beside each other: aligned items, in what they differ, what a whole text does not have, and silences that texts report. */
import { createHash } from 'node:crypto';
import { sentencesOver } from '../../7-store/index.ts';
import type { Account, Cell, Comparison, Difference, Omission, Record, ReportedSilence, Row } from '../../model/index.ts';
import { type SearchText, searchText } from '../search/text.ts';
import type { SearchWords } from '../search/words.ts';
import { ALIGNED, cosineOf, differencesBetween, isOtherAct, likeness } from './align.ts';
import { framingOf } from './framing.ts';
import { type Item, itemsOf } from './items.ts';
import { labelOf } from './label.ts';
import { cellWithout, salienceOf } from './omissions.ts';

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
  const stateIn = statesOf(records);
  const items = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap((a) => itemsOf(a, recordOf(a), stateIn));
  const names = namesOf(records);
  const groups = withOtherActs(alignedRows(items));
  const rows = groups.map((group): Row => {
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
    const differences = differencesOf(group, words);
    const cell = (a: Account): Cell => {
      const own = group.filter((i) => i.account === a.id);
      if (own.length > 0) return { is: 'said', sayings: own.map((i) => i.saying) };
      const text = texts.get(a.article);
      if (a.partial || !text) return { is: 'not-said-here' };
      const told = toldAsAct(group, a.id, groups);
      if (told) return { is: 'unclear', nearest: told.saying };
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

/**
 * What an account has of the act that a claim was coded with: "threatened Moldova with an embargo" is a claim and an event by one word, so who has the
 * event does not leave the claim out.
 */
function toldAsAct(group: readonly Item[], account: string, groups: readonly (readonly Item[])[]): Item | undefined {
  const [claim] = group;
  if (claim?.kind !== 'claim') return undefined;
  const { start } = claim.of.cue[0] ?? { start: -1 };
  const row = groups.find((g) => g.some((i) => i.kind === 'event' && i.account === claim.account && i.saying.span.start === start));
  return row?.find((i) => i.account === account);
}

/** The state of each entity that any text gives, for texts that leave it unsaid: "Okoro" beside "Nigerian President Okoro". The first that is known. */
function statesOf(records: readonly Record[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const { entities } of [...records].sort((a, b) => (a.article.id < b.article.id ? -1 : 1)))
    for (const { id, state } of entities) if (state !== undefined && !states.has(id)) states.set(id, state);
  return states;
}

/** Part of the words of two sentences that they share, from which they are one sentence told twice. */
const SAME_SENTENCE = 0.6;

/**
 * Acts that only one account has, beside another act of another account in the same sentence: "signed a treaty" where the other has "discussed a
 * treaty". The other act is taken from a row in which its account has something else.
 */
function withOtherActs(rows: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const all = rows.map((r) => [...r]);
  for (const row of all) {
    const [own] = row;
    if (own?.kind !== 'event' || row.some((i) => i.account !== own.account)) continue;
    let best: { readonly from: Item[]; readonly item: Item } | undefined;
    let most = SAME_SENTENCE;
    for (const from of all) {
      if (from === row) continue;
      for (const item of from) {
        const isSpare = from.filter((i) => i.account === item.account).length > 1 || from.length === 1;
        if (item.account === own.account || !isSpare || !isOtherAct(own, item)) continue;
        const shared = cosineOf(own.around, item.around);
        if (shared > most) [best, most] = [{ from, item }, shared];
      }
    }
    if (!best) continue;
    best.from.splice(best.from.indexOf(best.item), 1);
    row.push(best.item);
  }
  return all.filter((r) => r.length > 0);
}

/** The differences of items that are each other's counterpart: the first of each account, and further ones in sentences that are the same but for them. */
function differencesOf(group: readonly Item[], words: SearchWords): readonly Difference[] {
  const byAccount = new Map<string, Item[]>();
  for (const item of group) byAccount.set(item.account, [...(byAccount.get(item.account) ?? []), item]);
  const accounts = [...byAccount.values()];
  const byField = new Map<Difference['field'], { readonly values: { [account: string]: string }; stronger?: string }>();
  for (const [k, ofA] of accounts.entries())
    for (const ofB of accounts.slice(k + 1))
      for (const [a, b] of counterparts(ofA, ofB))
        for (const { field, values, stronger } of differencesBetween(a, b, words.strength)) {
          const known = byField.get(field) ?? { values: {} };
          known.values[a.account] ??= values[0];
          known.values[b.account] ??= values[1];
          if (stronger !== undefined) known.stronger ??= stronger === 0 ? a.account : b.account;
          byField.set(field, known);
        }
  return [...byField].map(([field, { values, stronger }]) => ({ field, values, ...(stronger === undefined ? {} : { stronger }) }));
}

/** Pairs of items of two accounts in one row, best first. With one item on either side they are the pair. */
function counterparts(ofA: readonly Item[], ofB: readonly Item[]): readonly (readonly [Item, Item])[] {
  const scored = ofA
    .flatMap((a, i) => ofB.map((b, k) => ({ a, b, i, k, shared: cosineOf(a.around, b.around), verb: Number(a.verb === b.verb) })))
    .sort((x, y) => y.shared - x.shared || y.verb - x.verb || x.i - y.i || x.k - y.k);
  const [first] = scored;
  const taken = new Set<Item>();
  const pairs: (readonly [Item, Item])[] = [];
  for (const { a, b, shared } of scored) {
    if (taken.has(a) || taken.has(b) || (shared < SAME_SENTENCE && pairs.length > 0)) continue;
    pairs.push([a, b]);
    taken.add(a).add(b);
  }
  return first && pairs.length === 0 ? [[first.a, first.b]] : pairs;
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
