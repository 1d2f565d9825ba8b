import type { Hour } from 'c/healthData';

/** A bar in a picture of 100 by 100, which is stretched to the place there is. */
export interface Bar {
  key: string;
  className: string;
  x: string;
  y: string;
  width: string;
  height: string;
}

const SERIES = ['received', 'written', 'parked'] as const;
/** Of the room of an hour: the rest keeps the hours apart. */
const FILLED = 0.8;
/** What is not nothing must be seen. */
const LEAST_HEIGHT = 1.5;

/** The tallest bar there is. */
export function mostOf(hours: Hour[]): number {
  return Math.max(0, ...hours.flatMap((hour) => SERIES.map((series) => hour[series])));
}

/** Three bars for each hour; the oldest hour stands where the reader begins. */
export function barsOf(hours: Hour[], isMirrored: boolean): Bar[] {
  const most = mostOf(hours);
  const room = 100 / hours.length;
  const width = (room * FILLED) / SERIES.length;
  return hours.flatMap((hour, at) =>
    SERIES.flatMap((series, place): Bar[] => {
      if (hour[series] === 0) return [];
      const height = Math.max((hour[series] / most) * 100, LEAST_HEIGHT);
      const start = at * room + (room * (1 - FILLED)) / 2 + place * width;
      const x = isMirrored ? 100 - start - width : start;
      const [shownX, y, shownWidth, shownHeight] = [x, 100 - height, width, height].map((number) =>
        number.toFixed(3),
      ) as [string, string, string, string];
      return [
        {
          ...{ key: `${hour.hour} ${series}`, className: series },
          ...{ x: shownX, y, width: shownWidth, height: shownHeight },
        },
      ];
    }),
  );
}
