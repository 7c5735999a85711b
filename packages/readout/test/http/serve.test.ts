import { request } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from '../../src/http/index.ts';
import { type Filled, filledStore } from './store.ts';

let filled: Filled;
beforeAll(async () => {
  filled = await filledStore(1);
});
afterAll(() => filled.close());

/** A request as it goes over the wire: `fetch` would set the Host itself. */
function ask(port: number, path: string, headers: { [name: string]: string } = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers }, (r) => {
      r.resume();
      r.on('end', () => resolve(r.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}

describe('serve', () => {
  it('listens on this machine only, checks the Host, and closes', async () => {
    const served = await serve({ store: filled.store, port: 0 });
    expect(served.url).toBe(`http://127.0.0.1:${served.port}/`);
    expect(await ask(served.port, '/healthz')).toBe(200);
    expect(await ask(served.port, '/healthz', { host: 'rebound.example' })).toBe(403);
    for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '//etc/hosts.json'])
      expect(await ask(served.port, path), path).toBe(404);
    await served.close();
    await expect(ask(served.port, '/healthz')).rejects.toThrow();
  });

  it('says which ports there are', async () => {
    await expect(serve({ store: filled.store, port: 70_000 })).rejects.toMatchObject({ code: 'usage/bad-value' });
  });

  it('takes the next free port', async () => {
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) =>
      blocker.listen(0, '127.0.0.1', () => resolve((blocker.address() as { port: number }).port)),
    );
    let served: Served | undefined;
    try {
      served = await serve({ store: filled.store, port: taken });
      expect(served.port).toBeGreaterThan(taken);
      expect(served.port).toBeLessThan(taken + 20);
    } finally {
      await served?.close();
      blocker.close();
    }
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    const served = await serve({ store: filled.store, port: 0, signal: stop.signal });
    stop.abort();
    await served.close();
    await expect(ask(served.port, '/healthz')).rejects.toThrow();
  });

  it('does not open to other machines without a token', async () => {
    await expect(serve({ store: filled.store, port: 0, host: '0.0.0.0' })).rejects.toMatchObject({ code: 'usage/bad-value' });
  });
});
