/** How large a mapping may be, so that none can hold up the worker. */
export const MOST_TARGETS = 40;
/** In all targets together. */
export const MOST_ROWS = 500;
/** Of one row. */
export const MOST_STEPS = 20;
export const MOST_SOURCES = 10;
