/** Binds the sealed words of an extension to it: why it was asked for, and why it was decided so. */
export const extensionContext = (caseId: string, id: string, part: 'reason' | 'decision'): string =>
  `case/${caseId}/extension/${id}/${part}`;
