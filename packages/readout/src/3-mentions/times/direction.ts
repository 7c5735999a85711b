import type { Direction, Match } from './rule.ts';
import type { TimeToken } from './tokens.ts';

/** How many tokens before and after are looked at. */
const REACH = 20;

/**
 * Which way the words around an expression point: the nearest cue before it in its clause ("will meet on Friday",
 * "said Friday that …"), or else the nearest after it. The cues are the words of the kind `tense`:
 * `past`, `future`, or words one of which must follow for it to lie ahead (`to|for`).
 */
export function directionAround(tokens: readonly TimeToken[], match: Pick<Match, 'from' | 'to'>): Direction | undefined {
  for (let at = match.from - 1; at >= Math.max(0, match.from - REACH); at -= 1) {
    const token = tokens[at];
    if (!token || endsSentence(tokens, at)) break;
    const cue = token.known?.meanings.has('moved') && isMovedTo(tokens, match.from) ? 'future' : cueAt(tokens, at, true);
    if (cue) return cue;
  }
  for (let at = match.to; at < match.to + REACH; at += 1) {
    const token = tokens[at];
    if (!token || endsSentence(tokens, at)) break;
    const cue = cueAt(tokens, at, false);
    if (cue) return cue;
  }
  // "A plan by the fall"
  const before = tokens[match.from - 1]?.word;
  return before === 'by' ? 'future' : undefined;
}

/** Whether the expression is what something was moved to: "postponed to Friday". */
function isMovedTo(tokens: readonly TimeToken[], from: number): boolean {
  const before = tokens[from - 1]?.word;
  return before === 'to' || before === 'until' || before === 'till';
}

const AHEAD: ReadonlySet<string> = new Set(['will', 'would', 'to', 'shall', 'should', 'must', 'may']);

const CAN: ReadonlySet<string> = new Set(['can', 'could', 'might']);

const DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their', 'our', "'s"]);

function cueAt(tokens: readonly TimeToken[], at: number, isBefore: boolean): Direction | undefined {
  const word = tokens[at]?.word ?? '';
  // "Will be temporarily laid off"
  const left = tokens[at - 1]?.word.endsWith('ly') ? at - 2 : at - 1;
  const before = tokens[left]?.word;
  // "Thursday, May 7": a month and no verb.
  if (word === 'may' && tokens[at]?.capital) return undefined;
  // "Is to resume", "to be published", "will be moved" lie ahead; "had been due" and "could not be found" lie behind.
  if (word === 'to' && (before === 'is' || before === 'are')) return 'future';
  // "Appeared to be falling apart": what it appeared to be is no plan.
  if (before === 'be' && word.endsWith('ing') && tokens[left - 1]?.word === 'to') return undefined;
  if (word.length > 3 && before === 'be') return AHEAD.has(tokens[left - 1]?.word ?? '') ? 'future' : 'past';
  if (before === 'been') return 'past';
  if (word === 'have' && (before === 'will' || before === "'ll" || before === 'shall')) return 'future';
  const isNoun = DETERMINERS.has(before ?? '');
  // "Its plans", "the visits": nouns as well as verbs.
  if (isNoun && word.endsWith('s')) return undefined;
  const cue = tokens[at]?.known?.meanings.get('tense');
  // "Will hit", "to cut": a verb whose past is like its present.
  if (cue === 'past' && (AHEAD.has(before ?? '') || CAN.has(before ?? '')) && !tokens[left]?.capital)
    return before === 'to' || CAN.has(before ?? '') ? undefined : 'future';
  // "Would not say"
  if (cue === 'future' && tokens[at + 1]?.word === 'not' && (word === 'would' || word === 'could')) return 'past';
  if (cue === 'past' || cue === 'future') return cue;
  // "Planned for Friday", "plans to leave", and not "a planned docking", "the spending plan".
  if (cue !== undefined && (isBefore || !word.endsWith('ed')) && cue.split('|').includes(tokens[at + 1]?.word ?? '')) return 'future';
  const isPast = word.length > 4 && word.endsWith('ed') && !word.endsWith('eed');
  // "A televised talk" tells no time; "is targeted for" lies ahead.
  if (!isPast || isNoun) return undefined;
  if (tokens[at + 1]?.word === 'for' && [before, tokens[left - 1]?.word].some((is) => is === 'is' || is === 'are')) return 'future';
  // Regular past forms; "red", "need" and the like are too short or end in -eed.
  return 'past';
}

/** Whether the token ends a sentence: a stop followed by a capital, or the end of a paragraph. */
export function endsSentence(tokens: readonly TimeToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.word === '') return true;
  if (token.word === '!' || token.word === '?' || token.word === ';') return true;
  if (token.word !== '.') return false;
  const next = tokens[at + 1];
  // "Gen. Haro", "U.S. forces": a short word in capitals before the stop is an abbreviation.
  const before = tokens[at - 1];
  const closes = before !== undefined && (before.word.length > 3 || !before.capital);
  return closes && (next === undefined || next.capital || next.word === '' || !/^[a-z\d]/.test(next.word));
}
