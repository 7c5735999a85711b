/** Listens on a port of this machine, the next free one if it is taken. */
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ReadoutError } from '../errors.ts';
import { type AppOptions, makeApp } from './app.ts';
import { isLoopback } from './guards.ts';

const TRIES = 20;
const LAST_PORT = 65_535;
export const DEFAULT_PORT = 4321;

export interface ServeOptions extends AppOptions {
  /** Default 4321; 0 takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1. Anything that other machines can reach needs `token`. */
  readonly host?: string;
  /** Closes the server. */
  readonly signal?: AbortSignal;
}

export interface Served {
  readonly port: number;
  readonly url: string;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** A listening server. Throws `http/port` when 20 ports from the given one are taken, `usage/bad-value` for a public host without a token and for what is no port. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host = '127.0.0.1', port: first = DEFAULT_PORT, signal } = options;
  if (!isLoopback(host) && options.token === undefined) {
    throw new ReadoutError(
      'usage/bad-value',
      `Readout does not listen on ${host} without a token: anybody who reaches it could read the store.`,
      { at: '--host' },
    );
  }
  if (first > LAST_PORT)
    throw new ReadoutError('usage/bad-value', `There is no port ${first}: the last is ${LAST_PORT}.`, { at: '--port' });
  const app = makeApp(options);
  const tries = first === 0 ? 1 : Math.min(TRIES, LAST_PORT - first + 1);
  for (let i = 0; i < tries; i++) {
    const server = createAdaptorServer({ fetch: app.fetch });
    const listening = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
        else reject(error);
      });
      server.listen(first + i, host, () => resolve(true));
    });
    if (!listening) continue;
    const { port } = server.address() as AddressInfo;
    const close = (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    signal?.addEventListener('abort', () => void close(), { once: true });
    if (signal?.aborted) await close();
    return { port, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`, close };
  }
  throw new ReadoutError('http/port', `No free port on ${host} from ${first} to ${first + tries - 1}. Give another with --port.`, {
    at: '--port',
  });
}
