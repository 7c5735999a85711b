/** The measured tasks as functions from rows to answers. Only what a task adds to `readout extract` stands here: picking and naming fields. */
import { annotate } from '../packages/readout/src/2-sentences/index.ts';
import { repairNames } from '../packages/readout/src/2-sentences/listed-names.ts';
import { readTree, spanOf } from '../packages/readout/src/2-sentences/syntax.ts';
import type { Document } from '../packages/readout/src/3-mentions/document.ts';
import { placeReading } from '../packages/readout/src/3-mentions/metonyms.ts';
import { findTimes } from '../packages/readout/src/3-mentions/times/find-times.ts';
import { findClaims, spokenQuotes } from '../packages/readout/src/4-claims/index.ts';
import { codePair, isMutual, singleLabel } from '../packages/readout/src/5-events/code-pair.ts';
import { findEvents } from '../packages/readout/src/5-events/index.ts';
import { slotPhrase } from '../packages/readout/src/5-events/parties.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';
import type { Article, Claim, Event, Mention, ReadArticle, Sentence, Span } from '../packages/readout/src/model/index.ts';
import { documentOf, type Parts } from '../packages/readout/src/pipeline.ts';
import { neardup, omission, stories } from './compare-tasks.ts';

export const TASKS = [
  'parse',
  'plv',
  'events',
  'relevance',
  'claims',
  'quotes',
  'nested',
  'times',
  'metonymy',
  'places',
  'actors',
  'links',
  'stories',
  'neardup',
  'omission',
] as const;
export type Task = (typeof TASKS)[number];
/** Tasks whose rows are answered in one go, since each answer depends on the others. */
export const WHOLE: ReadonlySet<Task> = new Set<Task>(['stories', 'neardup']);
export const isTask = (t: string): t is Task => (TASKS as readonly string[]).includes(t);

type Row = Record<string, unknown>;
type Answer = Record<string, unknown>;

/** A text as an article whose every word is body: task texts are sentences or cleaned articles. */
export function plainArticle(text: string, date?: unknown): ReadArticle {
  const article: Article = {
    id: 'task',
    text,
    language: 'en',
    ...(typeof date === 'string' && /^\d{4}-\d\d-\d\d/.test(date)
      ? { published: { value: date.slice(0, 10), precision: 'day', basis: 'argument' } }
      : {}),
    parts: [{ kind: 'body', span: { start: 0, end: text.length } }],
  };
  return { article, problems: [] };
}

