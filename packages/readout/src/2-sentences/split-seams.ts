/**
 * Seams: places where a sentence ends without a stop. Mail and posts whose line breaks were lost have them: a rule of marks, the hour at which
 * a message was written, an address, a closing formula before the name that signs, a face of marks.
 */
import type { Span } from '../model/span.ts';

/** Whether a block has anything that a seam begins with, so that plain prose is not searched. */
const HINT =
  /[=_*#~-]{3}|:\/\/|\d:\d\d|[:;]-?[)(]|^--|^(?:Dear|Hi|Hello|Thank|Thanks|Thx|Best|Regards|Kind|Kindest|Warm|Warmest|Cheers|Sincerely|Yours|Respectfully)\b/;

/** Rules of marks stand alone: both of their ends are seams. */
const RULE = /(?<=^|\s)(?:={3,}|_{3,}|\*{3,}|#{3,}|~{3,}|-{4,})(?=\s|$)/g;
/** `08/17/2000 11:21 AM`, the head of a message. */
const HOUR = /\b\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M\b/g;
const ADDRESS = /\bhttps?:\/\/\S+(?=\s+(?:["“(]?\p{Lu}|https?:))/gu;
const FACE = /(?<=\s)[:;]-?[)(](?=\s+\p{Lu})/gu;
/** "Best regards, Jan Novak", "Dear Ms. Novak, Thank": what follows the comma is another line. */
const CLOSING =
  /^(?:Thanks|Thx|Thank you|Cheers|Sincerely|Respectfully|Yours(?: \p{Ll}+)?|(?:(?:With|Best|Kind|Kindest|Warm|Warmest|My best) )*[Rr]egards|Best(?: wishes)?),(?=\s+\p{Lu})/u;
const GREETING = /^(?:Dear|Hi|Hello)(?: \p{Lu}[\p{L}.'’-]*){1,4}[,:](?=\s+\p{Lu})/u;
/** The mark before a signature. */
const DASHES = /^--(?=\s+\p{Lu})/u;
/** Words after which an hour goes on with its sentence. */
const BEFORE_HOUR = /\b(?:on|at|of|by|from|since|until|before|after)\s+$/i;
/** No name or subject before an hour is longer. */
const HEAD = 90;

/** The places of a block where a sentence ends without a stop, rising; none of them at its start or end. */
export function findSeams(text: string, block: Span): number[] {
  const words = text.slice(block.start, block.end);
  if (!HINT.test(words)) return [];
  const at = new Set<number>();
  for (const m of words.matchAll(RULE)) {
    at.add(m.index);
    at.add(m.index + m[0].length);
  }
  for (const m of words.matchAll(HOUR)) {
    at.add(m.index + m[0].length);
    const head = words.slice(Math.max(0, m.index - HEAD), m.index);
    if (!BEFORE_HOUR.test(head)) at.add(m.index);
  }
  for (const pattern of [ADDRESS, FACE]) for (const m of words.matchAll(pattern)) at.add(m.index + m[0].length);
  const formula = CLOSING.exec(words) ?? GREETING.exec(words) ?? DASHES.exec(words);
  if (formula) at.add(formula[0].length);
  return [...at]
    .filter((k) => k > 0 && k < words.length)
    .sort((a, b) => a - b)
    .map((k) => k + block.start);
}
