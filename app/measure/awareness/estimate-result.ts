/** What an estimate says: computed by `estimateWave`, frozen as it is, read by the workbench and the public page. */
import { z } from 'zod'
import { estimateInput } from './estimate-input'

const number = z.number().nullable()

/** A figure in shares [0, 1] (a composite score in 分 of 100). Null: not estimable; then `flags` say why. */
const figure = z.strictObject({
  value: number,
  /** Null for tier Q always, and where it cannot be estimated. */
  se: number,
  interval: z
    .strictObject({ lower: z.number(), upper: z.number(), confidence: z.number(), method: z.string() })
    .nullable(),
  n: z.number(),
  nEff: number,
  deff: number,
  df: number,
  /** The same without weights, for printing beside it. */
  unweighted: number,
  flags: z.array(z.string()),
})

/** A figure of a part of the sample. `hidden`: fewer than ten asked, or derivable: then the figure's numbers are null and n is 0. */
const domainFigure = z.strictObject({ key: z.string(), overall: figure, mastery: figure, hidden: z.boolean() })

const verdicts = ['met', 'above_but_not_proven', 'below_but_not_excluded', 'not_met', 'withheld'] as const

const { wave, instrument, settings, target, excluded, notes, streets, asOf } = estimateInput.shape

export const estimateResult = z.strictObject({
  /** What it is about, without the respondents. */
  about: z.strictObject({
    wave,
    instrument,
    settings,
    target,
    excluded,
    notes,
    streets,
    asOf,
    margins: z.array(z.strictObject({ by: z.string(), year: z.number(), source: z.string(), people: z.number() })),
  }),
  overall: figure,
  mastery: figure,
  allCorrect: figure,
  /** Null: no composite score can be made, because a dimension has no items. */
  composite: figure.nullable(),
  /** `unsure`: share who said 不清楚. `reliable`: may be printed as a percentage. */
  items: z.array(figure.extend({ id: z.string(), unsure: number, reliable: z.boolean() })),
  dimensions: z.array(figure.extend({ dimension: z.string() })),
  domains: z.strictObject({
    street: z.array(domainFigure),
    sex: z.array(domainFigure),
    age: z.array(domainFigure),
  }),
  /** Share right by blind guessing, and the two other ways of counting blanks. */
  chanceLevel: z.number(),
  sensitivity: z.array(z.strictObject({ missing: z.string(), value: number })),
  weights: z.strictObject({
    kish: z.number(),
    maxOverMean: z.number(),
    /** Persons whose weight was cut, and in how many rounds. */
    trimmed: z.number(),
    trimRounds: z.number(),
    /** Cells joined, like `female 18-44 + female 45-59`. */
    collapsed: z.array(z.string()),
    /** Margins whose total differed by more than 0.5 %. */
    marginsRescaled: z.array(z.string()),
    /** Weighted less unweighted, in percentage points. */
    gapPoints: number,
  }),
  response: z.strictObject({
    rate: number,
    complete: z.number(),
    breakOff: z.number(),
    refusal: z.number(),
    noContact: z.number(),
    notEligible: z.number(),
  }),
  verdict: z
    .strictObject({
      verdict: z.enum(verdicts),
      definition: z.enum(['overallRate', 'masteryRate']),
      /** A share, like the bounds: each is a one-sided 95 % bound. */
      target: z.number(),
      lower: number,
      upper: number,
      why: z.string().nullable(),
    })
    .nullable(),
  /** What a reader must know of the whole: a key of the texts (estimates.flag.…) each. */
  flags: z.array(z.string()),
})

export type Figure = z.infer<typeof figure>
export type DomainFigure = z.infer<typeof domainFigure>
export type Verdict = (typeof verdicts)[number]
export type EstimateResult = z.infer<typeof estimateResult>
