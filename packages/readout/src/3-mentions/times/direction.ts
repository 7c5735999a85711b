import type { Direction, Match } from './rule.ts';
import type { TimeToken } from './tokens.ts';
import { meaningOf, type TimeWords } from './words.ts';

/** How many tokens before and after are looked at. */
const REACH = 14;

/**
 * Which way the words around an expression point: the nearest cue before it in its clause ("will meet on Friday",
 * "said Friday that …"), or else the nearest after it. The cues are the words of the kind `tense`.
 */
export function directionAround(tokens: readonly TimeToken[], words: TimeWords, match: Pick<Match, 'from' | 'to'>): Direction | undefined {
  for (let at = match.from - 1; at >= Math.max(0, match.from - REACH); at -= 1) {
    const token = tokens[at];
    if (!token || endsSentence(tokens, at)) break;
    const cue = cueOf(token, words);
    if (cue) return cue;
  }
  for (let at = match.to; at < match.to + REACH; at += 1) {
    const token = tokens[at];
    if (!token || endsSentence(tokens, at)) break;
    const cue = cueOf(token, words);
    if (cue) return cue;
  }
  return undefined;
}

function cueOf(token: TimeToken, words: TimeWords): Direction | undefined {
  const cue = meaningOf(words, token.word, 'tense');
  if (cue === 'past' || cue === 'future') return cue;
  // Regular past forms; "red", "need" and the like are too short or end in -eed.
  return cue === undefined && token.word.length > 4 && token.word.endsWith('ed') && !token.word.endsWith('eed') ? 'past' : undefined;
}

/** Whether the token ends a sentence: a stop followed by a capital, or the end of a paragraph. */
export function endsSentence(tokens: readonly TimeToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.word === '') return true;
  if (token.word === '!' || token.word === '?' || token.word === ';') return true;
  if (token.word !== '.') return false;
  const next = tokens[at + 1];
  // "Gen. Haro", "U.S. forces": a short word before the stop is an abbreviation.
  const before = tokens[at - 1]?.word ?? '';
  return (next === undefined || next.capital || next.word === '' || !/^[a-z\d]/.test(next.word)) && before.length > 3;
}
