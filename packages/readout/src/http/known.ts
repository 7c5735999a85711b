/** What the doors ask of the knowledge, read once when first asked for. */
import { type KnownRelations, readKnownRelations } from '../6-relations/index.ts';
import type { Store } from '../7-store/store.ts';
import { type SearchWords, searchWords } from '../8-compare/index.ts';
import { type StateCodes, stateCodes } from '../9-measure/index.ts';
import { type Knowledge, loadKnowledge } from '../knowledge.ts';
import type { EntityKind } from '../model/index.ts';
import { type Point, pointsOf } from './points.ts';

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly state?: string;
  readonly sector?: string;
}

export class Known {
  readonly #store: Pick<Store, 'named' | 'entities'>;
  #knowledge: Knowledge | undefined;
  #subjects: ReadonlyMap<string, Subject> | undefined;
  #codes: ReadonlyMap<string, StateCodes> | undefined;
  #relations: KnownRelations | undefined;
  #words: SearchWords | undefined;
  #points: ((id: string) => Point) | undefined;

  constructor(store: Pick<Store, 'named' | 'entities'>, knowledge: Knowledge | undefined) {
    this.#store = store;
    this.#knowledge = knowledge;
  }

  get knowledge(): Knowledge {
    this.#knowledge ??= loadKnowledge();
    return this.#knowledge;
  }

  get codes(): ReadonlyMap<string, StateCodes> {
    this.#codes ??= stateCodes(this.knowledge);
    return this.#codes;
  }

  /** What a search in texts knows of words and names. */
  get words(): SearchWords {
    this.#words ??= searchWords(this.knowledge);
    return this.#words;
  }

  get relations(): KnownRelations {
    this.#relations ??= readKnownRelations(this.knowledge);
    return this.#relations;
  }

  /** A subject by its id in any case; of the knowledge, else of the store; undefined when neither has it. */
  async subject(id: string): Promise<Subject | undefined> {
    for (const form of [id, id.toUpperCase(), id.toLowerCase()]) {
      const known = this.#known.get(form);
      if (known) return known;
    }
    const found = (await this.#store.named([id])).get(id);
    if (!found) return undefined;
    const { name, kind, state, sector } = found;
    return { id, name, kind, ...(state === undefined ? {} : { state }), ...(sector === undefined ? {} : { sector }) };
  }

  /** A subject by its id or its name in any case; undefined when neither the knowledge nor a report has it. */
  async find(words: string): Promise<Subject | undefined> {
    const known = await this.subject(words);
    if (known) return known;
    const wanted = words.toLowerCase();
    const { items } = await this.#store.entities({ name: words, limit: 20 });
    const named = items.find((e) => e.name.toLowerCase() === wanted)?.id ?? this.#stateNamed(wanted);
    return named === undefined ? undefined : this.subject(named);
  }

  /** The state that the knowledge calls so, though no report does. */
  #stateNamed(wanted: string): string | undefined {
    return this.knowledge.list('states').find(({ name }) => name?.toLowerCase() === wanted)?.id;
  }

  /** Names by id: the knowledge's, else those of reports. What has none is left out. */
  async names(ids: Iterable<string>): Promise<{ readonly [id: string]: string }> {
    const all = [...new Set(ids)].sort();
    const told = await this.#store.named(all.filter((id) => !this.#known.has(id)));
    return Object.fromEntries(
      all.flatMap((id): [string, string][] => {
        const name = this.#known.get(id)?.name ?? told.get(id)?.name;
        return name === undefined ? [] : [[id, name]];
      }),
    );
  }

  /** Subjects by id, as `names`. */
  async subjects(ids: Iterable<string>): Promise<ReadonlyMap<string, Subject>> {
    const all = [...new Set(ids)];
    const told = await this.#store.named(all.filter((id) => !this.#known.has(id)));
    return new Map(
      all.flatMap((id): [string, Subject][] => {
        const found = this.#known.get(id) ?? told.get(id);
        return found ? [[id, found]] : [];
      }),
    );
  }

  /** Where a place lies, where the knowledge says it: of a state, its capital. */
  point(id: string): Point {
    this.#points ??= pointsOf(this.knowledge);
    return this.#points(id);
  }

  /** The row of a CAMEO code in the table of codes. */
  code(cameo: string): { readonly code: string; readonly name: string; readonly goldstein: number; readonly source: string } | undefined {
    const row = this.knowledge.ontology('cameo').find((r) => r.code === cameo);
    if (!row) return undefined;
    const { code = '', name = '', goldstein = '0', source = '' } = row;
    return { code, name, goldstein: Number(goldstein), source };
  }

  get #known(): ReadonlyMap<string, Subject> {
    this.#subjects ??= readSubjects(this.knowledge);
    return this.#subjects;
  }
}

const LISTS: readonly (readonly [list: string, kind: EntityKind])[] = [
  ['states', 'state'],
  ['persons', 'person'],
  ['organisations', 'organisation'],
  ['bodies', 'body'],
  ['armed-groups', 'armed-group'],
  ['publishers', 'outlet'],
];

function readSubjects(knowledge: Knowledge): ReadonlyMap<string, Subject> {
  const subjects = new Map<string, Subject>();
  for (const [list, kind] of LISTS)
    for (const row of knowledge.list(list)) {
      const { id = '', name = id, state, sector } = row;
      if (subjects.has(id)) continue;
      const made = list === 'publishers' && row.kind === 'news-agency' ? 'news-agency' : kind;
      subjects.set(id, {
        id,
        name,
        kind: made,
        ...(list === 'states' ? { state: id } : state ? { state } : {}),
        ...(sector ? { sector } : {}),
      });
    }
  return subjects;
}
