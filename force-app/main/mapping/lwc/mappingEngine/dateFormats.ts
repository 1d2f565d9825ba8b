const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** The ways to write a date that can be chosen, each with how it is made of a wall time. */
const WRITERS = {
  'YYYY-MM-DD': (at: Wall) => at.iso,
  'YYYY-MM': (at: Wall) => at.iso.slice(0, 7),
  YYYY: (at: Wall) => at.year,
  'YYYY-Qn': (at: Wall) => `${at.year}-Q${Math.ceil(Number(at.month) / 3)}`,
  'DD.MM.YYYY': (at: Wall) => `${at.day}.${at.month}.${at.year}`,
  'DD/MM/YYYY': (at: Wall) => `${at.day}/${at.month}/${at.year}`,
  'DD-MM-YYYY': (at: Wall) => `${at.day}-${at.month}-${at.year}`,
  'MM/DD/YYYY': (at: Wall) => `${at.month}/${at.day}/${at.year}`,
  'D MMM YYYY': (at: Wall) => `${short(at.day)} ${at.monthName.slice(0, 3)} ${at.year}`,
  'D MMMM YYYY': (at: Wall) => `${short(at.day)} ${at.monthName} ${at.year}`,
  'MMM D, YYYY': (at: Wall) => `${at.monthName.slice(0, 3)} ${short(at.day)}, ${at.year}`,
  'MMMM D, YYYY': (at: Wall) => `${at.monthName} ${short(at.day)}, ${at.year}`,
  'MMMM YYYY': (at: Wall) => `${at.monthName} ${at.year}`,
  MMMM: (at: Wall) => at.monthName,
  dddd: (at: Wall) => at.weekday,
  'HH:mm': (at: Wall) => at.time,
  'h:mm AM': (at: Wall) => at.twelveHours,
  'YYYY-MM-DD HH:mm': (at: Wall) => `${at.iso} ${at.time}`,
  'DD.MM.YYYY HH:mm': (at: Wall) => `${at.day}.${at.month}.${at.year} ${at.time}`,
  'DD/MM/YYYY HH:mm': (at: Wall) => `${at.day}/${at.month}/${at.year} ${at.time}`,
  'MM/DD/YYYY h:mm AM': (at: Wall) => `${at.month}/${at.day}/${at.year} ${at.twelveHours}`,
} as const;

export type DatePattern = keyof typeof WRITERS;

export const DATE_PATTERNS = Object.keys(WRITERS) as DatePattern[];

interface Wall {
  iso: string;
  year: string;
  month: string;
  day: string;
  monthName: string;
  weekday: string;
  time: string;
  twelveHours: string;
}

/** `wall` is what a clock shows, `2026-01-02T03:04…`, or a day alone, which is its midnight. */
export function writeDate(wall: string, pattern: DatePattern): string {
  const iso = wall.slice(0, 10);
  const [year = '', month = '', day = ''] = iso.split('-');
  const time = wall.slice(11, 16) || '00:00';
  return WRITERS[pattern]({
    ...{ iso, year, month, day, time },
    monthName: MONTHS[Number(month) - 1] ?? '',
    weekday: WEEKDAYS[new Date(iso).getUTCDay()] ?? '',
    twelveHours: inTwelveHours(time),
  });
}

function inTwelveHours(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

function short(number: string): string {
  return String(Number(number));
}