export interface Read {
  readonly doc: Document;
  readonly sentences: readonly Sentence[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
}

/** Stages 2 to 5 over texts. */
export async function readAll(texts: readonly { text: string; date?: unknown }[], parts: Parts): Promise<Read[]> {
  const reads = texts.map((t) => plainArticle(t.text, t.date));
  const sentences = await annotate(
    reads.map((r) => r.article),
    parts.network,
    parts.sentences,
  );
  return reads.map((r, i) => {
    const doc = documentOf(r, sentences[i] ?? [], parts);
    const { claims } = findClaims(doc, parts.claims);
    return { doc, sentences: sentences[i] ?? [], claims, events: findEvents(doc, claims, parts.events) };
  });
}

const textOf = (row: Row): string => String(row.text ?? row.sentence ?? '');
const pair = (s: Span): [number, number] => [s.start, s.end];
const asSpan = (v: unknown): Span | undefined =>
  Array.isArray(v) && v.length === 2 ? { start: Number(v[0]), end: Number(v[1]) } : undefined;

/** PLV's own places for some CAMEO codes: convictions among accusations; blockade, occupation and cyber attack among assaults. */
function plvLabel({ event, quad, cameo = '' }: { event: string; quad: number; cameo?: string }): { root: string; quad: number } {
  if (event === 'SANCTION' && cameo === '116') return { root: 'ACCUSE', quad: 3 };
  if (event === 'COERCE' && /^(191|192|176)/.test(cameo)) return { root: 'ASSAULT', quad: 4 };
  const root = yielding(event);
  return { root, quad: root === 'YIELD' ? 2 : quad };
}
const yielding = (e: string): string => (e === 'CONCEDE' || e === 'RETREAT' ? 'YIELD' : e);

export function predictor(task: Task, parts: Parts): (rows: readonly Row[]) => Promise<Answer[]> {
  switch (task) {
    case 'stories':
      return stories(parts);
    case 'neardup':
      return neardup();
    case 'omission':
      return omission(parts);
    case 'parse':
      return (rows) => parse(rows, parts);
    case 'times':
      return async (rows) =>
        rows.map((row) => ({
          id: row.id,
          timexes: findTimes(textOf(row), { lexicon: parts.times, ...(row.dct ? { publishedAt: String(row.dct) } : {}) }).map((t) => ({
            start: t.span.start,
            end: t.span.end,
            type: t.type,
            value: t.value,
          })),
        }));
    case 'metonymy':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r) })),
          parts,
        );
        return rows.map((row, i) => ({ id: row.id, label: metonymy(all[i] as Read, Number(row.start), Number(row.end), parts) }));
      };
    case 'places': {
      const iso2 = new Map(
        loadKnowledge()
          .list('states')
          .map((r) => [r.id ?? '', r.iso2 ?? '']),
      );
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => ({ id: row.id, toponyms: toponyms(all[i] as Read, iso2) }));
      };
    }
    case 'plv':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r) })),
          parts,
        );
        return rows.map((row, i) => {
          const read = all[i] as Read;
          const code = codePair(read.doc, read.events, parts.events, asSpan(row.source_span), asSpan(row.target_span));
          const { root, quad } = plvLabel(code);
          return {
            id: row.id,
            root,
            quad,
            rule: code.rule,
            ...(code.fallback ? { fallback: true } : {}),
          };
        });
      };
    case 'events':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => ({ id: row.id, events: eventRows(all[i] as Read, parts) }));
      };
    case 'relevance':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => ({ id: row.id, events: eventRows(all[i] as Read, parts), claims: (all[i] as Read).claims.length }));
      };
    case 'claims':
    case 'nested':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => ({
          id: row.id,
          // PolNeAR's guidelines annotate no attribution inside another: `claims` asks for the outermost, `nested` for all.
          attributions: (all[i] as Read).claims
            .filter((c) => task === 'nested' || c.within === undefined)
            .map((c) => ({
              id: c.id,
              source: c.source ? [pair(c.source.span)] : [],
              cue: c.cue.map(pair),
              content: c.content.map(pair),
              quotation: c.quotation,
              ...(c.within ? { within: c.within } : {}),
            })),
        }));
      };
    case 'quotes':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => ({
          id: row.id,
          quotes: spokenQuotes((all[i] as Read).doc.article, (all[i] as Read).claims).map(({ quote, claim }) => ({
            content: pair(quote.outer),
            speaker: claim?.source ? pair(claim.source.span) : null,
            ...(claim?.source?.entity ? { entity: claim.source.entity } : {}),
          })),
        }));
      };
    case 'actors':
      return async (rows) => {
        // Where the context is a sentence that holds the phrase, the phrase is read in it; else the phrase alone.
        const inside = (r: Row): number => (String(r.context ?? '').length > textOf(r).length ? String(r.context).indexOf(textOf(r)) : -1);
        const all = await readAll(
          rows.map((r) => ({ text: inside(r) >= 0 ? String(r.context) : textOf(r), date: dayOf(r.date) })),
          parts,
        );
        // A context that does not hold the phrase ("German") says whose it is where the phrase does not.
        const around = await readAll(
          rows.map((r) => ({ text: inside(r) < 0 ? String(r.context ?? '') : '' })),
          parts,
        );
        return rows.map((row, i) => {
          const from = Math.max(0, inside(row));
          const answer = actorOf(all[i] as Read, { start: from, end: from + textOf(row).length }, parts);
          return { id: row.id, ...answer, iso3: answer.iso3 || onlyState((around[i] as Read).doc) };
        });
      };
    case 'links':
      return async (rows) => {
        const all = await readAll(
          rows.map((r) => ({ text: textOf(r), date: r.date })),
          parts,
        );
        return rows.map((row, i) => {
          const { doc } = all[i] as Read;
          // A capital that stands for its government is still the name of the capital.
          const stateOfName = (m: Mention): string | undefined => {
            const e = doc.entities.get(m.entities[0] ?? '');
            return e?.kind === 'state' && !/^metonym\.(capital|seat)$/.test(m.via ?? '') ? isoNow(e.id, parts) : undefined;
          };
          return {
            id: row.id,
            // "the country" is the state; "the Iranian government" is a body of it, however the record links it.
            mentions: doc.mentions
              .filter((m) => m.kind === 'name' || m.kind === 'demonym' || m.kind === 'metonym' || m.via === 'coreference.country')
              .flatMap((m) => {
                const iso3 = stateOfName(m);
                const own = { start: m.span.start, end: m.span.end, entity: m.entities[0] ?? '', ...(iso3 ? { iso3 } : {}) };
                return [own, ...stateWithin(doc, m, parts)];
              }),
          };
        });
      };
  }
}

