import { openStore, type Store } from '../7-store/index.ts';
import { Known } from '../http/known.ts';
import type { Entity, Record } from '../model/index.ts';
import type { Call } from './command.ts';
import { note } from './io.ts';
import { storePath } from './store-path.ts';

/** What `act` gives over the store that a call means, opened for reading, with names by the knowledge. */
export async function withStore<T>({ flags, io }: Pick<Call, 'flags' | 'io'>, act: (store: Store, known: Known) => Promise<T>): Promise<T> {
  const store = await openStore(storePath(flags, io), { readonly: true });
  try {
    return await act(store, new Known(store, undefined));
  } finally {
    await store.close();
  }
}

/** Names by id over records: the first that has it. */
export function namesOf(records: readonly Record[]): { readonly [id: string]: string } {
  const names: { [id: string]: string } = {};
  for (const r of records) for (const e of r.entities) names[e.id] ??= e.name;
  return names;
}

/** An entity by its id in any case, else by its name in the records or the knowledge; the words themselves, and a note, where there is none. */
export async function entityIn(words: string, call: Asker, records: readonly Record[]): Promise<string> {
  return (foundIn(words, records) ?? (await knowledgeAlone().find(words)))?.id ?? asGiven(words, call);
}

/** An entity of records by its id, else by its name, in any case. */
export function foundIn(words: string, records: readonly Record[]): Pick<Entity, 'id'> | undefined {
  const wanted = words.toLowerCase();
  const entities = records.flatMap((r) => r.entities);
  return entities.find((e) => e.id.toLowerCase() === wanted) ?? entities.find((e) => e.name.toLowerCase() === wanted);
}

/** The same in a store: the knowledge knows ids, the store names. */
export async function entityOf(words: string, call: Asker, { known }: { readonly known: Known }): Promise<string> {
  return (await known.find(words))?.id ?? asGiven(words, call);
}

/** What is known without a store. */
export const knowledgeAlone = (): Known => new Known({ named: async () => new Map(), entities: async () => ({ items: [] }) }, undefined);

type Asker = Pick<Call, 'flags' | 'io'>;

/** A name misspelt would else come back as zeros and look like an answer. */
function asGiven(words: string, { flags, io }: Asker): string {
  if (!flags.quiet) note(io, strangerWords(words));
  return words;
}

/** What is said of an entity that nobody knows. */
export const strangerWords = (words: string): string =>
  `Neither the reports nor the knowledge have ${JSON.stringify(words)}; \`readout entities\` shows names and ids.`;
