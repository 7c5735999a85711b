import type { Readable, Writable } from 'node:stream';

/** What a command reads from and writes to; the process's own, or a test's. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: { readonly [name: string]: string | undefined };
  /** Whether a person looks at stdout and stderr. */
  readonly isTerminal: { readonly stdout: boolean; readonly stderr: boolean };
  /** Width of the terminal in characters. */
  readonly columns: number;
  /** Fires when the person asks to stop. */
  readonly stop: AbortSignal;
}

/** Writes a result and waits while the reader is slow. */
export async function print(io: Io, text: string): Promise<void> {
  if (io.stdout.write(text)) return;
  await new Promise<void>((resolve) => io.stdout.once('drain', resolve));
}

/** Writes a line that is no result: to stderr. */
export function note(io: Io, line: string): void {
  io.stderr.write(`${line}\n`);
}

/** Whether colour may be used on stdout (https://no-color.org). */
export function hasColour(io: Io): boolean {
  return io.isTerminal.stdout && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
}
