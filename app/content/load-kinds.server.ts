/** Loads what is authored besides modules and surveys: skill sheets, programmes, audiences, campaigns, checklists, plans. */
import type { z } from 'zod'
import { campaignStructure, campaignWords } from './campaign-schema'
import { checkCampaigns } from './check-campaign'
import { checkChecklist } from './check-checklist'
import { checkKeyAudiences } from './check-key-audience'
import { checkPlan } from './check-plan'
import { checkProgramme } from './check-programme'
import { checkSkill } from './check-skill'
import { checklistStructure, checklistWords } from './checklist-schema'
import type { Fault } from './fault'
import { keyAudienceStructure, keyAudienceWords } from './key-audience-schema'
import type { Authored } from './pieces'
import { planStructure, planWords } from './plan-schema'
import { programmeStructure, programmeWords } from './programme-schema'
import { hashOf, idFoldersIn, type Reading, readBothWords, readYaml } from './read-yaml.server'
import type { Known } from './references'
import type { Catalog } from './schema'
import { skillStructure, skillWords } from './skill-schema'

type Kinds = Pick<Catalog, 'skills' | 'programmes' | 'keyAudiences' | 'campaigns' | 'checklists' | 'plans'>

/** What the kinds refer to: everything that was read before them. */
export type Before = Pick<Known, 'sources' | 'modules' | 'instruments'> & { audiences: readonly string[] }

/**
 * Reads the six kinds and adds what is wrong with them to the faults of the reading.
 * @param before null when the lists that they refer to could not be read: then only their form is checked
 * @returns null when a file could not be read
 */
export function loadKinds(reading: Reading, before: Before | null): Kinds | null {
  const plans = readFolders(reading, 'plans', 'plan', { structure: planStructure, words: planWords })
  const skills = readFolders(reading, 'skills', 'skill', { structure: skillStructure, words: skillWords })
  const programmes = readFolders(reading, 'programmes', 'programme', {
    structure: programmeStructure,
    words: programmeWords,
  })
  const checklists = readFolders(reading, 'checklists', 'checklist', {
    structure: checklistStructure,
    words: checklistWords,
  })
  const keyAudiences = readFiles(reading, 'content/audiences', 'audiences', {
    structure: keyAudienceStructure,
    words: keyAudienceWords,
  })
  const campaigns = readFiles(reading, 'content/campaigns', 'campaigns', {
    structure: campaignStructure,
    words: campaignWords,
  })
  if (before) {
    const known = knownFrom(before, { plans, skills, programmes, keyAudiences })
    reading.faults.push(
      ...checkEach('content/plans', plans, known, checkPlan),
      ...checkEach('content/skills', skills, known, checkSkill),
      ...checkEach('content/programmes', programmes, known, checkProgramme),
      ...checkEach('content/checklists', checklists, known, checkChecklist),
      ...(keyAudiences ? checkKeyAudiences('content/audiences', keyAudiences, known) : []),
      ...(campaigns ? checkCampaigns('content/campaigns', campaigns, known) : []),
    )
  }
  if (!keyAudiences || !campaigns) return null
  return {
    skills: present(skills),
    programmes: present(programmes),
    keyAudiences,
    campaigns,
    checklists: present(checklists),
    plans: present(plans),
  }
}

type Folders<Kind> = Map<string, Kind | null>

type Read = {
  plans: Folders<Kinds['plans'][number]>
  skills: Folders<unknown>
  programmes: Folders<Kinds['programmes'][number]>
  keyAudiences: Kinds['keyAudiences'] | null
}

function knownFrom(before: Before, { plans, skills, programmes, keyAudiences }: Read): Known {
  const groups = [...programmes.values()]
  const isWhole = keyAudiences !== null && groups.every((programme) => programme !== null)
  return {
    ...before,
    plans: new Map([...plans].map(([id, plan]) => [id, plan?.indicators.map((indicator) => indicator.id) ?? null])),
    skills: [...skills.keys()],
    audiences: isWhole
      ? [
          ...before.audiences,
          ...groups.flatMap((programme) => programme.groups.map(({ id }) => id)),
          ...keyAudiences.audiences.map(({ id }) => id),
        ]
      : null,
  }
}

type Schemas<Structure extends z.ZodType, Words extends z.ZodType> = { structure: Structure; words: Words }

/** One object for each folder of content/`kinds`; null where a file of it could not be read. */
function readFolders<Structure extends z.ZodType, Words extends z.ZodType>(
  reading: Reading,
  kinds: string,
  file: string,
  schemas: Schemas<Structure, Words>,
) {
  const folders = idFoldersIn(reading, `content/${kinds}`)
  return new Map(folders.map((folder) => [folder, readFiles(reading, `content/${kinds}/${folder}`, file, schemas)]))
}

function readFiles<Structure extends z.ZodType, Words extends z.ZodType>(
  reading: Reading,
  folder: string,
  file: string,
  schemas: Schemas<Structure, Words>,
): Authored<z.infer<Structure>, z.infer<Words>> | null {
  const structure = readYaml(reading, `${folder}/${file}.yaml`, schemas.structure)
  const words = readBothWords(reading, folder, schemas.words)
  if (structure === null || words === null) return null
  return Object.assign({}, structure, { words, version: hashOf({ structure, words }) })
}

function checkEach<Kind>(
  folder: string,
  kinds: Folders<Kind>,
  known: Known,
  check: (folder: string, kind: Kind, known: Known) => Fault[],
): Fault[] {
  return [...kinds].flatMap(([name, kind]) => (kind === null ? [] : check(`${folder}/${name}`, kind, known)))
}

const present = <Kind>(kinds: Folders<Kind>): Kind[] => [...kinds.values()].filter((kind) => kind !== null)
