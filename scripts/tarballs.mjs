// Builds the packages and writes them as tarballs into tarballs/, for apps to install.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPackages } from './pack-packages.mjs';
import { pnpm } from './pnpm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'tarballs');
rmSync(target, { recursive: true, force: true });
pnpm(['build'], root);
for (const address of Object.values(packPackages(target))) console.log(address.replace('file:', ''));
