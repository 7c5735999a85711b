/** Question and exclamation marks inside a quotation: `"Will they come?" Varga asked.` is one sentence. */
import { STARTERS } from './split-starters.ts';
import { isBlank, isUpperAt, isWordAt } from './tokenize-characters.ts';

/** Verbs that follow a quotation with its speaker before or after them; only the past and present forms used in reports. */
const SAID: ReadonlySet<string> = new Set(
  'said says asked asks added adds replied replies wrote writes told tells cried cries shouted shouts exclaimed wondered warned demanded declared continued answered tweeted posted'.split(
    ' ',
  ),
);

/** Words that begin sentences and may yet be or introduce the speaker; "Nobody answered" is no reporting clause. */
const SPEAKERS: ReadonlySet<string> = new Set(['He', 'She', 'They', 'I', 'We', 'The', 'One', 'Former']);

/** How many words of a speaker's name and title may stand before the verb. */
const SPEAKER_WORDS = 6;

/** Whether the text at `from` names a speaker and a verb of saying, so that the quotation before it is not the sentence's end. */
export function isSpeechTail(text: string, from: number, end: number): boolean {
  return verbOfSayingEnd(text, from, end) > from;
}

/** The same where nothing follows the verb: `"We agreed." Varga said.` A stop before the closing quote is otherwise the sentence's. */
export function isBareSpeechTail(text: string, from: number, end: number): boolean {
  const after = verbOfSayingEnd(text, from, end);
  return after > from && text.charAt(after) === '.';
}

/** The place after the verb of saying; `from` where the text does not name a speaker and one. */
function verbOfSayingEnd(text: string, from: number, end: number): number {
  let i = from;
  for (let words = 0; words <= SPEAKER_WORDS; words++) {
    while (i < end && isBlank(text.charCodeAt(i))) i++;
    let stop = i;
    while (stop < end && stop - i < 30 && (isWordAt(text, stop) || text.charAt(stop) === '-')) stop++;
    if (stop === i) return from;
    const word = text.slice(i, stop);
    if (SAID.has(word)) return stop;
    if (words === 0 && STARTERS.has(word) && !SPEAKERS.has(word)) return from;
    // "The men left" is a new sentence; "President Varga asked" is not: only names and titles may come before the verb.
    if (!isUpperAt(text, i) && !(words > 0 && (word === 'of' || word === 'the' || word === 'al'))) return from;
    i = stop < end && text.charAt(stop) === '.' ? stop + 1 : stop;
  }
  return from;
}
