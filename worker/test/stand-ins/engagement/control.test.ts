import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRecipe } from '../../../stand-ins/engagement/recipes/recipe.ts';
import { ADMIN_TOKEN, openOrg, openPlace, openUnitBeside } from './unit-kit.ts';

const LEAD = { LastName: 'Keim', Company: 'Keim', Email: 'ada@example.com' };
const LEFT = { ...LEAD, Cart_Status__c: 'Abandoned' };

async function local(url: string, path: string, method = 'GET', body?: unknown): Promise<unknown> {
  const response = await fetch(`${url}/__local__${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return text === '' ? response.status : (JSON.parse(text) as unknown);
}

describe('control of the business unit', () => {
  it('shows the outbox, and of each participant the step and what happened there', async () => {
    const { unit, create } = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
    await create('Lead', LEFT);
    await local(unit.url, '/tick', 'POST');

    expect(await local(unit.url, '/outbox')).toMatchObject([{ to: 'ada@example.com' }]);
    expect(await local(unit.url, '/programs')).toMatchObject([
      {
        name: 'Abandoned cart',
        participants: [
          {
            email: 'ada@example.com',
            step: 'wait-1',
            log: [
              { step: 'still-left-1', outcome: 'yes' },
              { step: 'mail-1', outcome: 'sent' },
            ],
          },
        ],
      },
    ]);
    expect(await local(unit.url, '/outbox', 'DELETE')).toBe(204);
    expect(await local(unit.url, '/outbox')).toEqual([]);
  });

  it('pauses and resumes a program', async () => {
    const { unit, create } = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
    const [program] = (await local(unit.url, '/programs')) as { id: number }[];
    const path = `/programs/${String(program?.id)}`;
    await local(unit.url, path, 'PATCH', { status: 'Paused' });
    await create('Lead', LEFT);
    await unit.tick();
    expect(unit.outbox()).toEqual([]);
    await local(unit.url, path, 'PATCH', { status: 'Running' });
    await unit.tick();
    expect(unit.outbox()).toHaveLength(1);
  });

  it('says what Salesforce answered when it cannot be read, and makes up for it', async () => {
    const { org, unit, create } = await openPlace();
    org.faults.add({ path: 'queryAll', status: 503, body: 'Maintenance' });
    await create('Lead', LEAD);
    expect(await local(unit.url, '/tick', 'POST')).toMatchObject({
      errors: [{ what: 'reading changes', message: expect.stringContaining('503') as string }],
    });
    expect(await local(unit.url, '/tick', 'POST')).toMatchObject({ waiting: 0 });
    expect(await local(unit.url, '/connector')).toMatchObject({ api: { used: 0, limit: 25_000 } });
  });

  it('keeps everything over a restart, the step a prospect waits at included', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unit-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const options = { file: join(folder, 'unit.jsonl'), recipes: [readRecipe('abandoned-cart')] };
    const { org, create } = await openOrg();
    const first = await openUnitBeside(org, options);
    await create('Lead', LEFT);
    await first.unit.tick();
    await first.unit.close();

    const second = await openUnitBeside(org, options);
    await second.unit.tick();
    expect(second.unit.outbox()).toHaveLength(1);
    expect(await second.all('objects/engagement-studio-programs', 'name')).toHaveLength(1);
    expect(await second.prospect('ada@example.com', 'Cart_Status__c')).toEqual({
      Cart_Status__c: 'Abandoned',
    });
  });

  it('goes back to the state after the first start, its recipes included', async () => {
    const { unit, api, all } = await openPlace({ recipes: [readRecipe('abandoned-cart')] });
    await api('POST', 'objects/prospects', { email: 'ada@example.com' });
    await api('POST', 'objects/lists', { name: 'Mine' });
    expect(await local(unit.url, '/reset', 'POST')).toBe(204);
    expect(await all('objects/prospects', 'id')).toEqual([]);
    const lists = (await all('objects/lists', 'name')).map(({ name }) => name);
    expect(lists).toEqual(['Cart - Abandoned', 'Cart - Recovered', 'Cart - Cold']);
  });

  it('runs as a process of its own and goes when told to', async () => {
    const { org } = await openOrg();
    const main = fileURLToPath(new URL('../../../stand-ins/engagement/main.ts', import.meta.url));
    const login = ['--salesforce-url', org.url, '--access-token', ADMIN_TOKEN];
    const unit = spawn(process.execPath, [main, ...login, '--recipe', 'abandoned-cart']);
    onTestFinished(() => void unit.kill('SIGKILL'));
    const [line] = (await once(unit.stdout, 'data')) as [Buffer];
    const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
    expect(await local(url, '/programs')).toMatchObject([{ status: 'Running' }]);
    unit.kill('SIGTERM');
    expect(await once(unit, 'exit')).toEqual([0, null]);
  });
});
