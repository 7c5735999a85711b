import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openStore } from '../../7-store/index.ts';
import { ReadoutError } from '../../errors.ts';
import { webFolder } from '../../http/web-files.ts';
import { loadKnowledge } from '../../knowledge.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Column } from '../format/column.ts';
import { formatOf, printItems } from '../format/print-items.ts';
import { storePath } from '../store-path.ts';

/** One thing that must be there; `mend` says how to get it. */
interface Finding {
  readonly what: string;
  readonly is: 'ok' | 'missing' | 'none yet';
  readonly detail: string;
  readonly mend?: string;
}

const COLUMNS: readonly Column<Finding>[] = [
  { name: 'what', value: (f) => f.what },
  { name: 'is', value: (f) => f.is },
  { name: 'detail', value: (f) => f.detail, flexible: 1 },
  { name: 'to mend', value: (f) => f.mend, flexible: 1 },
];

/** `readout doctor`: what is installed, what is missing and how to mend it. */
export async function doctorCommand({ flags, io }: Call): Promise<number> {
  const findings = [
    node(process.versions.node),
    await finding('knowledge', async () => `${loadKnowledge().hash.slice(0, 19)}…`),
    await finding('model', model),
    await finding('sqlite', sqlite),
    await store(storePath(flags, io)),
    page(),
  ];
  await printItems(findings, COLUMNS, formatOf(flags, io), io);
  return findings.every((f) => f.is !== 'missing') ? EXIT.ok : EXIT.nothing;
}

function node(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOk = major > 20 || (major === 20 && minor >= 19);
  return {
    what: 'node',
    is: isOk ? 'ok' : 'missing',
    detail: version,
    ...(isOk ? {} : { mend: 'Install Node 20.19 or later (https://nodejs.org).' }),
  };
}

async function finding(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, is: 'ok', detail: await look() };
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { what, is: 'missing', detail, mend: MEND[what] ?? 'Run `npm ci` in the project folder.' };
  }
}

const MEND: { readonly [what: string]: string } = {
  sqlite: 'Run `npm rebuild better-sqlite3`; where no prebuilt file fits it compiles, which needs make, a C++ compiler and Python.',
};

async function model(): Promise<string> {
  const { englishModelFolder, openModel } = await import('../../model-files.ts');
  return `${(await openModel()).version} in ${englishModelFolder()}`;
}

async function sqlite(): Promise<string> {
  await (await openStore(':memory:')).close();
  const { version } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('better-sqlite3/package.json'), 'utf8')) as {
    version: string;
  };
  return `better-sqlite3 ${version}`;
}

async function store(path: string): Promise<Finding> {
  try {
    const opened = await openStore(path, { readonly: true });
    const { articles, superseded } = await opened.counts();
    await opened.close();
    return {
      what: 'store',
      is: 'ok',
      detail: `${opened.path}: ${articles} reports${superseded > 0 ? `, ${superseded} older versions` : ''}, schema ${opened.schemaVersion}`,
    };
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    if (error.code === 'store/missing') return { what: 'store', is: 'none yet', detail: path, mend: '`readout ingest PATH` makes it.' };
    return { what: 'store', is: 'missing', detail: error.message, mend: 'Name another with --store.' };
  }
}

function page(): Finding {
  const folder = webFolder();
  const isThere = existsSync(join(folder, 'index.html'));
  return {
    what: 'page',
    is: isThere ? 'ok' : 'missing',
    detail: folder,
    ...(isThere ? {} : { mend: 'Run `npm run build` in the project folder.' }),
  };
}
