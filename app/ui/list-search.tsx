import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { Button } from './button'
import { TextField } from './field'

type Props = { label: string; search: string; children?: ReactNode }

/** Searching and filtering a list: a form that only changes the address, so that a list can be kept as a bookmark. */
export function ListSearch({ label, search, children }: Props) {
  const { t } = useTranslation()
  return (
    <search>
      <form method="get" className="card grid items-end gap-3 p-4 sm:grid-cols-3">
        <TextField name="search" type="search" label={label} defaultValue={search} maxLength={100} />
        {children}
        <div>
          <Button look="quiet">{t('desk.list.search')}</Button>
        </div>
      </form>
    </search>
  )
}
