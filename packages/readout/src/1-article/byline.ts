import type { Span } from '../model/span.ts';
import type { PagePhrases } from './page-phrases.ts';
import { lineEnd, paragraphsOf } from './paragraphs.ts';

const NAME_WORD = "(?:(?:\\p{Lu}[\\p{L}'’.-]*)|de|da|del|der|den|van|von|al|el|bin|bint|ibn|la|le|du|dos|di)";
const NAME = `\\p{Lu}[\\p{L}'’.-]*(?: ${NAME_WORD}){0,4}`;
const NAMES = `${NAME}(?:(?:, and |, & |, | and | & )${NAME}){0,8}`;
const BY_LINE = new RegExp(
  `^(?:By|BY|by|(?:Written|Reported|Story) by)[: ]\\s{0,3}(?:[Oo]ur |[Tt]he )?${NAMES}(?:(?:,| in| for| at| \\||/| -| –| —) ?(?:our |the )?[\\p{L}'’.&,/|–— -]{2,80}(?<!\\.))?$`,
  'u',
);
const STAFF = new RegExp(
  `^(?:${NAMES}(?:,| [-–|])? )?(?:(?:(?:[Aa]|[Oo]ur) )?(?:[Ss]taff|[Ss]enior|[Ss]pecial|[Pp]olitical|[Dd]iplomatic|[Ff]oreign|[Dd]efen[cs]e) (?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|[Ee]ditor)|[Nn]ews ?[Dd]esk|[Ww]eb ?[Dd]esk|(?:[Ff]rom )?[Oo]ur [Cc]orrespondent|[Ww]ith [Aa]gencies|[Aa]gencies)$`,
  'u',
);
const MAIL = /^(?:e-?mail:? ?|contact:? ?)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}[.;]?$/i;
const TWITTER = /^(?:follow .{0,40} )?@\w{2,30}$/i;

const DOING =
  '(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ee]dited|[Ww]ritten|[Cc]ompiled|[Tt]ranslated|[Rr]eported|[Rr]esearch|[Pp]roduction|[Gg]raphics)';
const CLAUSE = new RegExp(
  `^(?:and |[Ww]ith )?(?:[Aa]dditional |[Ff]urther |[Oo]ther |[Ee]xtra )?${DOING}(?: and ${DOING})? (?:by|in|from) (?:our |the )?${NAMES}(?: (?:in|at|for) ${NAMES})?(?:(?:,| and|, and) ${NAMES} in ${NAMES}){0,6}(?: (?:bureau|bureaus|newsroom|desk|team)s?)?[.,]?$`,
  'u',
);
const WITH = /^[-–—(]*\s*with (?:reporting|additional reporting|inputs?|files|contributions?|material) (?:by|from) [^.!?]{2,100}[.)]?$/i;
const IN_BRACKETS =
  /\(\s*(?:with )?(?:additional |further )?(?:reporting|writing|editing|edited|compiled|inputs?) (?:by|in|from) [^()]{2,300}\)\.?$/i;

/** The byline that fills the line beginning at `at`: "By Jane Doe, Northern Wire", "Staff writer", an e-mail address. Not "By Friday, troops had …". */
export function bylineAt(text: string, at: number, { noWriter }: PagePhrases): Span | undefined {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  if (line.length > 160) return undefined;
  const signed = BY_LINE.test(line) && !noWriter.test(line);
  return signed || STAFF.test(line) || MAIL.test(line) || TWITTER.test(line) ? { start: at, end } : undefined;
}

/**
 * A byline run into the dateline on one line ("By JOHN DOE KYIV, Ukraine (AP) –" is the caller's to test): the places after "By" and two to four
 * capitalised words, where a dateline might begin.
 */
export function bylineEndsAt(text: string, at: number): readonly number[] {
  const run = /^By (?:\p{Lu}[\p{L}'’.-]* ){1,4}/u.exec(text.slice(at, at + 120))?.[0];
  if (!run) return [];
  return [...run.matchAll(/ /g)].map((space) => at + space.index + 1).slice(2);
}

/** The bylines below a report, among its last paragraphs: "Reporting by …; Editing by …", also in brackets behind the last sentence, e-mail lines. */
export function findClosingBylines(text: string, from: number): readonly Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphsOf(text, from).slice(-8)) {
    if (paragraph.end - paragraph.start > 5000) continue;
    const words = text.slice(paragraph.start, paragraph.end);
    const bare = words.replace(/^[-–—(]+\s*|\)\.?$/g, '');
    if (words.length <= 600 && bare.split(/;\s*/).every((clause) => CLAUSE.test(clause.trim()))) found.push(paragraph);
    else if (MAIL.test(words) || (words.length < 160 && WITH.test(words))) found.push(paragraph);
    else {
      const tail = IN_BRACKETS.exec(words.slice(-400));
      if (tail) found.push({ start: paragraph.end - tail[0].length, end: paragraph.end });
    }
  }
  return found;
}
