/** Runs the command line: in this process with its streams caught, or as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly isTerminal?: boolean;
  readonly columns?: number;
  readonly env?: { readonly [name: string]: string };
  readonly stdin?: string | Uint8Array;
}

/** In this process: for all that needs no engine and no real pipe. */
export async function run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const out = caught();
  const err = caught();
  const isTerminal = options.isTerminal ?? false;
  const code = await main(argv, {
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: out.stream,
    stderr: err.stream,
    env: options.env ?? {},
    isTerminal: { stdout: isTerminal, stderr: false },
    columns: options.columns ?? 100,
    stop: new AbortController().signal,
  });
  return { code, out: out.text(), err: err.text() };
}

function caught(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

const SCRIPT = fileURLToPath(new URL('./cli.ts', import.meta.url));

/** A process that runs the sources. */
export function start(argv: readonly string[], cwd: string, env: { readonly [name: string]: string } = {}): ChildProcess {
  const tsx = import.meta.resolve('tsx');
  return spawn(process.execPath, ['--import', tsx, SCRIPT, ...argv], {
    cwd,
    env: { ...process.env, READOUT_STORE: '', NO_COLOR: '', ...env },
    stdio: 'pipe',
  });
}

/** The same, waited for. */
export async function runProcess(
  argv: readonly string[],
  cwd: string,
  options: { readonly stdin?: string | Uint8Array } = {},
): Promise<Ran> {
  const child = start(argv, cwd);
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin?.end(options.stdin ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
}
