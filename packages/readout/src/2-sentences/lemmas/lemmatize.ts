/**
 * The lemma of a word from its form and tags, in the conventions of English Universal Dependencies. The order: names and numbers by
 * themselves, closed classes by the table of irregular forms, then the spelling rules of the word's class.
 */
import { degreeLemma } from './degrees.ts';
import { nameLemma, nounLemma } from './nouns.ts';
import { irregularLemma, type LemmaTables } from './tables.ts';
import { verbLemma } from './verbs.ts';

export { type LemmaTables, lemmaTables } from './tables.ts';

/** Written-out magnitudes of `$3m`, `60k`. */
const MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ['k', 'thousand'],
  ['m', 'million'],
  ['mn', 'million'],
  ['b', 'billion'],
  ['bn', 'billion'],
  ['t', 'trillion'],
  ['tn', 'trillion'],
]);

/** The lemma of `form`; `upos` is its universal tag and `xpos` its Penn tag. */
export function lemmatize(form: string, upos: string, xpos: string, tables: LemmaTables): string {
  const lower = form.toLowerCase().replace(/[’`]/g, "'");
  switch (upos) {
    case 'PROPN':
      return nameLemma(form, xpos, tables);
    case 'VERB':
    case 'AUX':
      return xpos.startsWith('NNP') ? nameVerbLemma(form, lower, upos, tables) : verbLemma(lower, upos, xpos, tables);
    case 'NOUN':
      return nounLemma(form, xpos, tables);
    case 'ADJ':
    case 'ADV':
      return degreeLemma(form, upos, xpos, tables);
    case 'PRON':
      return pronounLemma(lower, xpos, tables);
    case 'NUM':
      return numberLemma(form, xpos);
    case 'PUNCT':
      return plainMark(form);
    case 'SYM':
      return /^[–—]$/.test(form) ? '-' : form;
    case 'PART':
      return lower === 's' && xpos === 'POS' ? "'s" : (irregularLemma(tables, upos, lower) ?? lower);
    case 'ADP':
      return /^vs?\.?$/.test(lower) ? 'versus' : lower;
    case 'X':
      return form;
    default:
      return irregularLemma(tables, upos, lower) ?? lower;
  }
}

/** A verb inside a name keeps its capital: United (Nations) is a form of Unite. */
function nameVerbLemma(form: string, lower: string, upos: string, tables: LemmaTables): string {
  const lemma = verbLemma(lower, upos, lower.endsWith('ing') ? 'VBG' : lower.endsWith('ed') ? 'VBN' : 'VB', tables);
  return form.charAt(0) === lower.charAt(0) ? lemma : lemma.charAt(0).toUpperCase() + lemma.slice(1);
}

/** "her": she as an object, her as a possessive. "I" and its forms keep the capital. */
function pronounLemma(lower: string, xpos: string, tables: LemmaTables): string {
  if (xpos === 'PRP$' || xpos === 'WP$') return lower;
  if (lower === 'em' || lower === 'u') return lower === 'u' ? 'you' : 'they';
  if (lower === 's') return 'we';
  const lemmas = tables.irregulars.get(`PRON ${lower}`);
  return lemmas?.find((lemma) => lemma !== lower) ?? lower;
}

function numberLemma(form: string, xpos: string): string {
  if (/^\d[\d,]*(?:\.\d+)?$/.test(form)) return form.replace(/,/g, '');
  if (xpos.startsWith('NNP') || /^[IVXLCDM]+$/.test(form)) return form;
  return MAGNITUDES.get(form.toLowerCase()) ?? form.toLowerCase().replace('’', "'");
}

/** Typographic quotes and the en dash made plain; the em dash stays, as in GUM. */
function plainMark(form: string): string {
  return form.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '-');
}
