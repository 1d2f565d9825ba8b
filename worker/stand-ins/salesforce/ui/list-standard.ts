import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { screenId } from './components.ts';
import { columnAt } from './list-column.ts';
import { recentView, type ListView } from './list-view.ts';

interface Standard {
  all: [apiName: string, label: string];
  mine: [apiName: string, label: string];
  recent: string;
  columns: string[];
}

/** The lists that come with the platform's own objects. */
const STANDARD: Record<string, Standard> = {
  Account: {
    all: ['AllAccounts', 'All Accounts'],
    mine: ['MyAccounts', 'My Accounts'],
    recent: 'RecentlyViewedAccounts',
    columns: ['Name', 'Site', 'Phone', 'Owner.Alias'],
  },
  Contact: {
    all: ['AllContacts', 'All Contacts'],
    mine: ['MyContacts', 'My Contacts'],
    recent: 'RecentlyViewedContacts',
    columns: ['Name', 'AccountId', 'Title', 'Phone', 'Email', 'Owner.Alias'],
  },
  Lead: {
    all: ['AllOpenLeads', 'All Open Leads'],
    mine: ['MyLeads', 'My Leads'],
    recent: 'RecentlyViewedLeads',
    columns: ['Name', 'Company', 'Phone', 'Email', 'Status', 'Owner.Alias'],
  },
};

export function standardListViews(call: Call, object: ObjectType): ListView[] {
  const standard = STANDARD[object.name];
  if (!standard) return [];
  const columns = standard.columns.flatMap((path) => columnAt(call, object, path) ?? []);
  const converted = call.org.schema.field(object, 'IsConverted');
  const open = converted
    ? [{ field: converted, path: converted.name, operation: 'equals', value: '0' }]
    : [];
  const view = ([apiName, label]: [string, string], scope: string): ListView => {
    const id = screenId('00B', object.name, apiName);
    return { id, apiName, label, object, recent: false, columns, scope, filters: open, logic: '' };
  };
  const recentId = screenId('00B', object.name, standard.recent);
  return [
    view(standard.all, 'Everything'),
    view(standard.mine, 'Mine'),
    recentView(call, object, recentId, standard.recent),
  ];
}
