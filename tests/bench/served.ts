import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Embedded } from '../../db/embedded.ts';
import type { TestDatabase } from '../support/database.ts';

/** What startSite needs of a database. */
export async function served(cluster: Embedded, name: string, folder: string): Promise<TestDatabase> {
  const url = cluster.url(name, 'jiannuo_app');
  const config = {
    databaseUrl: url,
    poolSize: 5,
    // The database is kept between runs, and with it the canary of its key.
    masterKeys: new Map([[1, createHash('sha256').update('bench').digest()]]),
    authSecret: randomBytes(32).toString('base64url'),
    publicUrl: 'http://localhost:4321',
    evidenceDir: path.join(folder, 'evidence'),
    place: { division: '9901', area: ['9901'], name: '样例市', nameEn: 'Sample City', demonstration: true },
  };
  return { url, ownerUrl: cluster.url(name, 'jiannuo_owner'), config } as unknown as TestDatabase;
}
