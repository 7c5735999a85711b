/** The command line: parse, load the command, run it, say what went wrong. `runProcess` is what bin/readout.js calls. */
import { ReadoutError } from '../errors.ts';
import { engineVersion } from '../version.ts';
import { COMMANDS } from './commands.ts';
import { exitOf } from './exit.ts';
import type { Values } from './flags.ts';
import { commandHelp, helpText } from './help.ts';
import { type Io, note, print } from './io.ts';
import { optimiseLater } from './optimise-later.ts';
import { parse } from './parse.ts';

/** Runs a command line (without node and script) and gives its exit code. Throws only what is no error of the user or the machine. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let flags: Values = { debug: argv.includes('--debug') };
  try {
    const parsed = parse(argv);
    if (parsed.kind === 'help') await print(io, parsed.command ? commandHelp(parsed.command) : helpText());
    if (parsed.kind === 'version') await print(io, `${engineVersion()}\n`);
    if (parsed.kind !== 'run') return 0;
    flags = parsed.flags;
    const run = await parsed.command.load();
    return await run({ args: parsed.args, flags, io, commands: COMMANDS });
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    note(io, `readout: ${error.message}`);
    if (flags.debug) note(io, `${error.code}${error.at === undefined ? '' : ` at ${error.at}`}\n${error.stack}${causeOf(error)}`);
    return exitOf(error.code);
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `\nCaused by: ${error.cause.stack}` : '';
}

/** Runs the command line of this process; sets its exit code when done. */
export async function runProcess(): Promise<void> {
  const { stdin, stdout, stderr, env } = process;
  optimiseLater();
  // A reader that has enough (`| head`) is no error.
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  const stop = new AbortController();
  const io: Io = {
    stdin,
    stdout,
    stderr,
    env,
    isTerminal: { stdout: stdout.isTTY === true, stderr: stderr.isTTY === true },
    columns: stdout.columns ?? (Number(env.COLUMNS) || 100),
    stop: stop.signal,
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop.abort();
      process.once(signal, () => process.exit(130));
    });
  try {
    process.exitCode = await main(process.argv.slice(2), io);
  } catch (error) {
    const wanted = process.argv.includes('--debug');
    note(
      io,
      `readout: an error that should not happen: ${error instanceof Error ? (wanted ? error.stack : error.message) : String(error)}`,
    );
    if (!wanted) note(io, 'Run the same command with --debug to see where, and please report it.');
    process.exitCode = 2;
  }
}
