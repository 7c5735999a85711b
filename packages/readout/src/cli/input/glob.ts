/** The folder before the first special sign, and the pattern below it: `news/2024/*.txt` → `news/2024`, `*.txt`. */
export function globParts(path: string): { readonly base: string; readonly pattern: string } {
  const parts = path.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => /[*?[{]/.test(part));
  const base = parts.slice(0, first).join('/');
  return { base: base === '' ? (path.startsWith('/') ? '/' : '.') : base, pattern: parts.slice(first).join('/') };
}

/**
 * A shell's pattern as a regular expression over a path with `/`: `*` and `?` within one name, `**` any folders, `[a-z]`, `{a,b}`. Our own: the shell does
 * this for most calls, so a library (picomatch, 100 KB) would serve quoted patterns alone.
 */
export function globPattern(pattern: string): RegExp {
  let source = '';
  let braces = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i] ?? '';
    if (pattern.startsWith('**/', i)) {
      source += '(?:[^/]+/)*';
      i += 2;
    } else if (pattern.startsWith('**', i)) {
      source += '.*';
      i += 1;
    } else if (c === '*') source += '[^/]*';
    else if (c === '?') source += '[^/]';
    else if (c === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      source += `[${pattern
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/[\\[]/g, '\\$&')}]`;
      i = end;
    } else if (c === '{' && pattern.indexOf('}', i) > 0) {
      braces++;
      source += '(?:';
    } else if (c === '}' && braces > 0) {
      braces--;
      source += ')';
    } else if (c === ',' && braces > 0) source += '|';
    else source += c.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(braces)}$`);
}
