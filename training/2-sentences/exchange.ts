/**
 * Sentences with their names exchanged for others of the same kind, for training what reads names off the network's scores (reading.py): the
 * network knows the names that it was trained on by heart (F1 98 there, 74 to 80 elsewhere), so that its scores tell nothing there of how far
 * it is to be trusted. What stands in for a name is like it in what the lists tell (listed or not, a given name first, a surname last, the last
 * word of an organisation), so that lists, too, are no better there than elsewhere. Other capitals and some common words are exchanged likewise.
 */
import { plainForm } from '../../packages/readout/src/2-sentences/features.ts';
import type { ListedNames } from '../../packages/readout/src/2-sentences/names/lists.ts';
import type { Knowledge } from '../../packages/readout/src/knowledge.ts';
import type { Sentence } from './read.ts';

type Run = readonly string[];
interface Place {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}
export type Roll = () => number;

/** How many names and other capitals are exchanged, and how many common words. */
const NAMES = 0.7;
const COMMON = 0.12;
const PLACE_NOUNS = 'River Street Avenue Lake Park Valley Beach County Bridge Road Square Airport Hills Island Province'
  .split(' ')
  .map((w) => [w]);
const CITIES = new Set(['name', 'short', 'capital', 'city', 'region']);

/** Numbers between 0 and 1, the same for the same seed. */
export function dice(seed: number): Roll {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const isCapital = (form: string | undefined): boolean => /^\p{Lu}/u.test(form ?? '');
const pick = <X>(from: readonly X[], roll: Roll): X => from[Math.floor(roll() * from.length)] as X;

/** The names of a sentence, and the capitals inside it that are nobody's (label `other`). */
function places(s: Sentence): Place[] {
  const other = (i: number): boolean =>
    i > 0 &&
    s.names?.[i] === 'O' &&
    isCapital(s.forms[i]) &&
    (s.tags ? (s.tags[i] ?? '').startsWith('PROPN') : !/^I\b/.test(s.forms[i] ?? ''));
  return s.forms.flatMap((_, start) => {
    const name = s.names?.[start] ?? 'O';
    let end = start + 1;
    if (name.startsWith('B-')) while (s.names?.[end] === `I-${name.slice(2)}`) end++;
    else if (other(start) && !other(start - 1)) while (other(end)) end++;
    else return [];
    return [{ start, end, label: name === 'O' ? 'other' : name.slice(2) }];
  });
}

/** Names of the lists as words. */
const words = (name: string): Run =>
  name
    .replace(/[’']s\b/g, " 's")
    .replace(/([(),&])/g, ' $1 ')
    .split(/ +/)
    .filter(Boolean);

/** Words that nobody has, by the letters that follow two others. */
function inventor(known: readonly string[]): (roll: Roll) => string {
  const next = new Map<string, string[]>();
  for (const w of known) {
    const padded = `^^${w.toLowerCase()}$`;
    if (/^[a-z]{4,}$/.test(w.toLowerCase()))
      for (let i = 2; i < padded.length; i++) {
        const before = padded.slice(i - 2, i);
        const letters = next.get(before) ?? [];
        letters.push(padded.charAt(i));
        next.set(before, letters);
      }
  }
  return (roll) => {
    for (;;) {
      let made = '^^';
      while (!made.endsWith('$') && made.length < 14) made += pick(next.get(made.slice(-2)) ?? ['$'], roll);
      const word = made.replace(/[$^]/g, '');
      if (word.length > 3) return word.charAt(0).toUpperCase() + word.slice(1);
    }
  };
}

/** What exchanges the names of a sentence for names of `sentences` and of the lists. */
export function exchanger(
  sentences: readonly Sentence[],
  knowledge: Knowledge,
  listed: ListedNames,
): (s: Sentence, roll: Roll) => Sentence {
  const pools = new Map<string, Run[]>();
  const pool = (key: string): Run[] => pools.get(key) ?? (pools.set(key, []).get(key) as Run[]);
  for (const s of sentences) {
    const headline = s.forms.filter(isCapital).length > 0.5 * s.forms.length;
    for (const { start, end, label } of places(s))
      if (isCapital(s.forms[start]) && !(label === 'other' && headline))
        pool(label === 'other' ? `other ${end - start}` : label).push(s.forms.slice(start, end));
    for (const [i, f] of s.forms.entries())
      if (/^(NOUN|VERB|ADJ|ADV)/.test(s.tags?.[i] ?? '') && /^\p{Ll}+$/u.test(f)) pool(s.tags?.[i] ?? '').push([f]);
  }
  const given = knowledge.list('given-names').map((r) => [r.name ?? '']);
  const surnames = knowledge.list('persons').flatMap((r) => (r.surname && !r.surname.includes(' ') ? [[r.surname]] : []));
  const bodies = (['organisations', 'publishers', 'armed-groups'] as const)
    .flatMap((l) => knowledge.list(l))
    .flatMap((r) => [r.name, r.acronym, ...(r.aliases ?? '').split('|')].flatMap((n) => (isCapital(n) ? [words(n ?? '')] : [])));
  const towns = [...knowledge.list('places'), ...knowledge.list('state-names').filter((r) => CITIES.has(r.kind ?? ''))].flatMap((r) =>
    isCapital(r.name) ? [words(r.name ?? '')] : [],
  );
  const endings = [...listed.words['firm-endings'], ...listed.words['organisation-endings']].map((w) => [
    w.charAt(0).toUpperCase() + w.slice(1),
  ]);
  const invent = inventor([...pool('ORG'), ...bodies, ...surnames, ...towns].flat());
  const persons = { one: pool('PER').filter((n) => n.length === 1), more: pool('PER').filter((n) => n.length > 1) };

  const surname = (roll: Roll): Run =>
    roll() < 0.4 ? pick(surnames, roll) : roll() < 0.75 ? pick(persons.more, roll).slice(-1) : [invent(roll)];
  const person = (length: number, roll: Roll): Run => {
    const r = roll();
    if (length === 1) return r < 0.35 ? pick(given, roll) : r < 0.7 ? pick(persons.one, roll) : surname(roll);
    if (r < 0.5) return pick(persons.more, roll);
    const initial = r < 0.56 ? [`${String.fromCharCode(65 + Math.floor(roll() * 26))}.`] : [];
    return [...pick(given, roll), ...initial, ...surname(roll)];
  };
  const thing = (label: string, length: number, roll: Roll): Run => {
    const [lists, last] = label === 'LOC' ? [towns, PLACE_NOUNS] : [bodies, endings];
    const r = roll();
    if (r < 0.6) return pick(pool(label), roll);
    if (r < 0.9) return pick(lists, roll);
    return length === 1 ? [invent(roll)] : [...Array.from({ length: length - 1 }, () => invent(roll)).slice(0, 2), ...pick(last, roll)];
  };
  const candidate = ({ start, end, label }: Place, roll: Roll): Run => {
    if (label === 'PER') return person(end - start, roll);
    if (label === 'ORG' || label === 'LOC') return thing(label, end - start, roll);
    return pick(pool(label === 'other' ? `other ${end - start}` : label), roll);
  };

  /** What the lists tell of a name. */
  const told = (run: Run): string => {
    const label = listed.labelAt(run, 0, run.length);
    if (label) return label;
    const small = run.map((w) => plainForm(w).toLowerCase());
    const last = small[small.length - 1] ?? '';
    const ending = listed.words['organisation-endings'].has(last) || listed.words['firm-endings'].has(last.replace(/\.$/, ''));
    const own = small.slice(0, 3).map((w) => `${listed.given.has(w) ? 'g' : ''}${listed.lands.has(w) ? 'l' : ''}`);
    return `${own.join('|')} ${listed.surnames.has(last) ? 's' : ''}${ending ? 'e' : ''}`;
  };
  const stand = (place: Place, run: Run, roll: Roll): Run => {
    const wanted = told(run);
    for (let k = 0; k < 60; k++) {
      const other = candidate(place, roll);
      if (other && told(other) === wanted && (other.length === run.length || (place.label !== 'other' && roll() < 0.3))) return other;
    }
    return run;
  };

  return (s, roll) => {
    const capitals = s.forms.filter((f) => /\p{Lu}{2,}/u.test(f)).length > 0.6 * s.forms.length;
    const exchanged = new Map(places(s).map((p) => [p.start, p]));
    const forms: string[] = [];
    const names: string[] = [];
    for (let i = 0; i < s.forms.length; i++) {
      const place = exchanged.get(i);
      const form = s.forms[i] ?? '';
      if (place) {
        const run = s.forms.slice(place.start, place.end);
        let other = roll() < NAMES ? stand(place, run, roll) : run;
        if (run.every((w) => !/\p{Lu}/u.test(w))) other = other.map((w) => w.toLowerCase());
        else if (capitals) other = other.map((w) => w.toUpperCase());
        forms.push(...other);
        names.push(...other.map((_, k) => (place.label === 'other' ? 'O' : `${k === 0 ? 'B' : 'I'}-${place.label}`)));
        i = place.end - 1;
        continue;
      }
      const same = /^\p{Ll}+$/u.test(form) && roll() < COMMON ? pools.get(s.tags?.[i] ?? '') : undefined;
      forms.push(same ? (pick(same, roll)[0] ?? form) : form);
      names.push(s.names?.[i] ?? 'O');
    }
    return { forms, names };
  };
}
