import { ReadoutError } from '../../errors.ts';
import type { Call } from '../command.ts';
import { completionScript } from '../completions.ts';
import { EXIT } from '../exit.ts';
import { print } from '../io.ts';

/** `readout completions SHELL`. */
export async function completionsCommand({ args, io, commands }: Call): Promise<number> {
  const [shell] = args;
  if (shell !== 'bash' && shell !== 'zsh' && shell !== 'fish')
    throw new ReadoutError('usage/bad-value', `There are completions for bash, zsh and fish, not for ${JSON.stringify(shell)}.`, {
      at: 'completions',
    });
  await print(io, completionScript(shell, commands));
  return EXIT.ok;
}
