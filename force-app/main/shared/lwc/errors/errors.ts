interface Body {
  message?: string;
  output?: {
    errors?: { message?: string }[];
    fieldErrors?: Record<string, { message?: string }[]>;
  };
}

/** The sentences in an error of a wire, of a write, or of a query; never empty. */
export function sentences(error: unknown): string[] {
  const found = [error].flat().flatMap(messagesIn).filter(Boolean);
  return found.length > 0 ? [...new Set(found)] : [String(error)];
}

/** What a refused write said of single fields, by field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const { output } = bodyOf(error);
  return Object.fromEntries(
    Object.entries(output?.fieldErrors ?? {}).map(([field, errors]) => [
      field,
      errors.map(({ message }) => message ?? '').join(' '),
    ]),
  );
}

function messagesIn(error: unknown): string[] {
  if (typeof error === 'string') return [error];
  if (typeof error !== 'object' || error === null) return [];
  const { body } = error as { body?: Body | Body[] };
  if (Array.isArray(body)) return body.map(({ message }) => message ?? '');
  if (!body) return [(error as { message?: string }).message ?? ''];
  const { errors = [], fieldErrors: byField = {} } = body.output ?? {};
  const precise = [...errors, ...Object.values(byField).flat()].map(({ message }) => message ?? '');
  return precise.length > 0 ? precise : [body.message ?? ''];
}

function bodyOf(error: unknown): Body {
  return ((error as { body?: Body } | null)?.body ?? {}) as Body;
}
