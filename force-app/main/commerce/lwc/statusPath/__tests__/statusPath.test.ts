import StatusPath from 'c/statusPath';
import { wayOfOrder } from 'c/statuses';
import { settle, show } from '../../../../shared/lwc/query/__tests__/kit';
import { all, find } from '../../shopper/__tests__/deep';

async function path(status: string): Promise<HTMLElement> {
  const way = wayOfOrder(status, status);
  const element = show(StatusPath, { way, status });
  await settle();
  return element;
}

it('marks the present step, and those that are done', async () => {
  const element = await path('Shipped');
  const steps = all(element, 'li');
  expect(steps).toHaveLength(5);
  const current = steps.filter((step) => step.getAttribute('aria-current') === 'step');
  expect(current.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('c.Shopper_Path_Shipped'),
  ]);
  expect(steps.filter(({ className }) => className.includes('slds-is-complete'))).toHaveLength(3);
  await expect(element).toBeAccessible();
});

it('shows an order that was refunded as ended, in words and not by colour alone', async () => {
  const element = await path('Refunded');
  const [, last] = all(element, 'li');
  expect(last?.className).toContain('slds-is-lost');
  expect(last?.textContent).toContain('Refunded');
  expect(last?.textContent).toContain('c.Shopper_Path_Ended');
  const badge = find(element, 'c-status-badge') as (HTMLElement & { tone: string }) | null;
  expect(badge?.tone).toBe('ended');
  expect(find(element, '.slds-badge')?.textContent).toContain('Refunded');
  await expect(element).toBeAccessible();
});
