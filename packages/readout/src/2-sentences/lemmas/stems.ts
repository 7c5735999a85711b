/** Spelling rules shared by verbs and adjectives: what an ending took away (`hop` from hopp-ed, `hope` from hop-ed, `reply` from repli-ed). */
import type { LemmaTables } from './tables.ts';

const PREFIX = /^(?:re|under|over|out|un|mis|dis|pre|inter|counter|co)(?=[a-z]{4})/;
const VOWEL = /[aeiouy]/;
/** Doubled letters that words really end in. */
const REAL_DOUBLE = /(?:ll|ss|ff|zz)$/;
const DOUBLE = /([bcdfghjklmnpqrstvwxz])\1$/;
/** Ends that no English base has without a final e. */
const NEEDS_E =
  /(?:[^aeiou][bcdfgkptzs]l|[aeiou]bl|upl|[bcdgkpt]r|[lr]s|[^aeiou]s|[aeiou]s|[aiou]r?c|[ns]c|[rl]v|[aeiou]v|[aeiou]z|[lr]g|dg|ieg|u)$/;
/** Endings of longer words that are unstressed, so that neither an e was lost nor a consonant doubled. */
const UNSTRESSED = /(?:ion|[^aeiou](?:er|en|on|or|it|et|el|al|om|op|ip|ot|ow)|mit|vil|[ei]ar|il|in?t|iew|um)$/;

/**
 * The base that remains of a word when its ending (-ed, -ing, -er, -est) is cut off. A base in the table of stems wins; then the letters
 * decide: a doubled consonant is made single, `i` becomes `y`, and an e is put back where the consonant would otherwise have been doubled.
 */
export function restoreStem(stem: string, pos: string, tables: LemmaTables): string {
  // "re-routed", "pre-screened": the word is what follows the hyphen.
  const hyphen = stem.lastIndexOf('-') + 1;
  if (hyphen > 0 && hyphen < stem.length - 1) return stem.slice(0, hyphen) + restoreStem(stem.slice(hyphen), pos, tables);
  const doubled = DOUBLE.test(stem);
  const bases = [`${stem}e`, stem, ...(doubled ? [stem.slice(0, -1)] : [])];
  // The whole word first: "reached" is no "re-ached".
  const known = bases.find((base) => tables.stems.has(`${pos} ${base}`)) ?? bases.find((base) => isKnownInside(base, pos, tables));
  if (known !== undefined) return known;
  if (doubled) return REAL_DOUBLE.test(stem) ? stem : stem.slice(0, -1);
  if (stem.endsWith('i') && stem.length > 2) return `${stem.slice(0, -1)}y`;
  return lostE(stem) ? `${stem}e` : stem;
}

/** Whether what follows the base's prefix is in the table: "underscore" as "score". */
function isKnownInside(base: string, pos: string, tables: LemmaTables): boolean {
  const prefix = PREFIX.exec(base)?.[0];
  return prefix !== undefined && tables.stems.has(`${pos} ${base.slice(prefix.length)}`);
}

/** Whether the base ended in an e, as far as letters tell. */
function lostE(stem: string): boolean {
  if (NEEDS_E.test(stem)) return !/(?:ous|ss)$/.test(stem);
  // hop-, lat-, blam-: one vowel and one consonant, which would have been doubled had there been no e.
  if (!/(?:^|[^aeiou]|qu|[ui](?=at$)|cre(?=at$))[aeiouy][bcdfgklmnprtvz]$/.test(stem)) return false;
  const syllables = stem.replace(/qu/, 'q').match(/[aeiouy]+/g)?.length ?? 0;
  if (syllables === 1) return !/^[^aeiouy]*y[^aeiouy]*$/.test(stem) || stem.length > 2;
  return !UNSTRESSED.test(stem);
}

/** Whether anything is left that can be a word. */
export function hasVowel(stem: string): boolean {
  return VOWEL.test(stem);
}
