import { useTranslation } from '#app/i18n/use-translation'
import type { WaveStatus } from './wave'

/** The pages of a wave, in the order in which they are needed. */
const PAGES = [
  { id: 'overview', path: '' },
  // A follow-up asks whom the wave before it asked: nothing is planned or drawn.
  { id: 'plan', path: '/plan', isOfFollowUps: false },
  { id: 'frame', path: '/frame', isOfFollowUps: false },
  { id: 'sample', path: '/sample' },
] as const
export type WavePageId = (typeof PAGES)[number]['id']

type Props = { wave: { id: string; name: string; status: WaveStatus; followsId: string | null }; at: WavePageId }

/** The name of the wave and the way between its pages. */
export function WaveTabs({ wave: { id, name, status, followsId }, at }: Props) {
  const { t } = useTranslation()
  const pages = PAGES.filter((page) => followsId === null || !('isOfFollowUps' in page))
  return (
    <nav aria-label={t('waves.pages')} className="space-y-1">
      {at !== 'overview' && (
        <p className="text-quiet">
          <span lang="zh-CN">{name}</span> · {t(`waves.status.${status}`)}
        </p>
      )}
      <ul className="flex flex-wrap gap-x-5">
        {pages.map((page) => (
          <li key={page.id}>
            <a
              href={`/desk/surveys/${id}${page.path}`}
              aria-current={page.id === at ? 'page' : undefined}
              className="inline-flex min-h-11 items-center aria-[current=page]:font-bold aria-[current=page]:no-underline"
            >
              {t(`waves.page.${page.id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
