/** Texts that are read and compared on the spot; kept only when asked. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Store } from '../7-store/store.ts';
import { compareAccounts, textAccounts, voicesOf } from '../8-compare/index.ts';
import type { Parts } from '../pipeline.ts';
import { headOf } from './article-head.ts';
import { json } from './etag.ts';
import type { Known } from './known.ts';
import { problem } from './problem.ts';
import { Reader } from './reader.ts';
import { posting } from './route.ts';
import * as schemas from './schemas/pasted.ts';
import { namesIn } from './story-book.ts';

/** Adds the routes to an app. */
export function postRoutes(app: OpenAPIHono, store: Store, known: Known, engine: (() => Promise<Parts>) | undefined): void {
  const reader = new Reader(store, engine);

  app.openapi(
    posting('/api/read', { summary: 'The record of a pasted report', body: schemas.readBody, answer: schemas.readAnswer }),
    async (c) => {
      const { keep = false, ...pasted } = c.req.valid('json');
      const [record] = await reader.read([pasted], keep);
      return untyped(json(c, { record, kept: keep }));
    },
  );
  app.openapi(
    posting('/api/compare', {
      summary: 'Pasted reports beside each other; of one, the voices that it relays',
      body: schemas.compareBody,
      answer: schemas.compareAnswer,
    }),
    async (c) => {
      const { texts, keep = false } = c.req.valid('json');
      const records = await reader.read(texts, keep);
      const [only, ...more] = records;
      const accounts = only && more.length === 0 ? voicesOf(only) : textAccounts(records);
      if (accounts.length < 2)
        return untyped(
          problem(
            c,
            'http/bad-request',
            'texts: the report relays fewer than two voices, so there is nothing to lay beside it. Send a second text.',
          ),
        );
      const comparison = compareAccounts(accounts, records, known.words);
      return untyped(json(c, { comparison, reports: records.map(headOf), names: namesIn(records), records, kept: keep }));
    },
  );
}

/** Hono's types know only answers made by its own `c.json`; ours are made in etag.ts and problem.ts. */
const untyped = (answer: Response): never => answer as never;
