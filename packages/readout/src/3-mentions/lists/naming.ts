/** Names as tokens and as parts of ids, and the terms between which they hold. */
import { plainForm } from '../../2-sentences/features.ts';

/** Splits a name as the tokeniser does, near enough: at blanks, before possessive marks, around hyphens and commas. */
export function nameForms(name: string, tokenize: (text: string) => readonly string[]): string[] {
  // In the middle of a sentence, so that the point of "Inc." stays with it.
  return tokenize(`${name} x`).slice(0, -1).map(plainForm);
}

/** Whether a day lies in an interval whose ends may be only a year or month, or open. */
export function holds(start: string, end: string, day: string): boolean {
  return (start === '' || start.slice(0, day.length) <= day.slice(0, start.length)) && (end === '' || day.slice(0, end.length) <= end);
}

/** A name as part of an id: lower-case ASCII in kebab-case. */
export function slug(name: string): string {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name)) return name.toLowerCase().replaceAll(' ', '-');
  return (
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/['’.]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'x'
  );
}
