import { randomUUID } from 'node:crypto';
import { status, type Metadata } from '@grpc/grpc-js';
import type { Caller, Org } from '../../org.ts';
import { normaliseId } from '../../records/ids.ts';
import { Refused } from '../../records/refusal.ts';
import { signIn } from '../../rest/sign-in.ts';
import { Failure } from './failure.ts';

/** One call, from whoever the metadata say. */
export interface Visit {
  org: Org;
  rpcId: string;
  /** The user with the rights of this moment. Throws UNAUTHENTICATED once the session is over. */
  caller: () => Caller;
}

/** Looks at the metadata of a call. Throws Failure when they are missing or good for nothing. */
export function visit(org: Org, metadata: Metadata, adminToken: string | undefined): Visit {
  const refusal = org.events.streams.takeRefusal();
  if (refusal) {
    const code = status[refusal.status as keyof typeof status];
    throw new Failure(code, refusal.errorCode, 'The call was refused.');
  }
  const rpcId = randomUUID();
  const text = (name: string): string => String(metadata.get(name)[0] ?? '').trim();
  const missing = ['accesstoken', 'instanceurl', 'tenantid'].filter((name) => text(name) === '');
  if (missing.length > 0) {
    throw new Failure(
      status.UNAUTHENTICATED,
      'service.auth.headers.invalid',
      `The metadata headers are blank or missing: ${missing.join(', ')}.`,
      rpcId,
    );
  }
  const token = text('accesstoken');
  const header = (name: string): string | undefined =>
    name === 'authorization' ? `Bearer ${token}` : undefined;
  const isOurs = normaliseId(text('tenantid')) === org.residents.orgId;
  const isAddress = URL.canParse(text('instanceurl'));
  const caller = (): Caller => {
    try {
      if (isOurs && isAddress) return signIn(org, header, adminToken);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    throw new Failure(
      status.UNAUTHENTICATED,
      'service.auth.error',
      'An authentication exception occurred. Provide valid authentication via metadata headers.',
      rpcId,
    );
  };
  caller();
  return { org, rpcId, caller };
}
