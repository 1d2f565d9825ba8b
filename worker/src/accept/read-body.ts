import type { Request } from 'express';
import { Refused } from './answers.ts';

const LARGEST_BODY = 256 * 1024;

/** The body's raw bytes, for signatures are made over these. Throws `Refused` beyond 256 kB. */
export function readBody(request: Request): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw new Refused('too_large');
  return new Promise((resolve, reject) => {
    // Hung up before anybody listened: none of the events below would come any more.
    if (request.destroyed) reject(new Refused('malformed'));
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST_BODY) reject(new Refused('too_large'));
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    // A sender that hangs up in the middle has not delivered anything.
    request.once('aborted', () => reject(new Refused('malformed')));
  });
}
