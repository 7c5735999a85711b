/** Cases of stage 3: what the words `find` must be linked to, and why a reading does not fulfil it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Mention } from '../../src/model/index.ts';
import { root, type Whole } from '../engine.ts';

export interface MentionCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  /** The domain of who publishes the text. */
  readonly domain?: string;
  /** The headline, told beside the text. */
  readonly title?: string;
  /** Words of the text that the case is about; `nth` says which time they stand there; `head` the word of them that the mention ends on. */
  readonly find: string;
  readonly head?: string;
  readonly nth?: number;
  /** All entities, in any order. */
  readonly is?: string | readonly string[];
  /** Kind of the entity. */
  readonly kind?: string;
  readonly state?: string;
  readonly sector?: string;
  /** An entity that it must not be. */
  readonly not?: string;
  /** The code of a state that it must not be of. */
  readonly 'not-state'?: string;
  /** No mention on these words. */
  readonly none?: boolean;
  readonly todo?: boolean | string;
}

export function mentionCases(name: string): MentionCase[] {
  const file = join(root, 'cases/3-mentions', `${name}.yaml`);
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as MentionCase[]) : [];
}

export function mentionFailure(c: MentionCase, { doc }: Whole): string | undefined {
  const words = c.head ?? c.find;
  let start = -1;
  for (let i = 0; i < (c.nth ?? 1); i++) start = c.text.indexOf(words, start + 1);
  if (start < 0) return `the text does not hold "${words}"`;
  const end = start + words.length;
  const on = doc.mentions.filter((m) => m.span.start < end && m.span.end > start);
  const shown = on.map((m) => show(c.text, m)).join('; ') || 'no mention';
  // The mention that is most like the words.
  const best = [...on].sort((a, b) => distance(a, start, end) - distance(b, start, end))[0];
  if (c.none) return !best || distance(best, start, end) > 6 ? undefined : `expected no mention, got ${shown}`;
  if (c.not && best?.entities.includes(c.not)) return `expected not ${c.not}, got ${shown}`;
  const notState = c['not-state'];
  if (notState && best && doc.stateOf(best) === notState) return `expected nobody of ${notState}, got ${shown}`;
  if (c.is === undefined && c.kind === undefined && c.state === undefined && c.sector === undefined) return undefined;
  if (!best) return 'expected a mention, got none';
  const wanted = c.is === undefined ? undefined : typeof c.is === 'string' ? [c.is] : c.is;
  if (wanted && (wanted.length !== best.entities.length || !wanted.every((w) => best.entities.includes(w))))
    return `expected ${wanted.join('+')}, got ${shown}`;
  const entity = doc.entities.get(best.entities[0] ?? '');
  if (c.kind && entity?.kind !== c.kind) return `expected a ${c.kind}, got ${shown}`;
  if (c.state && doc.stateOf(best) !== c.state) return `expected state ${c.state}, got ${doc.stateOf(best)} of ${shown}`;
  if (c.sector && doc.sectorOf(best) !== c.sector) return `expected sector ${c.sector}, got ${doc.sectorOf(best)} of ${shown}`;
  return undefined;
}

const distance = (m: Mention, start: number, end: number): number => Math.abs(m.span.start - start) + Math.abs(m.span.end - end);
const show = (text: string, m: Mention): string => `"${text.slice(m.span.start, m.span.end)}" ${m.entities.join('+')} ${m.via}`;
