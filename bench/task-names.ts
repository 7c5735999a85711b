/** The tasks `actors`, `links`, `places` and `metonymy`: what the names and phrases of a text stand for. */
import { readTree, spanOf } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { placeReading } from '../packages/readout/src/3-mentions/metonyms.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';
import type { Mention, Span } from '../packages/readout/src/model/index.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { type Answer, type Read, type Row, readAll, textOf } from './read-all.ts';
import { byText, type Predict } from './task-answers.ts';

/** The names of states and bodies of a text. */
export function linkRow(row: Row, { doc }: Read, parts: Parts): Answer {
  // "the country" is the state; "the Iranian government" is a body of it, however the record links it.
  const meant = doc.mentions.filter(
    (m) =>
      (m.kind === 'name' || m.kind === 'demonym' || m.kind === 'metonym' || m.via === 'coreference.country') &&
      !isPartOfWord(doc.article.text, m),
  );
  return {
    id: row.id,
    mentions: meant.flatMap((m) => {
      const iso3 = stateOfName(doc, m, parts);
      const own = { start: m.span.start, end: m.span.end, entity: m.entities[0] ?? '', ...(iso3 ? { iso3 } : {}) };
      return [own, ...stateWithin(doc, m, parts)];
    }),
  };
}

/** The state of a name. A capital that stands for its government is still the name of the capital. */
function stateOfName(doc: Document, m: Mention, parts: Parts): string | undefined {
  const e = doc.entities.get(m.entities[0] ?? '');
  return e?.kind === 'state' && !/^metonym\.(capital|seat)$/.test(m.via ?? '') ? isoNow(e.id, parts) : undefined;
}

/** The code that a state has today: the gold links former states to no code, and Zaire to what it is called now. */
function isoNow(state: string, parts: Parts): string | undefined {
  if (state === 'ZAR') return 'COD';
  return parts.mentions.gazetteer.known(state)?.former ? undefined : state;
}

/** The state's name that a body's name begins or ends with ("U.S. Department of Agriculture"), which the record keeps inside the body. */
function stateWithin(doc: Document, m: Mention, parts: Parts): { start: number; end: number; entity: string; iso3: string }[] {
  const kind = doc.entities.get(m.entities[0] ?? '')?.kind;
  const tree = doc.trees[m.sentence];
  // A team is not its state, "The United States" neither.
  if (
    !tree ||
    m.kind !== 'name' ||
    m.via === 'name.team' ||
    !/^(body|organisation|outlet)$/.test(kind ?? '') ||
    m.tokens[1] - m.tokens[0] < 2
  )
    return [];
  const forms = tree.tokens.slice(m.tokens[0], m.tokens[1]).map((t) => t.form);
  for (let i = 0; i < forms.length; i++) {
    // Not the whole of it: "US State Department" is a name of its own.
    const hit = parts.mentions.gazetteer.match(i === 0 ? forms.slice(0, -1) : forms, i);
    const state = hit?.readings.find(
      (r) => r.entityKind === 'state' && (r.kind === 'name' || r.kind === 'adjective') && !r.partial && r.context.length === 0,
    );
    if (hit && state && hit.end - i < forms.length) {
      const span = spanOf(tree, m.tokens[0] + i, m.tokens[0] + hit.end);
      return [{ ...span, entity: state.entity, iso3: state.entity }];
    }
  }
  return [];
}

/** "Hong Kong" of "Hong Kong-based": the gold links whole words, and such a word is no state's name; the record keeps the state in it. */
const isPartOfWord = (text: string, { span }: Mention): boolean =>
  /^-\p{L}/u.test(text.slice(span.end, span.end + 2)) || /\p{L}-$/u.test(text.slice(Math.max(0, span.start - 2), span.start));

/** Located names as the places of the task: `country` is ISO2 there, `iso3` as in records. */
export function places(parts: Parts): Predict {
  const iso2 = new Map(
    loadKnowledge()
      .list('states')
      .map((r) => [r.id ?? '', r.iso2 ?? '']),
  );
  return byText((row, read) => ({ id: row.id, toponyms: toponyms(read, iso2) }))(parts);
}

function toponyms({ doc }: Read, iso2: ReadonlyMap<string, string>): Answer[] {
  return doc.located.map(({ span, name, place }) => ({
    start: span.start,
    end: span.end,
    name,
    ...(place ? { lat: place.lat, lon: place.lon, precision: place.precision, rule: place.rule } : {}),
    ...(place?.country ? { country: iso2.get(place.country) ?? '', iso3: place.country } : {}),
  }));
}

/** Whether the marked name of a row stands for its place. */
export const metonymyRow = (row: Row, read: Read, parts: Parts): Answer => ({
  id: row.id,
  label: metonymy(read, Number(row.start), Number(row.end), parts),
});

function metonymy({ doc }: Read, start: number, end: number, parts: Parts): 'literal' | 'metonymic' {
  for (const s of doc.trees) {
    const tree = readTree(s.sentence, parts.words);
    const tokens = tree.tokens.map((t, i) => ({ t, i })).filter(({ t }) => t.start < end && t.end > start);
    if (tokens.length === 0) continue;
    const inside = tokens.map(({ i }) => i);
    const head = inside.find((i) => !inside.includes(tree.tokens[i]?.head ?? -1)) ?? inside[0] ?? 0;
    return placeReading(parts.mentions.metonyms.words, tree, head) === 'place' ? 'literal' : 'metonymic';
  }
  return 'literal';
}

