import type { Column } from './column.ts';

/** A table of at most `width` characters a line, its head in bold where `colour`. Flexible columns are cut with … to fit. */
export function tableText<T>(
  items: readonly T[],
  columns: readonly Column<T>[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const shown = columns.filter((c) => !c.onlyCsv);
  const rows = items.map((item) => shown.map((c) => oneLine(String(c.value(item) ?? ''))));
  const natural = shown.map((c, i) => Math.max(widthOf(c.name), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const widths = fit(natural, shown, options.width - 2 * (shown.length - 1));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cut(cell, widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  const head = line(shown.map((c) => c.name));
  return `${[options.colour ? `\u001b[1m${head}\u001b[0m` : head, ...rows.map(line)].join('\n')}\n`;
}

/** Text for one line of a terminal: no line ends, and no control character that a terminal would obey. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/\s+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}

/** How many cells of a terminal a text takes: two for East Asian wide characters and emoji, none for marks on others. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /\p{M}/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return width;
}
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** The widths: columns without share as wide as their values, the others by their share, and what one does not need goes to the rest. */
function fit<T>(natural: readonly number[], columns: readonly Column<T>[], room: number): readonly number[] {
  const shares = columns.map((c) => c.flexible ?? 0);
  const widths = natural.map((width, i) => (shares[i] === 0 ? width : 0));
  let left = room - widths.reduce((sum, w) => sum + w, 0);
  let open = shares.flatMap((share, i) => (share > 0 ? [i] : []));
  left = Math.max(left, LEAST * open.length);
  for (;;) {
    const total = open.reduce((sum, i) => sum + (shares[i] ?? 0), 0);
    const widthBy = (i: number): number => Math.max(LEAST, Math.floor((left * (shares[i] ?? 0)) / total));
    const contented = open.filter((i) => (natural[i] ?? 0) <= widthBy(i));
    for (const i of contented.length > 0 ? contented : open) widths[i] = Math.min(natural[i] ?? 0, widthBy(i));
    if (contented.length === 0 || contented.length === open.length) return widths;
    left -= contented.reduce((sum, i) => sum + (widths[i] ?? 0), 0);
    open = open.filter((i) => !contented.includes(i));
  }
}

/** No column is narrower, however little room there is. */
const LEAST = 8;

/** A cell of exactly this width. */
function cut(cell: string, width: number): string {
  const full = widthOf(cell);
  if (full <= width) return cell + ' '.repeat(width - full);
  let kept = '';
  let used = 0;
  for (const character of cell) {
    const w = widthOf(character);
    if (used + w > width - 1) break;
    kept += character;
    used += w;
  }
  return `${kept}…${' '.repeat(Math.max(0, width - used - 1))}`;
}
