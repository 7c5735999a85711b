import { ReadoutError } from '../errors.ts';
import type { Call } from './command.ts';
import type { FlagName } from './flags.ts';

/** Throws `usage/bad-value` when files are named and one of these options, which only questions to a store have: it would be passed over in silence. */
export function onlyOfStore({ args, flags }: Call, names: readonly FlagName[], files = args): void {
  const name = files.length === 0 ? undefined : names.find((n) => flags[n] !== undefined);
  if (name === undefined) return;
  throw new ReadoutError(
    'usage/bad-value',
    `--${name} chooses in a store, and files are named here: all of them are read. Leave out --${name}.`,
    {
      at: `--${name}`,
    },
  );
}
