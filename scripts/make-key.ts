/** Prints a new encryption key for CARTBRIDGE_KEYS; put it first, keep the older ones behind it. */
import { randomBytes } from 'node:crypto';

const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
console.log(`k${day}${randomBytes(2).toString('hex')}:${randomBytes(32).toString('base64url')}`);
