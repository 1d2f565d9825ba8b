import { parseArgs } from 'node:util';

export interface StartOptions {
  fresh: boolean;
  /** The first of the eight ports. */
  port: number;
}

const USAGE = 'Usage: npm start -- [--fresh] [--port <first of eight ports, 4700 when absent>]';

/** Throws one readable sentence with the usage when the arguments make no sense. */
export function readStartOptions(args: string[]): StartOptions {
  const { fresh, port } = parse(args);
  const first = Number(port);
  if (!/^\d+$/.test(port) || first < 1 || first > 65_529) {
    throw new Error(`--port must be a number from 1 to 65529, not "${port}".\n${USAGE}`);
  }
  return { fresh, port: first };
}

function parse(args: string[]): { fresh: boolean; port: string } {
  try {
    return parseArgs({
      args,
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: '4700' },
      },
    }).values;
  } catch (cause) {
    throw new Error(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}
