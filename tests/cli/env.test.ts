import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readEnv, readMigrationEnv } from '../../api/env.ts';

const good = {
  DATABASE_URL: 'postgres://jiannuo_app:Xq8vT2@localhost/jiannuo',
  MIGRATION_DATABASE_URL: 'postgres://jiannuo_owner:Xq8vT3@localhost/jiannuo',
  MASTER_KEYS: `1:${randomBytes(32).toString('base64')}`,
  AUTH_SECRET: randomBytes(36).toString('base64url'),
  PUBLIC_URL: 'https://jiannuo.test/',
  EVIDENCE_DIR: '/var/lib/jiannuo/evidence',
  PLACE_DIVISION: '320200',
  PLACE_NAME: '无锡市',
  PLACE_NAME_EN: 'Wuxi',
  SMTP_URL: '',
};

test('a complete environment is taken, an empty variable counts as absent', () => {
  const env = readEnv(good);
  expect(env.config.publicUrl).toBe('https://jiannuo.test');
  expect(env.config.place.area).toEqual(['320200']);
  expect(env.config.place.demonstration).toBe(false);
  expect(env.smtpUrl).toBeNull();
});

describe('is refused by name', () => {
  test.each(['DATABASE_URL', 'MASTER_KEYS', 'AUTH_SECRET', 'PUBLIC_URL', 'EVIDENCE_DIR', 'PLACE_DIVISION'])(
    'a missing %s',
    (name) => expect(() => readEnv({ ...good, [name]: '' })).toThrow(`${name} is missing`),
  );

  test.each([
    ['AUTH_SECRET', 'short', /AUTH_SECRET must have at least 32/],
    ['AUTH_SECRET', 'a'.repeat(64), /AUTH_SECRET is too regular/],
    ['AUTH_SECRET', 'please-change-me-0123456789-abcdefgh', /AUTH_SECRET looks like a placeholder/],
    ['MASTER_KEYS', randomBytes(32).toString('base64'), /MASTER_KEYS must be a list/],
    ['MASTER_KEYS', `1:${randomBytes(16).toString('base64')}`, /MASTER_KEYS key 1 must be 32 bytes/],
    ['MASTER_KEYS', `1:${Buffer.alloc(32).toString('base64')}`, /MASTER_KEYS key 1 is too regular/],
    ['DATABASE_URL', 'mysql://localhost/x', /DATABASE_URL must be an address/],
    ['DATABASE_URL', 'postgres://jiannuo_app:change-me@localhost/jiannuo', /DATABASE_URL still holds the placeholder/],
    ['PUBLIC_URL', 'http://jiannuo.test', /PUBLIC_URL must begin with https/],
    ['PLACE_DIVISION', '32020', /PLACE_DIVISION must be a division code/],
    ['MAIL_DIR', '/tmp/mail', /MAIL_DIR is for the demonstration/],
  ])('%s = %s', (name, value, words) => expect(() => readEnv({ ...good, [name]: value })).toThrow(words));

  test('a secret is never repeated in what is said', () => {
    const secret = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab';
    expect(() => readEnv({ ...good, AUTH_SECRET: secret })).toThrow(/^(?!.*aaaa)/s);
  });
});

test('evidence and open data lie in folders or in buckets, each for itself', () => {
  const storage = { S3_ENDPOINT: 'https://s3.test', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' };
  const buckets = (more: Record<string, string>) => {
    const { config } = readEnv({ ...good, ...more });
    return [config.s3?.bucket, config.openData?.s3?.bucket];
  };
  expect(buckets({})).toEqual([undefined, undefined]);
  expect(buckets({ ...storage, OPEN_DATA_BUCKET: 'sets' })).toEqual([undefined, 'sets']);
  expect(buckets({ ...storage, S3_BUCKET: 'sealed', EVIDENCE_DIR: '' })).toEqual(['sealed', undefined]);
  expect(buckets({ ...storage, S3_BUCKET: 'one', OPEN_DATA_BUCKET: 'one' })).toEqual(['one', 'one']);
  expect(() => buckets({ ...storage, OPEN_DATA_BUCKET: 'sets', EVIDENCE_DIR: '' })).toThrow('EVIDENCE_DIR is missing');
  expect(() => buckets({ OPEN_DATA_BUCKET: 'sets' })).toThrow('S3_ENDPOINT is needed too');
  expect(() => buckets(storage)).toThrow('OPEN_DATA_BUCKET is needed too');
});

test('a migration needs its two roles and no secret of the application', () => {
  expect(
    readMigrationEnv({ DATABASE_URL: good.DATABASE_URL, MIGRATION_DATABASE_URL: good.MIGRATION_DATABASE_URL }),
  ).toEqual({
    ownerUrl: good.MIGRATION_DATABASE_URL,
    appUrl: good.DATABASE_URL,
  });
  expect(() => readMigrationEnv({ DATABASE_URL: good.DATABASE_URL })).toThrow('MIGRATION_DATABASE_URL is missing');
});
