import type { Check, Checker } from './check.ts';

const ENOUGH = 0.5;

/** Whether the org has API calls left for the shop's events. */
export const checkApiAllotment: Checker = async ({ client }): Promise<Check[]> => {
  const limits = await client.request<{ DailyApiRequests?: { Max: number; Remaining: number } }>(
    'GET',
    '/limits',
  );
  const { Max: max = 0, Remaining: left = 0 } = limits.DailyApiRequests ?? {};
  const share = max > 0 ? left / max : 0;
  const percent = Math.round(share * 100);
  const evidence = `${left} of ${max} API calls of 24 hours are left (${percent} %).`;
  if (share >= ENOUGH) return [{ check: 'api_allotment', status: 'ok', evidence, fix: '' }];
  return [
    {
      check: 'api_allotment',
      status: left > 0 ? 'warning' : 'failed',
      evidence,
      fix: 'See which integrations use them, or ask Salesforce for more.',
      path: '/lightning/setup/CompanyProfileInfo/home',
    },
  ];
};
