import type { Span } from '../model/span.ts';
import type { PagePhrases } from './page-phrases.ts';

/** A picture credit: `photo` when its words say so or only a picture has it (`AFP/Jane Doe`), `name` for a bare name in brackets ("(AFP)"). */
export interface Credit {
  readonly kind: 'photo' | 'name';
  readonly span: Span;
}

const LONGEST = 140;
const PICTURE = '(?:file )?(?:photo(?:graph)?|image|picture|pic|handout|screen ?(?:grab|shot)|video|still|illustration|courtesy)s?';
/** What only a credit says inside brackets. */
const SAYS_PHOTO = new RegExp(
  `^\\s*(?:${PICTURE}\\s{0,3}(?:(?:credit|courtesy)?\\s{0,3}[:/|]|credit\\b|\\bby\\b|courtesy|from\\b|via\\b|of\\b)|credits?\\s*[:/]|source\\s*:|courtesy\\b|\\p{Lu}[\\w .'’-]{0,40} (?:photo|image)s?\\s*(?:/|$))|\\bvia (?:AP|AFP|EPA|REUTERS|Reuters|Getty)|getty images|shutterstock|\\balamy\\b`,
  'iu',
);
const WORD = "(?:\\p{Lu}[\\p{L}\\d'’.-]*|\\d+|of|the|by|via|for|and|&|de|da|del|van|von|al|el|bin|-|–|\\|)";
const NAMES = new RegExp(`^\\s*\\p{Lu}[\\p{L}\\d'’.-]*(?:[ ,/|]{1,3}${WORD}){0,9}\\s*\\.?\\s*$`, 'u');
const STOP_BEFORE = /(?:[.!?]["”’)\]]{0,2}|^)\s*$/;

/** "Image: Jane Doe.", "Photo by Jane Doe/AFP", "Credit: Jane Doe" at a paragraph's end, without brackets. */
const LABELLED =
  /(?:^|[\s.])((?:(?:File )?(?:Photos?|Images?|Pictures?|Photographs?|PHOTO|IMAGE)(?: [Cc]redits?)?|[Cc]redits?|CREDIT)(?:\s?[:|/]|\s(?:by|courtesy of|courtesy|via|credit)\b:?)\s{0,2}(?:by )?)(\p{Lu}[^\n]{1,90})$/u;
/** "REUTERS/Jane Doe", "AP Photo/Jane Doe", "Jane Doe/AFP/Getty Images", "Getty Images" at a paragraph's end, without brackets. */
const STROKED =
  /(?:^|\s)((?:\p{Lu}[\p{L}'’.-]+ ){0,3}[\p{Lu}][\p{L}.-]+(?: Photo| Images)?(?:\/ ?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}){1,3}(?: via \p{Lu}[\p{L} ]{1,20})?|(?:\p{Lu}[\p{L}'’.-]* ){0,4}(?:via )?Getty Images|(?:\p{Lu}[\p{L}'’.-]* ){0,4}via (?:REUTERS|Reuters|AP|AFP))\.?$/u;

/** What `LABELLED` and `STROKED` cannot fit without: most paragraphs have none of it, and the patterns are tried at each of their letters. */
const LABELS = ['Photo', 'PHOTO', 'Image', 'IMAGE', 'Picture', 'redit', 'CREDIT'];
const STROKES = ['/', 'via ', 'Getty Images'];

/** The credits inside a stretch (a paragraph or less), in order: those in brackets anywhere, one without brackets at its end. */
export function findCredits(text: string, span: Span, { agency }: PagePhrases): readonly Credit[] {
  const words = text.slice(span.start, span.end);
  const credits: Credit[] = [];
  let searched = 0;
  for (const match of words.matchAll(/[([]([^()[\]\n]{2,140})[)\]]\.?/g)) {
    const kind = kindOf(match[1] ?? '', words.slice(Math.max(0, match.index - 12), match.index), match.index <= 12, agency);
    if (!kind) continue;
    credits.push({ kind, span: { start: span.start + match.index, end: span.start + match.index + match[0].length } });
    searched = match.index + match[0].length;
  }
  const tail = bareCreditAt(words, searched, agency);
  return tail === undefined ? credits : [...credits, { kind: 'photo', span: { start: span.start + tail, end: span.end } }];
}

/** Whether the words are names alone, as after "Photo:" in a credit and not in a caption. */
export function isNames(words: string): boolean {
  return words.length <= LONGEST && NAMES.test(words);
}

/** Whether a marked caption is nothing but a credit: names, one of them a wire service or picture agency. */
export function isBareCredit(words: string, { agency }: PagePhrases): boolean {
  return (
    words.length <= 80 &&
    agency.test(words) &&
    words.split(/[ /,|]+/).every((word) => /^(?:\p{Lu}|i[A-Z]|\W|via$|for$|and$|by$|of$)/u.test(word))
  );
}

function kindOf(inside: string, before: string, isStart: boolean, agency: RegExp): 'photo' | 'name' | undefined {
  const afterStop = isStart ? STOP_BEFORE.test(before) : /[.!?]["”’)\]]{0,2}\s*$/.test(before);
  if (SAYS_PHOTO.test(inside)) return 'photo';
  if (!NAMES.test(inside) || !afterStop) return undefined;
  return inside.includes('/') && agency.test(inside) ? 'photo' : 'name';
}

function bareCreditAt(words: string, from: number, agency: RegExp): number | undefined {
  const start = Math.max(from, words.length - LONGEST);
  const tail = words.slice(start);
  const labelled = LABELS.some((label) => tail.includes(label)) ? LABELLED.exec(tail) : null;
  if (labelled?.[1] !== undefined && isNames(labelled[2] ?? '')) return start + labelled.index + labelled[0].indexOf(labelled[1]);
  const stroked = STROKES.some((stroke) => tail.includes(stroke)) ? STROKED.exec(tail) : null;
  if (stroked?.[1] === undefined || !agency.test(stroked[1])) return undefined;
  return start + stroked.index + stroked[0].indexOf(stroked[1]);
}
