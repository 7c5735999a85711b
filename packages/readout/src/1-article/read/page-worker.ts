// The worker in which pages are read: one message in ({html, caps}), one out (PageResult or {failed}).
import { parentPort } from 'node:worker_threads';
import { readPage } from './page.ts';
import type { PageCaps } from './page-guard.ts';

parentPort?.on('message', ({ html, caps }: { html: string; caps: PageCaps }) => {
  try {
    parentPort?.postMessage(readPage(html, caps));
  } catch (error) {
    // Whatever a hostile page makes the parsers throw (stack, memory) refuses that page and no more.
    parentPort?.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage('ready');
