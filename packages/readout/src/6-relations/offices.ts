/**
 * Offices as the text gives them: "Hungarian President Tomas Varga", "Marta Lindqvist, Sweden's prime minister", "President Varga of
 * Hungary". Kept where the knowledge agrees or knows nothing of the person; dropped where it knows other offices only, because then
 * the reading is more likely wrong than the knowledge. Words of offices: lists/office-types.tsv.
 */

import type { Tree } from '../2-sentences/syntax.ts';
import type { Document } from '../3-mentions/document.ts';
import { holds } from '../3-mentions/lists/naming.ts';
import { type OfficeTerms, officeTerms } from '../3-mentions/lists/office-terms.ts';
import { officeTypes } from '../3-mentions/lists/role-words.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Entity, Mention, Relation } from '../model/index.ts';
import { type Line, readLine } from './line.ts';

/** Words of offices, and who is known to hold which. */
export interface OfficeWords {
  /** Office ids by their words in lower case, the commonest first. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  readonly terms: OfficeTerms;
}

/** The rows of office-types.tsv and of the offices lists, made ready once. */
export const readOfficeWords = (knowledge: Knowledge): OfficeWords => ({
  words: officeTypes(knowledge).named,
  terms: officeTerms(knowledge),
});

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

/** The relation of a person to the office that a title gives him; undefined for what no state or organisation between states has, or what the knowledge denies. */
function asRelation(line: Line, person: Mention, title: Title, words: OfficeWords): Relation | undefined {
  const { doc, tree } = line;
  const owner = doc.entities.get(title.of.entities[0] ?? '');
  if (!owner || title.of.entities.length !== 1 || !hasOffices(owner)) return undefined;
  const holder = person.entities[0] ?? '';
  const day = doc.article.published?.value;
  const known = knownOf(holder, title, owner.id, day, words.terms);
  if (!known) return undefined;
  const first = tree.tokens[title.tokens[0]];
  const last = tree.tokens[title.tokens[1] - 1];
  if (!first || !last) return undefined;
  const span = { start: first.start, end: last.end };
  const named = doc.article.text.slice(span.start, span.end).toLowerCase().replace(/\s+/g, '-');
  const office = known.office ?? officeNamed(named, title.offices, owner);
  if (known.knowledge === 'new' && isNoneOfNew(tree, title, office, owner, day, words.terms)) return undefined;
  // "Moscow Mayor …": of the city, not of the state that the city's name may stand for.
  if (title.of.kind === 'metonym' && tree.words['of-a-city'].has(office)) return undefined;
  return {
    id: '',
    kind: 'office',
    parties: [
      { entity: holder, as: office, mention: person.id },
      { entity: owner.id, as: owner.kind, mention: title.of.id },
    ],
    status: title.former ? 'held' : 'holds',
    ...(known.knowledge ? { knowledge: known.knowledge } : {}),
    evidence: [
      { span, as: 'trigger' },
      { span: person.span, as: 'party' },
      { span: title.of.span, as: 'party' },
    ],
    rule: 'office.title',
  };
}

/** Of the offices that words may name the one called so, else the commonest that such an owner has: "spokesman" of a state is none of an organisation's. */
const officeNamed = (words: string, offices: readonly string[], { kind }: Entity): string =>
  offices.find((o) => o === words) ?? offices.find((o) => o.startsWith('igo-') === (kind === 'organisation')) ?? offices[0] ?? '';

/** States, and organisations between them. */
const hasOffices = ({ kind, sector = '' }: Entity): boolean =>
  kind === 'state' || (kind === 'organisation' && /^(IGO|UNO|EUR)$/.test(sector));

/** What the knowledge says of a person's title, and the office that it has for it; undefined where it knows of other offices alone. */
function knownOf(
  holder: string,
  title: Title,
  owner: string,
  day: string | undefined,
  terms: OfficeTerms,
): { readonly knowledge?: Relation['knowledge']; readonly office?: string | undefined } | undefined {
  const held = terms.offices(holder);
  if (held.length === 0) return { knowledge: 'new' };
  const fitting = held.filter((h) => title.offices.includes(h.office) && (h.state === owner || h.organisation === owner));
  const now = day === undefined ? [] : fitting.filter((h) => holds(h.start, h.end, day));
  const office = (now[0] ?? fitting[0])?.office;
  if (day === undefined) return fitting.length > 0 ? { office } : undefined;
  return (title.former ? fitting : now).length > 0 ? { knowledge: 'confirmed', office } : undefined;
}

/** Whether somebody of whom nothing is known has no such office: a state has none, or somebody else is known to hold it on the day (an older holder, or a misreading). */
function isNoneOfNew(tree: Tree, title: Title, office: string, owner: Entity, day: string | undefined, terms: OfficeTerms): boolean {
  if (owner.kind === 'state' && (tree.words['no-office'].has(office) || office.startsWith('igo-'))) return true;
  const isTaken = (o: string): boolean => tree.words['one-holder'].has(o) && terms.holders(o, owner.id, day).length > 0;
  return !title.former && title.offices.some(isTaken);
}
