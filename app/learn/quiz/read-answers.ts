/** Reads answers as forms and scripts send them, against the frozen paper: what is not in the paper is refused. */
import type { Module } from '#app/content/schema'
import type { FrozenItem } from './draw-paper'

export type Answer = {
  questionId: string
  response: string[]
  /** Set where the form says which save it has seen: a newer one, from another device, stays. */
  sequence?: number
  unlessNewerThan?: number
}
export type ReadAnswers =
  | { ok: true; answers: Answer[]; repeated: string[] }
  /** A question or option that is not in this paper: not something our pages can send. */
  | { ok: false }

/** The field that carries the choices of a question, and the field of one option's place in an order. */
export const choiceField = (questionId: string): string => `q.${questionId}`
/** The field that says which save of this answer the page was showing. */
export const seenField = (questionId: string): string => `seen.${questionId}`
export const placeField = (questionId: string, optionId: string): string => `q.${questionId}.${optionId}`

/**
 * Answers from the whole-paper form. Questions without a field are left as they are saved. An order in which two
 * steps have the same place is not saved; its question is named in `repeated`.
 */
export function readAnswerForm(form: FormData, items: readonly FrozenItem[], module: Module): ReadAnswers {
  const known = new Set(
    items.flatMap((item) => [choiceField(item.questionId), ...item.options.map((o) => placeField(item.questionId, o))]),
  )
  for (const name of form.keys()) if (name.startsWith('q.') && !known.has(name)) return { ok: false }
  const answers: Answer[] = []
  const repeated: string[] = []
  for (const item of items) {
    const isOrder = module.questions[item.questionId]?.type === 'ordering'
    const read = isOrder ? readOrder(form, item) : readChoice(form, item)
    if (read === 'repeated') repeated.push(item.questionId)
    else if (read) {
      if (!isPossible(read, item, module)) return { ok: false }
      answers.push({ questionId: item.questionId, response: read, ...readSeen(form, item) })
    }
  }
  return { ok: true, answers, repeated }
}

/** Whether a response names only options of this item, each once, and no more than its type allows. */
export function isPossible(response: readonly string[], item: FrozenItem, module: Module): boolean {
  const type = module.questions[item.questionId]?.type
  if (response.some((option) => !item.options.includes(option))) return false
  if (new Set(response).size !== response.length) return false
  return type === 'single' || type === 'true-false' ? response.length <= 1 : true
}

function readSeen(form: FormData, { questionId }: FrozenItem) {
  const text = form.get(seenField(questionId))
  if (typeof text !== 'string' || !/^[0-9]{1,7}$/.test(text)) return {}
  return { sequence: Number(text) + 1, unlessNewerThan: Number(text) }
}

/** An empty value stands in the form beside check boxes, so that taking back every tick is an answer too. */
function readChoice(form: FormData, { questionId }: FrozenItem): string[] | null {
  const field = choiceField(questionId)
  return form.has(field) ? form.getAll(field).map(String).filter(Boolean) : null
}

function readOrder(form: FormData, { questionId, options }: FrozenItem): string[] | 'repeated' | null {
  if (!options.some((option) => form.has(placeField(questionId, option)))) return null
  const places = options
    .map((option) => ({ option, place: Number(form.get(placeField(questionId, option)) ?? 0) }))
    .filter(({ place }) => Number.isInteger(place) && place >= 1 && place <= options.length)
  if (new Set(places.map(({ place }) => place)).size !== places.length) return 'repeated'
  return places.sort((a, b) => a.place - b.place).map(({ option }) => option)
}
