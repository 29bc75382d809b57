/** A picture serves every language, so nothing is written in it: its text alternative says it. Pure. */
import type { Fault } from './fault'

const WRITING = /<(?:\w+:)?(?:text|foreignObject)\b/iu

/** The fault of a drawing (the source of an SVG file) that holds writing. */
export function checkDrawing(file: string, drawing: string): Fault[] {
  if (!WRITING.test(drawing)) return []
  return [
    {
      file,
      path: '',
      expected: 'a picture without writing, the same for every language',
      remedy: 'Delete its <text>, draw a sign instead, and say it in alt: or in the lesson.',
    },
  ]
}
