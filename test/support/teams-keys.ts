import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

interface Key {
  readonly id: string;
  readonly secret: KeyObject;
  readonly open: KeyObject;
}

/** A pair takes a third of a second to make: every stand-in of a test run begins with the same one. */
const first = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The keys that Microsoft signs its requests to bots with, served where bots look for them. */
export function createKeys() {
  const keys: Key[] = [];
  const add = (): Key => {
    const pair = keys.length === 0 ? first : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { privateKey, publicKey } = pair;
    const key = { id: `key-${String(keys.length + 1)}`, secret: privateKey, open: publicKey };
    keys.push(key);
    return key;
  };
  let current = add();
  let published: readonly Key[] = [current];

  return {
    /** As `jwks_uri` gives them. */
    published: (): readonly object[] =>
      published.map(({ id, open }) => ({
        ...open.export({ format: 'jwk' }),
        use: 'sig',
        kid: id,
        x5t: id,
        endorsements: ['msteams'],
      })),
    /** From now on another key signs; the old one is no longer given out. */
    rotate: (): void => {
      current = add();
      published = [current];
    },
    /** A token of the key that signs now. `kid` lets a test name a key that it was not signed with. */
    token: (claims: Claims, { kid = current.id }: { kid?: string } = {}): string => jwt(claims, kid, current.secret),
    /** A token that claims the key's name and was signed with a key of somebody else. */
    forged: (claims: Claims): string => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return jwt(claims, current.id, privateKey);
    },
  };
}

function jwt(claims: Claims, kid: string, key: KeyObject): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })}.${part(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}
