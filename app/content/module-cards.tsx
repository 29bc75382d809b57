import { useTranslation } from '#app/i18n/use-translation'
import { Phrases } from '#app/ui/phrases'
import type { ModuleCard } from './lesson'

/** Modules as tiles, each one a link to its lesson. */
export function ModuleCards({ modules }: { modules: ModuleCard[] }) {
  const { t } = useTranslation()
  return (
    <ul className="tiles">
      {modules.map(({ id, title, summary, minutes, cover, isFallback }) => (
        <li key={id}>
          <a
            href={`/modules/${id}`}
            className="card flex h-full items-center overflow-hidden text-ink no-underline hover:border-fire large:flex-col large:items-stretch sm:flex-col sm:items-stretch"
          >
            <img
              src={cover}
              alt=""
              width={400}
              height={300}
              loading="lazy"
              className="ml-3 h-auto w-[36%] flex-none rounded-lg large:ml-0 large:w-full large:rounded-none sm:ml-0 sm:w-full sm:rounded-none"
            />
            <span className="flex flex-1 flex-col gap-1 p-3 sm:p-4">
              <strong className="text-lg leading-snug break-keep text-balance" lang={isFallback ? 'zh-CN' : undefined}>
                <Phrases text={title} />
              </strong>
              <span className="flex-1 leading-normal text-quiet" lang={isFallback ? 'zh-CN' : undefined}>
                {summary}
              </span>
              <span className="text-quiet">
                {t('home.minutes', { count: minutes })}
                {isFallback && ` · ${t('home.onlyInChinese')}`}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
