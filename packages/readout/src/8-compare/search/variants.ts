/** What a text may write of a name: without what a place, a kind, a year or a division adds to it. */
import { beforeComma, withoutKind } from './names.ts';
import type { SearchWords } from './words.ts';

/** A name, and what may be left of it: without the place behind a comma; where there is no other name, without the words that say its kind. */
export function variantsOf(name: string, isOnly: boolean, words: SearchWords): readonly string[] {
  const short = beforeComma(name);
  const bare = isOnly ? withoutKind(name) : undefined;
  // Without a year before it, and without a given name in Chinese or Korean behind another: "Jan Novak Mi-na".
  const undated = /^\p{N}{4}\s+(?=\S)(\P{L}*\p{L}.*)$/u.exec(name)?.[1];
  const western = /^(\p{Lu}\p{L}+ \p{Lu}\p{L}+) \p{Lu}\p{L}+-\p{Ll}+$/u.exec(name)?.[1];
  // A number with gaps around its point.
  const number = /\d [.,] \d/.test(name) ? name.replace(/(?<=\d) ([.,]) (?=\d)/g, '$1') : undefined;
  // A state's office as its texts write it: "U.S. Department of Justice".
  const us = /\bUnited States\b(?=.)/.test(name) && name !== 'United States' ? name.replace(/\bUnited States\b/, 'U.S.') : undefined;
  // "Constitution Hall" of "DAR Constitution Hall".
  const unowned = /^\p{Lu}{3,} (\p{Lu}\p{Ll}+ \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)*)$/u.exec(name)?.[1];
  const rest = isOnly ? withoutTail(name, words) : [];
  return [name, number, short, bare, undated, western, us, unowned, divisionOf(name, words), ...rest, ...placed(name)].flatMap(
    (n) => n ?? [],
  );
}

/** "Kerava island" of "Kerava island off the southern coast", "Kraft plant" of "Kraft plant in Kerava": a thing that is named without where it is. */
function placed(name: string): readonly string[] {
  const [, before = ''] = /^(.*?\S)\s+(?:off|in|at|near|on|outside|between)\s+(.*)$/.exec(name) ?? [];
  return /\p{Lu}/u.test(before) && before.includes(' ') ? [before] : [];
}

/** "West Coast" of "West Coast of the United States", "Supreme Court" of "Supreme Court of Cassation", "Ministry of Culture" of "Ministry of Culture and Sports", where a war is. */
function withoutTail(name: string, words: SearchWords): readonly string[] {
  const [, before, of = ''] = /^(\p{Lu}.*\p{L}) (?:of|in) (?:the )?(\p{Lu}.*)$/su.exec(name) ?? [];
  const [, both] = /^(\p{Lu}\p{L}+ (?:of|for) (?:the )?\p{Lu}\p{L}+)(?:,| and ).*$/u.exec(name) ?? [];
  const [, what = '', where] = /^(\p{Lu}\p{Ll}+) in (?:the )?(\p{Lu}.*)$/u.exec(name) ?? [];
  return [
    before?.includes(' ') && (words.isPlace(of) || words.isKind(before.split(' ').at(-1) ?? '')) ? before : undefined,
    both,
    words.happensIn(what) ? where : undefined,
  ].flatMap((n) => n ?? []);
}

/** "Livorno" of "Province of Livorno", "southern Finland" of "Southern Finland Province". */
function divisionOf(name: string, words: SearchWords): string | undefined {
  const [, kind = '', of] = /^(\p{Lu}\p{L}+) of (\p{Lu}.*)$/u.exec(name) ?? [];
  if (of !== undefined && words.isDivision(kind)) return of;
  const [, before, last = ''] = /^(\p{Lu}.*) (\p{Lu}\p{L}+)$/u.exec(name) ?? [];
  return before !== undefined && words.isDivision(last) && before.length >= 4 ? before : undefined;
}
