import { generate } from 'selfsigned';

/** A certificate for this machine that nobody else vouches for; clients must be told to accept it. */
export async function makeCertificate(): Promise<{ key: Buffer; certificate: Buffer }> {
  const pems = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: Buffer.from(pems.private), certificate: Buffer.from(pems.cert) };
}
