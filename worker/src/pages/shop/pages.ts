import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Platform } from '../../platforms/platform.ts';
import type { Typed } from '../../platforms/shop-form.ts';
import { listShops, type Shop } from '../../shared/shops.ts';
import type { Context } from '../context.ts';
import { sessionOfForm } from '../forms.ts';
import { returnAddress } from '../return-address.ts';
import type { Session } from '../session.ts';
import { html } from '../view/html.ts';
import { sendPage } from '../view/page.ts';
import { connectShop } from './connect-shop.ts';
import { fieldsOf, shopForm, type FormState } from './form.ts';

/**
 * `GET /connect/shop[?return=<screen>][&shop=<id>]`; without a session the sign-in comes first. A
 * shop that is named leads to its own form.
 */
export async function showPlatforms(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const session = sessionOrSignIn(context, request, response);
  if (!session) return;
  const again = await shopToConnectAgain(context, session, request);
  if (again) {
    response.redirect(303, `/connect/shop/${again.platform}?shop=${again.id}`);
    return;
  }
  sendPage(response, {
    heading: 'Connect a shop',
    content: html`<p>What does the shop run on?</p>
      <ul class="choices">
        ${[...context.platforms.values()].map(
          ({ id, label }) =>
            html`<li><a class="button" href="/connect/shop/${id}">${label}</a></li>`,
        )}
      </ul>`,
  });
}

/** `GET /connect/shop/<platform>[?return=<screen>][&shop=<id>]`; without a session as above. */
export async function showShopForm(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const platform = platformOf(context, request);
  const session = sessionOrSignIn(context, request, response);
  if (!session) return;
  const formToken = context.sessions.formToken(session);
  const shop = await shopToConnectAgain(context, session, request);
  const typed = shop?.platform === platform.id ? platform.form.typedOf(shop) : {};
  sendForm(response, platform, { formToken, typed, errors: {}, again: shop?.id ?? '' });
}

/** `POST /connect/shop/<platform>` */
export async function takeShopForm(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const { sessions, log } = context;
  const platform = platformOf(context, request);
  const session = sessionOfForm(context, request, response);
  if (!session) return;
  const typed = typedIn(platform, request);
  const again = (await shopToConnectAgain(context, session, request))?.id ?? '';
  const result = await connectShop(context, { org: session.org, platform, typed, again });
  if (result.errors) {
    log.warn({ org: session.org, refused: Object.keys(result.errors) }, 'shop.refused');
    const formToken = sessions.formToken(session);
    sendForm(response, platform, { formToken, typed, errors: result.errors, again });
    return;
  }
  const { shop, hooks } = result;
  log.info({ org: session.org, shop: shop.id }, 'shop.connected');
  const counts = hooks && {
    ...{ created: hooks.created.length, updated: hooks.updated.length, kept: hooks.kept.length },
  };
  sessions.change(response, { ...session, shop: { name: shop.name || shop.id, hooks: counts } });
  // A page of its own, so that loading it again sends nothing again.
  response.redirect(303, '/connect');
}

/** Whether an address names a platform; any other is no page. */
export function namesPlatform({ platforms }: Context, request: Request): boolean {
  return platforms.has(String(request.params.platform));
}

function platformOf({ platforms }: Context, request: Request): Platform {
  const platform = platforms.get(String(request.params.platform));
  if (!platform) throw new Error('This page is shown for platforms only.');
  return platform;
}

/** The shop an address names, when it is one of the session's org. */
async function shopToConnectAgain(
  { pool, platforms }: Context,
  { org }: Session,
  request: Request,
): Promise<Shop | undefined> {
  const id = request.query.shop;
  if (typeof id !== 'string') return undefined;
  return (await listShops(pool, org)).find(
    (shop) => shop.id === id && platforms.has(shop.platform),
  );
}

function sessionOrSignIn(
  { sessions, settings }: Context,
  request: Request,
  response: Response,
): Session | undefined {
  const session = sessions.read(request);
  const back = returnAddress(request.query.return, settings.salesforce);
  if (!session) {
    const query = new URLSearchParams({ next: 'shop', ...(back && { return: back }) });
    response.redirect(303, `/connect/salesforce?${query.toString()}`);
    return undefined;
  }
  if (back) sessions.change(response, { ...session, returnTo: back });
  return session;
}

/** The form's own fields, as text. */
function typedIn(platform: Platform, request: Request): Typed {
  const body = z.record(z.string(), z.unknown()).catch({}).parse(request.body);
  return Object.fromEntries(
    fieldsOf(platform).flatMap(({ name }) => {
      const value = body[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

function sendForm(response: Response, platform: Platform, state: FormState): void {
  const heading = `Connect your ${platform.label} shop`;
  const failed = Object.keys(state.errors).length > 0;
  sendPage(response, {
    ...{ heading, content: shopForm(platform, state), status: failed ? 422 : 200 },
    title: failed ? `Error: ${heading}` : heading,
  });
}
