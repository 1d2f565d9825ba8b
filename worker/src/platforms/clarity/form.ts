import type { Failure } from '../../shared/failure.ts';
import type { FormErrors, Place, ReadForm, ShopForm, Typed } from '../shop-form.ts';
import { afterwards } from './afterwards.ts';
import { typedOf } from './typed-of.ts';
import { GROUPS } from './fields.ts';
import { readTyped, type Read } from './typed.ts';

export const form: ShopForm = { groups: GROUPS, read, typedOf, explain, afterwards };

function read(typed: Typed, place: Place): ReadForm {
  const { errors, read: given } = readTyped(typed);
  if (errors) return { errors };
  const inTheOpen = openAddresses(given, place);
  if (Object.keys(inTheOpen).length > 0) return { errors: inTheOpen };
  const { shopId, apiUrl, ...shop } = given.shop;
  const connection = { ...shop, shopId, apiUrl, access: accessOf(given), ...proofOf(given) };
  return { read: { connection, producer: shopId, isUnique: false, idHint: shopId } };
}

/** Secrets and records travel to these: in the open only where the worker itself is on one machine. */
function openAddresses({ shop, access }: Read, { workerUrl }: Place): FormErrors {
  if (!workerUrl.startsWith('https:')) return {};
  const sentence = 'This address must begin with https.';
  const token = access.accessMethod === 'oauth' ? access.tokenUrl : 'https:';
  return {
    ...(!shop.apiUrl.startsWith('https:') && { apiUrl: sentence }),
    ...(!token.startsWith('https:') && { tokenUrl: sentence }),
  };
}

function accessOf({ access }: Read): Record<string, unknown> {
  if (access.accessMethod === 'apiKey') {
    return { method: 'apiKey', header: access.apiKeyHeader, apiKey: access.apiKey };
  }
  const { tokenUrl, clientId, clientSecret, scope } = access;
  return { method: 'oauth', tokenUrl, clientId, clientSecret, ...(scope && { scope }) };
}

function proofOf({ proof }: Read): Record<string, unknown> {
  if (!proof) return {};
  return {
    proof:
      proof.proofMethod === 'signature'
        ? { method: 'signature', secrets: [proof.signingSecret] }
        : { method: 'header', header: proof.proofHeader, secrets: [proof.headerSecret] },
  };
}

function explain({ kind, details, message, nextStep }: Failure, typed: Typed): FormErrors {
  const key = typed.accessMethod === 'apiKey' ? 'apiKey' : 'clientSecret';
  if (kind === 'shop_unknown') return { shopId: message };
  if (Array.isArray(details.lacks)) {
    const lacking = details.lacks.map(String).join(', ');
    return { [key]: `The shop lets Cartbridge in, but it may not read: ${lacking}.` };
  }
  if (kind === 'shop_auth' && details.status === undefined) return { apiUrl: message };
  if (kind === 'shop_auth') {
    // Only a token is asked for by POST.
    return details.method === 'POST'
      ? { clientSecret: 'The shop gives no token for this client id and secret. Copy them again.' }
      : { [key]: 'The shop’s API does not accept this access. Copy it again.' };
  }
  if (kind === 'shop_shape') {
    return { apiUrl: `What answers there is not the published contract. ${message}` };
  }
  if (kind === 'shop_unavailable' || kind === 'shop_rate_limited') {
    return { form: `${message} Check the addresses, wait a minute, then press Connect again.` };
  }
  return { form: [message, nextStep].filter(Boolean).join(' ') };
}
