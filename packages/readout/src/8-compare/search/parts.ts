/** Parts of names and phrases in a search, and other words for a common noun. */
import type { Span } from '../../model/index.ts';
import type { Word } from '../words.ts';
import { headOf } from './names.ts';
import type { SearchText } from './text.ts';
import { singular } from './words.ts';

/** Part of the words that one sentence must have: of a plain name ("World Trade Center site"), and of a phrase with other words. */
export const PART = { name: 0.5, phrase: 0.7 } as const;

/** A sentence with enough of the words, where not all, then one of them written with a capital or as a number. */
export function findPart(text: SearchText, stems: readonly string[], part: number): Span | undefined {
  for (const { words, stems: has } of text.sentences) {
    const shared = stems.filter((s) => has.has(s));
    if (shared.length < part * stems.length) continue;
    const first = words.find((w) => shared.includes(w.stem) && (shared.length === stems.length || /^[\p{Lu}\p{N}]/u.test(w.form)));
    if (first) return { start: first.start, end: first.end };
  }
  return undefined;
}

/** Another word for a common noun of one word; of a phrase all words, each itself or another word for it. */
export function findSynonym(text: SearchText, name: readonly Word[]): Span | undefined {
  const options = name.map((w) => text.words.like(w.form));
  // Of a phrase also what stands for the whole of it ("outer space").
  const whole = name.length > 1 ? text.words.like(name.map((w) => w.form).join('')) : new Set<string>();
  if (whole.size === 0 && options.every((o) => o.size === 0)) return undefined;
  for (const { words, stems } of text.sentences) {
    const here = words.map((w) => [w, singular(w.form)] as const);
    const isAll = name.every((w, k) => stems.has(w.stem) || here.some(([, s]) => options[k]?.has(s)));
    const at = here.find(([, s]) => whole.has(s) || (isAll && options.some((o) => o.has(s))));
    if (at) return { start: at[0].start, end: at[0].end };
  }
  return undefined;
}

const isWritten = (w: Word): boolean => /^[\p{Lu}\p{N}]/u.test(w.form);

/**
 * What is left of a name where a text shortens it. Its own words (not those that many names have, nor a state's or city's) must stand in one sentence:
 * "Godiva" for "Godiva Chocolatier". A name that has none of its own ("Government of Syria") is its head word in a text that has the place.
 */
export function findNamePart(text: SearchText, name: string, wanted: readonly Word[], isPerson: boolean): Span | undefined {
  const isKnownPlace = placeWords(text, wanted);
  const own = wanted.filter((w, i) => !isKnownPlace[i] && !text.words.isKind(w.form) && !/^(?:st|nd|rd|th)$|^\p{N}+$/u.test(w.form));
  const places = wanted.filter((_, i) => isKnownPlace[i]);
  const isLikely = places.every((p) => text.sentences.some((s) => s.stems.has(p.stem)));
  const head = wanted[headOf(name)];
  const isHead = head !== undefined && !places.includes(head) && text.words.isKind(head.form);
  const found = own.length > 0 && !isPerson ? findOwn(text, own, wanted) : undefined;
  if (found) return found;
  // Of a name with words of its own the head must be written as a name: "this Assembly".
  if (isHead && isLikely && places.length > 0) {
    const alone = findHead(text, head, wanted, own.length > 0 || !name.includes(' of '));
    if (alone) return alone;
  }
  if (isHead && own.length === 0) {
    const alone = findHead(text, head, wanted, true);
    if (alone) return alone;
  }
  return isPerson
    ? findFirst(text, wanted)
    : findHalf(text, name, wanted, own.length > 0 ? own : wanted.filter((_, i) => !isKnownPlace[i]), own.length > 0);
}

