/** A wave of a survey as the rooms of measure/ know it. The desk's forms and the database are both read with these. */
import { z } from 'zod'

export const modes = ['face', 'phone', 'web', 'paper'] as const
/** How an answer came in: one of the modes, or a finished survey's file. */
export type Mode = (typeof modes)[number] | 'file'

export const dispositions = ['open', 'complete', 'break-off', 'refusal', 'no-contact', 'not-eligible'] as const
export type Disposition = (typeof dispositions)[number]

/** How people are found. Kept as JSON with the wave. */
export const waveDesign = z.strictObject({
  /** How the communities are drawn within each stratum; `none`: no sample is drawn here (tier Q, or a file from elsewhere). */
  firstStage: z.enum(['pps', 'srs', 'none']),
  /** Communities to draw in each stratum (street), and households to take in each of them. */
  clustersPerStratum: z.number().int().min(1).max(1000),
  takePerCluster: z.number().int().min(1).max(1000),
  /**
   * kish: one eligible person of a household by Kish grid. persons: the frame lists persons, and each is asked. same:
   * whoever answered in the wave that this one follows, and nobody else.
   */
  household: z.enum(['kish', 'persons', 'same']),
  modes: z.array(z.enum(modes)).min(1),
  /** What the planner was told and what it answered; null when it was not used. */
  planned: z
    .strictObject({
      rate: z.number().gt(0).lt(1),
      margin: z.number().gt(0).lt(0.5),
      deff: z.number().min(1).max(20),
      responseRate: z.number().gt(0).max(1),
      population: z.number().int().positive().nullable(),
      completes: z.number().int().positive(),
      invites: z.number().int().positive(),
    })
    .nullable(),
})
export type WaveDesign = z.infer<typeof waveDesign>

export const waveStatuses = ['draft', 'field', 'closed'] as const
export type WaveStatus = (typeof waveStatuses)[number]
