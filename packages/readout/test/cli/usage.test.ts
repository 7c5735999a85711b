// What is wrong with a command line is said with what to do about it; help, reference and completions come from the table that parses.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { FLAGS } from '../../src/cli/flags.ts';
import { parse } from '../../src/cli/parse.ts';
import { cliReference, errorReference } from '../../src/cli/reference.ts';
import { run } from './run.ts';

describe('a command line', () => {
  it('is read into a command, its arguments and its options', () => {
    const parsed = parse([
      'relations',
      '--party',
      'CHN',
      '--party=PRK',
      '--relation',
      'Alliance',
      '--limit',
      '5',
      '--since',
      '2024-02',
      '--all',
    ]);
    expect(parsed).toMatchObject({
      kind: 'run',
      command: { name: 'relations' },
      flags: { party: ['CHN', 'PRK'], relation: 'alliance', limit: 5, since: '2024-02', all: true },
    });
    expect(parse(['extract', 'a.txt', '-', '--title', '-5'])).toMatchObject({ args: ['a.txt', '-'], flags: { title: '-5' } });
    expect(parse(['events', '--since', '2024-11-15', '--until', '2024-11'])).toMatchObject({ flags: { until: '2024-11' } });
    expect(parse(['events', '-q', '-q', '--state', 'KOR', '--state', 'KOR'])).toMatchObject({ flags: { quiet: true, state: 'KOR' } });
    expect(parse(['extract', '--', '--odd-name.txt'])).toMatchObject({ args: ['--odd-name.txt'] });
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['evnts', 'usage/unknown-command', /Did you mean events\?/],
    ['frobnicate', 'usage/unknown-command', /There is no command "frobnicate"\. `readout --help`/],
    ['events --actr KOR', 'usage/unknown-option', /no option --actr\. Did you mean --actor\?/],
    ['claims --actor KOR', 'usage/unknown-option', /Claims have a source: --source/],
    ['events --source KOR', 'usage/unknown-option', /Events have an actor: --actor/],
    ['events --limit many', 'usage/bad-value', /--limit needs a whole number, not "many"/],
    ['events --limit 0', 'usage/bad-value', /--limit needs a number from 1 on/],
    ['events --actor KOR --actor CHN', 'usage/bad-value', /--actor is given twice, as KOR and CHN; it takes one value/],
    ['events --since 2025 --until 2024-11', 'usage/bad-value', /--since 2025 is later than --until 2024-11/],
    ['entities --kind persons', 'usage/bad-value', /--kind is one of state, person, .*, not "persons"\. Did you mean person\?/],
    ['claims --act denies', 'usage/bad-value', /--act is one of state, deny, .*, not "denies"/],
    ['events --confidence 2', 'usage/bad-value', /--confidence needs a number from 0 to 1, not "2"/],
    ['events --event MEET', 'usage/bad-value', /one of AGREE, CONSULT/],
    ['events --since 2024-02-30', 'usage/bad-value', /--since needs a day as 2024-11-15/],
    ['events --since yesterday', 'usage/bad-value', /needs a day/],
    ['events --actor', 'usage/bad-value', /--actor needs a value: --actor WHO/],
    ['events --all=1', 'usage/bad-value', /--all takes no value/],
    ['events KOR', 'usage/bad-value', /does not know what to do with "KOR"/],
    ['explain', 'usage/bad-value', /needs ID, as in: readout explain/],
    ['completions tcsh', 'usage/bad-value', /not for "tcsh"/],
    ['extract a.txt --state Nowhere', 'usage/bad-value', /--state is the publisher's, as three letters \(KOR\), not "Nowhere"/],
    ['network a.txt --since 2024', 'usage/bad-value', /--since chooses in a store, and files are named here/],
    ['coverage a.txt --state KOR', 'usage/bad-value', /--state chooses in a store/],
    ['stories a.txt --until 2024', 'usage/bad-value', /--until chooses in a store/],
    ['omissions a.txt b.txt --since 2024', 'usage/bad-value', /--since chooses in a store/],
    ['gaps a.txt --since 2024', 'usage/bad-value', /--since chooses in a store/],
    ['extract a.txt b.txt --url https://a.example/1', 'usage/bad-value', /--url is of one report/],
  ];
  for (const [line, , message] of wrong) {
    it(`is refused with exit code 2: ${line}`, async () => {
      const { code, out, err } = await run(line.split(' '));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
      expect(err).not.toContain('    at ');
    });
  }

  it('shows code and stack only with --debug', async () => {
    const { code, err } = await run(['events', '--store', '/nowhere/at/all.db', '--debug']);
    expect(code).toBe(2);
    expect(err).toMatch(/^readout: There is no store at .*\nstore\/missing at .*\nReadoutError/);
    expect((await run(['events', '--store', '/nowhere/at/all.db'])).err.trim().split('\n')).toHaveLength(1);
  });
});

describe('help', () => {
  it('begins with examples, for all and for each, and every example is a command line that parses', async () => {
    expect((await run([])).out).toMatch(/^Readout reads .*\n\nExamples\n/);
    for (const command of COMMANDS) {
      const { code, out } = await run([command.name, '--help']);
      expect(code).toBe(0);
      expect(out.split('\n').slice(1, 3)).toEqual(['', 'Examples']);
      expect((await run(['help', command.name])).out).toBe(out);
      for (const [line] of command.examples) {
        const words =
          line
            .replace(/^.*?\breadout /, '')
            .replace(/\)$| [<>] .*$/g, '')
            .match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
        expect(parse(words.map((w) => w.replace(/^["']|["']$/g, ''))), line).toMatchObject({ kind: 'run' });
      }
    }
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it.each([
    ['cli.md', cliReference],
    ['errors.md', errorReference],
  ])('has a reference that is up to date: %s', (name, made) => {
    const file = new URL(`../../../../docs/reference/${name}`, import.meta.url);
    expect(readFileSync(file, 'utf8'), 'run: node --import tsx scripts/cli-docs.ts').toBe(made());
  });

  it('declares no flag that no command takes', () => {
    const used = new Set<string>([...COMMANDS.flatMap((c) => c.flags), 'help', 'debug', 'quiet', 'version']);
    expect(Object.keys(FLAGS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('completes commands, options and choices', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { code, out } = await run(['completions', shell]);
      expect(code).toBe(0);
      for (const command of COMMANDS) expect(out).toContain(command.name);
      expect(out).toMatch(/AGREE CONSULT/);
    }
  });
});
