import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ReadoutError } from '../../errors.ts';

/** Loading the parsers on a busy machine. */
const START_MS = 30_000;

/** What comes of asking a worker: its next message; `failed` when it dies first; `time-out` when it is silent for too long. */
export type Answer<T> = T | { readonly failed: string; readonly ended: true } | 'time-out';

/** Waits for the next message of a worker. Never rejects. */
export function answerOf<T>(worker: Worker, timeoutMs: number): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const done = (value: Answer<T>): void => {
      clearTimeout(timer);
      worker.off('message', done).off('error', died).off('exit', ended);
      resolve(value);
    };
    const died = (error: Error): void => done({ failed: error.message, ended: true });
    const ended = (): void => done({ failed: 'the worker ended', ended: true });
    const timer = setTimeout(() => done('time-out'), timeoutMs);
    worker.on('message', done).on('error', died).on('exit', ended);
  });
}

/** Starts the thread that reads pages, ready to be asked, not keeping the process alive; its heap is limited. Throws `article/time-out` when it does not start. */
export async function startPageThread(maxHeapMb: number): Promise<Worker> {
  const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: 32 };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(sourceBootstrap(), { eval: true, execArgv: [], resourceLimits })
    : new Worker(new URL('./page-worker.js', import.meta.url), { execArgv: [], resourceLimits });
  const ready = await answerOf<'ready'>(worker, START_MS);
  if (ready === 'ready') {
    worker.unref();
    return worker;
  }
  await worker.terminate();
  throw new ReadoutError(
    'article/time-out',
    ready === 'time-out' ? 'The page reader did not start in time.' : `The page reader did not start: ${ready.failed}`,
  );
}

/** From source (tests, tsx) a thread does not inherit a loader for TypeScript on Node 20, so it registers tsx itself. */
function sourceBootstrap(): string {
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const file = fileURLToPath(new URL('./page-worker.ts', import.meta.url));
  return `require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(file)});`;
}
