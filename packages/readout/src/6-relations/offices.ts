/**
 * Offices as the text gives them: "Hungarian President Tomas Varga", "Marta Lindqvist, Sweden's prime minister", "President Varga of
 * Hungary". Kept where the knowledge agrees or knows nothing of the person; dropped where it knows other offices only, because then
 * the reading is more likely wrong than the knowledge. Words of offices: lists/office-types.tsv.
 */

import type { Document } from '../3-mentions/document.ts';
import { holds } from '../3-mentions/lists/naming.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Mention, Relation } from '../model/index.ts';
import { type Line, readLine } from './line.ts';

interface Held {
  readonly office: string;
  readonly of: readonly string[];
  readonly start: string;
  readonly end: string;
}

/** Words of offices, and who is known to hold which. */
export interface OfficeWords {
  /** Office ids by their words, lower case. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly byPerson: ReadonlyMap<string, readonly Held[]>;
  /** Who is known to hold an office of a state or organisation: `office/owner`. */
  readonly byOffice: ReadonlyMap<string, readonly Held[]>;
}

/** The rows of office-types.tsv and of the offices lists, made ready once. */
export function readOfficeWords(knowledge: Knowledge): OfficeWords {
  const words = new Map<string, string[]>();
  for (const row of knowledge.list('office-types')) {
    for (const w of (row.words ?? '').toLowerCase().split('|')) {
      if (!w) continue;
      const have = words.get(w);
      if (have) have.push(row.id ?? '');
      else words.set(w, [row.id ?? '']);
    }
  }
  const byPerson = new Map<string, Held[]>();
  for (const row of knowledge.list('offices')) {
    const held = {
      office: row.office ?? '',
      of: [row.state ?? '', row.organisation ?? ''].filter((x) => x !== ''),
      start: row.start ?? '',
      end: row.end ?? '',
    };
    const have = byPerson.get(row.person ?? '');
    if (have) have.push(held);
    else byPerson.set(row.person ?? '', [held]);
  }
  const byOffice = new Map<string, Held[]>();
  for (const held of byPerson.values())
    for (const h of held)
      for (const owner of h.of) {
        const have = byOffice.get(`${h.office}/${owner}`);
        if (have) have.push(h);
        else byOffice.set(`${h.office}/${owner}`, [h]);
      }
  return { words, byPerson, byOffice };
}

/** The offices that a text gives to persons by a title before or behind the name. */
export function findOffices(doc: Document, words: OfficeWords): Relation[] {
  const found: Relation[] = [];
  for (const tree of doc.trees) {
    const persons = doc
      .mentionsIn(tree.sentence.index)
      .filter((m) => m.kind === 'name' && m.entities.length === 1 && doc.entities.get(m.entities[0] ?? '')?.kind === 'person');
    if (persons.length === 0) continue;
    const line = readLine(doc, tree);
    for (const person of persons) {
      const title = titleBefore(line, person, words) ?? titleAfter(line, person, words);
      const relation = title ? asRelation(line, person, title, words) : undefined;
      if (relation) found.push(relation);
    }
  }
  return found;
}

interface Title {
  readonly offices: readonly string[];
  /** Tokens of the title's words, half-open. */
  readonly tokens: readonly [number, number];
  readonly of: Mention;
  readonly former: boolean;
}

const word = (line: Line, i: number): string => line.tree.tokens[i]?.form.toLowerCase() ?? '';
/** The longest office words that end before token `end`. */
function officeEnding(
  line: Line,
  end: number,
  words: OfficeWords,
): { readonly start: number; readonly offices: readonly string[] } | undefined {
  let found: { start: number; offices: readonly string[] } | undefined;
  let text = '';
  for (let i = end - 1; i >= 0 && i >= end - 5; i--) {
    text = text === '' ? word(line, i) : `${word(line, i)} ${text}`;
    const offices = words.words.get(text);
    if (offices) found = { start: i, offices };
  }
  return found;
}

function titleBefore(line: Line, person: Mention, words: OfficeWords): Title | undefined {
  const office = officeEnding(line, person.tokens[0], words);
  if (!office || line.tree.words['beside-office'].has(word(line, office.start - 1))) return undefined;
  let i = office.start - 1;
  const former = line.tree.words['out-of-office'].has(word(line, i)) || (word(line, i) === '-' && word(line, i - 1) === 'ex');
  if (former) i--;
  if (line.tree.tokens[i]?.xpos === 'POS') i--;
  const before = line.ends[i];
  const tokens: [number, number] = [office.start, person.tokens[0]];
  if (before && before.kind !== 'pronoun' && before.kind !== 'nominal')
    return {
      offices: office.offices,
      tokens,
      of: before,
      former: former || line.tree.words['out-of-office'].has(word(line, before.tokens[0] - 1)),
    };
  const after = word(line, person.tokens[1]) === 'of' ? line.begins[person.tokens[1] + 1] : undefined;
  return after?.kind === 'name' ? { offices: office.offices, tokens, of: after, former } : undefined;
}

