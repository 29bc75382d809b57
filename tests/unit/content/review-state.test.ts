import { describe, expect, test } from 'vitest'
import { partsOf } from '#app/content/part-hashes.server'
import { type CoveringReview, pageReviewOf, reviewOf } from '#app/content/review-state'
import type { Module } from '#app/content/schema'
import { door } from '../../support/fixture-catalog'

const signed = (parts = partsOf(door)): CoveringReview => ({
  decision: 'signed',
  version: door.version,
  reviewerName: '王工',
  reviewerUnit: '演示区消防救援大队',
  day: '2026-11-22',
  note: null,
  parts,
})
const by = { unit: '演示区消防救援大队', name: '王工', day: '2026-11-22' }

/** A deep copy that `change` has edited. */
function edited(change: (module: Module) => void): Module {
  const copy = structuredClone(door)
  change(copy)
  return copy
}

/** The parts whose hash an edit changes, and those it adds or takes away. */
function touchedBy(change: (module: Module) => void): string[] {
  const before = new Map(partsOf(door).map(({ part, hash }) => [part, hash]))
  const after = new Map(partsOf(edited(change)).map(({ part, hash }) => [part, hash]))
  return [...new Set([...before.keys(), ...after.keys()])].filter((part) => before.get(part) !== after.get(part))
}

describe('the parts of a module', () => {
  test('are its opening, its facts, its sections and its questions', () => {
    const names = partsOf(door).map(({ part }) => part)
    expect(names.slice(0, 11)).toEqual(
      ['opening', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6'].concat(
        ['touch', 'report', 'shut', 'wait'].map((id) => `section.${id}`),
      ),
    )
    expect(names.slice(11)).toEqual(Object.keys(door.questions).map((id) => `question.${id}`))
  })

  test('read the same from the database as from the files', () => {
    expect(partsOf(JSON.parse(JSON.stringify(door)))).toEqual(partsOf(door))
  })

  const EDITS: [what: string, change: (module: Module) => void, touched: string[]][] = [
    [
      'the text of a fact',
      ({ words }) => {
        words['zh-CN'].facts.f3!.text += '。'
      },
      ['f3'],
    ],
    [
      'its English text',
      ({ words }) => {
        words.en!.facts.f3!.text += '.'
      },
      ['f3'],
    ],
    [
      'its label',
      ({ words }) => {
        words['zh-CN'].facts.f3!.label = '别的'
      },
      ['f3'],
    ],
    [
      'its marks',
      ({ facts }) => {
        facts.f3!.marks = ['D']
      },
      ['f3'],
    ],
    [
      'its sources',
      ({ facts }) => {
        facts.f3!.sources = [{ id: 'fire-law' }]
      },
      ['f3'],
    ],
    [
      'the place in a source',
      ({ facts }) => {
        facts.f2!.sources[0]!.at = '1'
      },
      ['f2'],
    ],
    [
      'a sentence of a section',
      ({ words }) => {
        words['zh-CN'].sections.touch!.title = '别的'
      },
      ['section.touch'],
    ],
    [
      'the summary',
      ({ words }) => {
        words['zh-CN'].summary = '别的'
      },
      ['opening'],
    ],
    [
      'a key',
      ({ questions }) => {
        questions['door-1']!.correct = ['palm']
      },
      ['question.door-1'],
    ],
    [
      'a distractor',
      ({ words }) => {
        words.en!.questions['door-1']!.options.palm = 'x'
      },
      ['question.door-1'],
    ],
    [
      'an explanation',
      ({ words }) => {
        words['zh-CN'].questions['door-4']!.explanation = '别的'
      },
      ['question.door-4'],
    ],
    [
      'a question that goes',
      ({ questions }) => {
        delete questions['door-14']
      },
      ['question.door-14'],
    ],
    [
      'how a paper is drawn',
      ({ quiz }) => {
        quiz.draw = 5
      },
      [],
    ],
  ]
  test.each(EDITS)('%s touches no other part', (_, change, touched) => {
    expect(touchedBy(change)).toEqual(touched)
  })
})

describe('a module', () => {
  test('that nobody reviewed awaits it', () => {
    expect(reviewOf(partsOf(door), null)).toEqual({ state: 'awaiting', by: null, changed: 0, signed: new Set() })
  })

  test('that reads as it was signed is signed, every part of it', () => {
    const review = reviewOf(partsOf(door), signed())
    expect(review).toMatchObject({ state: 'signed', by, changed: 0 })
    expect(review.signed.size).toBe(partsOf(door).length)
  })

  test('with one fact edited since keeps the signature of everything else', () => {
    const parts = partsOf(
      edited(({ words }) => {
        words['zh-CN'].facts.f3!.text = '别的'
      }),
    )
    const review = reviewOf(parts, signed())
    expect(review).toMatchObject({ state: 'partly', by, changed: 1 })
    expect(parts.filter(({ part }) => !review.signed.has(part)).map(({ part }) => part)).toEqual(['f3'])
  })

  test('whose fact is edited back reads as it was signed again', () => {
    expect(reviewOf(partsOf(structuredClone(door)), signed()).state).toBe('signed')
  })

  test('counts what was added and what was taken away as changes', () => {
    const [first, ...others] = partsOf(door)
    expect(reviewOf(others, signed())).toMatchObject({ state: 'partly', changed: 1 })
    expect(reviewOf(partsOf(door), signed(others))).toMatchObject({ state: 'partly', changed: 1 })
    expect(first?.part).toBe('opening')
  })

  test('that was sent back has nothing signed, though it has not changed', () => {
    const review = reviewOf(partsOf(door), { ...signed([]), decision: 'returned', note: '第三条不对' })
    expect(review).toEqual({ state: 'returned', by, changed: 0, signed: new Set() })
  })

  test('of which nothing is left as it was signed awaits review', () => {
    const rewritten = partsOf(door).map(({ part }) => ({ part, hash: 'other' }))
    expect(reviewOf(rewritten, signed())).toMatchObject({ state: 'awaiting', by: null })
  })
})

test('a page is judged without the questions, which it does not show', () => {
  const parts = partsOf(
    edited(({ questions }) => {
      questions['door-1']!.correct = ['palm']
    }),
  )
  expect(reviewOf(parts, signed()).changed).toBe(1)
  expect(pageReviewOf(parts, signed())).toMatchObject({ state: 'signed', changed: 0 })
})
