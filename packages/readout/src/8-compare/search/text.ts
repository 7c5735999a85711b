/** A text made ready to be searched, and the two ways in which a whole name is in it: its words in a row, and a mention linked to it. */
import { roughSentences } from '../../1-article/rough-sentences.ts';
import type { Entity, Record, Span } from '../../model/index.ts';
import { readSpans } from '../traits.ts';
import type { Word } from '../words.ts';
import { foldSound, headOf } from './names.ts';
import { NO_WORDS, type SearchWords, singular, wordsOf } from './words.ts';

/** A text made ready to be searched many times. */
export interface SearchText {
  readonly record: Record;
  readonly words: SearchWords;
  readonly sentences: readonly {
    readonly span: Span;
    readonly words: readonly Word[];
    readonly stems: ReadonlySet<string>;
    /** Each word as it sounds (`foldSound`). */
    readonly sounds: readonly string[];
  }[];
  /** Who and what the record knows to be mentioned, by the first mention that is a name, else the first. */
  readonly entities: readonly { readonly entity: Entity; readonly stems: readonly string[]; readonly span: Span }[];
}

/** `words`: what is known of words and names (words.ts); without them only the text's own record helps. */
export function searchText(record: Record, words: SearchWords = NO_WORDS): SearchText {
  const { text } = record.article;
  const sentences = readSpans(record.article)
    .flatMap((part) => roughSentences(text, part))
    .map((span) => {
      const own = wordsOf(words, text, span.start, span.end);
      return { span, words: own, stems: new Set(own.map((w) => w.stem)), sounds: own.map((w) => foldSound(w.form)) };
    });
  const firstOf = new Map<string, Span>();
  for (const m of record.mentions) for (const id of m.entities) if (!firstOf.has(id)) firstOf.set(id, m.span);
  const entities = record.entities.flatMap((e) => {
    const span = firstOf.get(e.id);
    return span ? [{ entity: e, stems: wordsOf(words, e.name).map((w) => w.stem), span }] : [];
  });
  return { record, words, sentences, entities };
}

export interface PhraseOptions {
  /** Only with a capital; default false. */
  readonly isWritten?: boolean;
  /** A common noun only in its own number: "boats" are no "boat", and "exploited" is no "exploit"; default false. */
  readonly isAgreeing?: boolean;
}

/** The words in a row. Of a name each begins as there: "Angeles" is none of "the Angels", though both have one stem. */
export function findPhrase(
  text: SearchText,
  name: readonly Word[],
  { isWritten = false, isAgreeing = false }: PhraseOptions = {},
): Span | undefined {
  const noun = isAgreeing && /^\p{Ll}/u.test(name.at(-1)?.form ?? '') ? name.at(-1) : undefined;
  for (const { words, stems: has } of text.sentences) {
    if (!name.every((w) => has.has(w.stem))) continue;
    for (let i = 0; i + name.length <= words.length; i++) {
      if (!name.every((w, k) => words[i + k]?.stem === w.stem && isSameForm(w.form, words[i + k]?.form ?? ''))) continue;
      if (isWritten && !/^\p{Lu}/u.test(words[i]?.form ?? '')) continue;
      if (noun && !agrees(noun.form, words[i + name.length - 1]?.form ?? '')) continue;
      return { start: words[i]?.start ?? 0, end: words[i + name.length - 1]?.end ?? 0 };
    }
  }
  return undefined;
}

/** Whether two words of one stem are both singular or both plural. */
function agrees(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if ((singular(x) === x) !== (singular(y) === y)) return false;
  return /(?:ed|ing)$/.test(x) === /(?:ed|ing)$/.test(y);
}

/** Two words of one stem that are no two names: one is the other with an ending of number or possession. */
function isSameForm(a: string, b: string): boolean {
  if (!/^\p{Lu}/u.test(a) || !/^\p{Lu}/u.test(b)) return true;
  const [short, long] = a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()];
  return !long.endsWith('es') || short.endsWith('es') || !short.endsWith('s') || long === `${short}es`;
}

/** One name is the other; of people also without first name, middle initials or office. "Midwestern United States" is not the United States. */
export function sameName({ entity, stems }: SearchText['entities'][number], wanted: readonly string[]): boolean {
  if (stems.length === 0) return false;
  if (stems.join(' ') === wanted.join(' ')) return true;
  const [short, long] = stems.length <= wanted.length ? [stems, wanted] : [wanted, stems];
  if (short.length < 2 || !short.every((w) => long.includes(w))) return false;
  // The Quartet on the Middle East is not the Middle East: what it is must be among the words.
  const isHead = wanted.includes(stems[headOf(entity.name)] ?? '');
  return entity.kind === 'person' || (short === wanted && entity.kind !== 'state' && isHead);
}
