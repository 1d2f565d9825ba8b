import { connect, createServer, type AddressInfo } from 'node:net';

const HOST = '127.0.0.1';

/** A port nobody listens on now. Somebody else may take it before its user does. */
export async function freePort(): Promise<number> {
  const port = await tryListen(0);
  if (port === undefined) throw new Error('This machine has no free port left.');
  return port;
}

export async function isFree(port: number): Promise<boolean> {
  // A server bound to all addresses leaves 127.0.0.1 bindable on some systems: ask both ways.
  return !(await answers(port)) && (await tryListen(port)) !== undefined;
}

/** True when something accepts connections there. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, HOST, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}

/** The ports of a local stack, in the order of their numbers. */
export interface StackPorts {
  worker: number;
  salesforce: number;
  bigcommerce: number;
  postgres: number;
  engagement: number;
  pubsub: number;
  lightning: number;
  clarity: number;
}

export function consecutivePorts(base: number): StackPorts {
  return {
    worker: base,
    salesforce: base + 1,
    bigcommerce: base + 2,
    postgres: base + 3,
    engagement: base + 4,
    pubsub: base + 5,
    lightning: base + 6,
    clarity: base + 7,
  };
}

export async function freePorts(): Promise<StackPorts> {
  const ports = new Set<number>();
  while (ports.size < 8) ports.add(await freePort());
  const [worker = 0, salesforce = 0, bigcommerce = 0, postgres = 0, ...further] = ports;
  const [engagement = 0, pubsub = 0, lightning = 0, clarity = 0] = further;
  return { worker, salesforce, bigcommerce, postgres, engagement, pubsub, lightning, clarity };
}

/** One sentence about the first taken port, or undefined when all are free. */
export async function describeTaken(ports: Partial<StackPorts>): Promise<string | undefined> {
  const used = Object.entries(ports);
  const highest = Math.max(...used.map(([, port]) => port));
  for (const [name, port] of used) {
    if (await isFree(port)) continue;
    const other = Math.ceil((highest + 1) / 100) * 100;
    return (
      `Port ${port} (${name}) is taken by another program: ` +
      `stop that one, or choose other ports with \`npm start -- --port ${other}\`.`
    );
  }
  return undefined;
}
