import { query } from 'c/query';
import { whereOf, type Filter } from './filter';

/** More causes than there will ever be: a cause that is left out would be a truncated count. */
const ALL = 2000;

/** All the page shows but for an opened issue, in one round trip. */
export function issuesQuery(filter: Filter, first: number): object {
  return query(`
    query issues {
      uiapi {
        objectInfos(apiNames: ["Sync_Job__c"]) { createable }
        aggregate {
          groups: Sync_Issue__c(
            first: ${ALL} ${whereOf(filter, false)}
            groupBy: { Cause__c: { group: true } }
          ) @optional {
            edges { node { aggregate { Cause__c { value } Id { count { value } } } } }
          }
          open: Sync_Issue__c(
            first: ${ALL}
            where: { Status__c: { eq: "Open" } }
            groupBy: { Cause__c: { group: true } }
          ) @optional {
            edges { node { aggregate { Cause__c { value } Id { count { value } } } } }
          }
        }
        query {
          listed: Sync_Issue__c(
            first: ${first} ${whereOf(filter, true)}
            orderBy: { Parked_At__c: { order: DESC } Id: { order: ASC } }
          ) @optional {
            totalCount
            edges { node {
              Id
              Name { value }
              External_Id__c { value }
              Status__c { value }
              Cause__c { value }
              Who_Can_Fix__c { value }
              What_Happened__c { value }
              Match_Review_Key__c @optional { value }
              Events__c { value }
              Parked_At__c { value }
              LastModifiedDate { value }
              Shop__r @optional { Name { value } }
            } }
          }
          Match_Review__c(
            first: 500
            where: { Status__c: { eq: "Open" } }
            orderBy: { Opened_At__c: { order: DESC } }
          ) @optional {
            edges { node { Id External_Id__c { value } } }
          }
          any: Sync_Issue__c(first: 1) @optional { totalCount }
          Shop__c(first: 200, orderBy: { Name: { order: ASC } }) @optional {
            edges { node { Id Name { value } } }
          }
          Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) @optional {
            edges { node { Id Heard_At__c { value } } }
          }
          Sync_Job__c(
            first: 50
            where: { Type__c: { in: ["Retry Issues", "Ignore Issues"] } }
            orderBy: { CreatedDate: { order: DESC } }
          ) @optional {
            edges { node {
              Id
              Type__c { value }
              Status__c { value }
              Message__c { value }
              Input__c { value }
              Finished_At__c { value }
            } }
          }
        }
      }
    }
  `);
}

/** One issue in full, and the record in Salesforce it is about. */
export const ISSUE = query(`
  query issue($id: ID, $key: String) {
    uiapi {
      query {
        Sync_Issue__c(first: 1, where: { Id: { eq: $id } }) @optional {
          edges { node {
            Id
            Name { value }
            External_Id__c { value }
            Status__c { value }
            Cause__c { value }
            Record_Kind__c { value }
            Who_Can_Fix__c { value }
            What_Happened__c { value }
            Next_Step__c { value }
            Code__c { value }
            Fields__c { value }
            Payload__c { value }
            Match_Review_Key__c @optional { value }
            Events__c { value }
            First_Seen_At__c { value }
            Parked_At__c { value }
            Reason__c { value }
            LastModifiedDate { value }
            Shop__r @optional { Name { value } }
          } }
        }
        Order__c(first: 1, where: { External_Id__c: { eq: $key } }) @optional {
          edges { node { Id Name { value } } }
        }
        Cart__c(first: 1, where: { External_Id__c: { eq: $key } }) @optional {
          edges { node { Id Name { value } } }
        }
      }
    }
  }
`);
