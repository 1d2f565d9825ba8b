import type { StackDescription } from '../../../scripts/lib/stack-file.ts';
import { call, controlOf, type Control } from './http.ts';

export interface SentMail {
  to: string;
  template: string;
  subject: string;
  text: string;
}

/** The Account Engagement business unit as its marketer sees it. */
export interface UnitDriver extends Control {
  /** What the programs would have sent to this address, oldest first. */
  mailsTo(email: string): Promise<SentMail[]>;
  /** The fields of every prospect with this address, by the API. */
  prospects(email: string, fields: string): Promise<Record<string, unknown>[]>;
  /** Days in which nothing changes in Salesforce: it is asked before and after, not 720 times each. */
  pass(milliseconds: number): Promise<void>;
  /** What the connector could not do, in words. */
  troubles(): Promise<string[]>;
}

/** So often the connector asks Salesforce. */
const SYNC_MS = 2 * 60_000;

export function driveUnit(
  { url, businessUnitId }: NonNullable<StackDescription['engagement']>,
  { accessToken }: StackDescription['salesforce'],
): UnitDriver {
  const control = controlOf(url);
  const pause = (connectorPaused: boolean): Promise<void> =>
    call(`${url}/__local__/connector`, { method: 'PATCH', body: { connectorPaused } });
  return {
    ...control,
    async pass(milliseconds) {
      await control.advance(SYNC_MS);
      await pause(true);
      await control.advance(milliseconds);
      await pause(false);
      await control.advance(SYNC_MS);
    },
    async mailsTo(email) {
      const mails = await call<SentMail[]>(`${url}/__local__/outbox`);
      return mails.filter(({ to }) => to === email);
    },
    async prospects(email, fields) {
      const query = `fields=${fields}&email=${encodeURIComponent(email)}`;
      const { values } = await call<{ values: Record<string, unknown>[] }>(
        `${url}/api/v5/objects/prospects?${query}`,
        {
          headers: {
            authorization: `Bearer ${accessToken}`,
            'pardot-business-unit-id': businessUnitId,
          },
        },
      );
      return values;
    },
    async troubles() {
      const { errors } = await call<{ errors: { message: string }[] }>(
        `${url}/__local__/connector`,
      );
      return errors.map(({ message }) => message);
    },
  };
}
