/** A comparison as a person reads it: rows are things said, columns are accounts. */
import type { Account, Cell, Comparison, Row } from '../../model/index.ts';
import { searchedText } from './omission-text.ts';
import { oneLine } from './table.ts';
import { wrap } from './wrap.ts';

/** Most characters of one saying in a cell. */
const MOST = 160;

/** A Markdown table with a line of what was searched in each cell that says "not in this text", and the reported silences below. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { accounts, rows, silences } = comparison;
  const head = ['What', ...accounts.map((a) => accountName(a)), 'Alignment'];
  const lines = [tableRow(head), `|${head.map(() => '---|').join('')}`];
  for (const row of rows)
    lines.push(tableRow([`${row.kind}: ${row.label}`, ...accounts.map((a) => cellText(row.cells[a.id])), alignmentText(row, accounts)]));
  if (silences.length > 0) lines.push('', 'Silences that the texts themselves report:', '');
  for (const s of silences) lines.push(`- ${safe(s.quote)}${beside(s.accounts, accounts)}`);
  return `${lines.join('\n')}\n`;
}

/** The same for a terminal: row by row, an account a line. */
export function comparisonText(comparison: Comparison, width: number): string {
  const { accounts, rows, silences } = comparison;
  const label = Math.max(...accounts.map((a) => accountName(a).length), 0);
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(oneLine(`${row.kind}: ${row.label}  [${alignmentText(row, accounts)}]`));
    for (const a of accounts) {
      const text = wrap(oneLine(cellText(row.cells[a.id])), Math.max(40, width - label - 4));
      lines.push(...text.map((part, i) => `  ${(i === 0 ? accountName(a) : '').padEnd(label)}  ${part}`));
    }
    lines.push('');
  }
  if (silences.length > 0) lines.push('Silences that the texts themselves report:');
  for (const s of silences) lines.push(oneLine(`  ${s.quote}${beside(s.accounts, accounts)}`));
  return `${lines.join('\n').trimEnd()}\n`;
}

function accountName({ voice, partial }: Account): string {
  return `${voice.name}${partial ? ' (relayed)' : ''}`;
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.is === 'said') return cell.sayings.map((s) => (s.as === 'quote' ? `quoted: ${short(s.quote)}` : short(s.quote))).join(' / ');
  if (cell.is === 'unclear') return `unclear; nearest: ${short(cell.nearest.quote)}`;
  if (cell.is === 'not-said-here') return 'not in the words relayed';
  return `not in this text (${searchedText(cell.omission)})`;
}

function alignmentText(row: Row, accounts: readonly Account[]): string {
  if (row.differences.length === 0) return row.alignment === 'only-here' ? 'only here' : row.alignment;
  const differences = row.differences.map(
    (d) =>
      `${d.field}: ${accounts
        .flatMap((a) => d.values[a.id] ?? [])
        .filter((v, i, all) => all.indexOf(v) === i)
        .join(' / ')}`,
  );
  return `${row.alignment === 'only-here' ? 'only here' : 'differs'} (${differences.join('; ')})`;
}

function beside(ids: readonly string[], accounts: readonly Account[]): string {
  const names = accounts.filter((a) => ids.includes(a.id)).map((a) => a.voice.name);
  return names.length > 0 ? ` — of ${names.join(', ')}` : '';
}

function short(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST).replace(/(?<!\s)\s+\S*$/, '')} …`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(safe).join(' | ')} |`;
}

function safe(text: string): string {
  return oneLine(text).replace(/[\\|<>[\]`*_]/g, '\\$&');
}
