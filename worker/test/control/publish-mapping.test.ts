import { defaultTemplate, type Mapping } from '#mapping-engine';
import { describe, expect, it } from 'vitest';
import { saveVersion } from '../../src/shared/mapping-versions.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';
import { ADMIN } from '../deliver/use-org.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ORG, SHOP, useConnected, type Connected } from './control-kit.ts';

const connected = useConnected();

function changed(change: (mapping: Mapping) => void): Mapping {
  const mapping = structuredClone(defaultTemplate('bigcommerce').mapping);
  change(mapping);
  return mapping;
}

function channelRow(mapping: Mapping, target = 'Channel__c'): void {
  mapping.targets
    .find(({ id }) => id === 'Order__c')
    ?.rows.unshift({
      ...{ id: 'channel', source: [], steps: [], target, default: 'Shop' },
      ...{ direction: 'toSalesforce', rule: 'always' },
    });
}

interface Mappings extends Connected {
  named: (text: string) => string;
  versions: () => Record<string, unknown>[];
  /** Proposes a mapping as the administrator does; the id of its record. */
  propose: (definition: unknown) => Promise<SalesforceId>;
  publish: (version: string) => Promise<Record<string, unknown>>;
}

/** An org that is served, and whose mapping has been told of. */
async function mapped(namespace = ''): Promise<Mappings> {
  const kit = await connected({ namespace });
  const named = (text: string): string =>
    namespace ? text.replace(/\b(?=[A-Z]\w*__[cr]\b)/g, `${namespace}__`) : text;
  const ask = (soql: string): Record<string, unknown>[] => kit.org.query(named(soql));
  const versions = (): Record<string, unknown>[] =>
    ask(`SELECT Number__c, Status__c, Version_Key__c, Reason__c, Problems__c, Published_At__c,
         Mapping__r.Published_Version__c FROM Mapping_Version__c ORDER BY CreatedDate, Name`);
  kit.control();
  await waitFor(() => versions().length > 0, { what: 'the mapping to be told of' });
  return {
    ...kit,
    ...{ named, versions },
    async propose(definition) {
      const [mapping] = ask(`SELECT Id FROM Mapping__c WHERE Mapping_Key__c = '${SHOP}'`);
      const fields = {
        ...{ Mapping__c: mapping?.Id, Status__c: 'Proposed', Reason__c: 'Channel by hand' },
        Definition__c: JSON.stringify(definition),
      };
      const object = named('Mapping_Version__c');
      const response = await fetch(`${kit.org.url}/services/data/v66.0/sobjects/${object}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
        body: JSON.stringify(
          Object.fromEntries(Object.entries(fields).map(([name, value]) => [named(name), value])),
        ),
      });
      const answer = (await response.json()) as { id: SalesforceId };
      if (!response.ok) throw new Error(JSON.stringify(answer));
      return answer.id;
    },
    publish(version) {
      const [shop] = ask(`SELECT Id FROM Shop__c WHERE Shop_Key__c = '${SHOP}'`);
      return kit.ask('Publish Mapping', { version }, { Shop__c: shop?.Id });
    },
  };
}

describe('publishing a mapping', () => {
  it('lets the next order go by it, and Salesforce see both versions', async () => {
    const { propose, publish, versions, pool } = await mapped();

    const job = await publish(await propose(changed(channelRow)));

    expect(job).toMatchObject({ Status__c: 'Done', Result__c: '{"number":2}' });
    const mapping = { Published_Version__c: 2 };
    expect(versions()).toEqual([
      expect.objectContaining({
        ...{ Number__c: 1, Status__c: 'Superseded', Version_Key__c: `${SHOP}:1` },
        Mapping__r: expect.objectContaining(mapping) as unknown,
      }),
      expect.objectContaining({
        ...{ Number__c: 2, Status__c: 'Published', Version_Key__c: `${SHOP}:2` },
        Published_At__c: expect.stringMatching(/^\d{4}-/) as unknown,
      }),
    ]);
    const { rows } = await pool.query(
      `select author, reason, definition->'settings' as settings
       from cartbridge.mapping_version order by number`,
    );
    expect(rows).toMatchObject([
      { author: '', settings: { country: 'US', timeZone: 'America/Chicago' } },
      { author: expect.stringMatching(/\w/) as unknown, reason: 'Channel by hand' },
    ]);
  });

  it('of one that cannot work is refused, and says why for each row', async () => {
    const { propose, publish, versions, pool } = await mapped();
    const broken = changed((mapping) => {
      channelRow(mapping, 'Chanel__c');
    });

    const job = await publish(await propose(broken));
    const shapeless = await publish(await propose({ format: 1 }));

    expect(job).toMatchObject({ Status__c: 'Failed', Result__c: '{"problems":1}' });
    expect(shapeless).toMatchObject({ Status__c: 'Failed' });
    const refused = versions().filter(({ Status__c: status }) => status === 'Refused');
    expect(refused).toHaveLength(2);
    expect(JSON.parse(String(refused[0]?.Problems__c))).toMatchObject([
      { target: 'Order__c', row: 'channel', field: 'Chanel__c', severity: 'error' },
    ]);
    const { rows } = await pool.query('select mapping_version as number from cartbridge.shop');
    expect(rows).toEqual([{ number: 1 }]);
  });

  it('that ended in a crash half way goes on where it was, in an org with a namespace too', async () => {
    const { propose, publish, versions, pool, named } = await mapped('cb');
    const definition = changed(channelRow);
    const id = await propose(definition);
    const version = {
      ...{ orgId: ORG, shopId: SHOP, definition, salesforceId: id },
      ...{ author: 'Ada', reason: 'Channel by hand' },
    };
    // Two processes that both hold themselves for the one that serves the org.
    await Promise.all([saveVersion(pool, version), saveVersion(pool, version)]);

    const job = await publish(id);

    expect(job).toMatchObject({ Status__c: 'Done', Result__c: '{"number":2}' });
    expect(versions().map((one) => one[named('Status__c')])).toEqual(['Superseded', 'Published']);

    await saveVersion(pool, { ...version, salesforceId: null });
    const again = await publish(id);

    expect(again.Message__c).toContain('Version 2 was published before, and version 3 holds now.');
  });
});
