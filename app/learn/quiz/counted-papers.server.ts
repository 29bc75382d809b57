import { and, eq } from 'drizzle-orm'
import type { Store } from '#app/db/store.server'

export type CountedPaper = {
  contentVersion: string
  answers: { questionId: string; response: string[]; correct: boolean }[]
}

/**
 * The papers that the statistics count for a module: of each learner the first one, if they handed it in themselves. Who
 * they were and where is not in it: how well a question works is nobody's own.
 */
export async function readCountedPapers(store: Store, moduleId: string): Promise<CountedPaper[]> {
  const { attempts, attemptResults, attemptAnswers } = store.tables
  const rows = await store.db
    .select({
      attemptId: attempts.id,
      contentVersion: attempts.contentVersion,
      questionId: attemptAnswers.questionId,
      response: attemptAnswers.response,
      correct: attemptAnswers.correct,
    })
    .from(attemptAnswers)
    .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
    .innerJoin(attemptResults, eq(attemptResults.attemptId, attempts.id))
    .where(and(eq(attempts.moduleId, moduleId), eq(attemptResults.counted, true)))
  const papers = new Map<string, CountedPaper>()
  for (const { attemptId, contentVersion, questionId, response, correct } of rows) {
    const paper = papers.get(attemptId) ?? { contentVersion, answers: [] }
    paper.answers.push({ questionId, response, correct: correct === true })
    papers.set(attemptId, paper)
  }
  return [...papers.values()]
}
