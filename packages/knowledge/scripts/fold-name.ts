/** Letters that have no form without a mark. */
const LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Lower-case letters without marks, hyphens as blanks; the engine folds what it looks up in the same way (3-mentions/places/cities-file.ts). */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʻ`.]/g, '')
    .replace(/[-–/]/g, ' ')
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (c) => LETTERS[c] ?? c);
}
