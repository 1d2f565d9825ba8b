/** One part of a `multipart/form-data` body. */
export interface Part {
  name: string;
  type: string;
  content: Buffer;
}

const BLANK_LINE = '\r\n\r\n';

/** The parts of a body in their order; none when the content type tells no boundary. */
export function partsOf(body: Buffer, contentType: string): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) return [];
  const mark = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let start = body.indexOf(mark);
  while (start !== -1) {
    const end = body.indexOf(mark, start + mark.length);
    if (end === -1) break;
    const part = body.subarray(start + mark.length + 2, end - 2);
    const headEnd = part.indexOf(BLANK_LINE);
    const head = part.toString('utf8', 0, Math.max(headEnd, 0));
    const type = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim() ?? '';
    const name = /^content-disposition:.*\bname="?([^";\r\n]+)/im.exec(head)?.[1] ?? '';
    const content = part.subarray(headEnd + BLANK_LINE.length);
    if (headEnd !== -1) parts.push({ name, type, content });
    start = end;
  }
  return parts;
}
