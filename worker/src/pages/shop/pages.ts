import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { sessionOfForm } from '../forms.ts';
import type { Session } from '../session.ts';
import { returnAddress } from '../return-address.ts';
import { sendPage } from '../view/page.ts';
import { connectShop } from './connect-shop.ts';
import { shopForm, type FormState } from './form.ts';
import { errorsOf, shopInput } from './input.ts';

const typedShape = z.object({ store: z.string().max(300) });

/** `GET /connect/shop[?return=<screen>]`; without a session the sign-in comes first. */
export function showShopForm(
  { sessions, settings }: Context,
  request: Request,
  response: Response,
): void {
  const session = sessions.read(request);
  const back = returnAddress(request.query.return, settings.salesforce);
  if (!session) {
    const query = new URLSearchParams({ next: 'shop', ...(back && { return: back }) });
    response.redirect(303, `/connect/salesforce?${query.toString()}`);
    return;
  }
  if (back) sessions.change(response, { ...session, returnTo: back });
  sendForm(response, { formToken: sessions.formToken(session), store: '', errors: {} });
}

/** `POST /connect/shop` */
export async function takeShopForm(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const { sessions, log } = context;
  const session = sessionOfForm(context, request, response);
  if (!session) return;
  const { store } = typedShape.catch({ store: '' }).parse(request.body);
  const form = { formToken: sessions.formToken(session), store };
  const input = shopInput.safeParse(request.body);
  if (!input.success) {
    sendForm(response, { ...form, errors: errorsOf(input.error) });
    return;
  }
  const result = await connectShop(context, session.org, input.data);
  if ('errors' in result) {
    log.warn({ org: session.org, refused: Object.keys(result.errors) }, 'shop.refused');
    sendForm(response, { ...form, errors: result.errors });
    return;
  }
  log.info({ org: session.org, shop: result.shop }, 'shop.connected');
  sessions.change(response, withShop(session, result));
  // A page of its own, so that loading it again sends nothing again.
  response.redirect(303, '/connect');
}

function withShop(
  session: Session,
  { name, hooks }: { name: string; hooks: Record<'created' | 'updated' | 'kept', string[]> },
): Session {
  const { created, updated, kept } = hooks;
  const counts = { created: created.length, updated: updated.length, kept: kept.length };
  return { ...session, shop: { name, ...counts } };
}

function sendForm(response: Response, state: FormState): void {
  const heading = 'Connect your BigCommerce shop';
  const failed = Object.keys(state.errors).length > 0;
  sendPage(response, {
    ...{ heading, content: shopForm(state), status: failed ? 422 : 200 },
    title: failed ? `Error: ${heading}` : heading,
  });
}
