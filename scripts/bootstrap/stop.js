/** An end that the reader can do something about: its message says what happened and what to do. */
export class Stop extends Error {}
