import type { Record } from '../../model/index.ts';
import type { Call } from '../command.ts';
import { openEngine } from '../engine.ts';
import { EXIT } from '../exit.ts';
import { recordText } from '../format/record-text.ts';
import { given } from '../given.ts';
import { batches } from '../input/batches.ts';
import { extractBatch } from '../input/extract-batch.ts';
import { hintsOf } from '../input/hints.ts';
import { listPaths } from '../input/paths.ts';
import { readings } from '../input/readings.ts';
import { noteRefusal } from '../input/refusals.ts';
import { print } from '../io.ts';

/** `readout extract FILE…|-`: records as NDJSON, in the order of the input; with --plain as text to read. */
export async function extractCommand(call: Call): Promise<number> {
  const { args, flags, io } = call;
  const hints = hintsOf(call);
  const listed = listPaths(args);
  const parts = await openEngine();
  let isPartly = false;
  const style = { width: Math.min(io.columns, 120), colour: io.isTerminal.stdout && !io.env.NO_COLOR };
  let isFirst = true;
  const shown = (record: Record): string => {
    if (!flags.plain) return `${JSON.stringify(record)}\n`;
    const text = recordText(record, style);
    const gap = isFirst ? '' : '\n';
    isFirst = false;
    return gap + text;
  };
  const all = readings(listed, parts, { stdin: io.stdin, ...given({ format: flags.input, hints }) });
  for await (const batch of batches(all, (item) => (item.kind === 'read' ? item.read.article.text.length : 0))) {
    for (const item of await extractBatch(batch, parts)) {
      if (item.kind === 'record') await print(io, shown(item.record));
      else {
        isPartly = true;
        noteRefusal(io, item.at, item.error, flags.debug);
      }
    }
    if (io.stop.aborted) return EXIT.stopped;
  }
  return isPartly ? EXIT.partly : EXIT.ok;
}
