/**
 * Coreference on GUM news: pairwise precision over names and nominals (two of our mentions of one entity that the gold has too: are they
 * one there?) and pronoun accuracy (of the gold's third-person pronouns whose entity was named before: linked to a mention of it), over
 * all and over those that stand for persons, bodies and places: a record has no mentions of things, so "it" for a clock ought to stay
 * out, and is counted apart where it does not. Our phrases end before "of" and "who", so for pronouns a gold mention that begins with ours
 * is the same; without that the accuracy is lower by some five points (`strictly`).
 * `npx tsx bench/quality/mentions/coreference.ts`; data: READOUT_DATA/actors/coref.gum-news.jsonl.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mention } from '../../../packages/readout/src/model/index.ts';
import { openBenchParts } from '../../parses.ts';
import { readAll } from '../../read-all.ts';

interface GoldMention {
  readonly eid: string;
  /** person, organization, place; object, abstract, event, time … */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface GoldRow {
  readonly text: string;
  readonly date?: string;
  readonly mentions: readonly GoldMention[];
}

const PRONOUN = /^(he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i;

/** Length of "the ". */
const ARTICLE = 4;

const file = join(process.env.READOUT_DATA ?? '/work/shared/data', 'actors/coref.gum-news.jsonl');
if (!existsSync(file)) console.log('coreference  skipped: no data');
else {
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l) as GoldRow);
  const all = await readAll(rows, await openBenchParts());
  let pairs = 0;
  let right = 0;
  let pronouns = 0;
  let parties = 0;
  let rightParties = 0;
  let falseThings = 0;
  let linked = 0;
  let correct = 0;
  let strictly = 0;
  rows.forEach((row, r) => {
    const mentions = all[r]?.doc.mentions ?? [];
    const goldOf = (m: Mention): string | undefined => likest(row.mentions, m)?.eid;
    const begun = (m: Mention): string | undefined => goldOf(m) ?? begunBy(row.mentions, m)?.eid;
    // Names and nominals, pair by pair.
    const spoken = mentions
      .filter((m) => m.kind !== 'pronoun' && m.entities.length === 1)
      .map((m) => ({ m, gold: goldOf(m), begun: begun(m) }));
    spoken.forEach((a, i) => {
      for (const b of spoken.slice(i + 1)) {
        if (a.gold === undefined || b.gold === undefined || a.m.entities[0] !== b.m.entities[0]) continue;
        pairs++;
        if (a.gold === b.gold) right++;
        else if (process.argv.includes('-v')) console.log(show(row.text, a.m), '|', show(row.text, b.m));
      }
    });
    for (const g of row.mentions) {
      if (!PRONOUN.test(g.text)) continue;
      if (!row.mentions.some((o) => o.eid === g.eid && o.start < g.start && !PRONOUN.test(o.text))) continue;
      pronouns++;
      const isParty = /^(person|organization|place)$/.test(g.type);
      if (isParty) parties++;
      const own = mentions.find((m) => m.kind === 'pronoun' && m.span.start === g.start && m.span.end === g.end);
      if (!own) continue;
      linked++;
      if (spoken.some(({ m, gold }) => gold === g.eid && own.entities.includes(m.entities[0] ?? ''))) strictly++;
      if (
        spoken.some((x) => x.begun === g.eid && own.entities.includes(x.m.entities[0] ?? '')) ||
        namesAll(row.mentions, mentions, g, own)
      ) {
        correct++;
        if (isParty) rightParties++;
      } else if (!isParty) falseThings++;
    }
  });
  const percent = (a: number, b: number): number => Math.round((1000 * a) / Math.max(1, b)) / 10;
  console.log(`coreference  pairs ${pairs}, precision ${percent(right, pairs)}`);
  console.log(
    `pronouns  ${pronouns}, linked ${linked}, accuracy ${percent(correct, pronouns)}, of those linked ${percent(correct, linked)}; strictly ${percent(strictly, pronouns)}`,
  );
  console.log(
    `  of persons, bodies, places  ${parties}, accuracy ${percent(rightParties, parties)}; things taken for parties ${falseThings} of ${pronouns - parties}`,
  );
}

/**
 * Several at once ("Peru and Chile … their"): right where each of them is named within one mention of the gold entity, or where we have a
 * phrase for the same several ("both countries") that is a mention of it.
 */
function namesAll(gold: readonly GoldMention[], ours: readonly Mention[], g: GoldMention, own: Mention): boolean {
  if (own.entities.length < 2) return false;
  const ids = own.entities.join('+');
  return gold.some(
    (o) =>
      o.eid === g.eid &&
      !PRONOUN.test(o.text) &&
      (ours.some((m) => m.kind !== 'pronoun' && m.entities.join('+') === ids && likest(gold, m) === o) ||
        own.entities.every((id) => ours.some((m) => m.entities.includes(id) && m.span.start >= o.start && m.span.end <= o.end))),
  );
}

/** The gold mention most like ours: at least three fifths shared. */
function likest(gold: readonly GoldMention[], m: Mention): GoldMention | undefined {
  let best: GoldMention | undefined;
  let bestShare = 0.6;
  for (const g of gold) {
    const shared = Math.min(g.end, m.span.end) - Math.max(g.start, m.span.start);
    const share = (2 * shared) / (g.end - g.start + m.span.end - m.span.start);
    if (share > bestShare) {
      best = g;
      bestShare = share;
    }
  }
  return best;
}

/** The shortest gold mention that begins with ours, but for an article. */
function begunBy(gold: readonly GoldMention[], m: Mention): GoldMention | undefined {
  const longer = gold.filter((g) => m.span.start >= g.start && m.span.start - g.start <= ARTICLE && m.span.end <= g.end);
  return longer.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function show(text: string, m: Mention): string {
  return `${text.slice(m.span.start, m.span.end)} [${m.via} ${m.entities.join('+')}]`;
}
