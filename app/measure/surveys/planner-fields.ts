/** The fields of the planner: read from the address of the page, so that a calculation can be kept as a bookmark. */
import { z } from 'zod'
import type { PlannerInput, SurveyPlan } from './planner'
import type { WaveDesign } from './wave'

const number = (least: number, most: number, problem: string) =>
  z
    .string(problem)
    .transform((text) => text.normalize('NFKC').replace(/[\s,%]/g, ''))
    .pipe(z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, problem))
    .transform(Number)
    .pipe(z.number().min(least, problem).max(most, problem))

const orBlank = <Value>(schema: z.ZodType<Value, string>) =>
  z.union([
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    schema,
  ])

/** Percent in the fields, shares behind them. */
export const plannerForm = z
  .object({
    rate: number(1, 99, 'rateForm'),
    margin: number(0.5, 40, 'marginForm'),
    population: z.string().default(''),
    responseRate: number(1, 100, 'responseForm'),
    deff: z.string().default(''),
    take: number(1, 1000, 'stageForm').pipe(z.number().int('stageForm')),
    correlation: number(0, 1, 'correlationForm'),
    streets: number(1, 1000, 'stageForm').pipe(z.number().int('stageForm')),
    perStreet: z.string().optional(),
  })
  .transform((fields, context): PlannerInput => {
    const population = orBlank(number(2, 100_000_000, 'populationForm')).safeParse(fields.population)
    const deff = orBlank(number(1, 20, 'deffForm')).safeParse(fields.deff)
    if (!population.success) context.addIssue({ code: 'custom', path: ['population'], message: 'populationForm' })
    if (!deff.success) context.addIssue({ code: 'custom', path: ['deff'], message: 'deffForm' })
    const { take, correlation, streets } = fields
    return {
      ...{ take, correlation, streets },
      rate: fields.rate / 100,
      margin: fields.margin / 100,
      responseRate: fields.responseRate / 100,
      population: population.data === undefined || population.data === null ? null : Math.round(population.data),
      deff: deff.data ?? null,
      perStreet: fields.perStreet !== undefined,
    }
  })

/** What a wave keeps of a calculation. */
export const plannedOf = (
  { rate, margin, responseRate, population }: PlannerInput,
  { deff, completes, invites }: SurveyPlan,
): NonNullable<WaveDesign['planned']> => ({ rate, margin, deff, responseRate, population, completes, invites })

/** What the fields begin with: the plan's target or 50, ±5 points, 60 % answering, 1.5 for the clusters. */
export const newPlannerFields = (known: {
  target: number | null
  population: number | null
  take: number
  streets: number
}): Record<string, string> => ({
  rate: String(known.target === null ? 50 : Math.min(99, Math.max(1, known.target))),
  margin: '5',
  population: known.population === null ? '' : String(known.population),
  responseRate: '60',
  deff: '1.5',
  take: String(known.take),
  correlation: '0.05',
  streets: String(known.streets),
})
