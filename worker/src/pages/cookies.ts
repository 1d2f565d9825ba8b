import type { Request, Response } from 'express';

/** Reads and sets one cookie, for no script and no other site to see. */
export interface Cookie {
  read(request: Request): string | undefined;
  set(response: Response, value: string, maxAgeMs: number): void;
}

export function createCookie(workerUrl: string, name: string): Cookie {
  const secure = workerUrl.startsWith('https:');
  // Browsers take the prefix as a promise that no other host and no plain HTTP has set it.
  const fullName = `${secure ? '__Host-' : ''}${name}`;
  return {
    read(request) {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim());
      const pair = pairs.find((one) => one.startsWith(`${fullName}=`));
      return pair?.slice(fullName.length + 1);
    },
    // Lax: the way back from Salesforce is a link from another site.
    set: (response, value, maxAge) =>
      void response.cookie(fullName, value, {
        ...{ httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge, encode: String },
      }),
  };
}
