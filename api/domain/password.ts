import { DomainError } from './errors.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** Length and the plainest of the plain; no rule of composition. @throws DomainError request.invalid at `path` */
export function checkNewPassword(password: string, path = 'password'): void {
  if ([...password].length < PASSWORD_MIN) refuse(path, 'password_short', { minimum: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) refuse(path, 'password_long', { maximum: PASSWORD_MAX });
  if (new Set(password).size < 5) refuse(path, 'password_simple');
}

function refuse(path: string, code: string, params: Record<string, number> = {}): never {
  throw new DomainError('request.invalid', { fields: [{ path, code, params }] });
}
