/** A mention while it is being made, and the desk it is made on. Only stage 3 sees these. */
import type { Tree } from '../2-sentences/syntax.ts';
import type { WordMap } from '../2-sentences/word-map.ts';
import type { Article, Entity, EntityKind, MentionKind } from '../model/index.ts';
import type { Gazetteer } from './lists/gazetteer.ts';
import { slug } from './lists/naming.ts';
import type { RoleLexicon } from './lists/roles.ts';
import type { MetonymContexts } from './metonyms.ts';

/** A mention that is being made; its entities may still change. */
export interface Draft {
  readonly sentence: number;
  readonly head: number;
  /** Tokens of the mention, half-open. */
  readonly start: number;
  readonly end: number;
  entities: string[];
  kind: MentionKind;
  via: string;
  state?: string | undefined;
  sector?: string | undefined;
  plural: boolean;
  gender?: 'm' | 'f' | undefined;
  /** The office or role noun that the phrase uses ("president"), for later "the president". */
  role?: string | undefined;
}

/** The names, offices and words that mentions are found by. */
export interface NameKnowledge {
  readonly gazetteer: Gazetteer;
  readonly roles: RoleLexicon;
  readonly metonyms: MetonymContexts;
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
  /** Nouns for one person, with the gender they tell ('' for none): lexicon/person-nouns.tsv. */
  readonly nouns: Pick<WordMap<'m' | 'f' | ''>, 'get'>;
  /** Verbs whose subject is somebody, not something: lexicon/person-verbs.tsv. */
  readonly personVerbs: ReadonlySet<string>;
}

/** The state that the names of a text are of most often, places among them, how often, and how often the next one is named. */
export interface TimesNamed {
  readonly most: string | undefined;
  readonly times: number;
  readonly second: number;
}

/** What is open while one article is read. */
export interface Desk extends NameKnowledge {
  readonly article: Article;
  readonly trees: readonly Tree[];
  /** The article's day, where known. */
  readonly day: string | undefined;
  readonly entities: Map<string, Entity>;
  /** Drafts by sentence, and by head token within it. */
  readonly drafts: Draft[][];
  readonly byHead: (Draft | undefined)[][];
  /** The state that nearly all names belong to, once somebody asked. */
  main: { readonly state: string | undefined } | undefined;
  /** How often the states are named, once somebody asked. */
  named: TimesNamed | undefined;
  /** Where each word stands behind a word in capitals that may be a given name, once somebody asked: sentence and token. */
  behindNames: ReadonlyMap<string, readonly (readonly [sentence: number, token: number])[]> | undefined;
  /** Whether the text tells that it means a person of a common name, by id and name, once asked: texts name one thousands of times. */
  readonly toldOf: Map<string, boolean>;
}

type Where = Pick<Draft, 'sentence' | 'head' | 'start' | 'end'> & Partial<Draft>;
type Told = Pick<Draft, 'entities' | 'kind' | 'via'> & Partial<Draft>;

/** Puts a draft on the desk: where it stands and what it is, or both in one. */
export function place(desk: Desk, draft: Draft): Draft;
export function place(desk: Desk, where: Where, told: Told): Draft;
export function place(desk: Desk, where: Where, told: Told = where as Draft): Draft {
  const draft = draftOf(where, told);
  desk.drafts[draft.sentence]?.push(draft);
  setHead(desk, draft.sentence, draft.head, draft);
  return draft;
}

/**
 * A draft, its fields laid out one way. An object that begins with a spread and goes on with new fields (`{ ...base, kind }`) has a hidden
 * class of its own, which makes every later look at it several times as slow.
 */
export function draftOf(where: Where, told: Told): Draft {
  const { sentence, head, start, end } = where;
  const { entities, kind, via } = told;
  const state = told.state ?? where.state;
  const sector = told.sector ?? where.sector;
  const plural = told.plural ?? where.plural ?? false;
  const gender = told.gender ?? where.gender;
  const role = told.role ?? where.role;
  return { sentence, head, start, end, entities, kind, via, state, sector, plural, gender, role };
}

/** An entity with more known of it: what it has keeps its place, the rest follows, in an object made field by field (see `draftOf`). */
export function withFacts(entity: Entity, facts: Partial<Entity>): Entity {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entity)) copy[key] = value;
  for (const [key, value] of Object.entries(facts)) if (value) copy[key] = value;
  return copy as unknown as Entity;
}

/** The draft with this head token. */
export function headedBy(desk: Desk, sentence: number, head: number): Draft | undefined {
  return head < 0 ? undefined : desk.byHead[sentence]?.[head];
}

