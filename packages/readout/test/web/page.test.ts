/** The page in a real Chromium over real stores. One browser for all: the tests of each screen are in files of their own. */
import { compareTests } from './compare.ts';
import { eventTests } from './event.ts';
import { harness } from './harness.ts';
import { looksTests } from './looks.ts';
import { readerTests } from './reader.ts';
import { safetyTests } from './safety.ts';
import { screensTests } from './screens.ts';

const h = harness();
readerTests(h);
compareTests(h);
eventTests(h);
screensTests(h);
looksTests(h);
safetyTests(h);
