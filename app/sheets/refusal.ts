/** Every reason why a file is refused; each has its sentence in the namespace `sheets`. */
export const refusals = [
  'empty',
  'old-xls',
  'password',
  'html',
  'not-a-sheet',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'unpacks-too-large',
  'damaged',
  'encoding',
  'no-sheet',
] as const

export type Refusal = (typeof refusals)[number]
