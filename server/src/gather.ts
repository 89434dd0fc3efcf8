// Questions that come together are answered together: thousands of agents that come back at once cost a few queries, not some for each.

/** So long questions are gathered, milliseconds, and so many are answered at once at most. */
const GATHER_MS = 5;
const MOST = 500;

interface Asked<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes a function that answers one question out of one that answers many of one organization, in their order.
 * Questions that were asked together are rejected together.
 */
export function gather<Question extends { readonly organizationId: string }, Answer>(
  answerAll: (organizationId: string, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  let waiting: Asked<Question, Answer>[] = [];

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

  function turn(): void {
    const now = waiting;
    waiting = [];
    for (const group of groups(now)) void answer(group[0]?.question.organizationId ?? "", group);
  }

  return (question) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(turn, GATHER_MS);
      waiting.push({ question, resolve, reject });
    });
}

/** By organization, because a transaction sees one alone. */
function groups<Question extends { readonly organizationId: string }, Answer>(
  asked: readonly Asked<Question, Answer>[],
): Asked<Question, Answer>[][] {
  const full: Asked<Question, Answer>[][] = [];
  const open = new Map<string, Asked<Question, Answer>[]>();
  for (const one of asked) {
    const group = open.get(one.question.organizationId);
    if (group !== undefined && group.length < MOST) group.push(one);
    else {
      const fresh = [one];
      full.push(fresh);
      open.set(one.question.organizationId, fresh);
    }
  }
  return full;
}
