import { joinCampaigns } from '../compose/people/campaigns.ts';
import type { JobContext } from './jobs/job.ts';
import { tellReviews } from './report/tell-reviews.ts';
import { recheckReviews, withdrawReviews } from './report/withdraw-reviews.ts';

/** How often Salesforce is asked what became of candidates, and of members it refused. */
const ASK_MS = 5 * 60_000;

type Parts = Pick<JobContext, 'pool' | 'boss' | 'client' | 'log'>;

/**
 * Makes the function that keeps an org’s match reviews true: what is no longer in doubt is withdrawn,
 * and Salesforce shows the rest. Without reviews and people due in a campaign it costs no API call.
 */
export function createReviewKeeper({ pool, boss, client, log }: Parts): () => Promise<void> {
  let asked = 0;
  return async () => {
    const { org } = client;
    await withdrawReviews(pool, boss, org.id);
    await tellReviews(pool, client, log);
    if (Date.now() - asked < ASK_MS) return;
    asked = Date.now();
    const { refused } = await joinCampaigns(pool, client);
    if (refused.length > 0)
      log.warn({ org: org.id, codes: [...new Set(refused)] }, 'campaign.refused');
    await recheckReviews(pool, boss, client);
  };
}
