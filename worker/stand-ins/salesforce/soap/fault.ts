import { MalformedXml } from '../metadata/element.ts';
import { escapeXml, xmlOf } from '../metadata/write-xml.ts';
import { Refused } from '../records/refusal.ts';

/** A request that never got as far as the platform's own rules. */
export class ClientFault extends Error {}

/** What is wrong, as SOAP tells it. Rethrows what is no refusal. */
export function faultOf(error: unknown): string {
  if (error instanceof ClientFault || error instanceof MalformedXml) {
    return fault('soapenv:Client', error.message, '');
  }
  if (!(error instanceof Refused)) throw error;
  const [{ code, message } = { code: 'UNKNOWN_EXCEPTION', message: '' }] = error.refusals;
  const text =
    code === 'INVALID_SESSION_ID'
      ? 'Invalid Session ID found in SessionHeader: Illegal Session'
      : message;
  const kind = kindOf(code);
  const inside = xmlOf('sf:exceptionCode', code) + xmlOf('sf:exceptionMessage', text);
  const detail = `<detail><sf:${kind} xsi:type="sf:${kind}">${inside}</sf:${kind}></detail>`;
  return fault(`sf:${code}`, `${code}: ${text}`, detail);
}

function fault(code: string, message: string, detail: string): string {
  const inside = `<faultcode>${escapeXml(code)}</faultcode>${xmlOf('faultstring', message)}`;
  return `<soapenv:Fault>${inside}${detail}</soapenv:Fault>`;
}

const KINDS: Record<string, string> = {
  INVALID_FIELD: 'InvalidFieldFault',
  INVALID_TYPE: 'InvalidSObjectFault',
  MALFORMED_QUERY: 'MalformedQueryFault',
  INVALID_QUERY_LOCATOR: 'InvalidQueryLocatorFault',
  INVALID_LOGIN: 'LoginFault',
  MALFORMED_ID: 'InvalidIdFault',
};

function kindOf(code: string): string {
  return KINDS[code] ?? 'UnexpectedErrorFault';
}
