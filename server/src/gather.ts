// Questions that come together are answered together: thousands of agents that come back at once cost a few queries, not some for each.

/** So long the first question waits for others, milliseconds; those that come while an answer is under way wait for that instead. */
const GATHER_MS = 10;
/** Most questions that are answered at once. */
const MOST = 500;

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes a function that answers one question out of one that answers many of one organization, in their order: a transaction sees one
 * organization alone. Questions that were asked together are rejected together.
 */
export function gather<Question extends { readonly organizationId: string }, Answer>(
  answerAll: (organizationId: string, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  /** Who waits, by organization; there is an entry while anybody does or is being answered. */
  const lines = new Map<string, Asked<Question, Answer>[]>();

  async function answer(organizationId: string, group: readonly Asked<Question, Answer>[]): Promise<void> {
    try {
      const questions = group.map(({ question }) => question);
      const answers = await answerAll(organizationId, questions);
      if (answers.length !== group.length) throw new Error(`${group.length} questions got ${answers.length} answers`);
      for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  /** The more come, the more are answered at once: one answer is under way at a time. */
  async function drain(organizationId: string, line: Asked<Question, Answer>[]): Promise<void> {
    while (line.length > 0) await answer(organizationId, line.splice(0, MOST));
    lines.delete(organizationId);
  }

  return (question) =>
    new Promise((resolve, reject) => {
      const { organizationId } = question;
      const asked = { question, resolve, reject };
      const line = lines.get(organizationId);
      if (line !== undefined) {
        line.push(asked);
        return;
      }
      const fresh = [asked];
      lines.set(organizationId, fresh);
      setTimeout(() => void drain(organizationId, fresh), GATHER_MS);
    });
}