/** "…, Sweden's prime minister", "…, the president of Hungary". */
function titleAfter(line: Line, person: Mention, words: OfficeWords): Title | undefined {
  let i = person.tokens[1];
  if (word(line, i) !== ',') return undefined;
  i++;
  if (/^(the|a)$/.test(word(line, i))) i++;
  let former = false;
  if (line.tree.words['out-of-office'].has(word(line, i))) {
    former = true;
    i++;
  }
  let of = line.begins[i];
  if (of && (of.kind === 'nominal' || of.kind === 'pronoun')) of = line.covers[i];
  if (of && of.kind !== 'nominal' && of.kind !== 'pronoun') {
    i = of.tokens[1];
    if (line.tree.tokens[i]?.xpos === 'POS') i++;
    if (line.tree.words['out-of-office'].has(word(line, i))) {
      former = true;
      i++;
    }
  } else of = undefined;
  for (let end = Math.min(i + 5, line.tree.tokens.length); end > i; end--) {
    const text = line.tree.tokens
      .slice(i, end)
      .map((t) => t.form.toLowerCase())
      .join(' ');
    const offices = words.words.get(text);
    if (!offices) continue;
    const complement =
      word(line, end) === 'of' ? (line.begins[end + (word(line, end + 1) === 'the' ? 2 : 1)] ?? line.begins[end + 1]) : undefined;
    const owner = of ?? (complement?.kind === 'name' ? complement : undefined);
    const closing = owner === complement && complement ? complement.tokens[1] : end;
    // "Jan Novak, Czech foreign minister Petr Vlk …" speaks of another.
    if (line.begins[closing]?.kind === 'name') return undefined;
    return owner ? { offices, tokens: [i, end], of: owner, former } : undefined;
  }
  return undefined;
}

/** Whether somebody is known to hold one of the offices on the day, of those that one person at a time has. */
const isTaken = (
  single: ReadonlySet<string>,
  offices: readonly string[],
  owner: string,
  { day, words }: { day: string; words: OfficeWords },
): boolean => offices.some((o) => single.has(o) && (words.byOffice.get(`${o}/${owner}`) ?? []).some((h) => holds(h.start, h.end, day)));

function asRelation(line: Line, person: Mention, title: Title, words: OfficeWords): Relation | undefined {
  const { doc, tree } = line;
  const id = person.entities[0] ?? '';
  const owner = title.of.entities[0] ?? '';
  const of = doc.entities.get(owner);
  if (
    !of ||
    title.of.entities.length !== 1 ||
    (of.kind !== 'state' && !(of.kind === 'organisation' && /^(IGO|UNO|EUR)$/.test(of.sector ?? '')))
  )
    return undefined;
  const known = words.byPerson.get(id) ?? [];
  const day = doc.article.published?.value;
  const fitting = known.filter((h) => title.offices.includes(h.office) && h.of.includes(owner));
  const now = day === undefined ? [] : fitting.filter((h) => holds(h.start, h.end, day));
  let knowledge: Relation['knowledge'];
  if (known.length > 0 && day !== undefined) {
    if (title.former ? fitting.length === 0 : now.length === 0) return undefined;
    knowledge = 'confirmed';
  } else if (known.length === 0) knowledge = 'new';
  else if (fitting.length === 0) return undefined;
  // Somebody else is known to hold it: an older holder, or a misreading.
  if (known.length === 0 && !title.former && day !== undefined && isTaken(tree.words['one-holder'], title.offices, owner, { day, words }))
    return undefined;
  const first = tree.tokens[title.tokens[0]];
  const last = tree.tokens[title.tokens[1] - 1];
  if (!first || !last) return undefined;
  const named = doc.article.text.slice(first.start, last.end).toLowerCase().replace(/\s+/g, '-');
  const office = (now[0] ?? fitting[0])?.office ?? title.offices.find((o) => o === named) ?? title.offices[0] ?? '';
  if (known.length === 0 && of.kind === 'state' && (tree.words['no-office'].has(office) || office.startsWith('igo-'))) return undefined;
  // "Moscow Mayor …": of the city, not of the state that the city's name may stand for.
  if (title.of.kind === 'metonym' && tree.words['of-a-city'].has(office)) return undefined;
  return {
    id: '',
    kind: 'office',
    parties: [
      { entity: id, as: office, mention: person.id },
      { entity: owner, as: of.kind, mention: title.of.id },
    ],
    status: title.former ? 'held' : 'holds',
    ...(knowledge ? { knowledge } : {}),
    evidence: [
      { span: { start: first.start, end: last.end }, as: 'trigger' },
      { span: person.span, as: 'party' },
      { span: title.of.span, as: 'party' },
    ],
    rule: 'office.title',
  };
}
