/** Heroku allows 30 s between SIGTERM and SIGKILL; a stop that hangs ends itself before that. */
const LONGEST_STOP_MS = 25_000;

/** Runs `stop` once at the first SIGTERM or SIGINT, then ends the process. */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}
