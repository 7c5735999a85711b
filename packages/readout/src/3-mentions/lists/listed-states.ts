/** States, the names they go by and the places that stand for them, from lists/states, state-names and places. */
import type { Knowledge, Row } from '../../knowledge.ts';
import { asReading, type ReadingKind } from './gazetteer-rows.ts';
import { type Listed, learn, namesIn, optional, partsOf } from './listed.ts';
import { slug } from './naming.ts';

/** Kinds of places whose single words name nothing else ("Africa", "Arctic"). */
const ALONE = new Set(['continent', 'area']);

/** Reads the states, then their names. */
export function readStates(listed: Listed, knowledge: Knowledge): void {
  const ended = new Map<string, string>();
  for (const row of knowledge.list('states')) {
    if (row.kind === 'historic' && row.end) ended.set(row.id ?? '', row.end);
    learnState(listed, row);
  }
  for (const row of knowledge.list('state-names')) {
    // Kept for the record, not for choosing: other claimants' names, words that count only in compounds or before a comma.
    if (row.kind === 'code' || row.note === 'dateline') listed.shortParts.set(row.name ?? '', row.state ?? '');
    else if (!/^(alternative|only in compounds)/.test(row.note ?? '')) addStateName(listed, row, ended);
  }
}

function learnState(listed: Listed, row: Row): void {
  const id = row.id ?? '';
  learn(listed, {
    id,
    kind: 'state',
    name: row.name ?? '',
    state: id,
    iso3: id,
    source: row.source ?? '',
    ...(row.cow ? { cow: Number(row.cow) } : {}),
    ...(row.kind === 'historic' ? { former: true } : {}),
  });
}

/** Enters a name of a state, or of a place in it that may stand for it; `ended`: the last days of states that are no more. */
function addStateName(listed: Listed, row: Row, ended: ReadonlyMap<string, string>): void {
  const state = row.state ?? '';
  const name = row.name ?? '';
  const note = row.note ?? '';
  const kind = row.kind === 'official' || row.kind === 'short' ? 'name' : ((row.kind ?? '') as ReadingKind);
  const place = kind === 'capital' || kind === 'city' || kind === 'region' || kind === 'seat';
  const id = place ? `place:${slug(name)}` : state;
  const reading = asReading({
    entity: id,
    kind,
    entityKind: place ? 'place' : 'state',
    state,
    context: partsOf(row.context),
    partial: /^(regional|ethnic)/.test(note) || undefined,
    actsFor: /^stands for ([a-z-]+)$/.exec(note)?.[1],
    // Belgrade is Yugoslavia's while there is a Yugoslavia.
    end: place ? ended.get(state) : undefined,
  });
  listed.tree.add(name, reading);
  // A town that acts is its people; a region that broke away and few recognise is a partially recognised entity.
  const sector = kind === 'city' ? 'CVL' : kind === 'region' && /^breakaway/.test(note) ? 'PRE' : undefined;
  if (place) learn(listed, { id, kind: 'place', name, state, source: row.source ?? '', ...(sector ? { sector } : {}) });
}

/** Reads seas, straits, bases and the like of several words; single words are left to the model, which sees their surroundings. */
export function readPlaces(listed: Listed, knowledge: Knowledge): void {
  for (const row of knowledge.list('places')) {
    if (row.kind === 'state') continue;
    const name = row.name ?? '';
    const state = optional(row.country);
    const id = `place:${slug(name)}`;
    learn(listed, { id, kind: 'place', name, source: row.source ?? '', ...(state ? { state } : {}) });
    for (const n of namesIn(row).filter((x) => ALONE.has(row.kind ?? '') || /[ -]/.test(x)))
      listed.tree.add(n, asReading({ entity: id, kind: 'region', entityKind: 'place', context: [], state }), true);
  }
}
