import type { Queryable } from '../../shared/database/pool.ts';
import type { FailureKind } from '../../shared/failure.ts';
import type { OrgId, RecordKey, ShopId } from '../../shared/ids.ts';

/** What `Sync_Issue__c.Status__c` may say. */
export type IssueStatus = 'Open' | 'Retrying' | 'Solved' | 'Ignored';

/** A record of a shop whose events were put aside, and why. */
export interface ParkedRecord {
  recordKey: RecordKey;
  shopId: ShopId;
  events: number;
  firstSeenAt: Date;
  parkedAt: Date;
  /** Of the event that was put aside last. */
  body: string;
  reason: ParkedReason;
}

/** As `buffer/settle.ts` stores it. */
export interface ParkedReason {
  kind: FailureKind;
  message: string;
  nextStep?: string;
  /** `review` is what `External_Id__c` of a match review says. */
  details?: { code?: string; object?: string; fields?: string[]; review?: string };
}

/** Everything that is put aside in an org, by record. */
export async function findParkedRecords(db: Queryable, org: OrgId): Promise<ParkedRecord[]> {
  const { rows } = await db.query<ParkedRecord>(
    `select distinct on (record_key) record_key as "recordKey", shop_id as "shopId", body, reason,
            (count(*) over of_record)::int as events,
            min(received_at) over of_record as "firstSeenAt",
            max(settled_at) over of_record as "parkedAt"
     from cartbridge.event
     where org_id = $1 and state = 'parked' and record_key is not null
     window of_record as (partition by record_key)
     order by record_key, settled_at desc, id desc`,
    [org],
  );
  return rows;
}

/** The issues Salesforce holds as open that are no longer put aside, and what became of them. */
export async function findLeftIssues(
  db: Queryable,
  org: OrgId,
): Promise<{ recordKey: RecordKey; told: IssueStatus; now: IssueStatus }[]> {
  const { rows } = await db.query<{ recordKey: RecordKey; told: IssueStatus; now: IssueStatus }>(
    `select record_key as "recordKey", status as told,
       case when exists (select 1 from cartbridge.event
                         where event.record_key = issue.record_key and state = 'waiting')
            then 'Retrying' else 'Solved' end as now
     from cartbridge.issue
     where org_id = $1 and status in ('Open', 'Retrying')
       and record_key not in (select record_key from cartbridge.event
                              where org_id = $1 and state = 'parked' and record_key is not null
                              union all
                              select 'mapping:' || object || '.' || field
                              from cartbridge.paused_field where org_id = $1)`,
    [org],
  );
  return rows.filter(({ told, now }) => told !== now);
}