/** A person's first name alone. */
function findFirst(text: SearchText, [first, ...more]: readonly Word[]): Span | undefined {
  const stems = new Set([first, ...more].flatMap((w) => w?.stem ?? []));
  const isAlone = (words: readonly Word[], i: number): boolean => {
    const [before, w, next] = [words[i - 1], words[i], words[i + 1]];
    const isNext = (a: Word | undefined, b: Word | undefined): boolean =>
      a !== undefined && b !== undefined && text.record.article.text.slice(a.end, b.start) === ' ';
    const other = [isNext(before, w) ? before : undefined, isNext(w, next) ? next : undefined];
    return other.every(
      (o) => !o || !isWritten(o) || text.words.isOffice(o.form) || [...stems].some((s) => s.startsWith(o.stem.slice(0, 4))),
    );
  };
  for (const { words } of text.sentences) {
    const at = words.find(
      (w, i) =>
        w.form === first?.form &&
        w.form.length >= 4 &&
        !text.words.isOffice(w.form) &&
        isAlone(words, i) &&
        !namesOtherBody(text, w, stems),
    );
    if (at) return { start: at.start, end: at.end };
  }
  return undefined;
}

/**
 * A sentence with half of the words of a plain name or more, or with the word that it begins with: of those that name nobody else there. "University
 * of Helsinki" has no word of the University of Copenhagen, and "South Korea" none of a South Korean agency.
 */
function findHalf(text: SearchText, name: string, wanted: readonly Word[], telling: readonly Word[], isOwn: boolean): Span | undefined {
  const head = wanted[headOf(name)]?.stem;
  const first = text.words.isKind(wanted[0]?.form ?? '') || !telling.includes(wanted[0] as Word) ? undefined : wanted[0];
  const stems = new Set(wanted.flatMap((w) => (/^(?:st|nd|rd|th)$/.test(w.form) ? [] : w.stem)));
  const anywhere = [...stems].filter((s) => text.sentences.some((t) => t.stems.has(s))).length;
  for (const { words, stems: has } of text.sentences) {
    const shared = [...stems].filter((s) => has.has(s));
    if (shared.length === 0) continue;
    const own = words.filter(
      (w, i) => stems.has(w.stem) && isWritten(w) && !namesOtherBody(text, w, stems) && !isOfAnother(text, words, i, stems),
    );
    const kinds = new Set(own.map((w) => w.stem));
    const hasHead = head !== undefined && kinds.has(head) && anywhere > 1;
    const isTelling = telling.some((w) => kinds.has(w.stem));
    const isHalf =
      isTelling &&
      ((hasHead && anywhere >= PART.name * stems.size) ||
        (kinds.size >= 2 &&
          (isOwn || wanted.some((w) => !telling.includes(w)) || (head !== undefined && kinds.has(head))) &&
          shared.length >= PART.name * stems.size));
    const at =
      isHalf && !(kinds.size === 1 && own.every((w) => isInLongerName(text, words, w, stems)))
        ? own[0]
        : own.find(
            (w) => w.form === first?.form && w.form.length >= 4 && !text.words.isOffice(w.form) && !isInLongerName(text, words, w, stems),
          );
    if (at) return { start: at.start, end: at.end };
  }
  return undefined;
}

/** Whether a word stands directly beside another capitalised word that is none of the name's: a "Young Liberals" has nothing of the Liberals of another name. */
function isInLongerName(text: SearchText, words: readonly Word[], word: Word, stems: ReadonlySet<string>): boolean {
  const i = words.indexOf(word);
  const isNext = (a: Word | undefined, b: Word | undefined): boolean =>
    a !== undefined && b !== undefined && text.record.article.text.slice(a.end, b.start) === ' ';
  const [before, next] = [words[i - 1], words[i + 1]];
  const others = [isNext(before, word) ? before : undefined, isNext(word, next) ? next : undefined];
  return others.some((o) => o !== undefined && /^\p{Lu}/u.test(o.form) && !stems.has(o.stem) && !text.words.isOffice(o.form));
}

/** Whether a word that many names have stands behind a word of another name: "Center" in "Science Center" is none of the "Space Center". */
function isOfAnother(text: SearchText, words: readonly Word[], i: number, stems: ReadonlySet<string>): boolean {
  const [before, word] = [words[i - 1], words[i]];
  if (!before || !word || !text.words.isKind(word.form)) return false;
  return isWritten(before) && !stems.has(before.stem) && text.record.article.text.slice(before.end, word.start) === ' ';
}

