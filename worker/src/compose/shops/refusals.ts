import { Failure } from '../../shared/failure.ts';

/** What a status other than 2xx, 404 and 429 means. The body is left out: it may quote a record. */
export function failureOf(status: number, method: string, path: string): Failure {
  const details = { status, method, path };
  if (status === 401 || status === 403)
    return new Failure('shop_auth', `The shop refused ${method} ${path} (${status}).`, {
      details,
      nextStep:
        status === 401
          ? 'Reconnect the shop: its access token is no longer valid.'
          : 'Reconnect the shop and grant every permission Cartbridge asks for.',
    });
  // 408: too slow, 423: locked by the store for a while.
  if (status >= 500 || status === 408 || status === 423)
    return new Failure('shop_unavailable', `The shop failed at ${method} ${path} (${status}).`, {
      details,
      nextStep: 'Nothing to do: Cartbridge tries again by itself.',
    });
  const redirected = status >= 300 && status < 400;
  return new Failure('shop_shape', `The shop did not accept ${method} ${path} (${status}).`, {
    details,
    nextStep: redirected
      ? 'Check the API URL of the shop: it points somewhere else.'
      : 'Report it: Cartbridge asked in a form the shop does not take.',
  });
}
