import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import type { PlaceChoice } from './place-choices.server'
import { needsSecondFactor, type Role, roles, SCOPE_OF } from './roles'

/** Chooses role and place by a form that only changes the address: five thousand schools are found, not scrolled through. */
export function RoleChooser({ role, find }: { role: Role | null; find: string }) {
  const { t } = useTranslation()
  return (
    <form method="get" className="space-y-4">
      <fieldset className="space-y-2">
        <legend className="mb-1 font-bold">{t('accounts.field.role')}</legend>
        {roles.map((known) => (
          <label key={known} className="choice">
            <input type="radio" name="role" value={known} defaultChecked={known === role} required />
            <span>
              <span className="font-bold">{t(`accounts.role.${known}`)}</span>
              <span className="block text-quiet">{t(`accounts.roleText.${known}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        name="find"
        type="search"
        label={t('accounts.new.find')}
        hint={t('accounts.new.findHint')}
        defaultValue={find}
        maxLength={100}
      />
      <Button look={role ? 'quiet' : 'primary'}>{t(role ? 'accounts.new.searchAgain' : 'accounts.new.choose')}</Button>
    </form>
  )
}

type Props = {
  role: Role
  found: { places: PlaceChoice[]; hasMore: boolean }
  chosen: string | undefined
  error: string | null
}

/** The place that goes with a role, among those found. */
export function PlaceField({ role, found, chosen, error }: Props) {
  const { t } = useTranslation()
  if (SCOPE_OF[role] === 'district') return null
  const { places, hasMore } = found
  return (
    <Select
      name="place"
      label={t('accounts.field.place')}
      hint={hasMore ? t('accounts.new.hasMore') : undefined}
      error={error}
      choices={places.map(({ id, name, within }) => ({
        value: id,
        label: within ? `${name} · ${within}` : name,
        lang: 'zh-CN',
      }))}
      none=""
      defaultValue={chosen ?? (places.length === 1 ? places[0]?.id : '')}
    />
  )
}

/** The role that was chosen, and what it brings with it. */
export function ChosenRole({ role }: { role: Role }) {
  const { t } = useTranslation()
  return (
    <div>
      <input type="hidden" name="role" value={role} />
      <p className="font-bold">{t('accounts.new.asRole', { role: t(`accounts.role.${role}`) })}</p>
      {needsSecondFactor(role) && <p className="text-quiet">{t('accounts.new.needsFactor')}</p>}
    </div>
  )
}

/** Says that no place was found for a role that needs one: there is nothing to fill in yet. */
export function NoPlace({ find }: { find: string }) {
  const { t } = useTranslation()
  return (
    <Notice tone="caution">
      <p>{t(find === '' ? 'accounts.new.noPlacesYet' : 'accounts.new.noPlaces')}</p>
    </Notice>
  )
}

/** Whether such a role was left without a place to choose. */
export const lacksPlace = (role: Role, { places }: { places: PlaceChoice[] }): boolean =>
  SCOPE_OF[role] !== 'district' && places.length === 0
