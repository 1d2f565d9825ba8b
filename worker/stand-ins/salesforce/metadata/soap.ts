import type { Request, Response } from 'express';
import { bodyText } from '../../kit/server.ts';
import type { Org } from '../org.ts';
import { Refused, refuse } from '../records/refusal.ts';
import { signIn } from '../rest/sign-in.ts';
import { MalformedXml, childOf, parseElement, textIn, type Element } from './element.ts';
import { OPERATIONS } from './operations.ts';
import { xmlOf, type Tree } from './write-xml.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const PATH = /^\/services\/Soap\/m\/(\d+\.0)(?:\/\w+)?$/;

/** A SOAP fault in the platform's words: whose fault it is, and why. */
class Fault extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers one request to `/services/Soap/m/NN.0`; false when the path is another. */
export function answerMetadata(
  org: Org,
  path: string,
  request: Request,
  response: Response,
  adminToken?: string,
): boolean {
  const version = PATH.exec(path)?.[1];
  if (version === undefined) return false;
  response.set('Content-Type', 'text/xml;charset=UTF-8');
  try {
    if (request.method !== 'POST') throw new Fault('soapenv:Client', 'HTTP method GET not allowed');
    response.status(200).end(envelope(work(org, version, bodyText(request), adminToken)));
  } catch (error) {
    response.status(500).end(envelope(faultOf(error)));
  }
  return true;
}

function work(org: Org, version: string, text: string, adminToken?: string): string {
  const root = parseElement(text);
  const header = childOf(root, 'Header');
  const session = textIn(childOf(header, 'SessionHeader'), 'sessionId');
  const operation: Element | undefined = childOf(root, 'Body')?.children[0];
  if (!operation) throw new Fault('soapenv:Client', 'Missing body in the SOAP request');
  const caller = signIn(
    org,
    (name) => (name === 'authorization' && session ? `Bearer ${session}` : undefined),
    adminToken,
  );
  if (org.allowance.used() >= org.allowance.max) {
    throw refuse('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
  }
  org.allowance.count();
  const answer = OPERATIONS[operation.name];
  if (!answer) {
    throw new Fault(
      'soapenv:Client',
      `No operation available for request {${METADATA}}${operation.name}, please check the WSDL for the service.`,
    );
  }
  if (!caller.rights.metadata) {
    throw refuse(
      'INSUFFICIENT_ACCESS',
      'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    );
  }
  const result: Tree = answer({ org, caller, version, body: operation });
  const results = xmlOf('result', result);
  return `<${operation.name}Response xmlns="${METADATA}">${results}</${operation.name}Response>`;
}

function faultOf(error: unknown): string {
  const [code, message] = told(error);
  const inside = xmlOf('faultcode', code) + xmlOf('faultstring', message);
  return `<soapenv:Fault>${inside}</soapenv:Fault>`;
}

function told(error: unknown): [code: string, message: string] {
  if (error instanceof Fault) return [error.code, error.message];
  if (error instanceof MalformedXml) return ['soapenv:Client', error.message];
  if (!(error instanceof Refused)) throw error;
  const [{ code, message } = { code: 'UNKNOWN_EXCEPTION', message: '' }] = error.refusals;
  const isSession = code === 'INVALID_SESSION_ID';
  const text = isSession ? 'Invalid Session ID found in SessionHeader: Illegal Session' : message;
  return [`sf:${code}`, `${code}: ${text}`];
}

function envelope(inside: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    `<soapenv:Envelope xmlns:soapenv="${ENVELOPE}" xmlns:sf="${METADATA}"` +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body>${inside}</soapenv:Body></soapenv:Envelope>`
  );
}
