/** Lemmas of adjectives and adverbs in the comparative and the superlative. */
import { hasVowel, restoreStem } from './stems.ts';
import { irregularLemma, type LemmaTables } from './tables.ts';

const DEGREE = /^(?:JJR|JJS|RBR|RBS)$/;

/** The lemma of an adjective or adverb form. A capital is kept in names (NNP) and in adjectives from names (Chinese, Islamic). */
export function degreeLemma(form: string, upos: string, xpos: string, tables: LemmaTables): string {
  if (xpos.startsWith('NNP')) return form;
  const lower = form.toLowerCase();
  if (!DEGREE.test(xpos)) return isNameAdjective(form, tables) ? capitalised(form) : lower;
  const irregular = irregularLemma(tables, upos, lower) ?? irregularLemma(tables, upos === 'ADV' ? 'ADJ' : 'ADV', lower);
  if (irregular) return irregular;
  const stem = /^(.+?)(?:er|est)$/.exec(lower)?.[1];
  return stem && hasVowel(stem) && stem.length > 1 ? restoreStem(stem, 'ADJ', tables) : lower;
}

function isNameAdjective(form: string, tables: LemmaTables): boolean {
  const last = form.slice(form.lastIndexOf('-') + 1);
  return /^[A-Z]/.test(last) && tables.stems.has(`ADJ ${capitalised(last)}`);
}

/** "CHINESE" as "Chinese"; "pro-Beijing" and "Chinese" as they are. */
function capitalised(form: string): string {
  return form === form.toUpperCase() && form.length > 3 ? form.charAt(0) + form.slice(1).toLowerCase() : form;
}
