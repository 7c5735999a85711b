/** What hand-made records are put together from. */
import type { Entity, Part, PartKind, Publisher, Span } from '../../../src/model/index.ts';

export const ENGINE = { version: '0.1.0', knowledge: 'sha256:0', model: 'hand-made' };

/** The `nth` place (from 0) of `words` in `text`. */
export function spanIn(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth && start >= 0; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** Consecutive parts as kind and words; they are the text. */
export function join(pieces: readonly (readonly [PartKind, string])[]): { text: string; parts: Part[] } {
  let text = '';
  const parts: Part[] = [];
  for (const [kind, words] of pieces) {
    parts.push({ kind, span: { start: text.length, end: text.length + words.length } });
    text += words;
  }
  return { text, parts };
}

export const BAY_WIRE: Publisher = { id: 'bay-wire', name: 'Bay Wire', kind: 'news-agency', state: 'KOR', official: false };
export const RIVER_DAILY: Publisher = { id: 'river-daily', name: 'River Daily', kind: 'outlet', state: 'CHN', official: true };

export const PERSON = (id: string, name: string, state: string, office: string, start: string, end?: string): Entity => ({
  id,
  kind: 'person',
  name,
  state,
  sector: 'GOV',
  roles: [{ office, title: office[0]?.toUpperCase() + office.slice(1), state, start, ...(end ? { end } : {}) }],
  knowledge: 'offices',
});
export const STATE = (id: string, name: string): Entity => ({ id, kind: 'state', name, iso3: id, state: id, knowledge: 'states' });
