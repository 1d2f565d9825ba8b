import { query } from 'c/query';

/** Whether the user may ask the worker, and when that was last heard of. */
export const RIGHTS = query(`
  query privacy {
    uiapi {
      objectInfos(apiNames: ["Sync_Job__c"]) { createable }
      query {
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) @optional {
          edges { node { Id Heard_At__c { value } } }
        }
      }
    }
  }
`);

/** A privacy job with what it answered. */
export const JOB = query(`
  query privacyJob($job: ID) {
    uiapi {
      query {
        Sync_Job__c(first: 1, where: { Id: { eq: $job } }) {
          edges { node {
            Id
            Name { value }
            Status__c { value }
            Message__c { value }
            Result__c { value }
            Total__c { value }
            Completed__c { value }
          } }
        }
        Sync_Result__c(
          first: 500
          where: { Sync_Job__c: { eq: $job } }
          orderBy: { Sort__c: { order: ASC } }
        ) @optional {
          edges { node { Id Data__c { value } } }
        }
      }
    }
  }
`);

/** What the people are called in Salesforce, as far as the user may see them. */
export const NAMES = query(`
  query people($ids: [ID]) {
    uiapi {
      query {
        Contact(first: 200, where: { Id: { in: $ids } }) @optional {
          edges { node { Id Name @optional { value } } }
        }
        Lead(first: 200, where: { Id: { in: $ids } }) @optional {
          edges { node { Id Name @optional { value } } }
        }
        Account(first: 200, where: { Id: { in: $ids } }) @optional {
          edges { node { Id Name @optional { value } } }
        }
      }
    }
  }
`);