/** State and sector of the phrase of each row, which is read in its context where that is a sentence that holds the phrase, else alone. */
export function actors(parts: Parts): Predict {
  return async (rows) => {
    const all = await readAll(
      rows.map((r) => ({ text: startInContext(r) >= 0 ? String(r.context) : textOf(r), date: dayOf(r.date) })),
      parts,
    );
    // A context that does not hold the phrase ("German") says whose it is where the phrase does not.
    const around = await readAll(
      rows.map((r) => ({ text: startInContext(r) < 0 ? String(r.context ?? '') : '' })),
      parts,
    );
    return rows.map((row, i) => {
      const start = Math.max(0, startInContext(row));
      const answer = actorOf(all[i] as Read, { start, end: start + textOf(row).length }, parts);
      return { id: row.id, ...answer, iso3: answer.iso3 || onlyState((around[i] as Read).doc) };
    });
  };
}

/** Where the phrase of a row begins in its context; -1 where it is not in it, or is all of it. */
function startInContext(row: Row): number {
  const context = String(row.context ?? '');
  return context.length > textOf(row).length ? context.indexOf(textOf(row)) : -1;
}

/** State and sector of the phrase in `span`; of a capital's name alone, its government, since the phrase is known to be an actor. */
function actorOf({ doc }: Read, span: Span, parts: Parts): { iso3: string; sector: string; entity?: string } {
  const tree = doc.trees.find((t) => t.tokens.some((x) => x.start >= span.start && x.end <= span.end));
  if (!tree) return { iso3: '', sector: '' };
  const inside = tree.tokens.map((t, i) => ({ t, i })).filter(({ t }) => t.start >= span.start && t.end <= span.end);
  const own = new Set(inside.map(({ i }) => i));
  const head = inside.find(({ t }) => !own.has(t.head) && t.upos !== 'PUNCT')?.i ?? inside[0]?.i ?? 0;
  const s = tree.sentence.index;
  const within = doc.mentionsWithin(span).filter((m) => m.sentence === s);
  const mention = doc.mentionAt(s, head);
  const forms = inside.map(({ t }) =>
    t.form.length > 3 && t.form === t.form.toUpperCase() ? t.form.charAt(0) + t.form.slice(1).toLowerCase() : t.form,
  );
  const whole = parts.mentions.gazetteer.match(forms, 0);
  const seat = whole?.end === forms.length ? whole.readings.find((r) => r.kind === 'capital' || r.kind === 'seat') : undefined;
  const entity = mention ? doc.entities.get(mention.entities[0] ?? '') : undefined;
  if (seat?.state && (!entity || entity.kind === 'place')) return { iso3: seat.state, sector: 'GOV', entity: seat.state };
  if (!mention) {
    // A phrase that the record leaves alone ("Defense Minister" of whom?): its state from the names in it, its sector from its noun, if known.
    const last = inside[inside.length - 1]?.i ?? head;
    const role = parts.mentions.roles.at(tree, head) ?? parts.mentions.roles.at(tree, last);
    const states = [...new Set(within.map((m) => doc.stateOf(m)).filter((x) => x !== undefined))];
    return { iso3: states.length === 1 ? (states[0] ?? '') : '', sector: role?.sector || 'UNK' };
  }
  // The record gives those who work for an organisation between states its code, and its courts too; here the code stands for the country.
  const code = doc.sectorOf(mention) ?? '';
  const said = !BETWEEN_STATES.test(code)
    ? code
    : /\b(Court|Tribunal)\b/.test(entity?.name ?? '')
      ? 'JUD'
      : entity?.kind === 'people' || entity?.kind === 'person'
        ? 'GOV'
        : code;
  const plain = entity?.kind === 'state' && mention.kind === 'name';
  const over = within
    .map((m) => doc.entities.get(m.entities[0] ?? ''))
    .find((e) => e?.kind === 'organisation' && BETWEEN_STATES.test(e.sector ?? ''));
  return {
    iso3: doc.stateOf(mention) ?? (over?.sector && over.sector !== 'NGO' ? over.sector : ''),
    sector: plain ? '' : said,
    ...(entity ? { entity: entity.id } : {}),
  };
}

/** The one state that a context names. */
function onlyState(doc: Document): string {
  const states = [...new Set(doc.mentions.map((m) => doc.stateOf(m)).filter((x) => x !== undefined))];
  return states.length === 1 ? (states[0] ?? '') : '';
}

/** "1 July 2021" as an ISO date, others as they are. */
function dayOf(date: unknown): unknown {
  const [, day, month, year] = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(String(date)) ?? [];
  const m = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return day && m > 0 ? `${year}-${String(m).padStart(2, '0')}-${day.padStart(2, '0')}` : date;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** PLOVER's codes for organisations between states, which stand where a country code would. */
const BETWEEN_STATES = /^(IGO|UNO|EUR|NAT|IMG|NGO)$/;
