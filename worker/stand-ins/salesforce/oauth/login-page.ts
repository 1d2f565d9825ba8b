import type { Org } from '../org.ts';
import { html } from '../page/html.ts';
import { textOf } from '../records/row.ts';
import { usersOf } from './users.ts';

/** What the page sends along, so that its answer can be checked like the question was. */
const CARRIED = [
  ...['client_id', 'redirect_uri', 'response_type', 'scope', 'state'],
  ...['code_challenge', 'code_challenge_method'],
];

/** The local org's own login page: whom to be is chosen, nothing is typed. */
export function loginPage(org: Org, query: URLSearchParams): string {
  const carried = CARRIED.filter((name) => query.has(name));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Log in to the local org</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/__local__/page/login.css" />
      </head>
      <body>
        <main>
          <h1>Log in to the local org</h1>
          <form method="post" action="/services/oauth2/authorize">
            ${carried.map(
              (name) =>
                html`<input type="hidden" name="${name}" value="${query.get(name) ?? ''}" />`,
            )}
            <fieldset>
              <legend>Who signs in, and allows the app to act as them</legend>
              ${usersOf(org).map(
                (user, place) =>
                  html`<label
                    ><input
                      type="radio"
                      name="user"
                      value="${user.Id}"
                      ${place === 0 && html`checked`}
                    />
                    ${textOf(user, 'Name')} <span>${textOf(user, 'Username')}</span></label
                  >`,
              )}
            </fieldset>
            <button name="answer" value="allow">Allow</button>
            <button name="answer" value="deny" class="quiet">Deny</button>
          </form>
        </main>
      </body>
    </html> `;
  return page.text.trim();
}
