/** The shape of a checklist under content/checklists/: questions that anybody can answer with yes or no; yes is fine. */
import { z } from 'zod'
import { type Authored, citation, id, mark, pointId, words } from './pieces'

export const checklistStructure = z.strictObject({
  id,
  /** Its place in the list of checklists. */
  place: z.number().int().min(1),
  items: z
    .array(
      z.strictObject({
        id,
        /** ⚠: put right at once; what cannot be is taken out of use and reported. */
        onTheSpot: z.boolean().default(false),
        /** The knowledge point whose lesson tells more. */
        point: pointId,
        /** Only where the item says more than its knowledge point. */
        marks: z.array(mark).min(1).optional(),
        sources: z.array(citation).optional(),
      }),
    )
    .min(2),
})

export const checklistWords = z.strictObject({
  title: words,
  introduction: words,
  items: z.record(id, z.strictObject({ ask: words, why: words, mend: words })),
})

export type ChecklistWords = z.infer<typeof checklistWords>
export type Checklist = Authored<z.infer<typeof checklistStructure>, ChecklistWords>
