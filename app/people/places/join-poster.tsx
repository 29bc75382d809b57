import { useTranslation } from '#app/i18n/use-translation'
import { QrCode } from '#app/ui/qr-code'

type Props = { name: string; url: string; modules: string[] }

/** One upright A4 sheet for the wall: whose it is, the code to scan, the address to type. */
export function JoinPoster({ name, url, modules }: Props) {
  const { t } = useTranslation()
  return (
    <section className="mx-auto max-w-2xl space-y-6 border-2 border-line bg-sheet px-6 py-10 text-center print:border-0 print:py-4">
      <p className="text-4xl leading-tight font-bold text-fire sm:text-5xl">{t('organizations.join.posterHead')}</p>
      <p lang="zh-CN" className="text-2xl font-bold text-balance sm:text-3xl">
        {name}
      </p>
      <div className="mx-auto max-w-md">
        <QrCode modules={modules} label={t('organizations.join.posterAlt', { url })} />
      </div>
      <p className="text-xl text-balance">{t('organizations.join.posterText')}</p>
      <p className="text-quiet">{t('organizations.join.posterTyped')}</p>
      <p className="text-xl font-bold break-all tabular-nums">{url.replace(/^https?:\/\//, '')}</p>
    </section>
  )
}
