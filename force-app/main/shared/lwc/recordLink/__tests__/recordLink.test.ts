import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';
import RecordLink from 'c/recordLink';

setup();

async function link(): Promise<HTMLAnchorElement> {
  const element = createElement('c-record-link', { is: RecordLink });
  Object.assign(element, { recordId: '003', objectApiName: 'Contact', label: 'Ada' });
  document.body.appendChild(element);
  await new Promise((resolve) => setTimeout(resolve));
  await expect(element).toBeAccessible();
  return element.shadowRoot?.querySelector('a') as HTMLAnchorElement;
}

afterEach(() => {
  document.body.replaceChildren();
});

it('is a link of its own, which a click opens inside of the app', async () => {
  const anchor = await link();
  expect(anchor.textContent).toBe('Ada');
  expect(anchor.getAttribute('href')).toBeTruthy();
  const click = new MouseEvent('click', { cancelable: true });
  anchor.dispatchEvent(click);
  expect(click.defaultPrevented).toBe(true);
});

it('leaves a click for a new tab to the browser', async () => {
  const anchor = await link();
  const click = new MouseEvent('click', { cancelable: true, ctrlKey: true });
  anchor.dispatchEvent(click);
  expect(click.defaultPrevented).toBe(false);
});