async function parse(rows: readonly Row[], parts: Parts): Promise<Answer[]> {
  const given = rows.filter((r) => Array.isArray(r.tokens));
  const parses = await parts.network.parse(given.map((r) => (r.tokens as unknown[]).map(String)));
  const { lemmatize } = await import('../packages/readout/src/2-sentences/lemmatize.ts');
  const byRow = new Map(given.map((r, i) => [r, parses[i]]));
  const raw = await readAll(
    rows.filter((r) => !Array.isArray(r.tokens)).map((r) => ({ text: textOf(r) })),
    parts,
  );
  let next = 0;
  return rows.map((row) => {
    const p = byRow.get(row);
    if (!p) {
      const sentences = raw[next++]?.sentences ?? [];
      return {
        id: row.id,
        sentences: sentences.map((s) => ({
          span: pair(s.span),
          tokens: s.tokens.map((t) => ({
            start: t.start,
            end: t.end,
            form: t.form,
            upos: t.upos,
            xpos: t.xpos,
            lemma: t.lemma,
            head: t.head + 1,
            deprel: t.deprel,
          })),
        })),
      };
    }
    const forms = (row.tokens as unknown[]).map(String);
    const upos = p.tags.map((t) => t.split('|')[0] ?? 'X');
    const xpos = p.tags.map((t) => t.split('|')[1] ?? 'FW');
    return {
      id: row.id,
      upos,
      xpos,
      lemma: forms.map((f, i) => lemmatize(f, upos[i] ?? 'X', xpos[i] ?? 'FW', parts.sentences.lemmas)),
      head: [...p.heads].map((h) => h + 1),
      deprel: p.relations,
      names: repairNames(forms, p.tags, p.names, parts.sentences.names).map((n) => ({ start: n.start, end: n.end, label: n.label })),
    };
  });
}

