import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Keyring } from './ports.ts';

const VERSION = 1; // first byte of every sealed value, so that the format can change
const IV = 12;
const TAG = 16;

function seal(key: Buffer, plain: string | Buffer, context: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body]);
}

function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION || sealed.length < 1 + IV + TAG) throw new Error('sealed value has an unknown format');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(1 + IV, 1 + IV + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV + TAG)), decipher.final()]);
}

/** @param keys version → 32-byte master key; the highest version is current. */
export function createKeyring(keys: ReadonlyMap<number, Buffer>): Keyring {
  if (keys.size === 0) throw new Error('no master key');
  const version = Math.max(...keys.keys());
  const derived = new Map<string, Buffer>();

  function derive(purpose: string, of: number): Buffer {
    const name = `${of}/${purpose}`;
    let key = derived.get(name);
    if (!key) {
      const master = keys.get(of);
      if (!master) throw new Error(`master key ${of} is not configured`);
      key = Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `jiannuo/${purpose}`, 32));
      derived.set(name, key);
    }
    return key;
  }

  return {
    version,
    versions: [...keys.keys()].sort((a, b) => a - b),
    createKey(id) {
      const key = randomBytes(32);
      return { key, wrapped: seal(derive('wrap', version), key, `case_key/${id}`), version };
    },
    unwrap: (id, wrapped, of) => open(derive('wrap', of), wrapped, `case_key/${id}`),
    rewrap(id, wrapped, of) {
      const key = open(derive('wrap', of), wrapped, `case_key/${id}`);
      return { wrapped: seal(derive('wrap', version), key, `case_key/${id}`), version };
    },
    seal,
    open,
    mac: (purpose, data, of = version) =>
      createHmac('sha256', derive(`mac/${purpose}`, of))
        .update(data)
        .digest(),
  };
}
