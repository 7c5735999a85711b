/**
 * Names that the knowledge lists, laid over what the network says: a title is not part of a person's name, "Iran" is a place wherever it
 * stands, "Iranians" is nobody's name, and a listed name that the network overlooked is found. The network keeps the rest: names nobody listed.
 */
import type { Knowledge } from '../knowledge.ts';
import type { Name, NameLabel } from '../model/index.ts';
import { plainForm } from './features.ts';
import { shapedNames } from './name-shapes.ts';

/** What the lists say of a run of words: a label, `none` (a people or an adjective), or nothing. */
export interface ListedNames {
  readonly labels: ReadonlyMap<string, NameLabel | 'none'>;
  readonly titles: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Words that are no names however they are written. */
  readonly neverNames: ReadonlySet<string>;
  /** Names of states and of their parts in small letters, and words that make one place with such a name behind them. */
  readonly lands: ReadonlySet<string>;
  readonly beforeLands: ReadonlySet<string>;
  /** Words of the longest listed name. */
  readonly longest: number;
}

const PLACES = new Set(['name', 'short', 'official', 'capital', 'city', 'region']);
const LANDS = new Set(['name', 'short', 'region']);
const PEOPLES = new Set(['adjective', 'people', 'person']);
/** A name that two lists know as different things is left to the network. */
const AMBIGUOUS = 'ambiguous';

export function listedNames(knowledge: Knowledge): ListedNames {
  const kinds = new Map<string, NameLabel | 'none' | typeof AMBIGUOUS>();
  let longest = 1;
  const add = (name: string, label: NameLabel | 'none'): void => {
    // A small word is no name by itself ("us", "who").
    if (!/[A-Z]/.test(name)) return;
    const key = keyOf([name]);
    const have = kinds.get(key);
    // "US" is a noun and an adjective: a place.
    const place = (have === 'LOC' && label === 'none') || (have === 'none' && label === 'LOC');
    kinds.set(key, place ? 'LOC' : have === undefined || have === label ? label : AMBIGUOUS);
    longest = Math.max(longest, name.split(/[ -]/).length + 2 * (name.split('-').length - 1));
  };
  const addAll = (row: { readonly [column: string]: string | undefined }, label: NameLabel): void => {
    for (const name of [row.name, row.acronym, ...(row.aliases ?? '').split('|')]) if (name) add(name, label);
  };
  for (const row of knowledge.list('state-names')) {
    if (PLACES.has(row.kind ?? '')) add(row.name ?? '', 'LOC');
    else if (PEOPLES.has(row.kind ?? '')) add(row.name ?? '', 'none');
  }
  for (const list of ['organisations', 'armed-groups', 'bodies', 'publishers'] as const)
    for (const row of knowledge.list(list)) addAll(row, 'ORG');
  for (const row of knowledge.list('persons')) addAll(row, 'PER');
  const given = new Set(knowledge.list('given-names').map((r) => (r.name ?? '').toLowerCase()));
  const labels = new Map<string, NameLabel | 'none'>();
  for (const [key, label] of kinds) if (label !== AMBIGUOUS && !(given.has(key.toLowerCase()) && label !== 'PER')) labels.set(key, label);
  const titles = new Set<string>();
  for (const row of knowledge.lexicon('roles'))
    if (row.kind === 'title' || row.kind === 'role') for (const w of [row.phrase ?? '']) if (!w.includes(' ')) titles.add(w.toLowerCase());
  const lands = new Set(
    knowledge
      .list('state-names')
      .flatMap((r) =>
        LANDS.has(r.kind ?? '') && /^\p{Lu}/u.test(r.name ?? '') && !/ /.test(r.name ?? '') ? [(r.name ?? '').toLowerCase()] : [],
      ),
  );
  const set = (name: string): Set<string> =>
    new Set(knowledge.lexicon('word-sets').flatMap((r) => (r.set === name && r.word ? [r.word] : [])));
  const neverNames = set('never-names');
  return { labels, titles, given, neverNames, lands, beforeLands: set('before-lands'), longest };
}

