/**
 * npm run -s predict -- TASK < in.jsonl > out.jsonl: answers a measured task (docs/measuring.md), one line out for one line in, in order, by
 * the same code paths as `readout extract`.
 */
import { createInterface } from 'node:readline';
import { openBenchParts } from './parses.ts';
import { isTask, predictor, TASKS, WHOLE } from './tasks.ts';

const task = process.argv[2] ?? '';
if (!isTask(task)) {
  console.error(`predict: "${task}" is no task. Tasks: ${TASKS.join(', ')}`);
  process.exit(2);
}
const parts = await openBenchParts();
const predict = predictor(task, parts);
const rows: Record<string, unknown>[] = [];
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue;
  rows.push(JSON.parse(line));
  if (rows.length >= 200 && !WHOLE.has(task)) await flush();
}
await flush();

async function flush(): Promise<void> {
  const answers = await predict(rows.splice(0));
  process.stdout.write(answers.map((a) => `${JSON.stringify(a)}\n`).join(''));
}
