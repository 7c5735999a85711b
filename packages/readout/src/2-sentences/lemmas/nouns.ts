/** Lemmas of nouns and of names. */
import { irregularLemma, type LemmaTables } from './tables.ts';

/** The singular of a plural in lower case. */
export function singular(lower: string, tables: LemmaTables): string {
  const irregular = irregularLemma(tables, 'NOUN', lower);
  if (irregular) return irregular;
  const hyphen = lower.lastIndexOf('-');
  const irregularPart = hyphen > 0 ? irregularLemma(tables, 'NOUN', lower.slice(hyphen + 1)) : undefined;
  if (irregularPart) return lower.slice(0, hyphen + 1) + irregularPart;
  if (lower.length > 2 && (lower.endsWith("'s") || lower.endsWith('’s'))) return lower.slice(0, -2);
  if (!lower.endsWith('s') || lower.endsWith('ss') || lower.length < 3)
    return lower.endsWith('men') && lower.length > 4 ? `${lower.slice(0, -2)}an` : lower;
  const cut = lower.slice(0, -1);
  const short = lower.slice(0, -2);
  if (tables.stems.has(`NOUN ${lower}`)) return lower;
  if (tables.stems.has(`NOUN ${cut}`)) return cut;
  if (lower.endsWith('ies')) return lower.length > 4 ? `${lower.slice(0, -3)}y` : cut;
  if (lower.endsWith('es') && tables.stems.has(`NOUN ${short}`)) return short;
  return /(?:ss|x|zz|ch|sh|[^aou]us|iaus|[^aeo]o)es$/.test(lower) ? short : cut;
}

/** Short nouns whose lemma has its stops in both treebanks. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['am', 'a.m.'],
  ['a.m', 'a.m.'],
  ['pm', 'p.m.'],
  ['p.m', 'p.m.'],
  ['etc', 'etc.'],
]);

/** The lemma of a noun or name of this Penn tag: lower case but for acronyms and what has digits, singular for plural tags. */
export function nounLemma(form: string, xpos: string, tables: LemmaTables): string {
  const lower = form.toLowerCase();
  const plural = xpos === 'NNS' || xpos === 'NNPS';
  const abbreviated = WRITTEN_OUT.get(lower);
  if (abbreviated) return abbreviated;
  // "1960s", "the 80's" are lemmas in both treebanks.
  if (/^(?:[a-z]+-)?['’]?\d/i.test(form)) return form.replace('’', "'");
  if (isAcronym(form, plural)) return plural ? form.replace(/['’]?s$/, '') : form;
  const lemma = plural ? singular(lower, tables) : lower;
  // "Islamists", "Persians": nouns from names keep their capital.
  const capital = lemma.charAt(0).toUpperCase() + lemma.slice(1);
  return form.startsWith(capital.charAt(0)) && tables.stems.has(`ADJ ${capital}`) ? capital : lemma;
}

/** TV, DNA, CFLs, PhD: capitals beyond the first letter. Longer words all in capitals are taken for ordinary words in a headline. */
function isAcronym(form: string, plural: boolean): boolean {
  if (!/[A-Z]/.test(form)) return false;
  if (plural ? /^[A-Z]{2,}['’]?s$/.test(form) : /^[A-Z]{1,4}$/.test(form)) return true;
  return /\d/.test(form) || /^[^a-z]*[a-z].*[A-Z]/.test(form) || /^(?:[A-Z]\.)+[A-Z]?$/.test(form);
}

/** The lemma of a name: as written, the singular for NNPS unless the name is plural in itself (the Netherlands), short months in full. */
export function nameLemma(form: string, xpos: string, tables: LemmaTables): string {
  const calendar = irregularLemma(tables, 'PROPN', form.replace(/\.$/, '').toLowerCase());
  if (calendar && (/^[A-Z]/.test(form) || form.endsWith('.'))) return calendar;
  const straight = form.replace(/’/g, "'");
  // Names in small letters get their capital, particles (al, bin, de, von) do not.
  const name = xpos.startsWith('NNP') && /^[a-z]{4,}$/.test(straight) ? straight.charAt(0).toUpperCase() + straight.slice(1) : straight;
  if (xpos !== 'NNPS' || tables.stems.has(`PROPN ${name}`)) return name;
  const lower = name.toLowerCase();
  const single = singular(lower, tables);
  if (single === lower) return name;
  // The letters both have in common keep their capitals.
  let same = 0;
  while (same < single.length && single[same] === lower[same]) same++;
  const ending = single.slice(same);
  return name.slice(0, same) + (name === name.toUpperCase() ? ending.toUpperCase() : ending);
}
