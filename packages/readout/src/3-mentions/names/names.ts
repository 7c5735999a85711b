/**
 * Names: what the gazetteer finds and what the model marks, overlaps resolved, each with the reading its surroundings allow.
 * Longest first; a person's name swallows a place inside it ("Jan Chad"), an organisation's name too ("Bank of China").
 */
import { plainForm } from '../../2-sentences/features.ts';
import type { Tree } from '../../2-sentences/syntax.ts';
import { inCapitals, isShouting, stateInCapitals, titleCase } from '../lists/capitals.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { sortShort } from '../short-sort.ts';
import { mergedBody } from './merged-names.ts';
import { bodyEnd, isBuilding, isGovernment, isHalf, isIndex, isIndexName, isProduct } from './name-ends.ts';
import type { NameHit } from './name-hit.ts';
import { endOfNamedAfter, isSurnameOnly } from './named-after.ts';
import { isPlainWord } from './short-names.ts';
import { isGivenName, wholePerson } from './whole-persons.ts';

const OPEN_CLASS = new Set(['PROPN', 'NOUN', 'ADJ', 'X', 'VERB', 'SYM', 'NUM', 'INTJ']);

/** The names of one sentence, in order, without overlaps. */
export function findNameHits(tree: Tree, gazetteer: Gazetteer, roles: RoleLexicon, genders: ReadonlyMap<string, 'm' | 'f'>): NameHit[] {
  const forms = tree.tokens.map((t) => plainForm(t.form));
  // "The North" at the start of a sentence is "the North".
  if (forms[0] === 'The') forms[0] = 'the';
  const shouting = isShouting(forms);
  let cased: string[] | undefined;
  const titled = (): string[] => (cased ??= forms.map(titleCase));
  const listed: NameHit[] = [];
  const nobody: Pick<NameHit, 'start' | 'end'>[] = [];
  const things: Pick<NameHit, 'start' | 'end'>[] = [];
  const bodies: NameHit[] = [];
  for (let i = 0; i < forms.length; i++) {
    let hit =
      gazetteer.match(forms, i) ??
      (shouting ? gazetteer.match(titled(), i) : inCapitals(tree, forms, i) ? stateInCapitals(gazetteer, titled(), i) : undefined);
    // "US military aid", "Russian army base": a body's name that is only the front of a longer noun group stands for its first words.
    if (
      hit &&
      hit.end > i + 1 &&
      /^[a-z]/.test(forms[hit.end - 1] ?? '') &&
      tree.tokens[hit.end]?.upos === 'NOUN' &&
      tree.tokens[hit.end - 1]?.spaceAfter
    )
      hit = gazetteer.match(forms.slice(0, hit.end - 1), i) ?? hit;
    if (!hit) continue;
    // "Chinese New Year", "the S&P 500": neither a state nor a firm.
    if (hit.readings.every((r) => r.kind === 'none') || isIndexName(tree, i, hit)) {
      nobody.push({ start: i, end: hit.end });
      if (hit.end > i + 1) roles.hide(tree, i, hit.end);
      i = hit.end - 1;
      continue;
    }
    const after = shouting ? -1 : endOfNamedAfter(tree, forms, hit, gazetteer);
    if (after > 0) {
      things.push({ start: i, end: after });
      if (tree.words['organisation-endings'].has((forms[after - 1] ?? '').toLowerCase()))
        bodies.push({ start: i, end: after, readings: [], label: 'ORG', probability: 0.9 });
      i = after - 1;
      continue;
    }
    // "8GB", "8 GB".
    const number = hit.end === i + 1 && tree.tokens[i - 1]?.upos === 'NUM';
    if (number && (tree.tokens[i - 1]?.spaceAfter === false || tree.words['unit-signs'].has(forms[i] ?? ''))) continue;
    // "The Australian College": no newspaper.
    if (
      hit.end > i + 1 &&
      /^the$/i.test(forms[i] ?? '') &&
      hit.readings.every((r) => r.entityKind === 'outlet') &&
      isAdjective(gazetteer, forms, hit.end - 1) &&
      tree.tokens[hit.end]?.upos === 'PROPN'
    )
      continue;
    // "Minister of Foreign Affairs", "Committee on Security and Foreign Affairs": no magazine.
    if (hit.readings.every((r) => r.entityKind === 'outlet') && isInField(tree, i, roles)) continue;
    if (isSurnameOnly(tree, i, hit)) continue;
    // "CAC 40": an index, whatever else the letters stand for.
    if (hit.end === i + 1 && (isIndex(tree, i) || isPlainWord(tree, i, hit.readings))) continue;
    // "the North" in "the North Korean envoy": the longer name begins one word on.
    // "U.S. Open", "Hong Kong Sevens": an event of that name, held anywhere.
    if (isEventName(tree, forms, hit.end)) {
      i = hit.end;
      continue;
    }
    if (isEventOf(tree, forms, i) || isBuilding(tree, i, hit.end, gazetteer)) continue;
    const later = forms[i] === 'the' ? gazetteer.match(forms, i + 1) : undefined;
    if (later && later.end > hit.end) continue;
    const first = tree.tokens[i];
    if (!first) continue;
    // Short words ("IS", "Us", "May") are names only where the tagger sees an open class.
    const letters = !shouting && first.form === 'US';
    if (hit.end === i + 1 && !OPEN_CLASS.has(first.upos) && first.upos !== 'DET' && !letters) continue;
    if (
      hit.end === i + 1 &&
      forms[i]?.toLowerCase() === forms[i] &&
      !hit.readings.some((r) => r.kind === 'epithet' || r.kind === 'relative')
    )
      continue;
    if (shouting && hit.end === i + 1 && forms[i]?.length === 2 && first.upos !== 'PROPN') continue;
    listed.push({ start: i, end: hit.end, readings: hit.readings, label: undefined, probability: 1 });
    i = hit.end - 1;
  }
  const modelled: NameHit[] = bodies;
  const named = bodies.length;
  for (const n of tree.sentence.names) {
    if (n.probability < 0.35) continue;
    let start = n.start;
    let end = n.end;
    if (n.label === 'PER') {
      const whole = wholePerson(tree, { start, end }, { roles, gazetteer, genders });
      if (!whole) continue;
      ({ start, end } = whole);
    }
    // "Novak Supporter", "Novak aides": a surname and a common noun.
    if (n.label === 'PER' && isSurnameAndNoun(tree, forms, start, end, gazetteer, roles)) end--;
    // "the Secretary of State": an office, nobody's name.
    if (n.label === 'PER' && forms[start] === 'of') continue;
    while (start < end - 1 && /^(the|a|an)$/i.test(forms[start] ?? '')) start++;
    while (end > start + 1 && /^('s|,|\.|'|")$/.test(forms[end - 1] ?? '')) end--;
    if (!hasCapital(forms, start, end)) continue;
    if (n.label === 'PER' ? isOfficeWhole(tree, start, end, roles) : isOffice(tree, start, end, roles)) continue;
    if (end === start + 1 && isIndex(tree, start)) continue;
    if (nobody.some((x) => x.start < end && start < x.end)) continue;
    if (n.label === 'PER' && things.some((x) => x.start < end && start < x.end)) continue;
    if (modelled.slice(0, named).some((x) => x.start < end && start < x.end)) continue;
    if (n.label === 'ORG' && (isGovernment(tree, gazetteer, start, end) || isProduct(tree, gazetteer, start, end))) continue;
    if (n.label === 'ORG') end = bodyEnd(tree, start, end, roles);
    if (n.label === 'ORG' && isHalf(tree, start, end, roles)) continue;
    // A contest is nowhere and nobody; a league may act.
    if (n.label !== 'PER' && n.label !== 'ORG' && tree.words.contests.has(forms[end - 1] ?? '')) continue;
    modelled.push({ start, end, readings: [], label: n.label, probability: n.probability });
  }
  const others = apposedPersons(tree, roles);
  addFamousSurnames(others, tree, forms, gazetteer, roles);
  for (const p of others) {
    const touches = (h: NameHit): boolean => h.start < p.end && h.end > p.start;
    if (!listed.some(touches) && !modelled.some(touches)) modelled.push(p);
  }
  if (modelled.length === 0) return listed;
  if (listed.length === 0) return apart(modelled.flatMap((m) => (m.label === 'ORG' ? (mergedBody(tree, m, listed, gazetteer) ?? []) : m)));
  const kept: NameHit[] = [];
  const dropped = new Set<NameHit>();
  const extended = new Map<NameHit, NameHit>();
  for (const marked of modelled) {
    const inside = listed.filter((l) => l.start < marked.end && l.end > marked.start);
    const m = marked.label === 'ORG' ? mergedBody(tree, marked, inside, gazetteer) : marked;
    if (!m) continue;
    if (m.readings.length > 0) {
      for (const l of inside) dropped.add(l);
      kept.push(m);
      continue;
    }
    const same = inside.find((l) => l.start <= m.start && l.end >= m.end);
    if (same) {
      if (same.start === m.start && same.end === m.end && m.label)
        extended.set(same, { start: same.start, end: same.end, readings: same.readings, label: m.label, probability: m.probability });
      continue;
    }
    if (inside.length === 0) {
      kept.push(m);
      continue;
    }
    // A listed name at the front of a model name that is an adjective or a state modifies it: "Iranian Revolutionary Guard" stays whole
    // as an organisation, "French Jean Dupont" is cut.
    const front = inside.find((l) => l.start === m.start);
    const full = inside.find((l) => l.readings.some((r) => r.kind === 'full-name'));
    if (m.label === 'PER') {
      if (full) continue;
      if (
        front?.readings.some(
          (r) => r.kind === 'adjective' || r.entityKind === 'state' || r.entityKind === 'body' || r.entityKind === 'organisation',
        ) &&
        front.end < m.end &&
        !isGivenName(tree, front, m, genders)
      ) {
        kept.push({ ...m, start: front.end });
        for (const l of inside) if (l !== front) dropped.add(l);
      } else {
        for (const l of inside) dropped.add(l);
        kept.push(m);
      }
    } else {
      const known = inside.find((l) => l.readings.some((r) => r.kind === 'name' && r.entityKind !== 'state') && l.end - l.start >= 2);
      if (known) continue;
      // "Sweden and Finland" as one place, "Treaty allies Japan" as a body: an unsure name does not swallow listed ones, nor does a run of them.
      if (m.probability < 0.6 || (inside.length > 1 && m.label !== 'ORG')) continue;
      for (const l of inside) dropped.add(l);
      kept.push({ ...m, readings: [] });
    }
  }
  for (const l of listed) if (!dropped.has(l)) kept.push(extended.get(l) ?? l);
  return apart(kept);
}

/** Whether a name goes on with the fields behind the "of", "for" or "on" of an office's or a body's name: not of "Novak of Harbour News", "Reporter for Harbour News". */
function isInField(tree: Tree, start: number, roles: RoleLexicon): boolean {
  let i = start - 1;
  const isDay = (k: number): boolean => tree.words['days-and-months'].has((tree.tokens[k]?.form ?? '').toLowerCase());
  while (i > 0 && !isDay(i) && (tree.tokens[i]?.upos === 'PROPN' || /^(and|,|the)$/.test(tree.tokens[i]?.form ?? ''))) i--;
  const of = roles.at(tree, i - 1);
  return (
    /^(of|for|on)$/.test(tree.tokens[i]?.form ?? '') &&
    /^\p{Lu}/u.test(tree.tokens[i - 1]?.form ?? '') &&
    of !== undefined &&
    of.sector !== 'JRN' &&
    tree.tokens[start - 1]?.form !== ','
  );
}

/** Names in order, those that begin within the one before left out. */
function apart(hits: NameHit[]): NameHit[] {
  return sortShort(hits, (a, b) => a.start - b.start).filter((h, i, all) => i === 0 || h.start >= (all[i - 1]?.end ?? 0));
}

/** "History major at Leeds Amina Okoro": a name of several words that a noun for a person has beside it, though the model marked none. */
function apposedPersons(tree: Tree, roles: RoleLexicon): NameHit[] {
  const found: NameHit[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const t = tree.tokens[i];
    if (t?.xpos !== 'NNP' || t.upos !== 'PROPN' || (t.deprel !== 'appos' && t.deprel !== 'nmod:desc')) continue;
    if (tree.tokens[t.head]?.upos !== 'NOUN' || roles.at(tree, t.head)?.kind !== 'role') continue;
    let end = i + 1;
    while (tree.tokens[end]?.head === i && tree.tokens[end]?.deprel === 'flat' && tree.tokens[end]?.upos === 'PROPN') end++;
    if (end > i + 1) found.push({ start: i, end, readings: [], label: 'PER', probability: 0.5 });
  }
  return found;
}

/** Whether two words are a very well-known surname and a noun for people. */
function isSurnameAndNoun(
  tree: Tree,
  forms: readonly string[],
  start: number,
  end: number,
  gazetteer: Gazetteer,
  roles: RoleLexicon,
): boolean {
  if (end !== start + 2 || gazetteer.wellKnown(forms[start] ?? '', undefined) === undefined) return false;
  const kind = roles.at(tree, end - 1)?.kind;
  return kind === 'role' || kind === 'group';
}

/** Very well-known surnames by themselves, which the model saw no name in. */
function addFamousSurnames(to: NameHit[], tree: Tree, forms: readonly string[], gazetteer: Gazetteer, roles: RoleLexicon): void {
  const isName = (i: number): boolean =>
    tree.tokens[i]?.upos === 'PROPN' && !roles.isTitle(forms[i] ?? '') && roles.at(tree, i) === undefined && tree.tokens[i]?.form !== '-';
  for (let i = 0; i < forms.length; i++) {
    if (tree.tokens[i]?.upos !== 'PROPN' || gazetteer.wellKnown(forms[i] ?? '', undefined) === undefined) continue;
    if (!isName(i - 1) && !isName(i + 1)) to.push({ start: i, end: i + 1, readings: [], label: 'PER', probability: 0.5 });
  }
}

function isEventName(tree: Tree, forms: readonly string[], end: number): boolean {
  const next = forms[end] ?? '';
  return (
    next.charCodeAt(0) < 97 &&
    tree.words.contests.has(next) &&
    tree.tokens[end - 1]?.spaceAfter === true &&
    forms[end - 1]?.toLowerCase() !== forms[end - 1]
  );
}

/** "the Tour of Austria": an event that is named after where it is. */
function isEventOf(tree: Tree, forms: readonly string[], start: number): boolean {
  const of = forms[start] === 'the' || forms[start - 1] !== 'the' ? start - 1 : start - 2;
  return /^of$/i.test(forms[of] ?? '') && tree.words['events-of'].has(forms[of - 1] ?? '');
}

/** "the President", "UK Prime Minister": an office in capitals that the model took for a name; plurals ("the Raiders") are teams. */
function isOffice(tree: Tree, start: number, end: number, roles: RoleLexicon): boolean {
  const head = headOf(tree, start, end);
  // "President of Hungary": the words go on behind the office.
  const office =
    tree.tokens[head + 1]?.form === 'of' && head < end - 1 && tree.tokens[head]?.xpos !== 'NNPS' ? roles.at(tree, head) : undefined;
  if (office?.kind === 'role' && office.offices.length > 0) return true;
  const role = tree.tokens[end - 1]?.xpos === 'NNPS' ? undefined : roles.at(tree, end - 1);
  return role?.kind === 'role' && role.start >= start && head >= role.start;
}

/** "Home Secretary Jan Novak": an office of several words, which the model took for a name of its own. */
function isOfficeWhole(tree: Tree, start: number, end: number, roles: RoleLexicon): boolean {
  const role = end - start > 1 ? roles.at(tree, end - 1) : undefined;
  return role !== undefined && role.offices.length > 0 && role.start <= start;
}

function hasCapital(forms: readonly string[], start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (/\p{Lu}/u.test(forms[i] ?? '')) return true;
  return false;
}

/** The head token of a run: the one whose head lies outside. */
export function headOf(tree: Tree, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const h = tree.tokens[i]?.head ?? -1;
    if (h < start || h >= end) return i;
  }
  return end - 1;
}

/** Whether a word is a state's adjective. */
const isAdjective = (gazetteer: Gazetteer, forms: readonly string[], i: number): boolean =>
  gazetteer.match(forms, i)?.readings.some((r) => r.kind === 'adjective') ?? false;
