/** The measured tasks as functions from rows to answers. Only what a task adds to `readout extract` stands here: picking and naming fields. */
import { findTimes } from '../packages/readout/src/3-mentions/times/find-times.ts';
import { spokenQuotes } from '../packages/readout/src/4-claims/index.ts';
import { codePair } from '../packages/readout/src/5-events/code-pair.ts';
import { loadKnowledge } from '../packages/readout/src/knowledge.ts';
import type { Mention } from '../packages/readout/src/model/index.ts';
import type { Parts } from '../packages/readout/src/pipeline.ts';
import { neardup, omission, stories } from './compare-tasks.ts';
import { type Answer, asSpan, pair, type Read, type Row, readAll, textOf } from './read-all.ts';
import { eventRows, plvLabel } from './task-events.ts';
import { actorOf, dayOf, isoNow, isPartOfWord, metonymy, onlyState, stateWithin, toponyms } from './task-names.ts';
import { parse } from './task-parse.ts';

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
              .filter((m) => !isPartOfWord(doc.article.text, m))
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
