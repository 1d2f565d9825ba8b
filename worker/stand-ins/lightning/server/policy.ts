import { readXml, textOf, textsOf } from '../source/xml.ts';

const DIRECTIVES: Record<string, string> = {
  isApplicableToConnectSrc: 'connect-src',
  isApplicableToFontSrc: 'font-src',
  isApplicableToFrameSrc: 'frame-src',
  isApplicableToImgSrc: 'img-src',
  isApplicableToMediaSrc: 'media-src',
  isApplicableToStyleSrc: 'style-src',
};

/**
 * The content security policy of the page: no inline script, no eval, no other server but those
 * that trusted sites of the source folder name. `files` are the metadata files of those sites.
 */
export function contentSecurityPolicy(files: string[]): string {
  const policy: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    // The engine writes its components' styles into the page.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  };
  for (const site of files.map(readXml)) {
    const url = textOf(site, 'endpointUrl');
    if (!url || textOf(site, 'isActive') !== 'true') continue;
    for (const [flag, directive] of Object.entries(DIRECTIVES))
      if (textsOf(site, flag)[0] === 'true') policy[directive]?.push(url);
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}
