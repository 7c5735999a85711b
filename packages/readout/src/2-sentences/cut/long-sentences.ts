/** Sentences longer than the network reads, cut into pieces that it can: lists of guests, laws, statements without a stop. */

/** A piece of a sentence, half-open, by its tokens. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

const WHOLE: Piece[] = [];

/**
 * The pieces of a sentence, none longer than `most` tokens: cut behind the last semicolon that fits, else behind the last comma, else where there is no
 * more room. An empty list for one that fits whole.
 */
export function piecesOf(forms: readonly string[], most: number): readonly Piece[] {
  if (forms.length <= most) return WHOLE;
  const pieces: Piece[] = [];
  for (let start = 0; start < forms.length; ) {
    const end = forms.length - start <= most ? forms.length : start + most;
    const cut = end === forms.length ? end : (lastMark(forms, start, end, ';') ?? lastMark(forms, start, end, ',') ?? end);
    pieces.push({ start, end: cut });
    start = cut;
  }
  return pieces;
}

/** Behind the last such mark in the second half of a stretch. */
function lastMark(forms: readonly string[], start: number, end: number, mark: string): number | undefined {
  for (let i = end - 1; i > (start + end) / 2; i--) if (forms[i] === mark) return i + 1;
  return undefined;
}