function eventRows({ doc, events }: Read, parts: Parts): Answer[] {
  const mentions = new Map(doc.mentions.map((m) => [m.id, m]));
  // The party's noun phrase with titles and complements, as annotators mark it.
  const phrase = (p: { readonly mention: string; readonly phrase?: Span }): [number, number] | null => {
    const m = mentions.get(p.mention);
    // A pronoun is given as what it stands for, where that is in the same sentence.
    const named = m?.kind === 'pronoun' ? antecedent(doc, m) : undefined;
    if (named) return pair(named);
    if (p.phrase) return pair(p.phrase);
    return m ? pair(m.span) : null;
  };
  // Words that name nobody ("a car bomb", "the draft") stand as evidence only.
  const unnamed = (e: Event, as: 'actor' | 'recipient'): [number, number] | null => {
    const words = e[as].length === 0 ? e.evidence.find((x) => x.as === as)?.span : undefined;
    return words ? pair(words) : null;
  };
  const code = (p: { state?: string; sector?: string } | undefined): string => (p ? `${p.state ?? ''}${p.sector ?? ''}` || '---' : '---');
  // "For CAMEO-style exports the outer act decides" (design/plover.md): what is asked for, promised or threatened in it is no row of its own.
  const word = (e: Event): number | undefined => e.evidence.find((x) => x.as === 'governor')?.span.start;
  const isInner = (e: Event): boolean =>
    e.governor !== undefined &&
    e.modality !== 'asserted' &&
    events.some((o) => o !== e && o.modality === 'asserted' && word(o) === word(e));
  const all = events.flatMap((e) => {
    if (isInner(e)) return [];
    const mutual = isMutual(e);
    // The codebooks' single label: what is only intended is promised or threatened, what is refused is rejected.
    const label = e.modality === 'requested' ? e.event : singleLabel(e);
    const { root, quad } = plvLabel({ event: label, quad: parts.events.codes.quad(label), cameo: e.cameo });
    const sources = e.actor.length > 0 ? e.actor : [undefined];
    const rows: Answer[] = [];
    for (const s of sources) {
      const targets = mutual ? e.actor.filter((t) => t !== s) : e.recipient.length > 0 ? e.recipient : [undefined];
      for (const t of targets) {
        rows.push({
          source: s ? phrase(s) : unnamed(e, 'actor'),
          target: t ? phrase(t) : mutual ? null : unnamed(e, 'recipient'),
          root,
          quad,
          source_code: code(s),
          target_code: code(t),
          code: e.cameo,
          modality: e.modality,
          polarity: e.polarity,
          trigger: pair(e.evidence.find((x) => x.as === 'trigger')?.span ?? { start: 0, end: 0 }),
        });
      }
    }
    return rows;
  });
  // An act and what it promises or asks for may come to the same row.
  const key = (r: Answer): string => JSON.stringify([r.source, r.target, r.root]);
  return all.filter((r, k) => all.findIndex((o) => key(o) === key(r)) === k);
}

/** The code that a state has today: the gold links former states to no code, and Zaire to what it is called now. */
function isoNow(state: string, parts: Parts): string | undefined {
  if (state === 'ZAR') return 'COD';
  return parts.mentions.gazetteer.known(state)?.former ? undefined : state;
}

/** The phrase of the nearest mention before a pronoun, in its sentence, that is the same entity by name or noun. */
function antecedent(doc: Document, pronoun: Mention): Span | undefined {
  const tree = doc.trees[pronoun.sentence];
  const same = doc
    .mentionsIn(pronoun.sentence)
    .filter((m) => m.kind !== 'pronoun' && m.span.end <= pronoun.span.start && m.entities.join() === pronoun.entities.join());
  const m = same[same.length - 1];
  return tree && m ? slotPhrase(doc, tree, m.head) : undefined;
}

/** The state's name that a body's name begins or ends with ("U.S. Department of Agriculture"), which the record keeps inside the body. */
function stateWithin(doc: Document, m: Mention, parts: Parts): { start: number; end: number; entity: string; iso3: string }[] {
  const kind = doc.entities.get(m.entities[0] ?? '')?.kind;
  const tree = doc.trees[m.sentence];
  if (!tree || m.kind !== 'name' || !/^(body|organisation|outlet)$/.test(kind ?? '') || m.tokens[1] - m.tokens[0] < 2) return [];
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

/** PLOVER's codes for organisations between states, which stand where a country code would. */
const BETWEEN_STATES = /^(IGO|UNO|EUR|NAT|IMG|NGO)$/;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "1 July 2021" as an ISO date, others as they are. */
function dayOf(date: unknown): unknown {
  const [, day, month, year] = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(String(date)) ?? [];
  const m = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  return day && m > 0 ? `${year}-${String(m).padStart(2, '0')}-${day.padStart(2, '0')}` : date;
}

/** The one state that a context names. */
function onlyState(doc: Document): string {
  const states = [...new Set(doc.mentions.map((m) => doc.stateOf(m)).filter((x) => x !== undefined))];
  return states.length === 1 ? (states[0] ?? '') : '';
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

/** Located names as the places of the task: `country` is ISO2 there, `iso3` as in records. */
function toponyms({ doc }: Read, iso2: ReadonlyMap<string, string>): Answer[] {
  return doc.located.map(({ span, name, place }) => ({
    start: span.start,
    end: span.end,
    name,
    ...(place ? { lat: place.lat, lon: place.lon, precision: place.precision, rule: place.rule } : {}),
    ...(place?.country ? { country: iso2.get(place.country) ?? '', iso3: place.country } : {}),
  }));
}

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
