import { DomainError } from '../../api/domain/errors.ts';

/** The domain's refusal of a piece of work; null where it was done. Any other error is thrown on. */
async function refusal(work: Promise<unknown>): Promise<DomainError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

export const codeOf = async (work: Promise<unknown>): Promise<string | null> => (await refusal(work))?.code ?? null;

/** The code at the first bad field, or that of the whole. */
export const fieldCodeOf = async (work: Promise<unknown>): Promise<string | null> => {
  const refused = await refusal(work);
  return refused && (refused.fields[0]?.code ?? refused.code);
};
