import { unzip } from '../metadata/zip.ts';

/** What `sf package version create` uploads: the metadata, and a description of the version. */
export interface Upload {
  /** The metadata, a zip as a deploy takes it. */
  archive: Buffer;
  descriptor: Descriptor;
}

export interface Descriptor {
  /** `1.2.0.NEXT` */
  versionNumber: string;
  versionName?: string;
  versionDescription?: string;
  /** The `05i` id of the version this one follows; empty for none. */
  ancestorId?: string;
  dependencies?: unknown[];
}

/** Takes the upload of a version request apart. Throws an Error that says what is wrong with it. */
export function readUpload(base64: string): Upload {
  const files = unzip(Buffer.from(base64, 'base64'));
  const archive = files.get('package.zip');
  const descriptor = files.get('package2-descriptor.json');
  if (!archive || !descriptor) {
    throw new Error('VersionInfo must hold package.zip and package2-descriptor.json.');
  }
  return { archive, descriptor: JSON.parse(descriptor.toString('utf8')) as Descriptor };
}
