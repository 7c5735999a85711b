import { writeFileSync } from 'node:fs';
import { compareAccounts, searchWords } from '../../8-compare/index.ts';
import { ReadoutError } from '../../errors.ts';
import { loadKnowledge } from '../../knowledge.ts';
import { accountsOf, chosen } from '../chosen.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { reportHtml } from '../format/report-html.ts';
import { note } from '../io.ts';

/** `readout report FILE…|STORY OUT.html`: the comparison as one self-contained page. */
export async function reportCommand(call: Call): Promise<number> {
  const { args, flags, io } = call;
  const out = args.at(-1) ?? '';
  if (!/\.html?$/i.test(out))
    throw new ReadoutError('usage/bad-value', `The page's name comes last and ends in .html, not ${out}.`, { at: out });
  const texts = args.slice(0, -1);
  const { records, isPartly, story } = await chosen({ ...call, args: texts });
  const accounts = accountsOf(records, texts);
  const page = reportHtml(compareAccounts(accounts, records, searchWords(loadKnowledge())), records, story);
  try {
    writeFileSync(out, page);
  } catch (cause) {
    throw new ReadoutError('usage/bad-value', `${out} cannot be written.`, { at: out, cause });
  }
  if (!flags.quiet) note(io, `Written to ${out}.`);
  return isPartly ? EXIT.partly : EXIT.ok;
}
