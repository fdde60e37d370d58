import { DomainError } from '../../domain/errors.ts';

/** @throws DomainError request.invalid where a date to come lies in the past */
export function notBefore(today: string, date: string, path: string): void {
  if (date < today) throw new DomainError('request.invalid', { fields: [{ path, code: 'date_past' }] });
}

/** @throws DomainError request.invalid where something done lies in the future */
export function notAfter(today: string, date: string | undefined, path: string): void {
  if (date && date > today) throw new DomainError('request.invalid', { fields: [{ path, code: 'date_future' }] });
}
