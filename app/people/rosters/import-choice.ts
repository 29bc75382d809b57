/** The fields of the form in which somebody says who a row is. */

/** `same` carries who: a person of the roster for a conflict, a row of the file for a duplicate. */
export type Choice = { rowNumber: number; choice: 'same' | 'other' | 'skip'; candidate: string | null }

const FIELD = /^choice-([1-9]\d{0,6})$/
export const SAME = 'same:'

export const choiceField = (rowNumber: number): string => `choice-${rowNumber}`

/** The choices that a form carries; null when one of them is none. */
export function readChoices(form: Iterable<[string, FormDataEntryValue]>): Choice[] | null {
  const choices: Choice[] = []
  for (const [name, value] of form) {
    const [, rowNumber] = FIELD.exec(name) ?? []
    if (!rowNumber) continue
    const choice = typeof value === 'string' ? readChoice(value) : null
    if (!choice) return null
    choices.push({ rowNumber: Number(rowNumber), ...choice })
  }
  return choices
}

function readChoice(value: string): Omit<Choice, 'rowNumber'> | null {
  if (value === 'other' || value === 'skip') return { choice: value, candidate: null }
  return value.startsWith(SAME) ? { choice: 'same', candidate: value.slice(SAME.length) } : null
}
