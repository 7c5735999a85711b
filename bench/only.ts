/** Which tasks `--only` chooses. */
import type { Bench } from './benches.ts';

/** The task that is no file of data: pairs of accounts of our own (accounts.ts). */
export const ACCOUNTS = 'accounts';

/**
 * The names of the tasks that `only` asks for, one or several with commas between: a name (`places lgl`), a kind of task (`places`) or the beginning of a
 * name (`om`); all without it. Throws an error that lists the names for words that are none of these.
 */
export function chosenTasks(only: string | undefined, benches: readonly Pick<Bench, 'name' | 'task'>[]): ReadonlySet<string> {
  const all: readonly { readonly name: string; readonly task: string }[] = [...benches, { name: ACCOUNTS, task: ACCOUNTS }];
  if (only === undefined) return new Set(all.map((b) => b.name));
  const chosen = only.split(',').flatMap((part) => {
    const words = part.trim().toLowerCase();
    const exact = all.filter(({ name, task }) => name === words || task === words);
    const found = exact.length > 0 ? exact : all.filter(({ name }) => words !== '' && name.startsWith(words));
    if (found.length === 0) throw new Error(`There is no task "${words}". Tasks: ${all.map((b) => b.name).join(', ')}.`);
    return found.map((b) => b.name);
  });
  return new Set(chosen);
}
