/** Lemmas of verbs and auxiliaries. */
import { hasVowel, restoreStem } from './stems.ts';
import type { LemmaTables } from './tables.ts';

/** The lemma of a verb form in lower case; `xpos` is its Penn tag. */
export function verbLemma(lower: string, upos: string, xpos: string, tables: LemmaTables): string {
  const auxiliary = auxiliaryLemma(lower, xpos, tables);
  if (upos === 'AUX' && auxiliary) return auxiliary;
  // "to found", "they saw wood": a base form is its own lemma, whatever else it may be a form of.
  // "retook": an irregular form with a prefix is hardly a base form, whatever the tag.
  const isBase = xpos === 'VB' || xpos === 'MD' || (xpos === 'VBP' && !/^(?:re|over|under|out|mis|fore|with|be)[a-z]{3}/.test(lower));
  if (isBase) return auxiliary ?? lower;
  const irregular = tables.irregulars.get(`VERB ${lower}`);
  // "saw" is a past tense of see, not of itself.
  if (irregular) return irregular.find((lemma) => lemma !== lower) ?? lower;
  if (auxiliary) return auxiliary;
  if (xpos === 'VBP') return lower;
  if (xpos === 'VBZ') return thirdPersonLemma(lower, tables);
  if (xpos === 'VBG') {
    if (lower.endsWith('ing') && hasVowel(lower.slice(0, -3))) return restoreStem(lower.slice(0, -3), 'VERB', tables);
    return /in['’]?$/.test(lower) && lower.length > 4 ? restoreStem(lower.replace(/in['’]?$/, ''), 'VERB', tables) : lower;
  }
  if (lower.endsWith('eed')) return lower;
  return lower.endsWith('ed') && hasVowel(lower.slice(0, -2)) ? restoreStem(lower.slice(0, -2), 'VERB', tables) : lower;
}

/** Contractions written without their apostrophe (`im`, `youre`, `wan na`). */
const BARE: ReadonlyMap<string, string> = new Map([
  ['s', 'be'],
  ['m', 'be'],
  ['re', 'be'],
  ['r', 'be'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['d', 'would'],
  ['wan', 'want'],
  ['gon', 'go'],
  ['got', 'get'],
]);

function auxiliaryLemma(lower: string, xpos: string, tables: LemmaTables): string | undefined {
  const lemmas = tables.irregulars.get(`AUX ${lower}`);
  // "'d": would as a modal, have as a past tense.
  if (lemmas && lemmas.length > 1)
    return lemmas.find((l) => (l === 'would' || l === 'will') === (xpos === 'MD') && (xpos !== 'VBZ' || l === 'be')) ?? lemmas[0];
  return lemmas?.[0] ?? BARE.get(lower);
}

function thirdPersonLemma(lower: string, tables: LemmaTables): string {
  if (!lower.endsWith('s') || lower.length < 3) return lower;
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : lower.slice(0, -1);
  const short = lower.slice(0, -2);
  if (lower.endsWith('es') && tables.stems.has(`VERB ${short}`)) return short;
  if (tables.stems.has(`VERB ${lower.slice(0, -1)}`)) return lower.slice(0, -1);
  if (/(?:ss|x|zz|ch|sh|[^o]o)es$/.test(lower)) return short;
  return lower.slice(0, -1);
}
