/** Facts of wording: who acts, who is quoted and how long, which verbs report whom, by what names things go. Counts and places, no score. */

import { saidBy } from '../../4-claims/said-by.ts';
import { byCode } from '../../7-store/by-code.ts';
import type { Account, Claim, Framing, FramingCount, FramingExample, Record, Span } from '../../model/index.ts';

/** Examples kept of one count. */
const MOST = 3;

interface Tally {
  readonly entity: string;
  readonly word: string;
  count: number;
  words: number;
  readonly spans: Span[];
}

/** The framing of each account, in the order given; `records` must hold the record of each. */
export function framingOf(accounts: readonly Account[], records: readonly Record[]): readonly Framing[] {
  const byId = new Map(records.map((r) => [r.article.id, r]));
  const forms = accounts.map((a) => formsOf(a, byId.get(a.article)));
  return accounts.map((account, i): Framing => {
    const record = byId.get(account.article);
    if (!record) return { account: account.id, acts: [], actedOn: [], quoted: [], reported: [], names: [] };
    const acts = new Tallies();
    const actedOn = new Tallies();
    const quoted = new Tallies();
    const reported = new Tallies();
    for (const event of record.events) {
      if (!account.events.includes(event.id) || event.status === 'background') continue;
      const at = event.evidence.find((e) => e.as === 'trigger')?.span ?? event.evidence[0]?.span;
      for (const p of event.actor) acts.add(p.entity, '', at);
      for (const p of event.recipient) actedOn.add(p.entity, '', at);
    }
    for (const claim of record.claims) {
      if (!account.claims.includes(claim.id)) continue;
      const verb = claim.cue.map((s) => record.article.text.slice(s.start, s.end).replace(/\s+/g, ' ').toLowerCase()).join(' … ');
      const quotes = claim.quotation === 'indirect' ? [] : quotesIn(claim, record);
      for (const source of saidBy(claim)) {
        if (verb !== '') reported.add(source, verb, claim.cue[0]);
        for (const span of quotes) quoted.add(source, '', span, wordsIn(span, record));
      }
    }
    const count = countOf(record);
    return {
      account: account.id,
      acts: acts.list().map(count),
      actedOn: actedOn.list().map(count),
      quoted: quoted
        .list()
        .map((t) => ({ ...count(t), words: t.words }))
        .sort((a, b) => b.words - a.words || b.count - a.count || byCode(a.entity, b.entity)),
      reported: reported.list().map((t) => ({ ...count(t), verb: t.word })),
      names: (forms[i]?.list() ?? []).filter((t) => isNamedApart(t.entity, forms)).map((t) => ({ ...count(t), form: t.word })),
    };
  });
}

/** Counts by entity and word, with their places. */
class Tallies {
  readonly #tallies = new Map<string, Tally>();

  add(entity: string, word: string, span: Span | undefined, words = 0): void {
    const key = `${entity}\n${word}`;
    const tally = this.#tallies.get(key) ?? { entity, word, count: 0, words: 0, spans: [] };
    tally.count++;
    tally.words += words;
    if (span) tally.spans.push(span);
    this.#tallies.set(key, tally);
  }

  /** Most first. */
  list(): readonly Tally[] {
    return [...this.#tallies.values()].sort((a, b) => b.count - a.count || byCode(a.entity, b.entity) || byCode(a.word, b.word));
  }

  wordsOf(entity: string): readonly string[] {
    return [...this.#tallies.values()].flatMap((t) => (t.entity === entity ? t.word : [])).sort();
  }
}

function countOf(record: Record): (tally: Tally) => FramingCount {
  const names = new Map(record.entities.map((e) => [e.id, e.name]));
  return ({ entity, count, spans }) => ({
    entity,
    name: names.get(entity) ?? entity,
    count,
    examples: [...spans]
      .sort((a, b) => a.start - b.start)
      .slice(0, MOST)
      .map((span): FramingExample => ({ span, quote: record.article.text.slice(span.start, span.end).replace(/\s+/g, ' ') })),
  });
}

/** Names of one entity each in an account's own words; a relayed account has those within its claims. */
function formsOf(account: Account, record: Record | undefined): Tallies {
  const forms = new Tallies();
  if (!record) return forms;
  const { text } = record.article;
  const within = account.partial ? record.claims.filter((c) => account.claims.includes(c.id)).flatMap((c) => c.content) : undefined;
  for (const { kind, entities, span } of record.mentions) {
    const [only, ...more] = entities;
    if (only === undefined || more.length > 0 || (kind !== 'name' && kind !== 'metonym')) continue;
    if (within && !within.some((w) => w.start <= span.start && span.end <= w.end)) continue;
    const form = text
      .slice(span.start, span.end)
      .replace(/\s+/g, ' ')
      .replace(/^the /i, '')
      .replace(/['’]s?$/, '');
    forms.add(only, form, span);
  }
  return forms;
}

/** Whether two accounts that name an entity call it by other names: the shorter list is no part of the longer ("Novak", "Jan Novak"). */
function isNamedApart(entity: string, forms: readonly Tallies[]): boolean {
  const all = forms.map((f) => f.wordsOf(entity)).filter((words) => words.length > 0);
  return all.some((a, i) =>
    all.slice(i + 1).some((b) => a.some((x) => !b.some((y) => isPartOf(x, y))) || b.some((x) => !a.some((y) => isPartOf(x, y)))),
  );
}

function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return long.toLowerCase().split(/\s+/).join(' ').includes(short.toLowerCase());
}

/** The parts of a claim in quotation marks; all of a direct one when the marks stand outside it. */
function quotesIn({ content, quotation }: Claim, record: Record): readonly Span[] {
  return content.flatMap(({ start, end }) => {
    const words = record.article.text.slice(start, end);
    const inner = [...words.matchAll(/["“]([^"“”]+)["”]?/g)].map((m) => ({ start: start + m.index, end: start + m.index + m[0].length }));
    return inner.length > 0 || quotation !== 'direct' ? inner : [{ start, end }];
  });
}

function wordsIn({ start, end }: Span, record: Record): number {
  return record.article.text.slice(start, end).match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
