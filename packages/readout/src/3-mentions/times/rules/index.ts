import type { TimeRule } from '../rule.ts';
import { CALENDAR_UNITS } from './calendar-units.ts';
import { CLOCK_TIMES } from './clock-times.ts';
import { DAY_WORDS } from './day-words.ts';
import { DECADES } from './decades.ts';
import { DURATIONS } from './durations.ts';
import { HOLIDAYS } from './holidays.ts';
import { MONTHS } from './months.ts';
import { NUMERIC_DATES } from './numeric-dates.ts';
import { QUARTERS } from './quarters.ts';
import { REFERENCES } from './references.ts';
import { SEASONS } from './seasons.ts';
import { SETS } from './sets.ts';
import { SHIFTS } from './shifts.ts';
import { SPELLED_DATES } from './spelled-dates.ts';
import { STORY_DAYS } from './story-days.ts';
import { WEEKDAYS } from './weekdays.ts';
import { YEARS } from './years.ts';

/**
 * All rules. The longest match wins, so order matters only between matches of the same length: days before months before
 * years ("May 15"), what the story fixes before what the calendar does ("the next day"), sets before durations ("each year").
 */
export const TIME_RULES: readonly TimeRule[] = [
  ...NUMERIC_DATES,
  ...SPELLED_DATES,
  ...MONTHS,
  ...YEARS,
  ...DECADES,
  ...QUARTERS,
  ...HOLIDAYS,
  ...WEEKDAYS,
  ...STORY_DAYS,
  ...SEASONS,
  ...DAY_WORDS,
  ...CLOCK_TIMES,
  ...SHIFTS,
  ...CALENDAR_UNITS,
  ...SETS,
  ...DURATIONS,
  ...REFERENCES,
];
