import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, Tick } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import type { LinksProblem } from './links-page.server'
import type { InvitableCluster } from './tokens.server'

type Props = { waveId: string; isWeb: boolean; clusters: InvitableCluster[]; problem: LinksProblem | null }

/** Chooses whom to make links for, as letters to print or as a spreadsheet; one form with two buttons. */
export function LinkForms({ waveId, isWeb, clusters, problem }: Props) {
  const { t } = useTranslation()
  const units = clusters.reduce((sum, cluster) => sum + cluster.units, 0)
  const withLink = clusters.reduce((sum, cluster) => sum + cluster.withLink, 0)
  if (!isWeb) return <Notice tone="plain" title={t('answering.links.notWeb')} />
  if (units === 0) return <Notice tone="plain" title={t('answering.links.none')} />
  return (
    <div className="reading space-y-5">
      <p>{t('answering.links.lead')}</p>
      <p>{t('answering.links.counts', { units, withLink })}</p>
      {problem && <Notice tone="caution" title={t(`answering.links.problem.${problem}`)} live />}
      <form method="post" action={`/desk/surveys/${waveId}/links`} className="card space-y-4 p-4">
        <input type="hidden" name="intent" value="make" />
        <Select
          name="cluster"
          label={t('answering.links.cluster')}
          none={t('answering.links.all', { count: units })}
          choices={clusters.flatMap(({ id, name, units: count }) =>
            id === null ? [] : [{ value: id, label: `${name} (${count})`, lang: 'zh-CN' }],
          )}
        />
        <Tick name="confirm">{t('answering.links.confirm')}</Tick>
        <div className="flex flex-wrap gap-3">
          <Button>{t('answering.links.letters')}</Button>
          <button
            type="submit"
            formAction={`/desk/surveys/${waveId}/links/file`}
            className="min-h-12 cursor-pointer rounded-lg border-2 border-fire bg-sheet px-4 py-2 font-bold text-fire hover:bg-fire-soft"
          >
            {t('answering.links.file')}
          </button>
        </div>
      </form>
    </div>
  )
}
