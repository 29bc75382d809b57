/** The shapes of an attempt, its answers and its result. */
import type { FrozenItem } from './draw-paper'

export type Kind = 'quiz' | 'practice'
export type SavedAnswer = { questionId: string; response: string[]; sequence: number }
export type Result = {
  closedAt: Date
  closedBy: 'learner' | 'deadline'
  correctCount: number
  itemCount: number
  passed: boolean
}
export type Attempt = {
  id: string
  learnerId: string
  moduleId: string
  contentVersion: string
  kind: Kind
  number: number
  items: FrozenItem[]
  passMark: number
  ruleVersion: string
  regionId: string | null
  startedAt: Date
  deadlineAt: Date
  result: Result | null
}

export type AttemptSummary = Pick<Attempt, 'id' | 'moduleId' | 'kind' | 'startedAt' | 'deadlineAt'> & {
  result: Pick<Result, 'correctCount' | 'itemCount' | 'passed' | 'closedAt'> | null
}
