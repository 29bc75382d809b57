import { useTranslation } from '#app/i18n/use-translation'
import type { WaveView } from './wave-view.server'

const LINKS = [
  { id: 'questionnaire', path: '/questionnaire', when: ['draft', 'field', 'closed'], needsWrite: false },
  { id: 'xlsform', path: '/xlsform.xlsx', when: ['draft', 'field', 'closed'], needsWrite: false },
  { id: 'links', path: '/links', when: ['field'], needsWrite: true },
  { id: 'paper', path: '/paper', when: ['field'], needsWrite: true },
  { id: 'import', path: '/import', when: ['field'], needsWrite: true },
  { id: 'quality', path: '/quality', when: ['field', 'closed'], needsWrite: false },
  { id: 'estimate', path: '/estimate', when: ['closed'], needsWrite: false },
  { id: 'followUp', path: '/follow-up', when: ['closed'], needsWrite: true },
] as const

/** What else can be done with a wave where it stands now: papers, links, files, checks, results. */
export function WaveLinks({ wave, canWrite }: { wave: WaveView; canWrite: boolean }) {
  const { t } = useTranslation()
  const open = LINKS.filter(
    ({ id, when, needsWrite }) =>
      when.some((one) => one === wave.status) &&
      (canWrite || !needsWrite) &&
      // A third round follows the first one, like the second.
      (id !== 'followUp' || wave.followsId === null),
  )
  return (
    <section className="space-y-3">
      <h2 className="text-xl">{t('waves.links.title')}</h2>
      <ul className="tiles">
        {open.map(({ id, path }) => (
          <li key={id} className="card">
            <a href={`/desk/surveys/${wave.id}${path}`} className="block min-h-11 p-4">
              <span className="block font-bold">{t(`waves.links.${id}`)}</span>
            </a>
            <p className="px-4 pb-4 text-quiet">{t(`waves.linkText.${id}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
