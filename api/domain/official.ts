/** Roles granted to an official for a body and what is below it. */
export const OFFICIAL_ROLES = [
  'intake',
  'handler',
  'approver',
  'supervisor',
  'arbiter',
  'publisher',
  'directory_editor',
  'auditor',
  'administrator',
] as const;
export type OfficialRole = (typeof OFFICIAL_ROLES)[number];

/** A role held for one body; it reaches the body itself and the bodies subordinate to it. */
export interface Grant {
  role: OfficialRole;
  bodyId: string;
}

/** Who acts. Complainants are known only by the case their code opens. */
export type Actor =
  | { kind: 'public' }
  | { kind: 'complainant'; caseId: string }
  | {
      kind: 'official';
      id: string;
      name: string;
      grants: Grant[];
      /** Seconds since the last code of the authenticator in this session; missing: none that counts. */
      factorAge?: number;
    }
  | { kind: 'system' };
