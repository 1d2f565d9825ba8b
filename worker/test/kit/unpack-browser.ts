// Unpacks the files of @sparticuz/chromium from the folder it is given into its temporary folder.
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';

const [folder = ''] = process.argv.slice(2);
for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) {
  await inflate(join(folder, name));
}
