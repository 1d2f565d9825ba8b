import type { Org } from '../org.ts';
import type { Feature } from '../schema/features/features.ts';
import { CURRENCY } from '../schema/features/multi-currency.ts';
import { completeAddresses } from './addresses.ts';
import { wholeSeconds } from './parse-value.ts';
import { Refused } from './refusal.ts';
import type { Value } from './row.ts';

/** The corporate currency comes first. */
const CURRENCIES: [code: string, rate: string][] = [
  ['USD', '1'],
  ['EUR', '0.92'],
  ['GBP', '0.79'],
];
const RECORD_TYPES: [name: string, developerName: string, isPerson: boolean][] = [
  ['Business Account', 'Business_Account', false],
  ['Person Account', 'PersonAccount', true],
];

/** Gives the org a feature for good, with what it brings to the records there are. */
export function enableFeature(org: Org, feature: Feature): void {
  if (org.features.has(feature)) return;
  org.features.enable(feature);
  org.reload();
  if (feature === 'multiCurrency') beginCurrencies(org);
  else if (feature === 'personAccounts') beginPersonAccounts(org);
  else beginAddressCodes(org);
}

function put(org: Org, objectName: string, values: Record<string, Value>): string {
  const object = org.schema.object(objectName);
  if (!object) throw new Error(`The schema lacks ${objectName}.`);
  const now = wholeSeconds(org.clock.now());
  const by = org.residents.adminId;
  const Id = org.database.newId(object);
  org.database.put(object, {
    IsDeleted: false,
    CreatedDate: now,
    CreatedById: by,
    LastModifiedDate: now,
    LastModifiedById: by,
    SystemModstamp: now,
    ...values,
    Id,
  });
  return Id;
}

function beginCurrencies(org: Org): void {
  for (const [place, [IsoCode, ConversionRate]] of CURRENCIES.entries()) {
    const IsCorporate = place === 0;
    const shared = { DecimalPlaces: '2', IsActive: true };
    put(org, 'CurrencyType', { IsoCode, ConversionRate, IsCorporate, ...shared });
  }
  const { corporate } = org.features.currencies();
  for (const object of org.schema.objects) {
    if (!org.schema.field(object, CURRENCY)) continue;
    const isUser = object.name === 'User' ? { DefaultCurrencyIsoCode: corporate } : {};
    for (const row of org.database.table(object).all()) {
      org.database.put(object, { ...row, ...isUser, [CURRENCY]: corporate });
    }
  }
}

function beginPersonAccounts(org: Org): void {
  const ids = RECORD_TYPES.map(([Name, DeveloperName, IsPersonType]) =>
    put(org, 'RecordType', {
      Name,
      DeveloperName,
      IsPersonType,
      IsActive: true,
      SobjectType: 'Account',
      NamespacePrefix: null,
    }),
  );
  const account = org.schema.object('Account');
  if (!account) return;
  for (const row of org.database.table(account).all()) {
    org.database.put(account, { ...row, IsPersonAccount: false, RecordTypeId: ids[0] ?? null });
  }
}

/** Texts that are no known state or country stay as they are until somebody changes them. */
function beginAddressCodes(org: Org): void {
  for (const object of org.schema.objects) {
    const texts = object.fields.filter(({ name }) => /(State|Country)$/.test(name));
    if (!['Account', 'Contact', 'Lead'].includes(object.name)) continue;
    for (const row of org.database.table(object).all()) {
      const filled = { ...row };
      try {
        completeAddresses(object, filled, new Map(texts.map((field) => [field, null])));
        org.database.put(object, filled);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
  }
}
