import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endLeftovers, recordProcesses } from '../../../scripts/lib/leftovers.ts';
import { freePort } from '../../../scripts/lib/ports.ts';
import { runToEnd, startProcess, type RunningProcess } from '../../../scripts/lib/processes.ts';
import { listensOn, startService } from '../../../scripts/lib/service.ts';
import { isAlive } from '../../../scripts/lib/signals.ts';
import { waitFor } from '../kit/wait-for.ts';

const STUBBORN = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')`;

describe('processes', () => {
  let folder: string;
  let running: RunningProcess[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cartbridge-test-'));
    running = [];
  });

  afterEach(async () => {
    await Promise.all(running.map((child) => child.kill()));
    rmSync(folder, { recursive: true });
  });

  const options = (code: string) => ({
    name: 'child',
    program: process.execPath,
    args: ['-e', code],
    logFile: join(folder, 'child.log'),
  });
  const log = (): string => readFileSync(join(folder, 'child.log'), 'utf8');

  it('that ignore the request to end are ended by force', async () => {
    const child = await startProcess(options(STUBBORN));
    running.push(child);
    await waitFor(() => log().includes('up'), { what: 'the child to run' });
    await child.stop(50);

    expect(await child.exited).toEqual({ code: null, signal: 'SIGKILL' });
    expect(isAlive(child.pid)).toBe(false);
  });

  it('that fail are quoted with the end of their log', async () => {
    const failing = runToEnd(options(`console.log('no space left'); process.exit(3)`));

    await expect(failing).rejects.toThrow(/child ended with exit code 3[^]*no space left/);
  });

  it('read what they are given', async () => {
    await runToEnd({ ...options('process.stdin.pipe(process.stdout)'), input: 'a secret' });

    expect(log()).toBe('a secret');
  });

  it('that cannot be started are named', async () => {
    const missing = startProcess({ ...options(''), program: join(folder, 'nothing') });

    await expect(missing).rejects.toThrow(/^child could not be started .*nothing.*ENOENT/);
  });

  it('report an end that nobody asked for, and only that', async () => {
    const ends: string[] = [];
    const service = await startService(options('setInterval(() => {}, 1000)'), ({ name }) =>
      ends.push(name),
    );
    running.push(service.process());
    await service.restart();
    running.push(service.process());
    expect(ends).toEqual([]);

    process.kill(service.process().pid, 'SIGKILL');
    await waitFor(() => ends.length > 0, { what: 'the report' });
    expect(ends).toEqual(['child']);
  });

  it('that end while they start make the start fail with their log', async () => {
    const port = await freePort();
    const starting = startService({
      ...options(`console.log('bad setting'); process.exit(1)`),
      ready: listensOn(port),
    });

    await expect(starting).rejects.toThrow(/exit code 1[^]*bad setting/);
  });

  it('left by a killed start are ended by the next, and nobody else is', async () => {
    const left = await startProcess({
      ...options('setInterval(() => {}, 1000)'),
      onSpawn: recordProcesses(folder),
    });
    const stranger = await startProcess(options('setInterval(() => {}, 2000)'));
    running.push(left, stranger);
    const file = join(folder, 'processes.json');
    const records = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; command: string }[];
    writeFileSync(file, JSON.stringify([...records, { pid: stranger.pid, command: 'another' }]));

    expect(await endLeftovers(folder)).toBe(1);
    expect(isAlive(left.pid)).toBe(false);
    expect(isAlive(stranger.pid)).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  it('and temporary folders do not outlive a parent that is killed', async () => {
    const library = join(import.meta.dirname, '..', '..', '..', 'scripts', 'lib');
    const temporary = join(folder, 'temporary');
    const child = JSON.stringify({ ...options(STUBBORN), logFile: join(folder, 'grandchild.log') });
    const parent = await startProcess(
      options(`
        const { mkdirSync } = await import('node:fs');
        const { startProcess } = await import('${join(library, 'processes.ts')}');
        const { tellWatchdog } = await import('${join(library, 'watchdog.ts')}');
        mkdirSync('${temporary}');
        tellWatchdog({ remove: '${temporary}' });
        const child = await startProcess({ ...${child}, stopSignal: 'SIGKILL' });
        console.log('pid ' + child.pid);
        setInterval(() => {}, 1000);
      `),
    );
    running.push(parent);
    const pid = Number(
      (await waitFor(() => /pid (\d+)/.exec(log()), { what: 'the grandchild' }))[1],
    );
    expect(isAlive(pid)).toBe(true);
    await parent.kill();

    await waitFor(() => !isAlive(pid), { what: 'the grandchild to end' });
    await waitFor(() => !existsSync(temporary), { what: 'the folder to go' });
  });
});
