export interface ApiPath {
  /** `v66.0`; empty when the path is not below a version. */
  version: string;
  segments: string[];
  query: URLSearchParams;
}

/** Takes a URL's path apart. Clients double slashes here and there; the platform does not mind. */
export function splitPath(url: string): ApiPath {
  const { pathname, searchParams } = new URL(url.replace(/^\/+/, '/'), 'http://org');
  const [, version = '', rest = ''] =
    /^\/services\/data\/(v[^/]+)\/?(.*)$/.exec(pathname.replace(/\/{2,}/g, '/')) ?? [];
  const segments = rest.split('/').filter(Boolean).map(decodeSegment);
  return { version, segments, query: searchParams };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
