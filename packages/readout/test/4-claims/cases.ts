/** Cases of stage 4: the claims, quotes and silences that a text must and must not have, and why a reading does not fulfil them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { spokenQuotes } from '../../src/4-claims/index.ts';
import { carriedBy, saidBy } from '../../src/4-claims/said-by.ts';
import type { Claim, Silence, Span } from '../../src/model/index.ts';
import { root, type Whole } from '../engine.ts';

export interface ExpectedClaim {
  /** The source's words; `none` where nobody is named. */
  readonly source?: string;
  readonly entity?: string;
  /** Those who say it together; `[]` where nobody does with another. */
  readonly entities?: readonly string[];
  readonly cue?: string;
  /** Stretches joined with " … ". */
  readonly content?: string;
  readonly act?: string;
  readonly quotation?: string;
  readonly status?: string;
  readonly polarity?: string;
  /** The cue of the enclosing claim; `none` where none may enclose it. */
  readonly within?: string;
  /** A link of several as `NOR+SWE`. */
  readonly chain?: readonly string[];
}

export interface ClaimCase {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly claims?: readonly ExpectedClaim[];
  /** Cues that no claim may have. */
  readonly not?: readonly string[];
  /** How many claims there are. */
  readonly count?: number;
  /** All quotes that are spoken, in order. */
  readonly quotes?: readonly { readonly content: string; readonly speaker: string }[];
  /** Who is silent, each once, and nobody else. */
  readonly silent?: readonly string[];
  readonly silence?: {
    readonly by?: string;
    readonly entity?: string;
    readonly state?: string;
    readonly about?: readonly string[];
    readonly kind?: string;
  };
  /** No claim; in silences.yaml no silence. */
  readonly none?: boolean;
  /** A known failure, with its reason. */
  readonly todo?: string;
}

export const claimCases = (name: string): ClaimCase[] =>
  parse(readFileSync(join(root, 'cases/4-claims', `${name}.yaml`), 'utf8')) as ClaimCase[];

/** Why the reading fails the case; undefined when it does not. */
export function claimFailure(c: ClaimCase, whole: Whole): string | undefined {
  const words = (s: Span): string => c.text.slice(s.start, s.end);
  const show = (x: Claim): string =>
    `[${x.source ? words(x.source.span) : 'none'} = ${saidBy(x).join('+')} | ${joined(x.cue, words)} | ${joined(x.content, words)} | ${x.act}]`;
  for (const e of c.claims ?? []) {
    if (!whole.claims.some((x) => isLike(x, e, whole, words)))
      return `no claim like ${JSON.stringify(e)} in ${whole.claims.map(show).join(' ')}`;
  }
  for (const cue of c.not ?? []) {
    const found = whole.claims.find((x) => joined(x.cue, words) === cue);
    if (found) return `a claim on "${cue}": ${show(found)}`;
  }
  if (c.count !== undefined && whole.claims.length !== c.count) return `${whole.claims.length} claims: ${whole.claims.map(show).join(' ')}`;
  if (c.none && c.id.startsWith('silences/'))
    return whole.silences.length === 0 ? undefined : `a silence: ${whole.silences.map((s) => s.rule).join(' ')}`;
  if (c.none && whole.claims.length > 0) return `claims: ${whole.claims.map(show).join(' ')}`;
  if (c.silence && !whole.silences.some((s) => isSilence(s, c, whole, words)))
    return `no such silence in ${JSON.stringify(whole.silences)}`;
  const silent = whole.silences.map((s) => s.by.entity ?? 'nobody');
  if (c.silent && c.silent.join(' ') !== silent.join(' ')) return `silent are ${silent.join(' ')}`;
  return c.quotes ? quoteFailure(c, whole, words) : undefined;
}

const joined = (spans: readonly Span[], words: (s: Span) => string): string => spans.map(words).join(' … ');

function isLike(x: Claim, e: ExpectedClaim, whole: Whole, words: (s: Span) => string): boolean {
  if (e.source !== undefined && (x.source ? words(x.source.span) : 'none') !== e.source) return false;
  if (e.entity !== undefined && x.source?.entity !== e.entity) return false;
  if (e.entities !== undefined && (x.source?.entities ?? []).join(' ') !== e.entities.join(' ')) return false;
  if (e.cue !== undefined && joined(x.cue, words) !== e.cue) return false;
  if (e.content !== undefined && joined(x.content, words) !== e.content) return false;
  if (e.act !== undefined && x.act !== e.act) return false;
  if (e.quotation !== undefined && x.quotation !== e.quotation) return false;
  if (e.status !== undefined && x.status !== e.status) return false;
  if (e.polarity !== undefined && x.polarity !== e.polarity) return false;
  if (e.chain !== undefined && x.chain.map((l) => carriedBy(l).join('+')).join(' ') !== e.chain.join(' ')) return false;
  if (e.within === undefined) return true;
  const outer = whole.claims.find((y) => y.id === x.within);
  return e.within === 'none' ? outer === undefined : outer !== undefined && joined(outer.cue, words) === e.within;
}

function isSilence(s: Silence, { silence: e }: ClaimCase, whole: Whole, words: (s: Span) => string): boolean {
  if (!e) return true;
  const actor = s.evidence.find((x) => x.as === 'actor');
  const mention = whole.doc.mentions.find((m) => m.id === s.by.mention);
  if (e.by !== undefined && (!actor || words(actor.span) !== e.by)) return false;
  if (e.entity !== undefined && (s.by.entity !== e.entity || !mention?.entities.includes(e.entity))) return false;
  if (e.state !== undefined && s.by.state !== e.state) return false;
  if (e.kind !== undefined && s.kind !== e.kind) return false;
  return e.about === undefined || e.about.join('|') === s.about.join('|');
}

function quoteFailure(c: ClaimCase, whole: Whole, words: (s: Span) => string): string | undefined {
  const found = spokenQuotes(whole.doc.article, whole.claims).map(({ quote, claim }) => ({
    content: words(quote.outer),
    speaker: claim?.source ? words(claim.source.span) : 'none',
  }));
  const [got, expected] = [JSON.stringify(found), JSON.stringify(c.quotes)];
  return got === expected ? undefined : `quotes ${got}`;
}
