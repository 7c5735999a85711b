/**
 * npm run bench:speed: raw text → records over corpus/wikinews and corpus/kremlin in equal parts, on one core, after a warm-up: articles, sentences and tokens a
 * second, each stage's share, peak memory; beside it wink-nlp's full pipe on the same texts where it is installed (npm i --no-save wink-nlp wink-eng-lite-web-model).
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annotate, openParts, optimiseLater, read, recordOf } from './built.ts';

const data = process.env.READOUT_DATA ?? resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/data');
const texts = (file: string): { text: string; date: string }[] =>
  existsSync(join(data, file))
    ? readFileSync(join(data, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l) as { text: string; date: string })
    : [];
const wikinews = texts('corpus/wikinews.jsonl');
const kremlin = texts('corpus/kremlin.jsonl');
if (wikinews.length === 0 || kremlin.length === 0) {
  console.log('skipped: no data');
} else {
  const n = Math.min(Number(process.env.READOUT_SPEED_N ?? 150), wikinews.length, kremlin.length);
  const rows = [...wikinews.slice(0, n), ...kremlin.slice(0, n)];
  // As the command `readout` does.
  optimiseLater();
  const opened = performance.now();
  const parts = await openParts({ threads: 1 });
  const loadMs = performance.now() - opened;
  const take = async (list: typeof rows): Promise<{ article: number; sentences: number; rules: number; count: number; tokens: number }> => {
    const t = { article: 0, sentences: 0, rules: 0, count: 0, tokens: 0 };
    for (let i = 0; i < list.length; i += 32) {
      let at = performance.now();
      const reads = list
        .slice(i, i + 32)
        .map((r) => read({ source: r.text, hints: typeof r.date === 'string' ? { date: r.date } : {} }, parts));
      t.article += performance.now() - at;
      at = performance.now();
      const sentences = await annotate(
        reads.map((r) => r.article),
        parts.network,
        parts.sentences,
      );
      t.sentences += performance.now() - at;
      at = performance.now();
      for (const [k, r] of reads.entries()) recordOf(r, sentences[k] ?? [], parts);
      t.rules += performance.now() - at;
      t.count += sentences.reduce((a, s) => a + s.length, 0);
      t.tokens += sentences.reduce((a, s) => a + s.reduce((b, x) => b + x.tokens.length, 0), 0);
    }
    return t;
  };
  await take(rows.slice(0, 32));
  const cpu = process.cpuUsage();
  const started = performance.now();
  const t = await take(rows);
  const wall = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  const core = (used.user + used.system) / 1e6;
  const line = (k: string, v: number | string): void => console.log(`${k.padEnd(34)}${v}`);
  line('articles', rows.length);
  line('articles/s, wall', Math.round((rows.length / wall) * 10) / 10);
  line('articles/s per core', Math.round((rows.length / core) * 10) / 10);
  line('sentences/s per core', Math.round(t.count / core));
  line('tokens/s per core', Math.round(t.tokens / core));
  line(
    'share article / sentences / rules',
    [t.article, t.sentences, t.rules].map((x) => `${Math.round((100 * x) / (t.article + t.sentences + t.rules))}%`).join(' / '),
  );
  line('load, ms', Math.round(loadMs));
  line('peak memory, MB', Math.round(process.resourceUsage().maxRSS / 1024));
  try {
    const wink = (await import('wink-nlp' as string)) as {
      default: (m: unknown, pipe?: string[]) => { readDoc(t: string): { tokens(): { length(): number } } };
    };
    const model = (await import('wink-eng-lite-web-model' as string)) as { default: unknown };
    const nlp = wink.default(model.default);
    const from = performance.now();
    for (const r of rows) nlp.readDoc(r.text).tokens().length();
    line('wink-nlp, articles/s, wall', Math.round((rows.length / ((performance.now() - from) / 1000)) * 10) / 10);
  } catch {
    line('wink-nlp', 'not installed');
  }
}