/** Whether a word stands in the name of somebody else, or of a body with hardly a word of the name. */
function namesOtherBody(text: SearchText, word: Word, stems: ReadonlySet<string>): boolean {
  return text.record.mentions.some((m) => {
    if (m.span.start > word.start || m.span.end < word.end || m.kind === 'pronoun') return false;
    const known = text.entities.find((e) => e.entity.id === m.entities[0]);
    if (!known) return false;
    const n = known.stems.filter((s) => stems.has(s)).length;
    if (isNamesake(text, m.span, known.entity.kind)) return false;
    const isBody = known.entity.kind === 'organisation' || known.entity.kind === 'body' || known.entity.kind === 'outlet';
    return isBody
      ? n < known.stems.length && (n < 2 || n < PART.name * stems.size)
      : n < known.stems.length || known.entity.kind === 'state' || n < PART.name * stems.size;
  });
}

/** Which words of a name are of a known place, in rows of up to three. */
function placeWords(text: SearchText, wanted: readonly Word[]): readonly boolean[] {
  const is = wanted.map(() => false);
  for (let n = Math.min(3, wanted.length - 1); n > 0; n--)
    for (let i = 0; i + n <= wanted.length; i++) {
      const row = wanted.slice(i, i + n);
      if (text.words.isPlace(row.map((w) => w.form).join(' '))) for (let k = i; k < i + n; k++) is[k] = true;
    }
  return is;
}

/** All of the name's own words in one sentence (of three or more most), written as a name, in no other person's or body's. */
function findOwn(text: SearchText, own: readonly Word[], wanted: readonly Word[]): Span | undefined {
  const stems = new Set(wanted.map((w) => w.stem));
  // A body named after somebody goes by the surname: "Disney".
  const last = own.at(-1);
  const isSurname = own.length === 2 && own.length < wanted.length && last !== undefined && last.form.length >= 5;
  const least = own.length < 3 ? own.length : Math.ceil((2 / 3) * own.length);
  for (const { words } of text.sentences) {
    const here = words.filter(
      (w) => own.some((o) => o.stem === w.stem && (w.form.length > 2 || own.length > 1)) && isWritten(w) && !namesAnother(text, w, stems),
    );
    if (new Set(here.map((w) => w.stem)).size >= least && here[0]) return { start: here[0].start, end: here[0].end };
    const alone = isSurname ? here.find((w) => w.stem === last.stem && !text.words.isGivenName(w.form)) : undefined;
    if (alone) return { start: alone.start, end: alone.end };
  }
  return undefined;
}

/** The head word standing alone: neither behind another name ("Yale University") nor before one ("University of Yale"), as a name or in any case. */
function findHead(text: SearchText, head: Word, wanted: readonly Word[], isNamed: boolean): Span | undefined {
  const own = new Set(wanted.map((w) => w.stem));
  const all = text.record.article.text;
  for (const { words } of text.sentences)
    for (const [i, w] of words.entries()) {
      if (w.stem !== head.stem || (isNamed && (!isWritten(w) || !/\b(?:the|this|our|that) $/.test(all.slice(0, w.start).slice(-6)))))
        continue;
      const [before, next] = [words[i - 1], words[i + 1]];
      if (before && isWritten(before) && all.slice(before.end, w.start) === ' ' && !own.has(before.stem)) continue;
      if (next && isWritten(next) && /^ (?:of |for |on )?(?:the )?$/.test(all.slice(w.end, next.start)) && !own.has(next.stem)) continue;
      return { start: w.start, end: w.end };
    }
  return undefined;
}

/** Whether a word stands in the name of somebody else: a state, a person or a place, or a body with hardly a word of the name. */
function namesAnother(text: SearchText, word: Word, stems: ReadonlySet<string>): boolean {
  return text.record.mentions.some((m) => {
    if (m.span.start > word.start || m.span.end < word.end || m.kind === 'pronoun') return false;
    const known = text.entities.find((e) => e.entity.id === m.entities[0]);
    if (!known || isNamesake(text, m.span, known.entity.kind)) return false;
    const shared = known.stems.filter((s) => stems.has(s)).length;
    return known.entity.kind === 'state' ? shared < known.stems.length : known.entity.kind === 'person' && shared < known.stems.length;
  });
}

/** Whether a name stands for a state without naming it ("Eisenhower Executive Office Building"): it has words of somebody's name all the same. */
export function isNamesake({ record, words }: SearchText, { start, end }: Span, kind: string): boolean {
  return kind === 'state' && !words.isPlace(record.article.text.slice(start, end));
}
