import { describe, expect, it } from 'vitest';
import type { ProgramPlan } from '../../../stand-ins/engagement/programs/model.ts';
import { DAY, mapped, openPlace, passQuietly, recipe, type Place } from './unit-kit.ts';

const template = (name: string): ProgramPlan['templates'][number] => ({
  name,
  subject: name,
  text: '',
});

/** One program for everybody on the static list "Guests". */
function forGuests(plan: Partial<ProgramPlan>, settings = {}): ReturnType<typeof recipe> {
  return recipe({
    settings,
    customFields: mapped('Interests__c'),
    lists: [{ name: 'Guests', description: '' }],
    programs: [
      {
        name: 'Guests',
        description: '',
        recipientLists: ['Guests'],
        suppressionLists: [],
        steps: [],
        templates: [template('Hello')],
        ...plan,
      },
    ],
  });
}

async function addGuest({ api, all }: Place, values: object = {}): Promise<number> {
  const made = await api('POST', 'objects/prospects', { email: 'guest@example.com', ...values });
  const [list] = await all('objects/lists', 'id');
  await api('POST', 'objects/list-memberships', { listId: list?.id, prospectId: made.body.id });
  return Number(made.body.id);
}

const SEND: ProgramPlan['steps'] = [{ id: 'send', kind: 'send', template: 'Hello' }];

describe('the program runner', () => {
  it('goes the way of yes on an external activity, and of no when none comes in time', async () => {
    const steps: ProgramPlan['steps'] = [
      {
        id: 'watch',
        kind: 'trigger',
        activity: { extension: 'Cartbridge', type: 'Cart_Abandoned' },
        upToDays: 3,
        yes: 'seen',
        no: 'unseen',
      },
      { id: 'seen', kind: 'change-field', field: 'Interests__c', value: 'seen' },
      { id: 'unseen', kind: 'change-field', field: 'Interests__c', value: 'unseen' },
    ];
    const place = await openPlace({ recipes: [forGuests({ steps })] });
    const { unit, api, prospect } = place;
    await addGuest(place);
    const made = await api('POST', 'objects/prospects', { email: 'quiet@example.com' });
    const [list] = await place.all('objects/lists', 'id');
    await api('POST', 'objects/list-memberships', { listId: list?.id, prospectId: made.body.id });
    await unit.tick();
    const activity = { extension: 'Cartbridge', type: 'Cart_Abandoned', value: 'cart-1' };
    await api('POST', 'external-activities', { ...activity, email: 'guest@example.com' });
    await unit.tick();

    const seen = async (email: string): Promise<unknown> =>
      (await prospect(email, 'Interests__c')).Interests__c;
    expect(await seen('guest@example.com')).toBe('seen');
    expect(await seen('quiet@example.com')).toBeNull();
    await passQuietly(place, 3 * DAY + 120_000);
    expect(await seen('quiet@example.com')).toBe('unseen');
  });

  it('lets people through once, unless it allows repeated entry', async () => {
    const settings = { allowRepeatedTemplates: true };
    const once = await openPlace({ recipes: [forGuests({ steps: SEND }, settings)] });
    await addGuest(once);
    await passQuietly(once, 7 * DAY);
    expect(once.unit.outbox()).toHaveLength(1);

    const repeat = { daysBetween: 2, maximum: 2 };
    const again = await openPlace({ recipes: [forGuests({ steps: SEND, repeat }, settings)] });
    await addGuest(again);
    await passQuietly(again, 7 * DAY);
    expect(again.unit.outbox()).toHaveLength(3);
  });

  it('fills merge fields, and leaves nothing where the prospect has nothing', async () => {
    const text =
      'Dear {{Recipient.FirstName}} {{ Recipient.LastName }}: {{Recipient.Interests__c}}';
    const templates = [{ ...template('Hello'), text }];
    const place = await openPlace({ recipes: [forGuests({ steps: SEND, templates })] });
    await addGuest(place, { firstName: 'Ada', Interests__c: 'Towels' });
    await place.unit.tick();
    expect(place.unit.outbox()).toMatchObject([{ text: 'Dear Ada : Towels' }]);
  });

  it('does not send a template twice to one prospect unless the account allows it', async () => {
    const repeat = { daysBetween: 1, maximum: 5 };
    const place = await openPlace({ recipes: [forGuests({ steps: SEND, repeat })] });
    await addGuest(place);
    await passQuietly(place, 3 * DAY);
    expect(place.unit.outbox()).toHaveLength(1);
  });

  it('lets who opted out of the list walk on without the mail', async () => {
    const steps: ProgramPlan['steps'] = [
      { id: 'send', kind: 'send', template: 'Hello', next: 'mark' },
      { id: 'mark', kind: 'change-field', field: 'Interests__c', value: 'passed' },
    ];
    const place = await openPlace({ recipes: [forGuests({ steps })] });
    await addGuest(place);
    const [membership] = await place.all('objects/list-memberships', 'id');
    const path = `objects/list-memberships/${String(membership?.id)}`;
    await place.api('PATCH', path, { optedOut: true });
    await place.unit.tick();

    expect(place.unit.outbox()).toEqual([]);
    expect(await place.prospect('guest@example.com', 'Interests__c')).toEqual({
      Interests__c: 'passed',
    });
  });

  it('refuses a program whose steps could go in circles', async () => {
    const { unit } = await openPlace();
    const steps: ProgramPlan['steps'] = [
      { id: 'one', kind: 'wait', days: 1, next: 'two' },
      { id: 'two', kind: 'wait', days: 1, next: 'one' },
    ];
    expect(() => unit.install(forGuests({ steps }))).toThrow(/"two" leads to "one"/);
  });
});
