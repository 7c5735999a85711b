/** Question and exclamation marks inside a quotation: `"Will they come?" Varga asked.` is one sentence. */
import type { CutLexicon } from './lexicon.ts';
import { isBlank, isUpperAt, isWordAt } from './tokenize-characters.ts';

/** How many words of a speaker's name and title may stand before the verb. */
const SPEAKER_WORDS = 6;

/** Whether the text at `from` names a speaker and a verb of saying, so that the quotation before it is not the sentence's end. */
export function isSpeechTail(text: string, from: number, end: number, lexicon: CutLexicon): boolean {
  return verbOfSayingEnd(text, from, end, lexicon) > from;
}

/** The same where nothing follows the verb: `"We agreed." Varga said.` A stop before the closing quote is otherwise the sentence's. */
export function isBareSpeechTail(text: string, from: number, end: number, lexicon: CutLexicon): boolean {
  const after = verbOfSayingEnd(text, from, end, lexicon);
  return after > from && text.charAt(after) === '.';
}

/** Whether a stretch is short and has a verb of saying: "said the owner of the ferry." */
export function saysWho(stretch: string, { words: sets }: CutLexicon): boolean {
  const words = stretch.split(/[^\p{L}]+/u);
  return words.length < 16 && words.some((word) => sets['behind-quotes'].has(word));
}

/** The place after the verb of saying; `from` where the text does not name a speaker and one. */
function verbOfSayingEnd(text: string, from: number, end: number, { words: sets }: CutLexicon): number {
  let i = from;
  for (let words = 0; words <= SPEAKER_WORDS; words++) {
    while (i < end && isBlank(text.charCodeAt(i))) i++;
    let stop = i;
    while (stop < end && stop - i < 30 && (isWordAt(text, stop) || text.charAt(stop) === '-')) stop++;
    if (stop === i) return from;
    const word = text.slice(i, stop);
    if (sets['behind-quotes'].has(word)) return stop;
    // "Nobody answered" is no reporting clause.
    if (words === 0 && sets['begins-sentences'].has(word) && !sets['speakers-begin'].has(word)) return from;
    // "The men left" is a new sentence; "President Varga asked" is not: only names and titles may come before the verb.
    if (!isUpperAt(text, i) && !(words > 0 && (word === 'of' || word === 'the' || word === 'al'))) return from;
    i = stop < end && text.charAt(stop) === '.' ? stop + 1 : stop;
  }
  return from;
}
