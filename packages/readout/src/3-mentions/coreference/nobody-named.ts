/** Definite phrases that nothing before explains: a body or somebody whom nobody names, of the state that the text speaks of if he serves it. */
import { phraseOf } from '../../2-sentences/phrase.ts';
import { isPlural, lemmasOf, relationAt, type Tree } from '../../2-sentences/syntax.ts';
import { type Desk, type Draft, enter, localId } from '../draft.ts';
import { belonging, ownerSector } from '../grammar/belonging.ts';
import { draftFor } from '../grammar/pointing-back.ts';
import { trimmed } from '../grammar/titles.ts';
import { employerSector } from '../linking/employers.ts';
import { homeOfOfficial } from '../linking/home-officials.ts';
import type { Role } from '../lists/roles.ts';
import { partOfNamed } from '../phrases/parts-of-bodies.ts';
import { spokenFor } from '../phrases/served-persons.ts';
import { unnamed } from '../phrases/unnamed.ts';

/** Enters the body or person of a phrase by its words; false for a title alone, which is nobody. */
export function nobodyNamed(desk: Desk, tree: Tree, i: number, role: Role): boolean {
  const lemma = lemmasOf(tree)[i] ?? '';
  const { sector } = role;
  const [start, end] = trimmed(tree, i, phraseOf(tree, i, { withNmod: false }));
  if (partOfNamed(desk, tree, role, { sentence: tree.sentence.index, head: i, start, end, plural: isPlural(tree, i) })) return true;
  const words = desk.article.text
    .slice(tree.tokens[start]?.start ?? 0, tree.tokens[end - 1]?.end ?? 0)
    .replace(/^(the|his|her|their|its|this|that|these|those)\s+/i, '');
  if (role.kind === 'title') return false;
  // "the company's workers": whose they are is known now.
  const { state: own, owner } = belonging(desk, tree, i, role.start);
  if (own !== undefined && owner !== undefined && owner.end <= role.start && lemma !== 'counterpart' && tells(desk, tree, owner)) {
    const employer = role.kind === 'role' ? employerSector(desk, tree, i) : undefined;
    const kind = employer ?? (['', 'UNK'].includes(sector) ? (ownerSector(desk, owner) ?? sector) : sector);
    const entities = unnamed(desk, { role, words, states: [own], owner, sector: kind });
    return draftFor(desk, tree, i, entities, 'nominal', `nominal.${role.kind}`, { state: own, sector: kind, role: lemma });
  }
  const served = spokenFor(desk, tree, i, role);
  if (served?.state) {
    const entities = unnamed(desk, { role, words, states: [served.state], owner: undefined, sector: served.sector });
    return draftFor(desk, tree, i, entities, 'nominal', 'nominal.role', { state: served.state, sector: served.sector, role: lemma });
  }
  const isOfficial = role.kind !== 'body' || tree.words['officials-where-told'].has(role.phrase);
  const state = isOfficial ? homeOfOfficial(desk, tree, i, role) : undefined;
  if (state !== undefined) {
    const entities = unnamed(desk, { role, words, states: [state], owner: undefined, sector });
    return draftFor(desk, tree, i, entities, 'nominal', 'nominal.role', { state, sector, role: lemma });
  }
  const id = localId(role.kind === 'body' ? 'organisation' : 'people', words.replace(/['’.]/g, ' ') || lemma);
  enter(desk, id, { kind: role.kind === 'body' ? 'body' : 'people', name: words, sector });
  return draftFor(desk, tree, i, [id], 'nominal', 'nominal.role', { sector, role: lemma });
}

/** Whether an owner tells whose somebody is: as a genitive, or a state. */
const tells = (desk: Desk, tree: Tree, owner: Draft): boolean =>
  relationAt(tree, owner.head) === 'nmod:poss' || desk.entities.get(owner.entities[0] ?? '')?.kind === 'state';
