import { fromForm } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { assign } from './assign.ts';
import { dropFilter, saveFilter } from './inbox-filters.ts';

const LIST = ['folder', 'kind', 'matter', 'channel', 'respondent', 'body', 'from', 'to', 'who', 'risk', 'q'];

/** What of an address is a list of the inbox; everything else in it is the page's own. */
export function listOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...params].filter(([name, value]) => LIST.includes(name) && value !== ''));
}

export interface InboxAct {
  action: string;
  /** As it was typed, for the page that says what was wrong. */
  cases: string[];
  to: string | null;
  name: string | null;
}

export function readInboxAct(form: FormData): InboxAct {
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const cases = form.getAll('case').filter((value) => typeof value === 'string');
  return { action: word('action') ?? '', cases, to: word('assignee'), name: word('name') };
}

/**
 * Does what a form of the inbox asks. @returns what the next address says of it
 * @throws DomainError of the verb; request.malformed where the action is none of ours
 */
export async function inboxAct(ctx: Ctx, act: InboxAct, form: FormData): Promise<Record<string, string>> {
  switch (act.action) {
    case 'assign': {
      const to = act.to === 'nobody' || !act.to ? {} : { to: act.to };
      const { assigned } = await assign(ctx, { cases: act.cases, ...to });
      return { assigned: String(assigned) };
    }
    case 'save-filter': {
      const { action: _a, ...input } = fromForm(form);
      const { id, query } = await saveFilter(ctx, { query: '', ...input });
      return { ...Object.fromEntries(new URLSearchParams(query)), saved: id, kept: '1' };
    }
    case 'drop-filter': {
      await dropFilter(ctx, { id: form.get('id') });
      return { dropped: '1' };
    }
    default:
      throw new DomainError('request.malformed');
  }
}
