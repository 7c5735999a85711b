import type { Command } from './command.ts';
import type { FlagName } from './flags.ts';

const SHOWN: readonly FlagName[] = ['publisher', 'article', 'since', 'until', 'all', 'limit', 'cursor', 'format', 'store'];
const STATED: readonly FlagName[] = ['input', 'date', 'publisher', 'state', 'url', 'title'];
const VIEW = 'Without --all only what is asserted and current is shown, and only the latest version of each report.';
const SURELY = 'Without --all or --confidence events that are doubtful by how they are told (below 0.65) are left out as well.';

/** Every command, in the order of help. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'demo',
    summary: 'Read the sample reports into a store of their own and say what is in them.',
    examples: [
      ['readout demo', 'reads the samples and prints a summary'],
      ['readout demo --serve', 'then serves the page'],
    ],
    notes: ['The store lies in your folder for application data unless --store says otherwise.'],
    flags: ['store', 'serve', 'port'],
    load: async () => (await import('./commands/demo.ts')).demo,
  },
  {
    name: 'extract',
    summary: 'Read reports and print their records, one JSON object a line. No store.',
    args: 'FILE…|-',
    count: [1, Number.POSITIVE_INFINITY],
    examples: [
      ['readout extract report.txt', 'the record of one report'],
      ['readout extract report.txt --plain', 'the same, to read'],
      ['readout extract - < day.jsonl > records.ndjson', 'one report a line in, one record a line out'],
      ['readout extract page.html --publisher Yonhap --date 2024-11-15', 'says what the page does not'],
    ],
    notes: [
      'Text, HTML and JSONL. A row of JSONL gives text and any of title, date, publisher, state, official, url; a text may begin with the same as front matter.',
      'Records come in the order of the input. What cannot be read is named on stderr with file and line, the rest is read, and the exit code is 3.',
    ],
    flags: [...STATED, 'plain'],
    load: async () => (await import('./commands/extract.ts')).extractCommand,
  },
  {
    name: 'ingest',
    summary: 'Read reports into a store.',
    args: 'PATH…|-',
    count: [1, Number.POSITIVE_INFINITY],
    examples: [
      ['readout ingest news/', 'all .txt, .html and .jsonl files of a folder and those below it'],
      ["readout ingest 'news/**/2024-*.html' --publisher Xinhua", 'files by pattern'],
      ['zcat day.jsonl.gz | readout ingest -', 'from another program'],
    ],
    notes: [
      'May be stopped and run again: reports that this engine has read are passed over. Each batch of 32 is written whole or not at all.',
      'The same address with another text is a new version; the older one is kept and marked.',
    ],
    flags: [...STATED, 'again', 'store', 'format'],
    load: async () => (await import('./commands/ingest.ts')).ingestCommand,
  },
  {
    name: 'events',
    summary: 'Who did what to whom.',
    examples: [
      ['readout events --actor KOR --recipient CHN', 'what South Koreans did to Chinese'],
      ['readout events --event CONSULT --since 2024-11', 'meetings and talks since November 2024'],
      ['readout events --confidence 0.85', 'only what is most likely right'],
      ['readout events --all --format csv > events.csv', 'all, for a spreadsheet'],
    ],
    notes: [VIEW, SURELY],
    flags: ['actor', 'recipient', 'state', 'event', 'modality', 'status', 'confidence', ...SHOWN],
    load: async () => (await import('./commands/events.ts')).eventsCommand,
  },
  {
    name: 'claims',
    summary: 'Who says what.',
    examples: [
      ['readout claims --source CHN --about PRK', 'what Chinese voices say of North Korea'],
      ['readout claims --act deny --publisher xinhua', 'denials in one agency'],
    ],
    notes: [VIEW],
    flags: ['source', 'about', 'state', 'act', 'status', ...SHOWN],
    load: async () => (await import('./commands/claims.ts')).claimsCommand,
  },
  {
    name: 'relations',
    summary: 'What stands between states.',
    examples: [
      ['readout relations --party CHN --party PRK', 'between two states'],
      ['readout relations --relation alliance', 'alliances that reports speak of'],
      ['readout relations --actor KOR --on 2024-11-15', 'what stands on a day, from reports and from the knowledge'],
    ],
    notes: [
      VIEW,
      'With --actor each line says who says it: `text`, reports in the store, or `knowledge`, the list that Readout brings along. Without --on all times are shown.',
      'A relation of which no report gives an end is taken to go on; its last report is shown.',
    ],
    flags: ['actor', 'on', 'party', 'state', 'relation', 'standing', ...SHOWN],
    load: async () => (await import('./commands/relations.ts')).relationsCommand,
  },
  {
    name: 'silences',
    summary: 'What reports say that somebody did not mention.',
    examples: [
      ['readout silences', 'all of them'],
      ['readout silences --by CHN --about PRK', 'by Chinese voices, about North Korea'],
    ],
    flags: ['by', 'about', 'state', ...SHOWN],
    load: async () => (await import('./commands/silences.ts')).silencesCommand,
  },
  {
    name: 'entities',
    summary: 'Who and what is mentioned, most mentioned first.',
    examples: [
      ['readout entities --kind person --state KOR', 'South Koreans'],
      ['readout entities --name "foreign ministry"', 'by words of the name'],
    ],
    notes: [
      '`mentions` counts the words that mean it, pronouns and phrases ("the two leaders") among them; `reports` the reports that have such words.',
      'Counted is over the latest version of each report; --since, --until, --publisher and --article choose among the reports, --all adds older versions.',
    ],
    flags: ['kind', 'state', 'name', ...SHOWN],
    load: async () => (await import('./commands/entities.ts')).entitiesCommand,
  },
  {
    name: 'stories',
    summary: 'Reports of the same happening, put together.',
    args: '[FILE…]',
    count: [0, Number.POSITIVE_INFINITY],
    examples: [
      ['readout stories --since 2024-11', 'those of the store since November 2024'],
      ['readout stories news/*.txt', 'of files, without a store'],
    ],
    notes: ['The same reports make the same stories with the same ids, in whatever order they come.'],
    flags: ['since', 'until', 'limit', 'overrides', 'input', 'format', 'store'],
    load: async () => (await import('./commands/stories.ts')).storiesCommand,
  },
  {
    name: 'compare',
    summary: 'Lay accounts beside each other: what is the same, what differs, what is not in a text.',
    args: 'FILE…|STORY',
    count: [1, Number.POSITIVE_INFINITY],
    examples: [
      ['readout compare seoul.txt beijing.html', 'two readouts in, a table out; no store'],
      ['readout compare report.txt --format md', 'the voices that one report relays'],
      ['readout compare story:3f2a9c', 'all reports of a story of the store'],
      [
        'readout compare seoul.txt beijing.html --out meeting.csv',
        'one line for each thing said and account; meeting.codebook.md beside it',
      ],
    ],
    notes: [
      '"not in this text" is said only of whole texts, after all sentences were searched; it says how many, and which names were looked for.',
      'A silence that a text itself reports stands below, beside the account it is of.',
    ],
    flags: ['overrides', 'out', 'codebook', 'input', 'format', 'store'],
    load: async () => (await import('./commands/compare.ts')).compareCommand,
  },
  {
    name: 'report',
    summary: 'Write the comparison of a story as one page that needs nothing else.',
    args: 'FILE…|STORY OUT.html',
    count: [2, Number.POSITIVE_INFINITY],
    examples: [
      ['readout report story:3f2a9c lima.html', 'all reports of a story of the store'],
      ['readout report seoul.txt beijing.html out.html', 'of files, without a store'],
    ],
    notes: ['No script, no address that it asks for: it can be sent, kept and printed. An existing file of that name is replaced.'],
    flags: ['overrides', 'input', 'store'],
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'omissions',
    summary: "What a publisher's texts do not have and others of the same story do.",
    args: '[FILE…]',
    count: [0, Number.POSITIVE_INFINITY],
    examples: [
      ['readout omissions --by xinhua --since 2024-11', 'of one publisher, by id or a part of its name'],
      ['readout omissions seoul.txt beijing.txt', 'of files, without a store'],
    ],
    flags: ['by', 'since', 'until', 'limit', 'overrides', 'input', 'format', 'store'],
    load: async () => (await import('./commands/omissions.ts')).omissionsCommand,
  },
  {
    name: 'series',
    summary: 'What two parties did to each other, period by period.',
    args: 'A B [FILE…]',
    count: [2, Number.POSITIVE_INFINITY],
    examples: [
      ['readout series KOR CHN --by month', 'counts by quad class and mean Goldstein, months without any among them'],
      ['readout series KOR CHN --by year --directed --out dyad.csv', 'one row for each direction, with codes; dyad.codebook.md beside it'],
    ],
    notes: [
      VIEW,
      'Reports of one act on one day count as one event; `mentions` counts the tellings, `reports_seen` all reports of the period.',
      'Where the rate becomes another one, the change is said on stderr (PELT, see docs/measure.md).',
    ],
    flags: ['by', 'directed', 'since', 'until', 'all', 'out', 'codebook', 'input', 'format', 'store'],
    load: async () => (await import('./commands/series.ts')).seriesCommand,
  },
  {
    name: 'panel',
    summary: 'Every pair of states in every year or month, with zeros, for statistics.',
    examples: [
      ['readout panel --by year --out dyad-year.csv', 'all members of the state system'],
      ['readout panel --by month --party KOR --party CHN --party JPN --directed', 'pairs of these, one row for each direction'],
    ],
    notes: [VIEW, 'ISO 3166-1 alpha-3, Correlates of War and Gleditsch–Ward codes, so that it joins other data by code and year.'],
    flags: ['by', 'directed', 'party', 'since', 'until', 'all', 'out', 'codebook', 'format', 'store'],
    load: async () => (await import('./commands/panel.ts')).panelCommand,
  },
  {
    name: 'network',
    summary: 'Who meets whom, who accuses whom, who speaks for whom.',
    args: '[FILE…]',
    count: [0, Number.POSITIVE_INFINITY],
    examples: [
      ['readout network --ties meets --states --since 2024', 'meetings between states'],
      ['readout network --actor yoon-suk-yeol', 'the ties of one person'],
    ],
    notes: [VIEW, 'Heaviest first, with at most 150 ends unless --limit says otherwise.'],
    flags: ['ties', 'states', 'actor', 'since', 'until', 'all', 'limit', 'out', 'codebook', 'input', 'format', 'store'],
    load: async () => (await import('./commands/network.ts')).networkCommand,
  },
  {
    name: 'timeline',
    summary: 'What somebody did and what was done to them, day by day.',
    args: 'WHO [FILE…]',
    count: [1, Number.POSITIVE_INFINITY],
    examples: [['readout timeline KOR --since 2024-11', 'a state, through all who act for it']],
    notes: [VIEW, 'An act that several reports tell is one line. Acts without a date are left out.'],
    flags: ['event', 'since', 'until', 'all', 'limit', 'out', 'codebook', 'input', 'format', 'store'],
    load: async () => (await import('./commands/timeline.ts')).timelineCommand,
  },
  {
    name: 'coverage',
    summary: 'Which publisher writes of what, as a share of its reports.',
    args: '[FILE…]',
    count: [0, Number.POSITIVE_INFINITY],
    examples: [['readout coverage --topic PRK --topic RUS --state CHN', 'publishers of China, two topics']],
    notes: ['Zeros are among the lines. Days are of publication.'],
    flags: ['topic', 'state', 'since', 'until', 'out', 'codebook', 'input', 'format', 'store'],
    load: async () => (await import('./commands/coverage.ts')).coverageCommand,
  },
  {
    name: 'explain',
    summary: 'Why a record is there: the record, its rule, and the words in their place.',
    args: 'ID',
    count: [1, 1],
    examples: [
      ['readout explain e_3f2a9c', 'an event, by the beginning of its id'],
      ['readout explain e1 --in record.ndjson', 'a record in the output of extract'],
      ['readout explain KOR', 'an entity'],
    ],
    flags: ['in', 'store', 'format'],
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'gaps',
    summary: 'What no rule knows: verbs, nouns of acts and actors, most frequent first.',
    args: '[FILE…]',
    count: [0, Number.POSITIVE_INFINITY],
    examples: [
      ['readout gaps news/*.txt', 'of files, without a store'],
      ['readout gaps --verbs --json', 'verbs and nouns of acts in the reports of the store'],
      ['readout gaps --actors --limit 20', 'subjects of acts that are known as nobody'],
    ],
    notes: [
      'Counted are verbs with a political party as subject and nouns of acts with one as possessor or agent. `unknown` no rule lists; `in another frame` a rule does, but not as it stands there.',
      'How much is known is said on stderr. A word that is no act at all belongs into a `none` rule.',
    ],
    flags: ['actors', 'verbs', 'json', 'since', 'until', 'limit', 'input', 'format', 'store'],
    load: async () => (await import('./commands/gaps.ts')).gapsCommand,
  },
  {
    name: 'verify',
    summary: 'Slice every span in the store again and compare every row with its record.',
    examples: [['readout verify', 'exit code 0 when all is as it was stored, 4 when not']],
    flags: ['store', 'format'],
    load: async () => (await import('./commands/verify.ts')).verifyCommand,
  },
  {
    name: 'serve',
    summary: 'Serve the page and the API on this machine.',
    examples: [['readout serve --port 4000', 'on http://127.0.0.1:4000/, or the next free port']],
    flags: ['port', 'overrides', 'store'],
    load: async () => (await import('./commands/serve.ts')).serveCommand,
  },
  {
    name: 'doctor',
    summary: 'Say what is installed, what is missing, and how to mend it.',
    examples: [['readout doctor', 'exit code 1 when something is missing']],
    flags: ['store', 'format'],
    load: async () => (await import('./commands/doctor.ts')).doctorCommand,
  },
  {
    name: 'completions',
    summary: 'Print completions for a shell.',
    args: 'bash|zsh|fish',
    count: [1, 1],
    examples: [
      ['source <(readout completions bash)', 'for this shell'],
      ['readout completions fish > ~/.config/fish/completions/readout.fish', 'for good'],
    ],
    flags: [],
    load: async () => (await import('./commands/completions.ts')).completionsCommand,
  },
];
