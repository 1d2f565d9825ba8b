import type { Connection } from 'jsforce';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';

export const DONE = 'Closed - Converted';

export interface SoapError {
  statusCode: string;
  message: string;
}

export interface ConvertResult {
  success: boolean;
  leadId: string;
  accountId: string;
  contactId: string;
  opportunityId: string;
  errors: SoapError[];
}

export interface MergeResult {
  id: string;
  success: boolean;
  mergedRecordIds: string[];
  updatedRelatedIds: string[];
  errors: SoapError[];
}

/** jsforce's call, whose types leave out what its schema does not make optional. */
export async function convert(connection: Connection, wish: object): Promise<ConvertResult> {
  const soap = connection.soap as unknown as {
    convertLead(wish: object): Promise<ConvertResult>;
  };
  return soap.convertLead(wish);
}

export async function merge(connection: Connection, request: object): Promise<MergeResult> {
  const soap = connection.soap as unknown as { merge(request: object): Promise<MergeResult> };
  return soap.merge(request);
}

/** A SOAP request as curl would send it; the partner namespace serves either form. */
export async function sendSoap(
  org: LocalOrg,
  path: string,
  body: string,
  sessionId: string,
  header = '',
): Promise<{ status: number; text: string }> {
  const session = `<SessionHeader><sessionId>${sessionId}</sessionId></SessionHeader>`;
  const response = await fetch(`${org.url}/services/Soap/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', soapaction: '""' },
    body:
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"' +
      ' xmlns="urn:partner.soap.sforce.com">' +
      `<e:Header>${session}${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`,
  });
  return { status: response.status, text: await response.text() };
}
