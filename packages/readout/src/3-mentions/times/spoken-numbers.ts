import { shapeToken, type TimeToken } from './tokens.ts';

/**
 * Joins the tokens of a number written out ("twenty-five", "a hundred", "two and a half") to one token with its number,
 * and those of a year as it is spoken ("nineteen ninety-four", "two thousand and four") to one of the shape `spoken`.
 */
export function joinSpokenNumbers(tokens: readonly TimeToken[]): readonly TimeToken[] {
  // Most texts have few, or none.
  let joined: TimeToken[] | undefined;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as TimeToken;
    const number = token.known?.isNumber ? readNumber(tokens, at) : undefined;
    const last = number && tokens[number.end - 1];
    if (!number || !last) {
      joined?.push(token);
      at += 1;
      continue;
    }
    joined ??= tokens.slice(0, at);
    joined.push(shapeToken(token.start, last.end, '#', number.year ? 'spoken' : 'number', number.value));
    at = number.end;
  }
  return joined ?? tokens;
}

interface SpokenNumber {
  readonly value: number;
  /** Index of the token after it. */
  readonly end: number;
  readonly year: boolean;
}

function readNumber(tokens: readonly TimeToken[], from: number): SpokenNumber | undefined {
  const numberAt = (at: number): number | undefined => {
    const value = tokens[at]?.known?.meanings.get('number');
    return value === undefined ? undefined : Number(value);
  };
  let at = from;
  let value = numberAt(at);
  if (value === undefined) {
    // "a hundred", "a dozen"
    const next = numberAt(at + 1);
    if (tokens[at]?.word !== 'a' || next === undefined || next < 12 || (next > 12 && next < 100)) return undefined;
    return { value: next, end: at + 2, year: false };
  }
  at += 1;
  const tensAndOnes = (): void => {
    const one = at + (tokens[at]?.word === '-' ? 1 : 0);
    const ones = numberAt(one);
    if (value !== undefined && value >= 20 && value % 10 === 0 && value < 100 && ones !== undefined && ones >= 1 && ones < 10) {
      value += ones;
      at = one + 1;
    }
  };
  tensAndOnes();
  const next = numberAt(at);
  if ((value === 19 || value === 20 || value === 18) && next !== undefined && next >= 10 && next < 100) {
    const century = value * 100;
    value = next;
    at += 1;
    tensAndOnes();
    return { value: century + value, end: at, year: true };
  }
  if (next !== undefined && next >= 12 && (next === 12 || next >= 100)) {
    value *= next;
    at += 1;
    const rest = at + (tokens[at]?.word === 'and' ? 1 : 0);
    const more = numberAt(rest);
    if (more !== undefined && more < next && next >= 100) {
      const head = value;
      value = more;
      at = rest + 1;
      tensAndOnes();
      value += head;
    }
    const before = tokens[from - 1]?.word;
    return { value, end: at, year: value >= 1900 && value < 2100 && (before === 'year' || before === 'in' || before === 'since') };
  }
  const half = tokens.slice(at, at + 6).filter(({ word }) => word !== '-');
  if (half[0]?.word === 'and' && half[1]?.word === 'a' && half[2]?.word === 'half') {
    return { value: value + 0.5, end: tokens.indexOf(half[2], at) + 1, year: false };
  }
  return { value, end: at, year: false };
}