/** Words with the spaces that tokenising put around hyphens and before possessive marks taken out again. */
const keyOf = (forms: readonly string[]): string => forms.map(plainForm).join(' ').replace(/ ?- ?/g, '-').replace(/ 's/g, "'s");
const SMALL = /^(of|the|for|and|at|in|on|to|by|from|with|[^\p{L}\p{N}]+)$/iu;

/** "San Rafael California" is a town and its state, "Google and Amazon" two firms that are both listed. */
function parted(forms: readonly string[], name: Name, listed: ListedNames): Name[] {
  const { start, end } = name;
  if (end - start < 2 || listed.labels.has(keyOf(forms.slice(start, end)))) return [name];
  const lower = (k: number): string => plainForm(forms[k] ?? '').toLowerCase();
  if (name.label === 'LOC' && listed.lands.has(lower(end - 1)) && !listed.beforeLands.has(lower(end - 2)) && /\p{L}$/u.test(lower(end - 2)))
    return [
      { ...name, end: end - 1 },
      { ...name, start: end - 1 },
    ];
  for (let k = start + 1; k < end - 1; k++)
    if (lower(k) === 'and' && listed.labels.has(keyOf(forms.slice(start, k))) && listed.labels.has(keyOf(forms.slice(k + 1, end))))
      return [
        { ...name, end: k },
        { ...name, start: k + 1 },
      ];
  return [name];
}

/** "Shanxi province": a place in capitals without the common noun behind it. */
function withoutKind(forms: readonly string[], name: Name): Name {
  const [first = '', last = ''] = [forms[name.start], forms[name.end - 1]];
  return name.end - name.start > 1 && /^\p{Lu}/u.test(first) && /^\p{Ll}+$/u.test(last) && last.length > 3
    ? { ...name, end: name.end - 1 }
    : name;
}

/** The network's names with the lists laid over them; `tags` are `UPOS|XPOS` or UPOS of each form. In order, without overlaps. */
export function repairNames(forms: readonly string[], tags: readonly string[], names: readonly Name[], listed: ListedNames): Name[] {
  const repaired: Name[] = [];
  for (const name of shapedNames(forms, names, listed).flatMap((n) => parted(forms, n, listed))) {
    const n =
      name.label === 'PER' ? withoutTitles(forms, name, listed) : trimmed(forms, name.label === 'LOC' ? withoutKind(forms, name) : name);
    if (!n) continue;
    const label = listed.labels.get(keyOf(forms.slice(n.start, n.end)));
    if (label === 'none') continue;
    repaired.push(label ? { ...n, label } : n);
  }
  const taken = new Set(repaired.flatMap((n) => Array.from({ length: n.end - n.start }, (_, k) => n.start + k)));
  // A listed name that the network overlooked: its words free, its first and last proper nouns, and no proper noun beside it that would make it longer.
  const proper = (k: number): boolean => tags[k]?.startsWith('PROPN') ?? false;
  for (let i = 0; i < forms.length; i++) {
    if (taken.has(i) || !proper(i) || proper(i - 1)) continue;
    let limit = i + 1;
    while (limit < forms.length && limit < i + listed.longest && !taken.has(limit)) limit++;
    for (let end = limit; end > i; end--) {
      if (!proper(end - 1) || proper(end)) continue;
      const label = listed.labels.get(keyOf(forms.slice(i, end)));
      if (!label || label === 'none') continue;
      repaired.push({ start: i, end, label, probability: 0.5 });
      for (let k = i; k < end; k++) taken.add(k);
      break;
    }
  }
  return repaired.sort((a, b) => a.start - b.start);
}

/** "Dr. Novak", "Minister of Defence Tomas Varga", "Jan Novak of": the person's name alone. */
function withoutTitles(forms: readonly string[], name: Name, listed: ListedNames): Name | undefined {
  let start = name.start;
  const lower = (k: number): string => plainForm(forms[k] ?? '').toLowerCase();
  const isTitle = (k: number): boolean => listed.titles.has(lower(k)) || listed.titles.has(lower(k).replace(/\.$/, ''));
  // "US President X": the state before the title goes with it.
  const state = listed.labels.get(keyOf(forms.slice(start, start + 1)));
  if ((state === 'LOC' || state === 'none') && start + 2 < name.end && isTitle(start + 1)) start++;
  while (start < name.end - 1 && isTitle(start) && !listed.given.has(lower(start))) {
    start++;
    // "of Defence" after a title.
    if (lower(start) === 'of' && start + 2 < name.end) start += 2;
  }
  return trimmed(forms, { ...name, start });
}

/** Without small words and marks at its ends; nothing is left of a name without a letter. */
function trimmed(forms: readonly string[], name: Name): Name | undefined {
  let { end } = name;
  while (end > name.start && SMALL.test(forms[end - 1] ?? '')) end--;
  return end > name.start && /\p{L}/u.test(forms.slice(name.start, end).join('')) ? { ...name, end } : undefined;
}
