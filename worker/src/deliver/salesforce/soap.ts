import { Failure } from '../../shared/failure.ts';
import { callFailure } from './call-failure.ts';
import { API_VERSION, type SalesforceClient } from './client.ts';
import { childrenOf, readXml, textIn, type XmlElement } from './xml.ts';

const DEADLINE_MS = 60_000;
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/**
 * One call of the SOAP partner API with the client's session, for what REST cannot do.
 * @param request the operation's element; names of the prefix `s` are those of a record
 * @returns its `result` elements, in their order. Throws a Failure.
 */
export async function callSoap(client: SalesforceClient, request: string): Promise<XmlElement[]> {
  let body = await send(client, request);
  if (faultCode(body) === 'INVALID_SESSION_ID') {
    // SOAP has no 401 by which a session would be renewed; a REST call has.
    await client.request('GET', '/limits');
    body = await send(client, request);
  }
  const code = faultCode(body);
  if (code === null) return childrenOf(body?.children[0], 'result');
  const fault = textIn(childrenOf(body, 'Fault')[0], 'faultstring');
  throw callFailure(Object.assign(new Error(fault), { errorCode: code }));
}

async function send(client: SalesforceClient, request: string): Promise<XmlElement | undefined> {
  const { accessToken, instanceUrl } = await client.session();
  const text = await post(`${instanceUrl}/services/Soap/u/${API_VERSION}`, accessToken, request);
  try {
    return childrenOf(readXml(text), 'Body')[0];
  } catch (cause) {
    throw new Failure('salesforce_unavailable', 'Salesforce answered something that is no SOAP.', {
      cause,
    });
  }
}

async function post(url: string, accessToken: string, request: string): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""' },
      body:
        `<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="${ENVELOPE}"` +
        ' xmlns="urn:partner.soap.sforce.com" xmlns:s="urn:sobject.partner.soap.sforce.com">' +
        `<e:Header><SessionHeader><sessionId>${accessToken}</sessionId></SessionHeader>` +
        '<CallOptions><client>cartbridge</client></CallOptions></e:Header>' +
        `<e:Body>${request}</e:Body></e:Envelope>`,
      // Following one would hand the session to whatever host it names.
      redirect: 'manual',
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return await response.text();
  } catch (cause) {
    throw callFailure(cause);
  }
}

function faultCode(body: XmlElement | undefined): string | null {
  const [fault] = childrenOf(body, 'Fault');
  return fault ? textIn(fault, 'faultcode').replace(/^\w+:/, '') : null;
}
