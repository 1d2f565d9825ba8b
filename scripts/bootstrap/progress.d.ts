/** `0.8 s`, `42 s`. */
export function seconds(milliseconds: number): string;

/** Runs `work` under one progress line and ends that line with how long it took. */
export function withProgress<T>(
  label: string,
  work: () => Promise<T>,
  out?: { isTTY?: boolean; write(text: string): unknown },
): Promise<T>;
