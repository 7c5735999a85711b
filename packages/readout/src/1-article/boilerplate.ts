import type { Part } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { roughSentences } from './rough-sentences.ts';

/** A whole short paragraph that begins like this is the page's, not the report's. */
const OPENING =
  /^(?:\W{0,3})(?:(?:read|see|watch|listen|also read|read also)(?: more| also| next| this| the full story)?(?: here| on this)?\s?[:|>»]|read more\b|see also\b|also read\b|related(?: articles?| stories| news| topics?| links?| content| reading)?\s?(?:[:|]|$)|more (?:on|from|in) this (?:story|topic|section)|more from\b|recommended(?: for you|:|$)|most (?:read|popular|viewed)|don['’]t miss\b|you (?:may|might) also like|trending\b|top stories|editor['’]?s['’]? picks?|what to read next|read next|up next|share this|share on\b|share (?:via|with|article|story)\b|(?:print|email|e-mail|save|share|tweet|copy link|comments?|reprints?|facebook|twitter|whatsapp|linkedin|telegram|x)$|sign up (?:for|to|here|now)|sign in\b|log in\b|subscribe(?: to| now| today| for| here|$)|join (?:us on|our)\b|get (?:the latest|our|more) .{0,60}(?:newsletter|inbox|app|alerts?|briefing|delivered|free)|follow (?:us|our|him|her|them|the author|\S+ on)\b|like us on\b|click (?:here|to|on)\b|tap (?:here|to)\b|download (?:our|the) app|advertisement\b|advertising$|ad$|sponsored\b|promoted\b|story continues|article continues|continue reading|continues below|skip (?:to|advert|ad)\b|scroll (?:down|to)\b|back to top|copyright\b|©|\(c\)\s?(?:\d{4}|copyright)|all rights reserved|this (?:article|story|report|piece|post) (?:was|has been|is|first|originally|is part|appeared)\b.{0,60}(?:updated|published|corrected|amended|appeared|republished|translated|edited|produced|part of|generated|syndicated)|our standards:|terms of (?:use|service)|privacy policy|cookie|we use cookies|enditem\b|\(?ends?\)?$|\(end\)|-+(?:(?: ?(?:ends?|30) ?| {1,2})-+)?$|tags?\s?:|topics?\s?:|keywords?\s?:|categor(?:y|ies)\s?:|filed under|first published|last (?:updated|modified)|\d{1,2} min(?:ute)?s? read|(?:view|leave|post|show|hide|load|no|add|read)(?: \d+| all| more| a| the)? comments?\b|report (?:an error|a typo)|have (?:something|a (?:tip|story))|contact us|write to us|support (?:our|independent|quality) journalism|donate\b|listen to (?:this|the) (?:article|story)|loading\b|play video|embed\b|(?:https?:\/\/|www\.)\S+$)/i;
const LONGEST = 320;
/** A sentence that begins like this, behind others in a paragraph's last sentences. */
const CLOSING =
  /^(?:copyright\b.{0,12}\d{4}|©|\(c\) ?\d{4}|all rights reserved|enditem\b|click here\b|follow us on\b|sign up (?:for|to) our\b)/i;
/** What ends a report: a list of sources or links stands below it. */
const LIST_HEADING =
  /^(?:sources?|references?|external links?|related news|further reading|see also|notes|bibliography|related links?)\s?:?$/i;
/** "Copyright infringement was …": the law, not the notice. */
const NOT_NOTICE =
  /^(?:copyright (?:law|infring|claim|case|act|reform|protect|hold|treat|rule|own|dispute|industr|piracy|material)|trending (?:up|down|toward)|advertisement (?:for|in|by|was|is)|donate(?:d| to the)|subscribe to the (?:view|idea|theory)|loading (?:of|the)|embed(?:ded|s)\b|related to\b|x (?:is|was)\b|get the latest (?:on|in)\b.{0,80}(?:said|told))/i;

/**
 * Paragraphs that belong to the page around a report: links to other reports, notices of rights, calls to share or subscribe, advertisement marks, navigation
 * lists, the list of sources below, lines without a letter. Each is short; sentences of the report that only use such words stay body.
 */
export function findBoilerplate(text: string, paragraphs: readonly Span[]): readonly Part[] {
  const listFrom = sourceList(text, paragraphs);
  return paragraphs.flatMap((paragraph, i): readonly Part[] => {
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 2000));
    if (i >= listFrom || isBoilerplate(words) || isNavigation(text, paragraphs, i)) return [{ kind: 'boilerplate', span: paragraph }];
    const debris = /^\]\]+\s+/.exec(words);
    const lead: readonly Part[] = debris
      ? [{ kind: 'boilerplate', span: { start: paragraph.start, end: paragraph.start + debris[0].trimEnd().length } }]
      : [];
    return [...lead, ...closingSentences(text, paragraph)];
  });
}

/** Whether a whole line or paragraph is the page's. */
export function isBoilerplate(words: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  return words.length <= LONGEST && OPENING.test(words) && !NOT_NOTICE.test(words);
}

/** Where a closing list of sources begins, or past the end: its heading alone on a line, in the second half, only short paragraphs below. */
function sourceList(text: string, paragraphs: readonly Span[]): number {
  for (let i = paragraphs.length - 1; i >= Math.max(1, Math.floor(paragraphs.length / 2)); i--) {
    const span = paragraphs[i];
    if (span && LIST_HEADING.test(text.slice(span.start, Math.min(span.end, span.start + 40)))) {
      return paragraphs.slice(i + 1).every((below) => below.end - below.start < LONGEST) ? i : paragraphs.length;
    }
  }
  return paragraphs.length;
}

/** One of three or more neighbouring lines of one to four capitalised words without a stop: a menu. */
function isNavigation(text: string, paragraphs: readonly Span[], i: number): boolean {
  const isEntry = (at: number): boolean => {
    const span = paragraphs[at];
    return (
      span !== undefined &&
      span.end - span.start <= 32 &&
      /^\p{Lu}[\p{L}'’&-]*(?: (?:\p{Lu}[\p{L}'’-]*|&|and|of|the)){0,3}$/u.test(text.slice(span.start, span.end))
    );
  };
  if (!isEntry(i)) return false;
  let run = 1;
  for (let before = i - 1; run < 4 && isEntry(before); before--) run++;
  for (let after = i + 1; run < 4 && isEntry(after); after++) run++;
  return run >= 4;
}

function closingSentences(text: string, paragraph: Span): readonly Part[] {
  const tail = { start: Math.max(paragraph.start, paragraph.end - 600), end: paragraph.end };
  if (!/copyright|©|\(c\)|reserved|enditem|click here|follow us|sign up/i.test(text.slice(tail.start, tail.end))) return [];
  const sentences = roughSentences(text, tail).slice(tail.start === paragraph.start ? 0 : 1);
  const first = sentences.findIndex((sentence) => CLOSING.test(text.slice(sentence.start, sentence.end)));
  const start = first < 0 ? undefined : sentences[first]?.start;
  return start === undefined || sentences.length - first > 3 ? [] : [{ kind: 'boilerplate', span: { start, end: paragraph.end } }];
}
