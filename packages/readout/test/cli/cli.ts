/** The command line from the sources, as a process of its own: `node --import tsx test/cli/cli.ts ARGS`. */
import { runProcess } from '../../src/cli/main.ts';

await runProcess();
