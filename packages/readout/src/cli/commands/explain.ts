import { readFileSync } from 'node:fs';
import { text as textOf } from 'node:stream/consumers';
import { type Found, openStore } from '../../7-store/index.ts';
import { ReadoutError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { explain, explanationText } from '../explain/explain.ts';
import { findInRecords, readRecords } from '../explain/find-in-file.ts';
import { print } from '../io.ts';
import { storePath } from '../store-path.ts';

/** `readout explain ID`: sentences, also on a pipe; JSON when asked for. */
export async function explainCommand(call: Call): Promise<number> {
  const { args, flags, io } = call;
  const [id = ''] = args;
  const found = await lookUp(call, id);
  if (!found) {
    const where = flags.in === undefined ? `the store ${storePath(flags, io)}` : flags.in;
    throw new ReadoutError(
      'store/not-found',
      `There is nothing with the id ${JSON.stringify(id)} in ${where}. \`readout events\` and the like show ids.`,
      { at: id },
    );
  }
  const explanation = explain(found, loadKnowledge());
  const text = 'record' in found ? found.record.article.text : undefined;
  const isJson = flags.format === 'json' || flags.format === 'ndjson';
  await print(io, isJson ? `${JSON.stringify(explanation)}\n` : explanationText(explanation, text, Math.min(io.columns, 100)));
  return EXIT.ok;
}

async function lookUp({ flags, io }: Call, id: string): Promise<Found | undefined> {
  if (flags.in !== undefined)
    return findInRecords(readRecords(flags.in === '-' ? await textOf(io.stdin) : fileText(flags.in), flags.in), id);
  const store = await openStore(storePath(flags, io), { readonly: true });
  try {
    return await store.find(id);
  } finally {
    await store.close();
  }
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ReadoutError(
      'input/unreadable',
      `${path}: The file could not be read (${cause instanceof Error ? cause.message : String(cause)}).`,
      { at: path, cause },
    );
  }
}