/** Enters a draft under its head token, or takes away what stands there. */
export function setHead(desk: Desk, sentence: number, head: number, draft: Draft | undefined): void {
  const row = desk.byHead[sentence];
  if (row && head >= 0) row[head] = draft;
}

/** The draft whose tokens cover token `i`, the shortest first. */
export function draftAt(desk: Desk, sentence: number, i: number): Draft | undefined {
  const exact = headedBy(desk, sentence, i);
  if (exact) return exact;
  let best: Draft | undefined;
  const drafts = desk.drafts[sentence] ?? [];
  for (let k = 0; k < drafts.length; k++) {
    const d = drafts[k] as Draft;
    if (d.kind !== 'nominal' && d.start <= i && i < d.end && (!best || d.end - d.start < best.end - best.start)) best = d;
  }
  return best;
}

/** The entity of the record for a known id, entered once. */
export function enter(
  desk: Desk,
  id: string,
  fallback: { kind: EntityKind; name: string; state?: string; sector?: string; gender?: 'm' | 'f' },
): Entity {
  const have = desk.entities.get(id);
  if (have) return have;
  const known = desk.gazetteer.known(id);
  const kind = known?.kind ?? fallback.kind;
  // Several towns may bear one name: which is meant is told by how it was read ("Tripoli" of Libya, of Lebanon).
  const state = kind === 'place' ? (fallback.state ?? known?.state) : (known?.state ?? fallback.state);
  let sector = known?.sector ?? fallback.sector;
  const gender = known?.gender ?? fallback.gender;
  const roles = known && kind === 'person' && desk.day !== undefined ? rolesOn(desk, id, desk.day) : [];
  const role = roles[0];
  if (kind === 'person' && known) sector = sectorOn(desk, id, role?.office) ?? sector;
  const entity: { -readonly [K in keyof Entity]: Entity[K] } = { id, kind, name: known?.name ?? fallback.name };
  if (known?.iso3) entity.iso3 = known.iso3;
  if (known?.cow !== undefined) entity.cow = known.cow;
  if (role?.state || state) entity.state = role?.state ?? state ?? '';
  if (sector) entity.sector = sector;
  if (gender) entity.gender = gender;
  if (roles.length > 0) entity.roles = roles;
  if (known?.official) entity.official = true;
  if (known) entity.knowledge = known.source;
  desk.entities.set(id, entity);
  return entity;
}

type HeldOffice = NonNullable<Entity['roles']>[number];

function rolesOn(desk: Desk, person: string, day: string): HeldOffice[] {
  return desk.gazetteer
    .offices(person)
    .filter((o) => (o.start === '' || o.start <= day) && (o.end === '' || day.slice(0, o.end.length) <= o.end))
    .sort((a, b) => desk.roles.officeRank(a.office) - desk.roles.officeRank(b.office) || (a.start < b.start ? -1 : 1))
    .map((o): HeldOffice => {
      const role: { -readonly [K in keyof HeldOffice]: HeldOffice[K] } = { office: o.office };
      if (o.title) role.title = o.title;
      if (o.state) role.state = o.state;
      if (o.organisation) role.organisation = o.organisation;
      if (o.start) role.start = o.start;
      if (o.end) role.end = o.end;
      return role;
    });
}

/** The sector of the office held on the day; without a day, of the highest ever held; after the last office, the elite. */
function sectorOn(desk: Desk, person: string, office: string | undefined): string | undefined {
  if (office !== undefined) return desk.roles.officeSector(office);
  const all = desk.gazetteer.offices(person);
  const day = desk.day;
  if (day !== undefined) return all.some((o) => o.end !== '' && o.end < day) ? 'ELI' : undefined;
  const [highest] = [...all].sort((a, b) => desk.roles.officeRank(a.office) - desk.roles.officeRank(b.office));
  return highest ? desk.roles.officeSector(highest.office) : undefined;
}

/** Adds to an entity what the text says of it, where the knowledge was silent. */
export function learn(desk: Desk, id: string, facts: { state?: string; sector?: string; gender?: 'm' | 'f' }): void {
  const e = desk.entities.get(id);
  if (!e) return;
  const state = e.state ?? facts.state;
  const sector = e.sector ?? facts.sector;
  const gender = e.gender ?? facts.gender;
  if (state === e.state && sector === e.sector && gender === e.gender) return;
  const told: { state?: string; sector?: string; gender?: 'm' | 'f' } = {};
  if (state) told.state = state;
  if (sector) told.sector = sector;
  if (gender) told.gender = gender;
  desk.entities.set(id, withFacts(e, told));
}

/** An id for what only the text names: `person:jan-novak`. */
export const localId = (kind: string, name: string): string => `${kind}:${slug(name)}`;
