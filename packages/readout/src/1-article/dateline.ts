import type { Span } from '../model/span.ts';
import { dateAt, dayAt, type WrittenDate } from './dates.ts';
import type { PagePhrases } from './page-phrases.ts';

/** Whether a name is a place; the compiled knowledge answers. */
export type IsPlace = (name: string) => boolean;

export interface Dateline {
  /** Ends before the first word of the report. */
  readonly span: Span;
  readonly place?: Span;
  readonly date?: WrittenDate;
  /** The agency named in it, as written. */
  readonly agency?: Span;
}

const CAPS_WORD = "\\p{Lu}[\\p{Lu}'’.-]*(?<=\\p{Lu}[\\p{Lu}'’.-]*\\p{Lu}\\.?)";
const CAPS_PLACE = `${CAPS_WORD}(?: ${CAPS_WORD}){0,3}`;
const NAME_PLACE = "\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}[\\p{L}'’.-]+|de|la|el|al|of|the|on)){0,3}";
const REGION = "(?:, ?(?:the )?\\p{Lu}[\\p{L}'’.-]*(?: (?:of|and|the|\\p{Lu}[\\p{L}'’.-]*)){0,3})";
/** "LIMA", "SEOUL/TOKYO", "KYIV, Ukraine"; and the same in small letters. */
const PLACES: readonly (readonly [RegExp, boolean])[] = [
  [new RegExp(`${CAPS_PLACE}(?:(?:/| and | & )${CAPS_PLACE})?${REGION}?`, 'uy'), true],
  [new RegExp(`${CAPS_PLACE}(?:(?:/| and | & )${CAPS_PLACE})?`, 'uy'), true],
  [new RegExp(`${NAME_PLACE}(?:/${NAME_PLACE})?${REGION}?`, 'uy'), false],
  [new RegExp(NAME_PLACE, 'uy'), false],
];
const AGENCY =
  /[ \t]{0,3}(?:\(\s{0,2}([\p{Lu}][\p{L}\d .&'’/-]{1,50}?)\s{0,2}\)|\/([\p{Lu}][\p{L}\d .&'’-]{1,30})\/\.?|,? ?([A-Z]{3,6})(?= [-–—]))/uy;
const DASH = /[ \t]{0,3}(?:--|[-–—―_])(?:[ \t]{1,4}|(?=["“‘]?\p{Lu})|$)(?=["“‘'([`]{0,2}[\p{Lu}\p{N}]|$)/uy;
const STOP = /[.:]?[ \t]{0,3}(?=["“‘'([]?\p{Lu}|\d)/uy;
/** A later line that begins with a speaker in capitals: then the first one is a speaker too. */
const SPEAKER = /\n\p{Lu}[\p{Lu} .'’-]{1,40}:/u;

/**
 * The dateline that begins at `at`: place, perhaps day and agency, closed by a dash ("LIMA, Nov. 15 (Yonhap) —", "KYIV, Ukraine (AP) -", "SEOUL —"),
 * by an agency between strokes ("MOSCOW, May 5. /TASS/."), or by a colon after capitals that `isPlace` knows ("NEW DELHI:"; without it
 * colons are labels). It may fill a line of its own. A place in small letters needs a day or an agency. Undefined when the text begins otherwise.
 */
export function datelineAt(text: string, at: number, { noDateline }: PagePhrases, isPlace: IsPlace = () => false): Dateline | undefined {
  const head = text.slice(at, at + 200).split('\n', 1)[0] ?? '';
  for (const [pattern, capitals] of PLACES) {
    pattern.lastIndex = 0;
    const place = pattern.exec(head)?.[0];
    if (!place || noDateline.test(place)) continue;
    const found = closed(head, place.length, capitals);
    if (
      found &&
      (!capitals || place.length >= 3) &&
      (head[place.length] !== ':' || (isPlace(place) && !SPEAKER.test(text.slice(at, at + 20_000))))
    )
      return shifted({ ...found, place: { start: 0, end: place.replace(/[.,]$/, '').length } }, at);
  }
  // "(CNN) —", "Nov 15 (Reuters) -": an agency without a place.
  const bare = closed(head, 0, false);
  // Bare capitals before a dash are an agency only behind a place.
  return bare?.agency && head[0] !== head[bare.agency.start] && !/[:]/.test(head.slice(bare.span.end - 2, bare.span.end))
    ? shifted(bare, at)
    : undefined;
}

/** The rest of a dateline from `from` on: day, agency, mark. */
function closed(head: string, from: number, capitals: boolean): Dateline | undefined {
  const lead = /^(?:[,.]? {0,2}(?:on )?)/.exec(head.slice(from))?.[0].length ?? 0;
  const full = dateAt(head, from + lead);
  const day = full ?? dayAt(head, from + lead);
  const afterDay = day ? day.end + (/^[.,]/.test(head.slice(day.end)) ? 1 : 0) : from + (/^,(?= ?[(A-Z])/.test(head.slice(from)) ? 1 : 0);
  AGENCY.lastIndex = afterDay;
  const agency = AGENCY.exec(head);
  const name = agency?.[1] ?? agency?.[2] ?? agency?.[3];
  const afterAgency = afterDay + (agency?.[0].length ?? 0);
  const dash = matchedAt(DASH, head, afterAgency);
  const stop = dash === undefined ? matchedAt(STOP, head, afterAgency) : undefined;
  const marked =
    dash ?? (isStop(head, afterAgency, stop, { capitals, day: day !== undefined, agency: agency ?? undefined }) ? stop : undefined);
  if (marked === undefined || (marked >= head.length && dash === undefined)) return undefined;
  if (!capitals && !agency && !(day && dash !== undefined && from > 0)) return undefined;
  const trimmedEnd = head.slice(0, marked).trimEnd().length;
  const start = name === undefined ? 0 : head.indexOf(name, afterDay);
  return {
    span: { start: 0, end: trimmedEnd },
    ...(full ? { date: { value: full.value, precision: full.precision } } : {}),
    ...(name === undefined ? {} : { agency: { start, end: start + name.length } }),
  };
}

/** Whether a dateline may end without a dash here: after `/TASS/`, after "(Xinhua)", after a colon behind capitals. */
function isStop(
  head: string,
  at: number,
  end: number | undefined,
  seen: { capitals: boolean; day: boolean; agency: RegExpExecArray | undefined },
): boolean {
  if (end === undefined) return false;
  if (seen.agency) return seen.agency[3] === undefined && (seen.capitals || seen.day || head[at] === ':');
  return seen.capitals && head[at] === ':';
}

function matchedAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? at + match[0].length : undefined;
}

function shifted(found: Dateline, by: number): Dateline {
  const move = (span: Span): Span => ({ start: span.start + by, end: span.end + by });
  return {
    span: move(found.span),
    ...(found.place ? { place: move(found.place) } : {}),
    ...(found.date ? { date: found.date } : {}),
    ...(found.agency ? { agency: move(found.agency) } : {}),
  };
}
