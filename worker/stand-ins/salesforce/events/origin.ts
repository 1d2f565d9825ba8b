/**
 * Where a change came from, as events tell it: `com/salesforce/api/rest/66.0;client=MyClient`.
 * `version` is written `v66.0`, `callOptions` is the header that lets a client give its name.
 */
export function originOf(api: string, version: string, callOptions = ''): string {
  const client = /(?:^|[,;])\s*client\s*=\s*([^,;]+)/i.exec(callOptions)?.[1]?.trim();
  const origin = `com/salesforce/api/${api}/${version.replace(/^v/, '')}`;
  return client ? `${origin};client=${client}` : origin;
}
