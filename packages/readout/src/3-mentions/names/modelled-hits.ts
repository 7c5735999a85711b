/** Names that the model marks, without titles, articles and offices, and persons that only their place in the sentence or their fame tells. */
import type { Tree } from '../../2-sentences/syntax.ts';
import { tagPlace } from '../grammar/party-tags.ts';
import type { Gazetteer } from '../lists/gazetteer.ts';
import type { RoleLexicon } from '../lists/roles.ts';
import { headOf } from './head-of.ts';
import type { Listed } from './listed-hits.ts';
import { bodyEnd, isGovernment, isHalf, isIndex, isProduct, isRating } from './name-ends.ts';
import type { NameHit } from './name-hit.ts';
import { type Seen, type Stretch, touches } from './seen.ts';
import { wholePerson } from './whole-persons.ts';

/** Marks that are less likely are none. */
const LEAST = 0.35;

/** The names that the model marks and the lists do not rule out, behind the bodies that are called after somebody. */
export function modelledHits(seen: Seen, listed: Listed): NameHit[] {
  const found: NameHit[] = [...listed.bodies];
  for (const n of seen.tree.sentence.names) {
    if (n.probability < LEAST) continue;
    const at = trimmed(seen, n.label === 'PER', n);
    if (!at || isNone(seen, listed, n.label, at)) continue;
    const end = n.label === 'ORG' ? bodyEnd(seen.tree, at.start, at.end, seen.roles) : at.end;
    if (n.label === 'ORG' && isHalf(seen.tree, at.start, end, seen.roles)) continue;
    // A contest is nowhere and nobody; a league may act.
    if (n.label !== 'PER' && n.label !== 'ORG' && seen.tree.words.contests.has(seen.forms[end - 1] ?? '')) continue;
    found.push({ start: at.start, end, readings: [], label: n.label, probability: n.probability });
  }
  const others = apposedPersons(seen.tree, seen.roles);
  addFamousSurnames(others, seen.tree, seen.forms, seen.gazetteer, seen.roles);
  for (const p of others) if (!listed.hits.some((h) => touches(h, p)) && !found.some((h) => touches(h, p))) found.push(p);
  return found;
}

/** Where a name that the model marks begins and ends; undefined for a person that is none. */
function trimmed(seen: Seen, isPerson: boolean, marked: Stretch): Stretch | undefined {
  const { tree, forms, gazetteer, roles, genders } = seen;
  const place = tagPlace(tree, marked.start);
  if (place !== undefined) return isPerson || place >= marked.end ? undefined : { start: place, end: marked.end };
  const whole = isPerson ? wholePerson(tree, { start: marked.start, end: marked.end }, { roles, gazetteer, genders }) : marked;
  if (!whole) return undefined;
  let { start, end } = whole;
  // "Novak Supporter", "Novak aides": a surname and a common noun.
  if (isPerson && isSurnameAndNoun(tree, forms, start, end, gazetteer, roles)) end--;
  // "the Secretary of State": an office, nobody's name.
  if (isPerson && forms[start] === 'of') return undefined;
  while (start < end - 1 && /^(the|a|an)$/i.test(forms[start] ?? '')) start++;
  while (end > start + 1 && /^('s|,|\.|'|")$/.test(forms[end - 1] ?? '')) end--;
  return { start, end };
}

/** Words without a capital, offices, indices, what the lists know as nobody or a thing, governments and products. */
function isNone(seen: Seen, listed: Listed, label: NameHit['label'], at: Stretch): boolean {
  const { tree, forms, gazetteer, roles } = seen;
  const { start, end } = at;
  if (!hasCapital(forms, start, end)) return true;
  if (label === 'PER' ? isOfficeWhole(tree, start, end, roles) : isOffice(tree, start, end, roles)) return true;
  if (end === start + 1 && isIndex(tree, start)) return true;
  // "U.S. Trade" of "U.S. Trade Representative".
  const office = label === 'PER' ? undefined : roles.at(tree, end);
  if (office?.kind === 'role' && office.offices.length > 0 && office.start > start && office.start < end) return true;
  if (end === start + 2 && label !== 'PER' && isCommonBehindLetters(seen, start, label !== 'ORG')) return true;
  // "Rep. Jan Novak, R-Ohio": a party and where he sits, no name.
  if (label === 'PER' ? end === start + 1 && /^[DRI]-\p{Lu}/u.test(forms[start] ?? '') : isRating(tree, forms, start, end)) return true;
  const isIn = (x: Stretch): boolean => touches(x, at);
  if (listed.nobody.some(isIn) || (label === 'PER' && listed.things.some(isIn)) || listed.bodies.some(isIn)) return true;
  return label === 'ORG' && (isGovernment(tree, gazetteer, start, end) || isProduct(tree, gazetteer, start, end));
}

/**
 * "the U.S. Firm", "U.S. Banks": old newswires begin the word behind a point with a capital. `isPlace`: the model takes it for a place, which only a word
 * for a region makes of it ("the U.S. Gulf").
 */
function isCommonBehindLetters({ tree, forms, gazetteer, roles }: Seen, start: number, isPlace: boolean): boolean {
  if (!/^(\p{Lu}\.){2,}$/u.test(forms[start] ?? '') || !/^\p{Lu}\p{Ll}+$/u.test(forms[start + 1] ?? '')) return false;
  const isState = gazetteer.match(forms, start)?.readings.some((r) => r.entityKind === 'state') ?? false;
  if (!isState) return false;
  if (isPlace) return !tree.words['parts-of-states'].has((forms[start + 1] ?? '').toLowerCase());
  return roles.at(tree, start + 1) !== undefined || tree.tokens[start + 1]?.upos === 'NOUN';
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
