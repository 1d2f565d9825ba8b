import { notFound, refuse } from '../records/refusal.ts';
import type { Handler } from '../rest/call.ts';
import { basicInformation } from '../rest/describe.ts';

const SCRATCH_ORG_INFO = 'ScratchOrgInfo';

export const scratchOrgInfo: Handler = (call) =>
  basicInformation(call, { object: SCRATCH_ORG_INFO });

/** A hub whose allocation of scratch orgs is none refuses each, as the platform words it. */
export const refuseScratchOrg: Handler = ({ org }) => {
  if (!org.schema.object(SCRATCH_ORG_INFO)) throw notFound();
  throw refuse(
    'LIMIT_EXCEEDED',
    'The signup request failed because this organization has reached its active scratch org limit',
  );
};
