import type { Request, Response } from 'express';
import { bodyText } from '../../kit/server.ts';
import { originOf } from '../events/origin.ts';
import { childOf, parseElement, textIn, type Element } from '../metadata/element.ts';
import { xmlOf } from '../metadata/write-xml.ts';
import type { Caller, Org } from '../org.ts';
import { refuse } from '../records/refusal.ts';
import { purge } from '../records/restore.ts';
import { signIn } from '../rest/sign-in.ts';
import { isServed } from '../rest/versions.ts';
import { ClientFault, faultOf } from './fault.ts';
import { OPERATIONS } from './operations.ts';
import { refuseLogin } from './session.ts';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const PATH = /^\/services\/Soap\/([uc])\/(\d+\.0)(?:\/\w+)?$/;
const WSDLS: Record<string, string> = { u: 'partner', c: 'enterprise' };

/** Answers one request to `/services/Soap/u|c/NN.0`; false when the path is another. */
export function answerSoap(
  org: Org,
  path: string,
  request: Request,
  response: Response,
  adminToken?: string,
): boolean {
  const [, kind, number] = PATH.exec(path) ?? [];
  const version = `v${number ?? ''}`;
  if (kind === undefined) return false;
  const wsdl = WSDLS[kind] ?? 'partner';
  response.set('Content-Type', 'text/xml;charset=UTF-8');
  try {
    if (request.method !== 'POST') throw new ClientFault('HTTP method GET not allowed');
    if (!isServed(version)) {
      throw refuse('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL');
    }
    const inside = work(org, version, wsdl, bodyText(request), adminToken);
    response.status(200).end(envelope(wsdl, inside, limitInfo(org)));
  } catch (error) {
    response.status(500).end(envelope(wsdl, faultOf(error)));
  }
  return true;
}

function work(org: Org, version: string, wsdl: string, text: string, adminToken?: string): string {
  const root = parseElement(text);
  const header = childOf(root, 'Header');
  const body = childOf(root, 'Body')?.children[0];
  if (!body) throw new ClientFault('Missing body in the SOAP request');
  // An enterprise client would read a query's records by another form than is written here.
  const isServedHere = wsdl === 'partner' || !body.name.startsWith('query');
  const operation = isServedHere ? OPERATIONS.get(body.name) : undefined;
  if (body.name === 'login') refuseLogin();
  if (!operation) {
    throw new ClientFault(
      `No operation available for request {urn:${wsdl}.soap.sforce.com}${body.name}, please check the WSDL for the service.`,
    );
  }
  const session = textIn(childOf(header, 'SessionHeader'), 'sessionId');
  const caller = callerOf(org, header, session, adminToken);
  if (org.allowance.used() >= org.allowance.max) {
    throw refuse('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  }
  org.allowance.count();
  purge(org);
  const allOrNone = textIn(childOf(header, 'AllOrNoneHeader'), 'allOrNone') === 'true';
  const client = textIn(childOf(header, 'CallOptions'), 'client');
  const origin = originOf('soap', version, client && `client=${client}`);
  const result = org.database.as({ userId: caller.userId, origin }, () =>
    operation({ org, caller, version, body, session, allOrNone }),
  );
  return `<${body.name}Response>${xmlOf('result', result)}</${body.name}Response>`;
}

/** SOAP says in elements what REST says in headers. */
function callerOf(
  org: Org,
  header: Element | undefined,
  session: string,
  adminToken?: string,
): Caller {
  const duplicates = childOf(header, 'DuplicateRuleHeader');
  const rules = ['allowSave', 'includeRecordDetails', 'runAsCurrentUser']
    .map((name) => `${name}=${textIn(duplicates, name)}`)
    .join('; ');
  const headers: Record<string, string> = { 'sforce-duplicate-rule-header': rules };
  if (session) headers.authorization = `Bearer ${session}`;
  return signIn(org, (name) => headers[name], adminToken);
}

function limitInfo(org: Org): string {
  const current = org.allowance.used();
  const limitInfo = { current, limit: org.allowance.max, type: 'API REQUESTS' };
  return `<soapenv:Header>${xmlOf('LimitInfoHeader', { limitInfo })}</soapenv:Header>`;
}

function envelope(wsdl: string, inside: string, header = ''): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="${ENVELOPE}" xmlns="urn:${wsdl}.soap.sforce.com"` +
    ` xmlns:sf="urn:fault.${wsdl}.soap.sforce.com"` +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `${header}<soapenv:Body>${inside}</soapenv:Body></soapenv:Envelope>`
  );
}
