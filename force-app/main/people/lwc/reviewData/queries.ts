import { query } from 'c/query';

/** A review, whether the user may ask the worker, and what was asked about reviews lately. */
export const REVIEW = query(`
  query review($id: ID) {
    uiapi {
      objectInfos(apiNames: ["Sync_Job__c"]) { createable }
      query {
        Match_Review__c(first: 1, where: { Id: { eq: $id } }) @optional {
          edges { node {
            Id
            Name { value }
            External_Id__c @optional { value }
            Status__c @optional { value }
            Reason__c @optional { value }
            Evidence__c @optional { value }
            Waiting__c @optional { value }
            Decision__c @optional { value }
            Chosen_Id__c @optional { value }
            Opened_At__c @optional { value }
            Decided_At__c @optional { value }
            Shop__r @optional { Id Name { value } }
          } }
        }
        Sync_Job__c(
          first: 50
          where: { Type__c: { eq: "Decide Match" } }
          orderBy: { CreatedDate: { order: DESC } }
        ) @optional {
          edges { node {
            Id
            Status__c { value }
            Message__c { value }
            Input__c { value }
            CreatedDate { value }
          } }
        }
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) @optional {
          edges { node { Id Heard_At__c { value } } }
        }
      }
    }
  }
`);

const FACTS = `
  Id
  Name @optional { value }
  Email @optional { value }
  Phone @optional { value }
  Customer_Key__c @optional { value }
  CreatedDate @optional { value }
  LastActivityDate @optional { value }
`;

/**
 * The candidates as they are now, if they are there and the user may see them. Who owns a lead may be
 * a queue or a user, so its name stays as the worker found it.
 */
export const CANDIDATES = query(`
  query candidates($ids: [ID]) {
    uiapi {
      query {
        Contact(first: 50, where: { Id: { in: $ids } }) @optional {
          edges { node {
            ${FACTS}
            Account @optional { Name @optional { value } }
            Owner @optional { Name @optional { value } }
          } }
        }
        Lead(
          first: 50
          where: { and: [{ Id: { in: $ids } }, { IsConverted: { eq: false } }] }
        ) @optional {
          edges { node { ${FACTS} Company @optional { value } } }
        }
      }
    }
  }
`);
