import { query } from 'c/query';

// Those whose name has the text in it, and the one that is chosen. Each object is asked on its own:
// where an org shows the one and not the other, that one is still found.

export const USERS = query(`
  query users($text: String, $chosen: ID) {
    uiapi {
      query {
        found: User(
          first: 20
          where: { IsActive: { eq: true }, Name: { like: $text } }
          orderBy: { Name: { order: ASC } }
        ) { edges { node { Id Name { value } } } }
        chosen: User(first: 1, where: { Id: { eq: $chosen } }) {
          edges { node { Id Name { value } } }
        }
      }
    }
  }
`);

export const QUEUES = query(`
  query queues($text: String, $chosen: ID) {
    uiapi {
      query {
        found: Group(
          first: 20
          where: { Type: { eq: "Queue" }, Name: { like: $text } }
          orderBy: { Name: { order: ASC } }
        ) { edges { node { Id Name { value } } } }
        chosen: Group(first: 1, where: { Id: { eq: $chosen } }) {
          edges { node { Id Name { value } } }
        }
      }
    }
  }
`);

export const CAMPAIGNS = query(`
  query campaigns($text: String, $chosen: ID) {
    uiapi {
      query {
        found: Campaign(
          first: 20
          where: { Name: { like: $text } }
          orderBy: { Name: { order: ASC } }
        ) { edges { node { Id Name { value } } } }
        chosen: Campaign(first: 1, where: { Id: { eq: $chosen } }) {
          edges { node { Id Name { value } } }
        }
      }
    }
  }
`);
