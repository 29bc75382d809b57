import { useTranslation } from 'react-i18next'
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
            className="card flex h-full flex-col overflow-hidden text-ink no-underline hover:border-fire"
          >
            <img
              src={cover}
              alt=""
              width={400}
              height={300}
              loading="lazy"
              className="aspect-[16/10] h-auto w-full object-cover"
            />
            <span className="flex flex-1 flex-col gap-1 p-4" lang={isFallback ? 'zh-CN' : undefined}>
              <strong className="text-lg leading-snug">{title}</strong>
              <span className="flex-1 text-quiet">{summary}</span>
            </span>
            <span className="px-4 pb-4 text-quiet">{t('home.minutes', { count: minutes })}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
