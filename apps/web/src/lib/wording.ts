/** Codes in plain, neutral words. */
import type {
  Claim,
  DateRange,
  Entity,
  Event,
  Figure,
  Published,
  Relation,
  Silence,
  SpeechAct,
} from '../../../../packages/readout/src/model/index.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-11-15` → `15 Nov 2024`, `2024-11` → `Nov 2024`. What is no date comes back as it is. */
export function dayInWords(value: string): string {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(value);
  if (!found) return value;
  const [, year = '', month, day] = found;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  if (!name) return year;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

/** An interval at its precision: a day, a month, a year, `by …`, `since …`, or `… – …`. */
export function rangeInWords(range: DateRange): string {
  const { start, end, precision } = range;
  const cut = (v: string): string => dayInWords(precision === 'month' ? v.slice(0, 7) : precision === 'year' ? v.slice(0, 4) : v);
  if (start === undefined) return end === undefined ? '' : `by ${cut(end)}`;
  if (end === undefined) return `since ${cut(start)}`;
  if (start === end || cut(start) === cut(end)) return cut(start);
  return `${cut(start)} – ${cut(end)}`;
}

/** Two days as one day, or from the first to the last with what they share said once: `15–17 Nov 2024`. */
export function daysInWords(start: string | undefined, end: string | undefined): string {
  if (start === undefined || end === undefined || start === end)
    return start === undefined && end === undefined ? 'day not known' : dayInWords(start ?? end ?? '');
  const [a, b] = [dayInWords(start).split(' '), dayInWords(end).split(' ')];
  if (a.length === 3 && b.length === 3 && a[2] === b[2])
    return a[1] === b[1] ? `${a[0]}–${b.join(' ')}` : `${a[0]} ${a[1]} – ${b.join(' ')}`;
  return `${a.join(' ')} – ${b.join(' ')}`;
}

/** What the publisher's day is, with how it is known. */
export function publishedInWords(published: Published): string {
  const basis = {
    header: 'as its header says',
    meta: 'as the page says',
    dateline: 'from the dateline',
    url: 'from the address',
    argument: 'as given when it was read',
  };
  return basis[published.basis] ?? '';
}

export const QUADS: Readonly<Record<Event['quad'], string>> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
};
/** Filled is material, open verbal; a circle is cooperation, a triangle conflict. */
export const QUAD_SIGNS: Readonly<Record<Event['quad'], string>> = { 1: '○', 2: '●', 3: '△', 4: '▲' };

const ACTS: Readonly<Record<SpeechAct, string>> = {
  state: 'says',
  deny: 'denies',
  accuse: 'accuses',
  request: 'asks for',
  promise: 'promises',
  threaten: 'threatens',
  praise: 'praises',
  hope: 'hopes',
  believe: 'believes',
  ask: 'asks',
  announce: 'announces',
};
export const actInWords = (claim: Claim): string => `${claim.polarity === 'negative' ? 'not: ' : ''}${ACTS[claim.act] ?? claim.act}`;

/** Who carries a claim at one step of its chain: `Norway`, `Norway and Sweden`. */
export function carriersInWords(
  { entity, entities = [entity] }: { readonly entity: string; readonly entities?: readonly string[] | undefined },
  nameOf: (id: string) => string,
): string {
  return list(entities.map(nameOf));
}

export const QUOTATIONS: Readonly<Record<Claim['quotation'], string>> = {
  direct: 'in quotation marks',
  indirect: 'in the report’s words',
  mixed: 'partly in quotation marks',
};

export function relationInWords(relation: Relation): string {
  return relation.kind.replaceAll('-', ' ');
}

/** Relations whose parties stand alike get a two-way sign. */
export const isMutual = (relation: Relation): boolean => relation.parties.every((p) => p.as === undefined);

const SILENT: Readonly<Record<Silence['kind'], string>> = {
  'left-out': 'made no mention of',
  declined: 'declined to speak about',
  avoided: 'avoided speaking about',
  'stopped-short': 'stopped short of',
};
export const silenceInWords = (silence: Silence): string => SILENT[silence.kind] ?? 'made no mention of';

const HEDGES: Readonly<Record<NonNullable<Figure['hedge']>, string>> = {
  about: 'about',
  'at-least': 'at least',
  'up-to': 'up to',
  over: 'over',
  nearly: 'nearly',
};
export function figureInWords(figure: Figure): string {
  const number = figure.value.toLocaleString('en', { maximumFractionDigits: 4 });
  const unit = figure.unit.startsWith('%') ? `\u2009${figure.unit}` : ` ${figure.unit}`;
  return `${figure.hedge ? `${HEDGES[figure.hedge]} ` : ''}${number}${unit}`;
}

export const KINDS: Readonly<Record<Entity['kind'], string>> = {
  state: 'state',
  person: 'person',
  body: 'state body',
  organisation: 'organisation',
  'news-agency': 'news agency',
  outlet: 'outlet',
  'armed-group': 'armed group',
  people: 'people',
  place: 'place',
};

/** `3 events`, `1 event`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
