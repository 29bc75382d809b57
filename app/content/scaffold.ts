/** The empty files of a new module: everything the checker asks for has its place, and every place is still to be filled. */
import { stringify } from 'yaml'
import type { ModuleStructure, ModuleWords } from './schema'

const FACTS = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7']
const SECTIONS = ['what-to-do-first', 'why', 'step-by-step', 'myths', 'where-you-are']
const OPTIONS = ['first-option', 'second-option', 'third-option', 'fourth-option']
const QUESTIONS = 14

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** True for a text that can name a module: lower-case letters, digits and single hyphens. */
export const isModuleSlug = (text: string): boolean => SLUG.test(text) && text.length <= 60

/** The text of each file of a new module, by its name. Until it is filled, `npm run check:content` names every gap. */
export function moduleScaffold(slug: string): Record<'module.yaml' | 'zh-CN.yaml', string> {
  return {
    'module.yaml': `# 骨架：事实、小节、题目和答案。写法见 content/README.md\n${stringify(structureOf(slug))}`,
    'zh-CN.yaml': `# 中文文字：把每一对引号里填上\n${stringify(wordsOf(slug), { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}`,
  }
}

const questionIds = (slug: string): string[] => Array.from({ length: QUESTIONS }, (_, index) => `${slug}-${index + 1}`)

/** The first questions cover each fact once, the rest once more, so that a paper of ten can be drawn. */
function structureOf(slug: string): ModuleStructure {
  return {
    id: slug,
    minutes: 5,
    cover: 'cover',
    // Without a source a fact can only be general knowledge that awaits review.
    facts: Object.fromEntries(FACTS.map((id) => [id, { marks: ['G'], sources: [] }])),
    sections: SECTIONS.map((id, index) => ({ id, facts: FACTS.filter((_, at) => at % SECTIONS.length === index) })),
    quiz: { draw: 10, passMark: 80, always: ['f1'], atMostPerPoint: 2 },
    questions: Object.fromEntries(
      questionIds(slug).map((id, index) => [
        id,
        {
          type: 'single',
          points: [FACTS[index % FACTS.length] ?? 'f1'],
          options: OPTIONS,
          correct: [OPTIONS[index % 4] ?? ''],
        },
      ]),
    ),
  }
}

function wordsOf(slug: string): ModuleWords {
  const options = Object.fromEntries(OPTIONS.map((option) => [option, '']))
  return {
    title: '',
    summary: '',
    goals: [''],
    facts: Object.fromEntries(FACTS.map((id) => [id, { label: '', text: '' }])),
    sections: Object.fromEntries(SECTIONS.map((id) => [id, { title: '', blocks: [{ text: '' }] }])),
    questions: Object.fromEntries(questionIds(slug).map((id) => [id, { stem: '', options, explanation: '' }])),
  }
}
