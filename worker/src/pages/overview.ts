import type { Request, Response } from 'express';
import type { Platform } from '../platforms/platform.ts';
import { findOrg } from '../shared/orgs.ts';
import { listShops, type Shop } from '../shared/shops.ts';
import type { Context } from './context.ts';
import { formTokenField, sessionOfForm } from './forms.ts';
import { returnAddress } from './return-address.ts';
import type { Session } from './session.ts';
import { guideOf } from './shop/guide.ts';
import { html, type Html } from './view/html.ts';
import { sendPage } from './view/page.ts';

/** `POST /connect/sign-out`: for those who share their browser; what is connected stays so. */
export function signOut(context: Context, request: Request, response: Response): void {
  if (!sessionOfForm(context, request, response)) return;
  context.sessions.end(response);
  response.redirect(303, '/connect');
}

/** `GET /connect`: what is connected, or where to begin. */
export async function showOverview(
  { pool, platforms, sessions, settings }: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const session = sessions.read(request);
  const org = session && (await findOrg(pool, session.org));
  if (!session || !org) {
    const back = returnAddress(request.query.return, settings.salesforce);
    sendPage(response, { heading: 'Connect Cartbridge', content: beginning(back) });
    return;
  }
  const shops = await listShops(pool, org.id);
  const heading = shops.length > 0 ? 'Cartbridge is connected' : 'Salesforce is connected';
  sendPage(response, {
    heading,
    content: html`
      ${session.shop && shopNews(session.shop)}
      <section aria-labelledby="salesforce">
        <h2 id="salesforce">Salesforce</h2>
        <dl>
          <dt>Org</dt>
          <dd>${org.name}</dd>
          <dt>Cartbridge acts as</dt>
          <dd>${session.user}</dd>
        </dl>
      </section>
      <section aria-labelledby="shops">
        <h2 id="shops">Shops</h2>
        ${
          shops.length === 0
            ? html`<p>No shop is connected yet.</p>`
            : shops.map((shop) => shopEntry(shop, platforms.get(shop.platform)))
        }
      </section>
      ${shops.map((shop) => leftToDo(shop, platforms.get(shop.platform)))}
      ${actions(session, shops)}
      <form class="plain" method="post" action="/connect/sign-out">
        ${formTokenField(sessions.formToken(session))}
        <button class="second">Sign out</button>
      </form>
    `,
  });
}

function beginning(back: string): Html {
  const query = back ? `?${new URLSearchParams({ return: back }).toString()}` : '';
  return html`<p>
      Sign in to Salesforce as the user whom Cartbridge shall act as. Then connect your shop. Both
      take a minute, and what you enter here is kept encrypted by this worker alone.
    </p>
    <p><a class="button" href="/connect/salesforce${query}">Sign in to Salesforce</a></p>`;
}

function shopNews({ name, hooks }: NonNullable<Session['shop']>): Html {
  if (!hooks) {
    return html`<div class="note" role="status">
      <p>${name} is connected. What is left to do in the shop stands below.</p>
    </div>`;
  }
  const { created, updated, kept } = hooks;
  const total = created + updated + kept;
  return html`<div class="note" role="status">
    <p>
      ${name} is connected. It tells Cartbridge of its orders, carts, customers and products by
      ${total} webhooks: ${created} made, ${updated} put right, ${kept} kept.
    </p>
  </div>`;
}

function shopEntry(shop: Shop, platform: Platform | undefined): Html {
  const { name, id, storefrontUrl, currency } = shop;
  return html`<h3>${name || id}</h3>
    <dl>
      <dt>Address</dt>
      <dd>${storefrontUrl}</dd>
      <dt>Platform</dt>
      <dd>${platform?.label ?? shop.platform}</dd>
      <dt>Currency</dt>
      <dd>${currency}</dd>
      <dt>Webhook address</dt>
      <dd>${shop.webhookUrl}</dd>
    </dl>
    ${platform && html`<p><a href="/connect/shop/${platform.id}?shop=${id}">Connect ${name || id} again</a></p>`}`;
}

function leftToDo(shop: Shop, platform: Platform | undefined): Html | undefined {
  const guide = platform?.form.afterwards?.(shop);
  if (!guide) return undefined;
  const heading = `${shop.name || shop.id}: ${guide.heading}`;
  return guideOf({ ...guide, heading }, `guide-${shop.id}`);
}

function actions({ returnTo }: Session, shops: Shop[]): Html {
  const label = shops.length > 0 ? 'Connect another shop' : 'Connect a shop';
  const isNext = shops.length === 0;
  return html`<div class="actions">
    <a class="button ${!isNext && 'second'}" href="/connect/shop">${label}</a>
    ${returnTo && html`<a class="button ${isNext && 'second'}" href="${returnTo}">Back to Salesforce</a>`}
  </div>`;
}
